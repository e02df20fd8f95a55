"""Build the page that lists the data files to download."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports.export_registry import all_offers
from resource_catalog.model.messages import _
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """One page, with the offers of all exports."""
    yield Page(
        path="data/",
        title=_("Data"),
        description=_(
            "Take %(title)s with you, whole or in parts. The files are made anew whenever the "
            "library changes, and their addresses stay.",
            title=site.catalog.identity.title,
        ),
        template="data.html",
        data={"offers": list(all_offers(site))},
    )
