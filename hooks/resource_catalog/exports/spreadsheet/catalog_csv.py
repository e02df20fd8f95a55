"""``data/catalog.csv``: the entries as a table, which ``scripts/import_csv.py`` takes back."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.spreadsheet.columns import Column, columns, most_places
from resource_catalog.exports.spreadsheet.csv_text import entries_as_csv
from resource_catalog.site.site import Site

PATH = "data/catalog.csv"


def files(site: Site) -> Iterator[ExportFile]:
    """One row an entry, by id, retired ones included."""
    entries = site.catalog.entries.values()
    yield ExportFile(PATH, entries_as_csv(entries, site.catalog.facets, shown(site)))


def shown(site: Site) -> tuple[Column, ...]:
    """The columns of the table: all but what is meant for maintainers alone."""
    catalog = site.catalog
    found = columns(catalog.facets, most_places(catalog.entries.values()))
    return tuple(column for column in found if not column.is_hidden)


def downloads(page: str, _: Site) -> Iterator[Download]:
    """The table, on the page that lists everything."""
    if page == "browse/":
        yield Download(PATH, "The whole library as a table (CSV)")


def offers(site: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="Table",
        purpose="for a spreadsheet",
        about="Every resource in a row, opens in Excel, Numbers, and LibreOffice. Where a cell "
        "holds several things, a semicolon stands between them; a semicolon inside one has a "
        "backslash in front. An apostrophe in front of a cell keeps it from running as a formula.",
        files=((PATH, "Every resource"),),
        example_label="In a cell of Google Sheets, for a copy that stays up to date",
        example=f'=IMPORTDATA("{site.absolute_url(PATH)}")',
        parts_label="What the columns hold",
        parts=tuple((column.name, column.about) for column in shown(site)),
    )
