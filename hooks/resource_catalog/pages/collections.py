"""Build the page of each collection (called a pack on the site), and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.records.collection import Collection
from resource_catalog.pages.page import Page, meta_description
from resource_catalog.pages.parts.share_panel import with_share_panel
from resource_catalog.site import structured_data
from resource_catalog.site.availability.open_counts import opening_note
from resource_catalog.site.pagination import single_page
from resource_catalog.site.site import Site
from resource_catalog.site.total_duration import total_duration


def pages(site: Site) -> Iterator[Page]:
    """One page per collection, and the list of them if there are any."""
    collections = tuple(site.catalog.collections.values())
    if collections:
        yield collection_list_page(collections)
    for collection in collections:
        yield collection_page(collection, site)


def collection_list_page(collections: tuple[Collection, ...]) -> Page:
    """The list of all collections."""
    return Page(
        path="collections/",
        title=_("Packs"),
        description=ngettext(
            "%(num)s pack of resources, each for one purpose.",
            "%(num)s packs of resources, each for one purpose.",
            len(collections),
        ),
        template="collections.html",
        data={"collections": collections},
    )


def collection_page(collection: Collection, site: Site) -> Page:
    """The page of one collection: its purpose, and its entries in order, with notes."""
    entries = site.catalog.entries_in(collection)
    path = f"collections/{collection.id}/"
    description = meta_description(collection.purpose)
    page = Page(
        path=path,
        title=collection.title,
        description=description,
        template="collection.html",
        data={
            "collection": collection,
            "entries": entries,
            "duration": total_duration(entries),
            "opening_note": opening_note(entries, site),
        },
        source=collection.file,
        structured_data=structured_data.ItemList(
            collection.title, description, single_page(entries, path), site.absolute_url
        ).script_text,
    )
    return with_share_panel(page, collection.purpose, entries, site)
