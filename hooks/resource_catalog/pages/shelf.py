"""Build the page of the shelf: a reader's own list, stored in the browser and shared by URL."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import shelf_data
from resource_catalog.model.messages import _
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """One page; the browser fills it."""
    yield Page(
        path="shelf/",
        title=_("Shelf"),
        description=_(
            "Collect resources in your own order, add notes, and share them as a link "
            "or a printout."
        ),
        template="shelf.html",
        data={"parts": shelf_data.part_count(site)},
        code="open-shelf",
    )
