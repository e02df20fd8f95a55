"""Tables: ``data/catalog.csv`` and every text in it, read with Python's own reader."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CATALOG
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.exports.spreadsheet.columns import columns, entry_data, max_group_counts
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_writer import entry_text, key_lines
from resource_catalog.model.records.entry import Entry

TEXT = st.text(
    st.one_of(
        st.sampled_from(list(" ;\\'\"=+-@,#:\t\n|>&*!%`[]{}é–\ufeff\u2028")),
        st.characters(codec="utf-8"),
    ),
    min_size=1,
).filter(lambda text: text == text.strip() and "\r" not in text)
"""Any text that is kept as it is: no spaces around it."""


@pytest.fixture(scope="module")
def rows(built_site: Path) -> list[dict[str, str]]:
    with (built_site / "data/catalog.csv").open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def test_every_entry_is_a_row_with_all_that_readers_are_shown(rows: list[dict[str, str]]) -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    assert [row["id"] for row in rows] == sorted(catalog.entries)
    for row in rows:
        entry = catalog.entries[row["id"]]
        assert row["title"] == entry.title
        assert row["type"] == entry.type
        assert row["summary"] == entry.summary
        assert row["phases"].split("; ") == list(entry.tags.get("phases", ())) or not row["phases"]
        assert row["link_1_url"] == (entry.links[0].url if entry.links else "")
        assert row["added"] == (entry.added.isoformat() if entry.added else "")
        assert [row["source_1_document"]] == [s.document for s in entry.sources[:1]] or not (
            entry.sources
        )


def test_what_is_meant_for_maintainers_is_not_in_it(rows: list[dict[str, str]]) -> None:
    assert not {"notes", "link_1_formerly"} & set(rows[0])


def test_the_file_is_as_spreadsheets_and_rfc_4180_want_it(built_site: Path) -> None:
    raw = (built_site / "data/catalog.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,title,")
    assert raw.endswith(b"\r\n")


def test_no_key_of_an_entry_lacks_a_column() -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    found = columns(catalog.facets, max_group_counts(()))
    held = {column.path[0] for column in found}
    facets = {vocabulary.key or facet for facet, vocabulary in catalog.facets.items()}
    assert held == {"id", *keys_of(Entry), *facets}
    assert all(column.about for column in found)
    assert len({column.name for column in found}) == len(found)


@given(TEXT)
def test_no_cell_runs_as_a_formula_and_each_comes_back(text: str) -> None:
    cell = cells.escape_formula(text)
    assert cell[0] not in "=+-@\t\r\n＝＋－＠"
    assert cells.unescape_formula(cell) == text
    ((read,),) = csv.reader(
        io.StringIO(csv_file([[cell]]).decode("utf-8-sig"), newline=""), strict=True
    )
    assert read == cell


@given(st.lists(TEXT))
def test_lists_come_back(items: list[str]) -> None:
    assert cells.split_items(cells.join_items(items)) == items


@given(TEXT)
def test_any_text_comes_back_from_the_file_of_an_entry(text: str) -> None:
    for value in (text, [text, "b"], [{"url": text, "formerly": [text]}], {"on": text}):
        read, faults = parser.parse("\n".join(key_lines("key", value)) + "\n")
        assert (read, faults) == ({"key": value}, [])


def test_entries_are_written_as_they_were_written_by_hand() -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    for entry in catalog.entries.values():
        data = entry_data(entry, catalog.facets)
        text = entry_text(data)
        assert parser.parse(text)[0] == data
        assert list(data) == list(parser.parse(Path(entry.file).read_text(encoding="utf-8"))[0])
