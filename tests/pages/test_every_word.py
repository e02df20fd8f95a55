"""Every word of the site is a message or data: shown by a site in a language that is none.

Its messages and the texts of its catalog are in Arabic letters, so whatever is still in plain ones
was written into the code.
"""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from building import ROOT
from mkdocs_stopped_page import fault_page
from other_letters import TO_ARABIC, in_letters
from resource_catalog.links.judge.verdicts import VERDICTS
from resource_catalog.model.messages import override
from resource_catalog.model.messages.po_files import messages_in
from resource_catalog.model.messages.pseudo import RIGHT_TO_LEFT_TAG
from resource_catalog.model.problems import RULES
from sample_catalog import COLLECTIONS, ENTRIES, IDENTITY, VOCABULARIES


@pytest.fixture(scope="module")
def site(mirrored_folder: Path) -> Path:
    return mirrored_folder


SHOWN = {"title", "alt", "placeholder", "aria-label", "aria-description", "label", "summary"}
"""The attributes that readers see or hear."""

SILENT = {"script", "style", "code", "pre", "template", "textarea"}
"""Elements with what is no text: programs, and files as they are."""

VOID = {"meta", "link", "input", "br", "img", "path", "use", "hr", "rect"}


class Words(HTMLParser):
    """The texts of a page that readers see."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        is_address = values.get("dir") == "ltr" and tag not in ("html", "body")
        is_citation = (values.get("class") or "").startswith("rc-cite")
        hidden = tag in SILENT or is_address or is_citation
        if tag not in VOID and (self._silent or hidden):
            self._silent.append(tag)
        if not self._silent:
            self.found += [values[name] or "" for name in SHOWN & values.keys()]
        if tag == "meta" and values.get("name") == "description":
            self.found.append(values.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag not in VOID:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.found.append(data.strip())


NAMES = re.compile(
    r"https?://\S+|\b[\w.-]+\.(?:org|com|net)\b\S*"  # addresses
    r"|\b[\w-]+\.(?:jsonl?|csv|bib|ris|ics|xml|opml|imscc|yml|pdf|csl|docx)\b"  # files
    r"|\b(?:APA|MLA|Chicago|BibTeX|RIS|CSL-JSON|PDF|A4|QR|CC BY 4\.0|schema\.org)\b"
    r"|^(?:Atom|CSL|CSV|IMSCC|IMSCC 1\.2|JSON|OPML)$"  # kinds of files, in the table of all
    r"|\b(?:h|min|links)\b"  # units, and a key of entries
)
"""What has the same name in every language."""


CODES = {*RULES, *VERDICTS, "Skip to content"}
"""What is a code, and the one text that the theme says."""


def english_in(text: str) -> str:
    if text in CODES or re.fullmatch(r"[\w./-]+\.(?:yml(?:\.txt)?|md)", text):
        return ""
    return " ".join(re.findall(r"[A-Za-z]{2,}", NAMES.sub("", text)))


HAND_WRITTEN = tuple(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
    + ("index.html" if path.stem == "index" else "/index.html")
    for path in (ROOT / "docs").rglob("*.md")
)
"""Pages of ``docs/``, which are no messages."""


def test_no_page_has_a_word_that_is_neither_message_nor_data(site: Path) -> None:
    leaks: dict[str, str] = {}
    seen = 0
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if name.startswith(HAND_WRITTEN):
            continue
        words = Words()
        words.feed(path.read_text(encoding="utf-8"))
        seen += len(words.found)
        for text in words.found:
            if english_in(text):
                leaks.setdefault(text, name)
    assert leaks == {}
    assert seen > 2000, "texts were looked at"


def test_data_of_the_sample_are_texts_that_the_test_can_tell() -> None:
    plain = json.dumps([IDENTITY, VOCABULARIES, ENTRIES, COLLECTIONS])
    assert "Sample library" in plain
    assert "Sample" not in json.dumps(in_letters(IDENTITY, TO_ARABIC))


FILES = ("feeds/everything.xml", "feeds/everything.json", "data/reviews.ics", "opensearch.xml")


def test_no_exported_text_has_one(site: Path) -> None:
    """Of files that people read: what their elements and keys hold, not what these are called."""
    leaks = {}
    for name in FILES:
        text = (site / name).read_text(encoding="utf-8")
        for found in re.findall(r">([^<>]+)<|(?:title|text)\": \"([^\"]*)|SUMMARY:(.*)", text):
            for part in map(unescape, found):
                if english_in(part) and part not in ("UTF-8", RIGHT_TO_LEFT_TAG):
                    leaks[part] = name
    assert leaks == {}


def test_every_page_says_that_it_runs_from_right_to_left(site: Path) -> None:
    """Also the lists to embed, the redirects, and pages of docs/, whose frame is the theme's."""
    heads = {path: path.read_text(encoding="utf-8")[:300] for path in site.rglob("*.html")}
    wrong = [path for path, head in heads.items() if not re.search(r'<html\b[^>]* dir="rtl"', head)]
    assert wrong == []
    assert {"index.html", "404.html", "about/index.html", "resources/index.html"} <= {
        path.relative_to(site).as_posix() for path in heads
    }
    with override(messages_in(RIGHT_TO_LEFT_TAG)):
        assert b'<html lang="ar-XB" dir="rtl">' in fault_page("A problem.")


LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*$| // [^\n]*$", re.DOTALL | re.MULTILINE)
SAID = re.compile(
    r'\b(?:gettext|gettextNodes|gettextNoop)\(\s*"(?:[^"\\]|\\.)*"|\bngettext\(\s*"[^"]*",\s*"[^"]*"'
)


def test_browser_code_has_no_words_of_its_own() -> None:
    leaks: list[str] = []
    for path in sorted((ROOT / "overrides" / "js").rglob("*.js")):
        if path.name in ("words.js", "language.js", "urls.js", "docx.js", "qti.js"):
            continue  # words of a language that the search knows, patterns with quotes, and XML
        code = SAID.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
        for found in LITERAL.finditer(code):
            text = re.sub(r"\$\{[^}]*\}", "", found[1] or found[2] or "")
            if re.search(r"(?:^|[ “(])[A-Z][a-z]+(?: |$)|[a-z]+ [a-z]+ [a-z]+", text):
                leaks.append(f"{path.name}: {text}")
    keys = ["dialog.js: Enter", "search-shell.js: Enter"]
    logs = ["loader.js: Could not load ", "loader.js: Nothing in "]
    assert sorted(leaks) == sorted(keys + logs)
