"""Declared fields: what the model states of a field shows wherever the field belongs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import build
from sample_catalog import IDENTITY, write_catalog


def facts(site: Path, entry: str) -> dict[str, str]:
    """The rows of an entry's page, by their labels."""
    html = (site / "resources" / entry / "index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".rc-facts > div")
    return {row.css_first("dt").text(): row.css_first("dd").text() for row in rows}


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
