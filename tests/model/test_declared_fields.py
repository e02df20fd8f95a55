"""Declared fields: what the model states of a field shows wherever the field belongs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from building import CATALOG, build, run_script
from resource_catalog.exports.spreadsheet.columns import columns
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.field_declaration import declared_fields, field, public_fields
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import Redirects
from resource_catalog.model.records.synonyms import Synonyms
from resource_catalog.model.records.vocabulary import VOCABULARY_TYPES, Term, Vocabulary
from resource_catalog.pages.hand_written.key_table import MARKER
from sample_catalog import IDENTITY, write_catalog
from sites import files_of


def facts(site: Path, entry: str) -> dict[str, str]:
    """The rows of an entry's page, by their labels."""
    html = (site / "resources" / entry / "index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".rc-facts > div")
    return {row.css_first("dt").text(): row.css_first("dd").text() for row in rows}


def keys_in_the_docs(html: str) -> list[str]:
    """The keys in the table of the page about contributing."""
    tables = LexborHTMLParser(html).css("table")
    (keys,) = [table for table in tables if table.css("th")[0].text() == "Key"]
    rows = keys.css("tr > td:first-child")
    return [code.text() for row in rows for code in row.css("code")]


def records() -> set[type[BaseModel]]:
    """Every record type that a file of a catalog can hold."""
    found: list[type[BaseModel]] = [CatalogSettings, Entry, Collection, Synonyms, Redirects]
    found += [Vocabulary[Term], *VOCABULARY_TYPES.values()]
    for record in found:  # grows while it is walked through
        parts = (declared.record for declared in declared_fields(record).values())
        found += [part for part in parts if part and part not in found]
    return set(found)


def built(folder: Path, *arguments: Any, **more: Any) -> Path:
    """The site of a catalog that is written for it."""
    done = build(write_catalog(folder / "catalog", *arguments, **more), folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        ("en", {"it": "Italian", "pt-BR": "Portuguese (Brazil)", "tlh": "Klingon", "qqq": "qqq"}),
        ("it", {"en": "English", "pt-BR": "Portuguese (Brazil)", "tlh": "Klingon", "qqq": "qqq"}),
    ],
)
def test_a_page_names_its_language_where_it_is_not_the_catalogs(
    tmp_path: Path, own: str, shown: dict[str, str]
) -> None:
    entries: dict[str, dict[str, Any]] = {"none": {}}
    for tag in ("en", "it", "pt-BR", "tlh", "qqq"):
        entries[tag.lower()] = {"language": tag}
    site = built(tmp_path, entries, identity={**IDENTITY, "language": own})
    found = {name: facts(site, name).get("Language") for name in entries}
    assert found == {name: shown.get(entry.get("language", "")) for name, entry in entries.items()}


def test_the_docs_explain_every_key_of_the_catalog_in_the_order_of_a_file(
    built_site: Path, sample_folder: Path
) -> None:
    """A key that another row speaks of has none of its own."""
    for catalog, site in ((CATALOG, built_site), (sample_folder.parent / "catalog", sample_folder)):
        facets = open_catalog(catalog)[0].facets
        html = (site / "contribute/index.html").read_text(encoding="utf-8")
        keys = dict.fromkeys(column.path[0] for column in columns(facets, {}))
        assert keys_in_the_docs(html) == [k for k in keys if k not in ("id", "also_known_as")]
        assert "<code>also_known_as</code>" in html


def test_the_docs_taken_along_as_markdown_explain_them_too(tmp_path: Path) -> None:
    run = run_script("export_markdown.py", "--out", tmp_path / "out")
    assert (run.returncode, run.stderr) == (0, "")
    text = (tmp_path / "out/docs/contribute/index.md").read_text(encoding="utf-8")
    assert MARKER not in text
    assert "| `authors`, `publishers`, `contributors` | lists of names |" in text


MARKED = "xyzzy-marsupial"
SECRETS: dict[tuple[str, str], Any] = {
    ("CatalogSettings", "link_canary"): {
        "good": f"https://{MARKED}.example.org/",
        "bad": f"https://example.org/{MARKED}",
    },
    ("Link", "formerly"): [f"https://{MARKED}.example.org/", f"https://example.org/{MARKED}"],
    ("Entry", "notes"): f"The {MARKED} is not for readers.",
}
"""Each field that is for maintainers only, filled in."""


def test_what_is_for_maintainers_is_in_no_file_of_the_site(tmp_path: Path) -> None:
    declared = {(r.__name__, f.key) for r in records() for f in declared_fields(r).values()}
    public = {(r.__name__, key) for r in records() for key in public_fields(r)}
    assert declared - public == SECRETS.keys(), "say here how each of them is filled in"
    link = {"url": "https://example.org/a", "formerly": SECRETS["Link", "formerly"]}
    entry = {
        "links": [link],
        "access": "open",
        "added": "2026-01-02",
        "notes": SECRETS["Entry", "notes"],
        "summary": "A public plugh.",
    }
    identity = {**IDENTITY, "link_canary": SECRETS["CatalogSettings", "link_canary"]}
    site = dict(files_of(built(tmp_path, {"one": entry}, identity=identity)))
    shown = {name for name, content in site.items() if b"plugh" in content}
    assert shown >= {
        "browse/index.html",
        "data/catalog.csv",
        "data/catalog.json",
        "shelf/part-0.js",
    }
    assert [name for name, content in site.items() if re.search(b"xyzzy|marsupial", content)] == []


def test_every_public_key_of_an_entry_is_in_the_catalog_for_programs(built_site: Path) -> None:
    data = json.loads((built_site / "data/catalog.json").read_text(encoding="utf-8"))
    for kind, record in (("entries", Entry), ("collections", Collection)):
        for given in data[kind]:
            assert public_fields(record).keys() <= given.keys()
            assert not (declared_fields(record).keys() - public_fields(record).keys()) & set(given)


def test_every_field_of_every_record_is_declared() -> None:
    for record in records():
        for key, declared in declared_fields(record).items():
            assert declared.description, key
            assert declared.example is not None, key
            assert declared.label, key


def test_a_field_that_is_not_declared_is_refused() -> None:
    class Undeclared(Record):
        good: str = field("Declared.", example="a")
        bad: str = "not declared"

    with pytest.raises(TypeError, match=r"Undeclared\.bad is not declared"):
        declared_fields(Undeclared)
