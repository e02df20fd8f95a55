"""Formats: what is written is read by libraries that are not ours."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from citation_samples import real_references, real_site, reference
from resource_catalog.exports.references import bibtex, csl_json, ris
from resource_catalog.exports.references.bibtex import bibtex_item
from resource_catalog.exports.references.csl_json import csl_item
from resource_catalog.exports.references.ris import ris_item
from resource_catalog.site.citations.reference import Reference

HOSTILE = (
    r"100 % of {brace} & $5 #1 under_score ~tilde ^hat \command",
    "} @misc{evil, title = {gone}",
    "ER  - \nTY  - EVIL\r\nTI  - gone",
    "Ünïcode – “quotes” <b>",
)


BRACES = {"braceleft": "\ue000", "braceright": "\ue001"}


def read_bibtex(text: str) -> list[dict[str, str]]:
    for name, brace in BRACES.items():  # which the decoder does not know
        text = text.replace(f"\\text{name}{{}}", brace)
    library = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    assert library.failed_blocks == []
    return [{**{f.key: f.value for f in e.fields}, "id": e.key} for e in library.entries]


def bare(text: str) -> str:
    """A field without the braces that keep its capitals."""
    whole = text[1:-1] if text.startswith("{") and text.endswith("}") else text
    for character, meant in {"\ue000": "{", "\ue001": "}", "ˆ": "^"}.items():
        whole = whole.replace(character, meant)
    return whole


def test_bibtex_is_read_whole() -> None:
    references = real_references()
    read = read_bibtex("\n".join(map(bibtex_item, references)))
    assert [item["id"] for item in read] == [found.id for found in references]
    for found, item in zip(references, read, strict=True):
        assert bare(item["title"]) == found.title
        assert item["url"] == found.url
        assert item.get("year", "") == (str(found.date[0]) if found.date else "")
        assert item.get("author", "").count(" and ") == max(0, len(found.authors) - 1)


def test_ris_is_read_whole() -> None:
    references = real_references()
    read = rispy.loads("\r\n".join(map(ris_item, references)))
    assert [item["id"] for item in read] == [found.id for found in references]
    for found, item in zip(references, read, strict=True):
        assert item["title"] == found.title
        assert item["urls"] == [found.url]
        assert item.get("authors", []) == [name.inverted for name in found.authors]
        assert item.get("year", "") == (str(found.date[0]) if found.date else "")


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_stays_a_title(title: str) -> None:
    found = reference(title=title, authors=(title, "Karen Cator"), publishers=(title,))
    line = " ".join(title.split())
    (item,) = read_bibtex(bibtex_item(found))
    assert bare(item["title"]) == line
    assert item["id"] == found.id
    (other,) = rispy.loads(ris_item(found))
    assert other["title"] == line
    assert json.loads(json.dumps(csl_item(found)))["title"] == title


def test_each_selection_is_a_file_in_each_format() -> None:
    site = real_site()
    phases = site.catalog.phases
    for export, ending in ((bibtex, "bib"), (ris, "ris"), (csl_json, "csl.json")):
        made = {file.path: file.content for file in export.files(site)}
        assert made.keys() == {
            f"data/catalog.{ending}",
            *(f"data/phases/{phase.id}.{ending}" for phase in phases),
            *(f"data/collections/{name}.{ending}" for name in site.catalog.collections),
        }
    (first,) = (f for f in csl_json.files(site) if f.path.endswith(f"{phases[0].id}.csl.json"))
    in_order = [entry.id for entry in site.catalog.by_term.tagged("phases", phases[0].id)]
    assert [item["id"] for item in json.loads(first.content)] == in_order


def test_a_reference_without_an_address_leads_to_its_page() -> None:
    site = real_site()
    lost: list[Reference] = [f for f in real_references() if f.url == f.page_url]
    assert lost
    assert all(f.page_url == site.absolute_url(f"resources/{f.id}/") for f in lost)
