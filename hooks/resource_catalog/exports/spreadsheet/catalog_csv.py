"""Write ``data/catalog.csv``, the entries as a table that ``scripts/import_csv.py`` can import."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.spreadsheet.columns import Column, columns, max_group_counts
from resource_catalog.exports.spreadsheet.csv_text import entries_as_csv
from resource_catalog.model.messages import _
from resource_catalog.site.site import Site

PATH = "data/catalog.csv"


def files(site: Site) -> Iterator[ExportFile]:
    """One row per entry, sorted by id, retired ones included."""
    entries = site.catalog.entries.values()
    yield ExportFile(PATH, entries_as_csv(entries, site.catalog.facets, public_columns(site)))


def public_columns(site: Site) -> tuple[Column, ...]:
    """The columns of the table, without those for maintainers."""
    catalog = site.catalog
    found = columns(catalog.facets, max_group_counts(catalog.entries.values()), catalog.entry_type)
    return tuple(column for column in found if not column.for_maintainers)


def downloads(page: str, _site: Site) -> Iterator[Download]:
    """The table, on the page that lists everything."""
    if page == "browse/":
        yield Download(PATH, _("The whole library as a table (CSV)"))


def offers(site: Site) -> Iterator[Offer]:
    """The description of the table."""
    yield Offer(
        name=_("Table"),
        purpose=_("for a spreadsheet"),
        about=_(
            "One row per resource, for Excel, Numbers, or LibreOffice. Several values in a "
            "cell are separated by semicolons; a semicolon inside a value has a backslash "
            "before it. An apostrophe at the start of a cell keeps it from running as a "
            "formula."
        ),
        files=((PATH, _("Everything")),),
        example_label=_("In a cell of Google Sheets, for a copy that stays up to date"),
        example=f'=IMPORTDATA("{site.absolute_url(PATH)}")',
        parts_label=_("What the columns contain"),
        parts=tuple((column.name, column.about) for column in public_columns(site)),
        is_in_table=True,
    )
