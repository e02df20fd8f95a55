"""Read the state of the browse page, and compute the expected lists and counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TookTooLong

from resource_catalog.model.field_types.slugs import suggest_slug
from searching import catalog_of

CARDS_A_PAGE = 24

Entry = Mapping[str, Any]
Chosen = Mapping[str, Iterable[str]]

STATE = """() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const value = selector => document.querySelector(selector)?.value;
  return {
    text: value("#rc-find"),
    sort: value("#rc-sort"),
    count: document.querySelector(".rc-bar__count")?.textContent,
    cards: all("[data-rc-results] .rc-card__link").map(link => link.pathname.split("/").at(-2)),
    chips: all(".rc-chip:not(.rc-chip--clear)").map(chip => chip.textContent),
    checked: all(".rc-filter input:checked").map(box => `${box.name}=${box.value}`),
    page: document.querySelector(".rc-pager span")?.textContent ?? "",
  };
}"""

COUNTS = """() => Object.fromEntries(
  [...document.querySelectorAll(".rc-filter__value")].map(row => {
    const box = row.querySelector("input");
    const number = Number(row.querySelector(".rc-filter__count").textContent);
    return [`${box.name}=${box.value}`, [number, box.disabled]];
  }))"""


def browse(page: Page, site: str, query: str = "") -> None:
    """Open the browse page and wait until the state in its URL is shown."""
    page.goto(f"{site}browse/{query}")
    page.locator(".rc-bar__count", has_text="resource").wait_for()
    page.locator("html:not(.rc-waiting)").wait_for()


def settle(page: Page) -> None:
    """Wait until the list shows what was chosen: titles of cards may have to be loaded first."""
    page.locator("[data-rc-results]:not([aria-busy])").wait_for(state="attached")


def state(page: Page) -> dict[str, Any]:
    """The state of the browse page: query, sort order, filters, count, cards and page."""
    settle(page)
    found: dict[str, Any] = page.evaluate(STATE)
    return found


def wait_for(page: Page, expected: Mapping[str, Any]) -> None:
    """Wait until the page shows this state; going back in history takes a moment."""
    with suppress(TookTooLong):
        page.wait_for_function(
            f"expected => JSON.stringify(({STATE})()) === JSON.stringify(expected)",
            arg=expected,
        )
    assert state(page) == expected


def listed(folder: Path) -> list[Entry]:
    """The entries of a built site that are in lists: all that are not retired."""
    return [entry for entry in catalog_of(folder)["entries"] if not entry["retired"]]


def values_of(entry: Entry, facet: str) -> set[str]:
    """The values of an entry in a filter, from ``catalog.json``."""
    if facet == "years":
        return {entry["published"][:4]} if entry["published"] else set()
    if facet == "publishers":
        return {suggest_slug(name) for name in entry["publishers"]}
    if facet in ("types", "languages"):
        return {entry[facet.removesuffix("s")]} - {None}
    values = entry[facet]
    return {values} if isinstance(values, str) else set(values)


def passing(entries: Iterable[Entry], chosen: Chosen) -> list[Entry]:
    """The entries that match at least one chosen value of each filter."""
    return [
        entry
        for entry in entries
        if all(values_of(entry, facet) & set(values) for facet, values in chosen.items())
    ]


def count_of(entries: Iterable[Entry], chosen: Chosen, facet: str, value: str) -> int:
    """The number of entries with a value, given the choices in the other filters."""
    others = {name: values for name, values in chosen.items() if name != facet}
    return len(passing(entries, {**others, facet: [value]}))


def said(number: int) -> str:
    """The text for a number of resources."""
    return f"{number or 'No'} resource{'' if number == 1 else 's'}"
