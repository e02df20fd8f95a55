"""The table of keys: what to write for each key of an entry, on the page about contributing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from resource_catalog.loading.tags import entry_keys
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.markdown_site.markdown_escaping import escape

MARKER = "<!-- The table of keys, made by the build. -->"
"""What a hand-written page has in the place of the table."""

_WHERE_IT_BELONGS = "any number, or none: only where it was said that the resource belongs"
_OTHER_FACETS = "any number of their terms, which [Browse](../browse/index.md) lists"


def with_key_table(markdown: str, catalog: Catalog) -> str:
    """The Markdown of a hand-written page, with the table if the page asks for it."""
    return markdown.replace(MARKER, key_table(catalog)) if MARKER in markdown else markdown


def key_table(catalog: Catalog) -> str:
    """A row for each key that may be written, in the order of a file.

    Keys next to each other with the same help share a row.
    """
    lines = ["| key | what to write |", "|---|---|"]
    for about, rows in groupby(_rows(catalog), key=lambda row: row[1]):
        keys = ", ".join(f"`{key}`" for key, _ in rows)
        lines.append(f"| {keys} | {about} |")
    return "\n".join(lines)


def _rows(catalog: Catalog) -> Iterator[tuple[str, str]]:
    facets = {vocabulary.key or facet: facet for facet, vocabulary in catalog.facets.items()}
    fields = declared_fields(Entry)
    for key in entry_keys(catalog.facets):
        about = _about_facet(facets[key], catalog) if key in facets else fields[key].docs_help
        if about:
            yield key, about


def _about_facet(facet: str, catalog: Catalog) -> str:
    vocabulary = catalog.facets[facet]
    if vocabulary.single:
        return f"one of the [{escape(vocabulary.label.lower())}](../{facet}/index.md)"
    return _WHERE_IT_BELONGS if facet in (PHASES, STAGES) else _OTHER_FACETS
