"""Write every resource as a Markdown page for unmodified MkDocs Material, to compare its search.

The pages are what a careful maintainer would write by hand, so that the search has the same words
to find. They are not in the navigation, which Material renders into every page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_SETTINGS = """\
site_name: Resources
site_url: http://127.0.0.1:8000/
theme:
  name: material
  font: false
plugins:
  - search
nav:
  - index.md
not_in_nav: resources/
"""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def write_project(data: Path, out: Path) -> None:
    """Write a MkDocs project into ``out`` from the ``catalog.json`` of our site."""
    catalog = json.loads(data.read_text(encoding="utf-8"))
    labels = {
        facet: {term["id"]: term["label"] for term in vocabulary["terms"]}
        for facet, vocabulary in catalog["vocabularies"].items()
    }
    pages = out / "docs" / "resources"
    pages.mkdir(parents=True)
    (out / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")
    (out / "docs" / "index.md").write_text("# Resources\n", encoding="utf-8")
    for entry in catalog["entries"]:
        text = "\n".join(_lines(entry, labels)) + "\n"
        (pages / f"{entry['id']}.md").write_text(text, encoding="utf-8")


def _lines(entry: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield from ("---", f"description: {json.dumps(entry['summary'])}", "---", "")
    yield from (f"# {_escape(entry['title'])}", "", _escape(entry["summary"]), "")
    if entry["recommended_use"]:
        yield from ("## How to use it", "", _escape(entry["recommended_use"]), "")
    yield from ("## About this resource", "")
    facts = {
        "Also known as": entry["also_known_as"],
        **{facet.capitalize(): _labels(entry, facet, labels[facet]) for facet in labels},
        "By": [*entry["authors"], *entry["contributors"]],
        "Published by": entry["publishers"],
        "Published": [entry["published"]],
        "Time": [entry["duration"]],
        "Access": [entry["access"]],
    }
    for name, values in facts.items():
        text = ", ".join(_escape(value) for value in values if value)
        if text:
            yield f"- {name}: {text}"
    for link in entry["links"]:
        yield f"- <{link['url']}>"


def _labels(entry: Mapping[str, Any], facet: str, labels: Mapping[str, str]) -> list[str]:
    # A facet of which an entry has one value, such as its type, has a singular key.
    found = entry.get(facet, entry.get(facet.removesuffix("s"), []))
    return [labels[term] for term in ([found] if isinstance(found, str) else found)]


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
