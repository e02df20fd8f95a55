"""List all exports, except the search index, which needs the rendered pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from types import ModuleType

from resource_catalog.exports import (
    Download,
    ExportFile,
    Offer,
    body_pictures,
    catalog_json,
    common_cartridge,
    feeds,
    handout_files,
    open_search,
    qr_code_files,
    redirect_pages,
    review_calendar,
    shelf_data,
)
from resource_catalog.exports.blank_sheets import sheet_files
from resource_catalog.exports.references import bibtex, csl_json, ris
from resource_catalog.exports.spreadsheet import catalog_csv, data_package
from resource_catalog.site.shareable_pages import can_share
from resource_catalog.site.site import Site

FORMATS = (
    handout_files,
    qr_code_files,
    sheet_files,
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
    body_pictures,
)
"""The modules with exports, in the order of the page about data: the most wanted first."""


_WITH_ADDRESS = (qr_code_files, common_cartridge, feeds, open_search)
"""Those that are of no use without the address of the site, which whoever reads them needs."""


def all_exports(site: Site) -> Iterator[ExportFile]:
    """The files of all exports."""
    return chain.from_iterable(kind.files(site) for kind in _formats(site))


def all_offers(site: Site) -> Iterator[Offer]:
    """The descriptions of all formats that have ``offers(site)``."""
    for kind in _formats(site):
        offers = getattr(kind, "offers", None)
        if offers is not None:
            # An example is something to paste elsewhere, so it needs the address of the site.
            yield from (
                offer if can_share(site) else replace(offer, example_label="", example="")
                for offer in offers(site)
            )


def all_downloads(page: str, site: Site) -> Iterator[Download]:
    """The downloads of one page, from all formats that have ``downloads(page, site)``."""
    for kind in _formats(site):
        downloads = getattr(kind, "downloads", None)
        if downloads is not None:
            yield from downloads(page, site)


def _formats(site: Site) -> tuple[ModuleType, ...]:
    if can_share(site):
        return FORMATS
    return tuple(kind for kind in FORMATS if kind not in _WITH_ADDRESS)
