"""Declared fields: what the model states of a field shows wherever the field belongs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import CATALOG, build, run_script
from resource_catalog.check import open_catalog
from resource_catalog.facets import entry_keys
from resource_catalog.pages.key_table import MARKER
from sample_catalog import IDENTITY, write_catalog


def facts(site: Path, entry: str) -> dict[str, str]:
    """The rows of an entry's page, by their labels."""
    html = (site / "resources" / entry / "index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".rc-facts > div")
    return {row.css_first("dt").text(): row.css_first("dd").text() for row in rows}


def keys_in_the_docs(html: str) -> list[str]:
    """The keys in the table of the page about contributing."""
    rows = LexborHTMLParser(html).css("table tr > td:first-child")
    return [code.text() for row in rows for code in row.css("code")]


def built(folder: Path, *arguments: Any, **more: Any) -> Path:
    """The site of a catalog that is written for it."""
    done = build(write_catalog(folder / "catalog", *arguments, **more), folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        ("en", {"es": "Spanish", "pt-BR": "Portuguese (Brazil)", "tlh": "Klingon", "qqq": "qqq"}),
        ("es", {"en": "English", "pt-BR": "Portuguese (Brazil)", "tlh": "Klingon", "qqq": "qqq"}),
    ],
)
def test_a_page_names_its_language_where_it_is_not_the_catalogs(
    tmp_path: Path, own: str, shown: dict[str, str]
) -> None:
    entries: dict[str, dict[str, Any]] = {"none": {}}
    for tag in ("en", "es", "pt-BR", "tlh", "qqq"):
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
        expected = [key for key in entry_keys(facets) if key != "also_known_as"]
        assert keys_in_the_docs(html) == expected
        assert "<code>also_known_as</code>" in html


def test_the_docs_taken_along_as_markdown_explain_them_too(tmp_path: Path) -> None:
    run = run_script("export_markdown.py", "--out", tmp_path / "out")
    assert (run.returncode, run.stderr) == (0, "")
    text = (tmp_path / "out/docs/contribute/index.md").read_text(encoding="utf-8")
    assert MARKER not in text
    assert "| `authors`, `publishers`, `contributors` | lists of names |" in text
