"""Our hand-written pages on the site of another catalog: its nouns, and the addresses it has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import HOST, ROOT, build
from resource_catalog.links.built_site import check_site
from resource_catalog.loading.catalog_folder import load
from resource_catalog.model.messages import activate
from resource_catalog.model.messages.language_messages import ENGLISH
from resource_catalog.pages.hand_written.catalog_words import with_addresses, with_nouns

TERMS = [{"id": "one", "label": "One"}, {"id": "two", "label": "Two"}]
KITCHEN: dict[str, dict[str, object]] = {
    name: {"label": name.title(), "singular": name.title()[:-1], "terms": TERMS}
    for name in ("courses", "rooms", "seasons")
}
NOUNS = {"site.noun": "<cookbook>", "entry.one": "recipe", "entry.many": "recipes"}


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    yield
    activate(ENGLISH)


def kitchen(folder: Path, **identity: object) -> Path:
    """A catalog with facets that no other has, and without those that are more than filters."""
    files = {f"vocabularies/{name}": known for name, known in KITCHEN.items()}
    for name in ("leek", "lentil"):
        links = [{"url": f"https://soup.example.org/{name}"}]
        files[f"entries/{name}"] = {"title": name.title(), "courses": ["one"], "links": links}
    files["catalog"] = {"title": "Kitchen shelf", "leave_out": [], **identity}
    for name, data in files.items():
        path = folder / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(data), encoding="utf-8")
    return folder


def test_guides_have_the_nouns_of_a_catalog(tmp_path: Path) -> None:
    text = "# A resource\n\nA library of resources: `resource`, [resource](resources/a.md).\n"
    assert with_nouns(text, "about.md") == text
    load(kitchen(tmp_path, words=NOUNS))
    assert with_nouns(text, "about.md") == (
        "# A recipe {#a-resource}\n\n"
        "A &lt;cookbook&gt; of recipes: `resource`, [recipe](resources/a.md).\n"
    )
    assert with_nouns(text, "contribute/words.md") == text


def test_the_guide_to_addresses_has_those_of_the_catalog(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8")
    shown = with_addresses(text, load(kitchen(tmp_path)).catalog)
    assert "| `/courses/<course>/` | all that has one term of *Courses* |" in shown
    assert "/browse/?q=survey&room=one&season=one&season=two&sort=title" in shown
    assert "| `course=`, `room=`, `season=` | a term" in shown
    assert "made by the build" not in shown
    assert not re.search(r"`/(?:check|plan|situations|tools)/|after the `#` of a plan", shown)


OURS = re.compile(
    r"\bphases?\b|\bstages?\b|readiness|roadmap|credential|educator|\blibrar|\bcycle|coordinator"
    r"|\bresources?\b",
    re.IGNORECASE,
)
OF_THE_PROGRAM = (
    "benchmarks",
    "build-speed",
    "contribute/problems",
    "contribute/spreadsheets",
    "contribute/words",
    "your-own-catalog",
)
"""Guides that name files and keys of the program, such as ``phases.yml``."""


def test_no_page_of_another_catalog_has_a_word_of_ours(tmp_path: Path) -> None:
    catalog, site = kitchen(tmp_path / "catalog", words=NOUNS), tmp_path / "site"
    built = build(catalog, site)
    assert built.returncode == 0, built.stderr
    assert check_site(site, HOST).broken_links == ()
    found = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith(OF_THE_PROGRAM):
            page = LexborHTMLParser(path.read_text(encoding="utf-8"))
            for node in page.css("script, style, code, pre, svg"):
                node.decompose()
            words = page.body.text(separator=" ") if page.body else ""
            words = re.sub(r"\S*/\S*", "", words)  # addresses
            found.update({word.lower(): name for word in OURS.findall(words)})
    assert found == {}
