"""Tell which entries are in another language than the catalog, so that their titles are marked so.

A screen reader reads a title that is not marked with the sounds of the page's language (WCAG 2.2,
3.1.2 Language of Parts). Summaries are in the language of the catalog, whatever they are about.
Titles are never translated: a translated catalog has those of the other.
"""

from __future__ import annotations

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry


def foreign_language(entry: Entry, catalog: Catalog) -> str | None:
    """The tag of an entry's language, unless it is that of the catalog or its region's."""
    tag = entry.language
    if catalog.shown_in and not entry.tool_kind:
        tag = tag or catalog.shown_in.source
    if tag is None or _without_region(tag) == _without_region(catalog.identity.language):
        return None
    return tag


def _without_region(tag: str) -> str:
    return tag.partition("-")[0].lower()
