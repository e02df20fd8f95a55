"""What programs can read, told to people."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.pages.page import Page
from resource_catalog.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The list of all files with data."""
    yield Page(
        path="data/",
        title="Data",
        description=f"The whole of {site.catalog.identity.title} as data that programs can read.",
        template="data.html",
    )
