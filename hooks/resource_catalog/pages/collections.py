"""Packs: the collections of a catalog, each on a page of its own, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.model.records.collection import Collection
from resource_catalog.pages.page import Page, count, summary_line
from resource_catalog.pages.parts.share_panel import with_share
from resource_catalog.site import structured_data
from resource_catalog.site.durations import total_duration
from resource_catalog.site.pagination import single_page
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """One page a collection, and their list; none at all where there are no collections."""
    collections = tuple(site.catalog.collections.values())
    if collections:
        yield list_page(collections)
    for collection in collections:
        yield collection_page(collection, site)


def list_page(collections: tuple[Collection, ...]) -> Page:
    """All packs, each with whom it is for."""
    return Page(
        path="collections/",
        title="Packs",
        description=f"{count(len(collections), 'pack')} of resources, each for one purpose.",
        template="collections.html",
        data={"collections": collections},
    )


def collection_page(collection: Collection, site: Site) -> Page:
    """One pack: what it is for, and its entries in order, each with a note."""
    entries = site.catalog.entries_in(collection)
    path = f"collections/{collection.id}/"
    description = summary_line(collection.purpose)
    page = Page(
        path=path,
        title=collection.title,
        description=description,
        template="collection.html",
        data={"collection": collection, "entries": entries, "duration": total_duration(entries)},
        source=collection.file,
        structured_data=structured_data.ItemList(
            collection.title, description, single_page(entries, path), site.address
        ).text,
    )
    return with_share(page, collection.purpose, entries, site)
