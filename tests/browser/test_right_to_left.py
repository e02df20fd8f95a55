"""A site in a language written from right to left is the mirror image of any other."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from browsing import NARROW, WIDE, reader, visit
from console.static_server import serve_folder as serve
from resource_catalog.model.messages.pseudo import RIGHT_TO_LEFT_TAG, accented

PATHS = """
    . phases/first/ phases/first/early/ stages/early/ types/ browse/ 404.html resources/everything/
    collections/start/ tools/pilot-dates/ tools/invitations/ tools/survey/ check/ plan/ data/ links/
    contribute/suggest/ contribute/problems/ about/ embed/collections/start/
""".split()
"""A page of each kind."""

STARTS = {
    "header .rc-header__brand": "header .rc-header__search",
    ".rc-browse__facets": ".rc-browse__list",
    ".rc-cards--numbered .rc-cards__number": ".rc-cards--numbered .rc-card__title",
    ".rc-card .rc-card__type": ".rc-card > .rc-shelve",
    ".rc-field__input": ".rc-suggest__aside",
}
"""What begins a line, and what stands further along: by selectors of what some page shows."""

LOOK = """pairs => ({
  direction: [document.documentElement, document.body].map(e => getComputedStyle(e).direction),
  written: document.documentElement.dir,
  wide: document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
  moved: document.scrollingElement.scrollLeft,
  ends: pairs.map(pair => pair.map(selector => {
    const found = [...document.querySelectorAll(selector)].find(e => e.checkVisibility());
    return found ? found.getBoundingClientRect().right : null;
  })),
})"""


def look(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(LOOK, [list(pair) for pair in STARTS.items()])
    return found


def marks(raw: bytes) -> list[dict[str, int]]:
    """How often each part of a Word document says that something runs from right to left."""
    names = ("w:rtl", "w:bidi/", "w:bidi=", "w:bidiVisual", "w:szCs", "w:bCs")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        parts = [archive.read(f"word/{part}.xml").decode() for part in ("document", "styles")]
    return [{name: part.count(name) for name in names} for part in parts]


def test_a_filled_in_sheet_is_mirrored_as_the_blank_one_is(
    browser: Browser, mirrored_folder: Path
) -> None:
    with serve(mirrored_folder) as url, reader(browser) as page:
        visit(page, f"{url}tools/practices/")
        with page.expect_download() as download:
            page.get_by_role("button", name=accented("Word (docx)", RIGHT_TO_LEFT_TAG)).click()
        found = marks(Path(download.value.path()).read_bytes())
    assert found == marks((mirrored_folder / "tools/practices/practices.docx").read_bytes())
    assert found[0]["w:rtl"] > 5
    assert found[0]["w:bidiVisual"] > 0


def test_every_kind_of_page_is_mirrored(browser: Browser, mirrored_folder: Path) -> None:
    wrong: list[tuple[Any, ...]] = []
    compared = set()
    with serve(mirrored_folder) as url, reader(browser) as page:
        for path in PATHS:
            for width in (WIDE, NARROW):
                page.set_viewport_size({"width": width, "height": 800})
                if width == WIDE:
                    visit(page, url + path.removeprefix("."))
                seen = look(page)
                if (seen["written"], *seen["direction"]) != ("rtl", "rtl", "rtl"):
                    wrong.append((path, "direction", seen["written"], seen["direction"]))
                if seen["wide"] or seen["moved"]:
                    wrong.append((path, width, "scrolls", seen["wide"], seen["moved"]))
                for pair, ends in zip(STARTS, seen["ends"], strict=True):
                    if width == WIDE and None not in ends:
                        compared.add(pair)
                        if ends[0] <= ends[1]:
                            wrong.append((path, pair, *ends))
    assert wrong == []
    assert compared == {*STARTS}
