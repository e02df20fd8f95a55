"""Build the embeddable lists, which other sites show in an ``iframe``, without the site's frame.

They are plain files with a small style sheet of their own, not pages of the menu, the search or
the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.model.messages.html_texts import joined
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.page import Page
from resource_catalog.site.availability.open_counts import opening_first
from resource_catalog.site.pagination import PAGE_SIZE
from resource_catalog.site.shareable_pages import EMBED_ROOT, can_share, other_terms
from resource_catalog.site.site import Site


def embed_pages(site: Site) -> Iterator[Page]:
    """One for each page of :func:`shareable_pages.shareable_pages`."""
    catalog = site.catalog
    if not can_share(site):
        return
    for phase in catalog.phases:
        path, entries = f"phases/{phase.id}/", catalog.by_term.tagged(PHASES, phase.id)
        yield _embed(path, phase.label, phase.question, entries, site)
        for stage in catalog.stages:
            title = joined((phase.label, stage.label), ", ".join)
            entries = catalog.by_term.cell(phase.id, stage.id)
            yield _embed(f"{path}{stage.id}/", title, phase.question, entries, site)
    for stage in catalog.stages:
        listed = opening_first(catalog.by_term.tagged(STAGES, stage.id), site)
        yield _embed(f"stages/{stage.id}/", stage.label, stage.goal, listed, site)
    for pack in catalog.collections.values():
        path, entries = f"collections/{pack.id}/", catalog.entries_in(pack)
        notes = {chosen.id: chosen.note for chosen in pack.entries}
        yield _embed(path, pack.title, pack.purpose, entries, site, notes)
    for facet, term in other_terms(catalog):
        path = f"{facet}/{term.id}/"
        listed = opening_first(catalog.by_term.tagged(facet, term.id), site)
        yield _embed(path, term.heading, term.description, listed, site)


def _embed(
    list_path: str,
    title: str,
    introduction: str | None,
    entries: Sequence[Entry],
    site: Site,
    notes: dict[str, str | None] | None = None,
) -> Page:
    return Page(
        path=EMBED_ROOT + list_path,
        title=title,
        description=introduction or title,
        template="embed.html",
        data={
            "introduction": introduction,
            "entries": entries[:PAGE_SIZE],
            "remaining": max(0, len(entries) - PAGE_SIZE),
            "notes": notes or {},
            "list_path": list_path,
            "url": site.absolute_url(list_path),
        },
    )
