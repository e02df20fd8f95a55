"""The page of each entry."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import shelf_data
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.pages.page import Page, summary_line
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import as_script_text, learning_resource


def pages(site: Site) -> Iterator[Page]:
    """One page an entry, listed or not."""
    for entry in site.catalog.entries.values():
        yield resource_page(entry, site)


def page_alone(path: str, site: Site) -> Page | None:
    """The page at an address, if it is that of an entry."""
    folder, _, rest = path.partition("/")
    entry = site.catalog.entries.get(rest.removesuffix("/"))
    return resource_page(entry, site) if folder == "resources" and entry else None


def resource_page(entry: Entry, site: Site) -> Page:
    """Everything known about one entry."""
    catalog = site.catalog
    related = {entry_id: catalog.entries[entry_id] for entry_id in entry.related}
    related.update((other.id, other) for other in catalog.related_from.get(entry.id, ()))
    lines = (
        ("Part of", (catalog.entries[entry.part_of],) if entry.part_of else ()),
        ("Parts", catalog.parts.get(entry.id, ())),
        ("Related", tuple(related.values())),
        ("Replaces", catalog.replaces.get(entry.id, ())),
    )
    return Page(
        path=f"resources/{entry.id}/",
        title=entry.title,
        description=summary_line(entry.summary),
        template="resource.html",
        data={
            "entry": entry,
            "lines": [(heading, others) for heading, others in lines if others],
            "replaced_by": catalog.entries.get(entry.replaced_by or ""),
            "mentions": catalog.mentions.get(entry.id, ()),
            "packs": catalog.collections_with.get(entry.id, ()),
            "places": {
                phase: f"{catalog.position_in_phase(phase, entry.id)} of "
                f"{len(catalog.tagged(PHASES, phase))}"
                for phase in entry.tags.get(PHASES, ())
                if entry.is_listed
            },
            "cited_in": shelf_data.part_of(entry.id, shelf_data.part_count(site)),
        },
        is_told_all=True,
        source=entry.file,
        updated=entry.reviewed.on if entry.reviewed else entry.added,
        structured_data=lambda: as_script_text(learning_resource(entry, catalog, site.address)),
    )
