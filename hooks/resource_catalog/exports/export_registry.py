"""List all exports, except the search index, which needs the rendered pages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from resource_catalog.exports import (
    Download,
    ExportFile,
    Offer,
    catalog_json,
    common_cartridge,
    feeds,
    handouts,
    open_search,
    pictures,
    qr_images,
    redirect_pages,
    review_calendar,
    shelf_data,
)
from resource_catalog.exports.references import bibtex, csl_json, ris
from resource_catalog.exports.spreadsheet import catalog_csv, data_package
from resource_catalog.site.site import Site

FORMATS = (
    handouts,
    qr_images,
    catalog_csv,
    common_cartridge,
    feeds,
    bibtex,
    ris,
    csl_json,
    open_search,
    catalog_json,
    data_package,
    redirect_pages,
    shelf_data,
    review_calendar,
    pictures,
)
"""The modules with exports, in the order of the page about data: the most wanted first."""


def all_exports(site: Site) -> Iterator[ExportFile]:
    """The files of all exports."""
    return chain.from_iterable(kind.files(site) for kind in FORMATS)


def all_offers(site: Site) -> Iterator[Offer]:
    """The descriptions of all formats that have ``offers(site)``."""
    for kind in FORMATS:
        offers = getattr(kind, "offers", None)
        if offers is not None:
            yield from offers(site)


def all_downloads(page: str, site: Site) -> Iterator[Download]:
    """The downloads of one page, from all formats that have ``downloads(page, site)``."""
    for kind in FORMATS:
        downloads = getattr(kind, "downloads", None)
        if downloads is not None:
            yield from downloads(page, site)
