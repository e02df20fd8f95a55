"""In a browser: the link to another language keeps the page and what it shows, also on a phone."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, expect

from axe import load_axe, violations
from browsing import NARROW, WIDE, reader, visit
from console.static_server import serve_folder as serve


def test_a_reader_changes_the_language_and_stays_where_they_are(
    browser: Browser, bilingual_folder: Path
) -> None:
    with serve(bilingual_folder) as site, reader(browser) as page:
        for width in (NARROW, WIDE):
            page.set_viewport_size({"width": width, "height": 800})
            here = f"browse/?type=report&q={width}"
            visit(page, f"{site}{here}")
            page.get_by_role("link", name="Español").click()
            page.wait_for_url(f"{site}es/{here}")
            page.get_by_role("link", name="English").press("Enter")
            page.wait_for_url(f"{site}{here}")
        for path in ("es/resources/zebra/", "es/team/"):
            visit(page, f"{site}{path}")
            load_axe(page)
            for width in (NARROW, WIDE):
                page.set_viewport_size({"width": width, "height": 800})
                assert violations(page) == [], path


UNMARKED = """() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  const named = "script, style, template, [lang=fr], .rc-cover, .rc-facts, .rc-facts-row";
  while (texts.nextNode()) {
    const {data, parentElement} = texts.currentNode;
    if (/[а-яА-Я]/.test(data) && !data.includes("Оне шитх еверутхинг")) {
      if (!parentElement.closest(named) && parentElement.checkVisibility()) found.push(data.trim());
    }
  }
  return found;
}"""
"""The Cyrillic texts of a page that do not say that they are in the language of the source."""


def test_what_scripts_show_untranslated_says_in_which_language_it_is(
    browser: Browser, french_folder: Path
) -> None:
    """Cards and filters, what a search finds, a plan, and the steps and questions of tools."""
    shown = {
        "browse/": "зебра",
        "plan/#once-asked=p": "Фирст",
        "tools/pilot-dates/": "Инвите",
        "tools/survey/": "Генерал",
        "tools/invitations/": "Зебра",
        "phases/first/?since=2020-01-01": "А нешер",
    }
    with serve(french_folder) as site, reader(browser) as page:
        for path, text in shown.items():
            visit(page, f"{site}en/{path}")
            shown_there = page.locator("main, .rc-page").first
            expect(shown_there).to_contain_text(text, ignore_case=True, use_inner_text=True)
            assert page.evaluate(UNMARKED) == [], path
        page.keyboard.press("/")
        page.keyboard.type("бегин")
        page.get_by_role("option", name="Шхере до ше бегин").wait_for()
        assert page.evaluate(UNMARKED) == []
