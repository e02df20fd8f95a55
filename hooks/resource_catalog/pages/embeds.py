"""Lists to show inside other pages, such as a course: the bare list, without the site's frame.

They are files of their own, with their own small style sheet, so they are no
pages of the menu, the search or the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.page import Page
from resource_catalog.site.pagination import PAGE_SIZE
from resource_catalog.site.sharing import EMBED_ROOT, can_share
from resource_catalog.site.site import Site


def embeds(site: Site) -> Iterator[Page]:
    """One for each page of :func:`shared.shareable_pages`."""
    catalog = site.catalog
    if not can_share(site):
        return
    for phase in catalog.phases:
        page, entries = f"phases/{phase.id}/", catalog.tagged(PHASES, phase.id)
        yield _embed(page, phase.label, phase.question, entries, site)
        for stage in catalog.stages:
            title, entries = f"{phase.label}, {stage.label}", catalog.cell(phase.id, stage.id)
            yield _embed(f"{page}{stage.id}/", title, phase.question, entries, site)
    for stage in catalog.stages:
        entries = catalog.tagged(STAGES, stage.id)
        yield _embed(f"stages/{stage.id}/", stage.label, stage.goal, entries, site)
    for pack in catalog.collections.values():
        page, entries = f"collections/{pack.id}/", catalog.entries_in(pack)
        notes = {chosen.id: chosen.note for chosen in pack.entries}
        yield _embed(page, pack.title, pack.purpose, entries, site, notes)


def _embed(
    page: str,
    title: str,
    about: str | None,
    entries: Sequence[Entry],
    site: Site,
    notes: dict[str, str | None] | None = None,
) -> Page:
    return Page(
        path=EMBED_ROOT + page,
        title=title,
        description=about or title,
        template="embed.html",
        data={
            "about": about,
            "entries": entries[:PAGE_SIZE],
            "more": max(0, len(entries) - PAGE_SIZE),
            "notes": notes or {},
            "whole": page,
            "url": site.address(page),
        },
    )
