"""Write a QR code for the address of every page with a sharing panel, as PNG and as SVG."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile
from resource_catalog.model.messages import _
from resource_catalog.site import qr_code
from resource_catalog.site.shareable_pages import is_shareable, shareable_pages
from resource_catalog.site.site import Site

NAME, SVG_NAME = "qr.png", "qr.svg"


def files(site: Site) -> Iterator[ExportFile]:
    """A QR code for each page that can be shared."""
    for page in shareable_pages(site.catalog):
        yield from codes(page, site.absolute_url(page))


def codes(page: str, url: str) -> Iterator[ExportFile]:
    """The QR codes beside a page, for ``url``."""
    yield ExportFile(page + NAME, qr_code.png(url))
    yield ExportFile(page + SVG_NAME, qr_code.svg_file(url))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The QR codes of one page."""
    if is_shareable(page, site.catalog):
        yield Download(page + NAME, _("QR code for slides (PNG)"))
        yield Download(page + SVG_NAME, _("QR code for posters (SVG)"))
