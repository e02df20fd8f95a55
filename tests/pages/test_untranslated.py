"""What falls back to the language of the source says so: of every kind of page, in every element.

The catalog is in Cyrillic letters and nobody has translated it into English, so each of them on an
English page stands in an element with ``lang="fr"``, which the catalog says that it is in.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from test_every_word import SHOWN, SILENT, VOID

CYRILLIC = re.compile(r"[а-яА-Я]")

NAMES = ("rc-facts", "rc-facts-row", "rc-due", "rc-cover", "rc-cite", "rc-cite__paper")
"""Names of people, publishers and files: they are in no language. A cover draws a title."""

WITHOUT_ELEMENTS = {
    *("title", "link", "meta"),  # what a browser or a search engine shows
    *("rc-matrix", "rc-matrix__cell", "rc-cycle", "rc-onpage"),  # names for screen readers
}
"""Where a text cannot say in which language a part of it is."""

OTHERS = re.compile(r"Оне шитх еверутхинг|Тхе фулл оне; Нумбер сих|тхе теам")
"""The titles of a resource that says it is in English, and who has reviewed it."""


class Unmarked(HTMLParser):
    """The texts of a page that are in the language of the page, as far as elements tell."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.marked = 0
        self._open: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        around = self._open[-1][1] if self._open else ""
        element = (tag, values.get("lang", around), values.get("class", ""))
        if tag not in VOID:
            self._open.append(element)
        if not WITHOUT_ELEMENTS & {tag, *element[2].split()}:
            for name in SHOWN & values.keys():
                self._note(values[name], element[1])

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, text: str) -> None:
        names = {name for tag, _, classes in self._open for name in (tag, *classes.split())}
        if not names & {
            *NAMES,
            *SILENT,
            *WITHOUT_ELEMENTS - {"rc-matrix", "rc-cycle", "rc-onpage"},
        }:
            self._note(text, self._open[-1][1] if self._open else "")

    def _note(self, text: str, language: str) -> None:
        if CYRILLIC.search(OTHERS.sub("", text)):
            if language == "fr":
                self.marked += 1
            else:
                self.found.append(text)


def test_every_text_that_nobody_has_translated_has_its_language(french_folder: Path) -> None:
    wrong: dict[str, str] = {}
    marked = 0
    for path in sorted((french_folder / "en").rglob("*.html")):
        page = Unmarked()
        page.feed(path.read_text(encoding="utf-8"))
        marked += page.marked
        wrong |= dict.fromkeys(page.found, path.relative_to(french_folder).as_posix())
    assert wrong == {}
    assert marked > 900, "texts were looked at"


def test_search_engines_are_not_told_of_a_language_before_it_is_published(
    french_folder: Path, bilingual_folder: Path
) -> None:
    """Nor is there a list of its pages; of one that is published they learn from either side."""
    for path in ("index.html", "resources/zebra/index.html", "about/index.html"):
        html = (french_folder / "en" / path).read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in html
        for page in (html, (french_folder / path).read_text(encoding="utf-8")):
            assert '<link rel="alternate" hreflang' not in page
    assert not (french_folder / "en/sitemap.xml").exists()
    assert "xhtml" not in (french_folder / "sitemap.xml").read_text(encoding="utf-8")
    for site in (bilingual_folder, bilingual_folder / "es"):
        sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
        links = dict(re.findall(r"<url><loc>([^<]*)</loc>(.*?)</url>", sitemap))
        ours = next(url for url in links if url.endswith("/resources/zebra/"))
        others = re.findall(r'hreflang="(\w+)" href="([^"]*)"', links[ours])
        assert [tag for tag, _ in others] == ["en", "es"]
        assert ours in dict(others).values()
        assert not any("team/" in url and links[url] for url in links), "it is not translated"
