"""Facets are data: a new one is a new file, and all the rest follows without a line of code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from building import HOST, build, copy_of_catalog

GRADE_BANDS = """\
label: Grade bands
singular: Grade band
description: The grades a resource speaks of.
terms:
  - id: elementary
    label: Elementary
  - id: secondary
    label: Secondary
    plural: Secondary grades
"""
ENTRY = "start-earning-video"


@pytest.mark.parametrize("key", ["grade-bands", "grade_bands"])
def test_a_new_vocabulary_gives_pages_and_data(key: str, tmp_path: Path) -> None:
    catalog = copy_of_catalog(tmp_path)
    (catalog / "vocabularies/grade-bands.yml").write_text(GRADE_BANDS, encoding="utf-8")
    with (catalog / f"entries/{ENTRY}.yml").open("a", encoding="utf-8") as stream:
        stream.write(f"\n{key}: [secondary]\n")

    site = tmp_path / "site"
    built = build(catalog, site)
    assert built.returncode == 0, built.stderr

    facet, *terms = (
        (site / "grade-bands" / term / "index.html").read_text(encoding="utf-8")
        for term in ("", "elementary", "secondary")
    )
    title = json.loads((site / "data/catalog.json").read_text(encoding="utf-8"))
    (entry,) = (e for e in title["entries"] if e["id"] == ENTRY)
    assert "Grade bands" in facet
    assert "The grades a resource speaks of." in facet
    assert ["Elementary" in terms[0], "Secondary grades" in terms[1]] == [True, True]
    assert [f"resources/{ENTRY}/" in term for term in terms] == [False, True]

    vocabulary = title["vocabularies"]["grade-bands"]
    assert vocabulary["label"] == "Grade bands"
    assert vocabulary["terms"] == [
        {"id": "elementary", "label": "Elementary", "url": f"{HOST}grade-bands/elementary/"},
        {
            "id": "secondary",
            "label": "Secondary",
            "plural": "Secondary grades",
            "url": f"{HOST}grade-bands/secondary/",
        },
    ]
    assert entry[vocabulary["key"]] == ["secondary"]
    assert all(e[vocabulary["key"]] == [] for e in title["entries"] if e["id"] != ENTRY)
