"""Build what stands at the head of a resource's page on paper: where the page is."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from resource_catalog.model.field_types import urls
from resource_catalog.site import qr_code
from resource_catalog.site.localhost import is_local
from resource_catalog.site.shareable_pages import can_share
from resource_catalog.site.site import Site

MAX_WITH_QR_CODE = 200
"""Most entries whose own pages have a QR code: each costs as much as the rest of its page."""


@dataclass(frozen=True)
class PrintHeader:
    """Where a page is, at its head on paper: for people to type, and as a QR code if it has one.

    ``is_local`` says that it leads to this computer only.
    """

    display_url: str
    is_local: bool
    qr: Markup | None = None


def print_header(page: str, site: Site) -> PrintHeader | None:
    """What the page of an entry has on paper; None if the site has no absolute URL."""
    if not can_share(site):
        return None
    url = site.absolute_url(page)
    has_code = len(site.catalog.entries) <= MAX_WITH_QR_CODE
    qr = qr_code.svg(url, "rc-qr") if has_code else None
    return PrintHeader(urls.display_url(url), is_local(site.absolute_url("")), qr)
