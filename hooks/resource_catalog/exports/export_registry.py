"""All exports of a site; the search index is not among them, since it needs the finished prose."""

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
)
"""The files here that have exports; each gives its own with ``files(site)``.

The page about data tells of them in this order: what most people want comes first.
"""


def all_exports(site: Site) -> Iterator[ExportFile]:
    """Every file that is made from the catalog alone."""
    return chain.from_iterable(kind.files(site) for kind in FORMATS)


def all_offers(site: Site) -> Iterator[Offer]:
    """What readers may take: what each format says of itself with ``offers(site)``, if anything."""
    for kind in FORMATS:
        offers = getattr(kind, "offers", None)
        if offers is not None:
            yield from offers(site)


def all_downloads(page: str, site: Site) -> Iterator[Download]:
    """The files that belong to one page: what each format names with ``downloads``, if anything."""
    for kind in FORMATS:
        downloads = getattr(kind, "downloads", None)
        if downloads is not None:
            yield from downloads(page, site)
