"""Run axe-core in a page against WCAG 2.1 A and AA, contrast apart from all the other rules.

Contrast takes nine tenths of the time of a run and is the only thing that a color scheme changes.
It is measured on the first and second element of each look, not on all hundred rows of a list.
"""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
COLORS = ["color-contrast", "link-in-text-block"]

# Two elements look the same when they and all around them have the same tag and attributes, those
# aside that hold an address, a name or data.
_RUN = """async ([levels, colors, everything]) => {
  const OWN = new RegExp("^(id|href|src|for|name|title|value|content|download|datetime|data-.*|" +
    "aria-(label|labelledby|describedby|controls|owns|activedescendant|posinset|setsize))$");
  const shown = ({name, value}) => OWN.test(name) ? "" : `[${name}=${value}]`;
  const looks = new Map([[null, ""]]);
  const look = element => {
    if (!looks.has(element)) {
      const own = element.localName + [...element.attributes].map(shown).join("");
      looks.set(element, `${look(element.parentElement)} > ${own}`);
    }
    return looks.get(element);
  };
  const seen = new Map();
  const chosen = [...document.querySelectorAll("body *")].filter(element => {
    const texts = [...element.childNodes].filter(node => node.nodeType === 3 && node.data.trim());
    if (!texts.length || !element.checkVisibility({visibilityProperty: true})) return false;
    seen.set(look(element), (seen.get(look(element)) ?? 0) + 1);
    return seen.get(look(element)) <= 2;
  });
  const only = values => ({runOnly: values, resultTypes: ["violations"]});
  const off = Object.fromEntries(colors.map(rule => [rule, {enabled: false}]));
  const runs = [await axe.run({include: chosen}, only(colors))];
  if (everything) runs.push(await axe.run({...only(levels), rules: off}));
  return [
    runs.flatMap(run => run.violations).flatMap(({id, help, nodes}) =>
      nodes.map(node => `${id}: ${help}: ${node.html}`)),
    runs.flatMap(run => run.passes).map(({id}) => id),
  ];
}"""


def load_axe(page: Page) -> None:
    """Put axe-core into a page."""
    page.evaluate(AXE_SCRIPT)


def violations(page: Page, *, colors_only: bool = False) -> list[str]:
    """What axe-core, which is in the page, finds there: ``rule: what it wants: the element``.

    ``colors_only`` is for a page that was looked at in other colors before.
    """
    found, passed = page.evaluate(_RUN, [LEVELS, COLORS, not colors_only])
    assert "color-contrast" in passed, "axe-core has seen no text"
    assert colors_only or len(passed) > 5, "axe-core did not look at anything"
    return found
