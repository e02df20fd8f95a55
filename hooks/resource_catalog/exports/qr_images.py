"""Write a QR code (``qr.png``) for the address of every page with a sharing panel."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile
from resource_catalog.model.messages import _
from resource_catalog.site import qr_code
from resource_catalog.site.sharing import is_shareable, shareable_pages
from resource_catalog.site.site import Site

NAME = "qr.png"


def files(site: Site) -> Iterator[ExportFile]:
    """A QR code for each page that can be shared."""
    for page in shareable_pages(site.catalog):
        yield ExportFile(page + NAME, qr_code.png(site.absolute_url(page)))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The QR code of one page."""
    if is_shareable(page, site.catalog):
        yield Download(page + NAME, _("QR code for slides and posters (PNG)"))
