"""Build the page that lists the data files to download."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from resource_catalog.exports import Offer
from resource_catalog.exports.export_registry import all_offers
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import DATA_PATH
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site

KINDS = {"bib": "BibTeX", "csl.json": "CSL", "xml": "Atom", "cc12.imscc": "IMSCC 1.2"}
"""What files are called in the table, by ending; the others are called by their endings."""


@dataclass(frozen=True)
class Row:
    """All files of the same resources; in each cell the path and the kind of each file."""

    label: str
    cells: Sequence[Sequence[tuple[str, str]]]


def pages(site: Site) -> Iterator[Page]:
    """One page, with the offers of all exports."""
    offers = list(all_offers(site))
    columns = [offer for offer in offers if offer.is_in_table]
    yield Page(
        path=DATA_PATH,
        title=_("Data"),
        description=_(
            "Take %(title)s with you, whole or in parts. Files update with the library; their "
            "links never change.",
            title=site.catalog.identity.title,
        ),
        template="data.html",
        data={"offers": offers, "columns": columns, "rows": list(_rows(columns))},
    )


def _rows(columns: Sequence[Offer]) -> Iterator[Row]:
    """The rows of the table: everything, then each page in the order of the longest column."""
    found: dict[str, tuple[str, list[list[tuple[str, str]]]]] = {"": (_("Everything"), [])}
    for offer in sorted(columns, key=lambda offer: -len(offer.files)):
        for path, label in offer.files:
            found.setdefault(_page_of(path), (label, []))
    for key, (label, _cells) in found.items():
        files = [
            [path for path, _label in offer.files if _page_of(path) == key] for offer in columns
        ]
        yield Row(label, [[(path, _kind_of(path)) for path in paths] for paths in files])


def _page_of(path: str) -> str:
    """The page whose resources a file has, such as ``phases/planning``; empty for all of them."""
    _folder, _slash, rest = path.partition("/")
    return rest.partition(".")[0] if "/" in rest else ""


def _kind_of(path: str) -> str:
    ending = PurePosixPath(path).name.partition(".")[2]
    return KINDS.get(ending, ending.upper())
