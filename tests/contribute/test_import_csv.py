"""``scripts/import_csv.py`` and ``export_csv.py``: any table in, nothing lost, all or nothing."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from building import CATALOG, copy_of_catalog, run_script
from resource_catalog.contribute.import_table.mapping_file import NO_MAPPING
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.read_table import read_table
from resource_catalog.contribute.import_table.table import UnreadableTableError
from resource_catalog.exports.spreadsheet.columns import columns, entry_data, max_group_counts
from resource_catalog.exports.spreadsheet.csv_text import csv_file, entries_as_csv
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.saving.file_changes import changes_of, save_changes
from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import as_read, entry_text
from resource_catalog.model.field_types import Line, Name, Prose
from sample_catalog import ENTRIES, write_catalog, write_sample

HEADINGS = ["id", "title", "type", "summary", "access"]
ROW = ["coach-notes", "Notes for coaches", "report", "What coaches wrote down.", "unlocated"]


def files(folder: Path) -> dict[str, bytes]:
    found = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*.*")}
    return {name: raw for name, raw in found.items() if not name.startswith("schema/")}


def table(path: Path, *rows: Sequence[str]) -> Path:
    path.write_bytes(csv_file(rows))
    return path


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return write_sample(tmp_path / "sample")


def entry(folder: Path, name: str) -> dict[str, Any]:
    data, faults = parser.parse((folder / f"entries/{name}.yml").read_text(encoding="utf-8"))
    assert not faults
    assert isinstance(data, dict)
    return data


# --- out, in, out


def test_the_real_catalog_comes_back_whole(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert run_script("export_csv.py", first).returncode == 0
    empty = copy_of_catalog(tmp_path)
    for path in (empty / "entries").iterdir():
        path.unlink()
    run = run_script("import_csv.py", first, empty)
    assert (run.returncode, run.stderr) == (0, "")
    assert run_script("export_csv.py", second, empty).returncode == 0
    assert second.read_bytes() == first.read_bytes()
    (before, _), (after, _) = open_catalog(CATALOG), open_catalog(empty)
    assert before is not None
    assert after is not None
    for name, kept in before.entries.items():
        assert after.entries[name].model_copy(update={"file": kept.file}) == kept


def test_a_table_that_says_what_is_there_changes_nothing(sample: Path, tmp_path: Path) -> None:
    out, before = tmp_path / "out.csv", files(sample)
    assert run_script("export_csv.py", out, sample).returncode == 0
    run = run_script("import_csv.py", out, sample, "--update")
    assert run.stdout.splitlines()[-2:] == [
        f"0 new, 0 changed, {len(ENTRIES)} same, 0 refused.",
        f"0 files written to {sample}.",
    ]
    assert files(sample) == before


ODD = " ;\\'\"=+-@,#:\t\n|>&*!%`[]{}é–\ufeff＝"
UNSEEN = "".join(map(chr, (*range(0x2028, 0x202F), 0xFFFE, 0xFFFF)))
LETTERS = st.one_of(
    st.sampled_from(ODD), st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=UNSEEN)
)
HARD = st.builds(str.__add__, st.sampled_from("=+-@'\";#é|&a"), st.text(LETTERS, max_size=30))


def allowed(kind: Any, text: str) -> str:
    """``text`` as the model keeps it; one that it refuses is not tried."""
    try:
        return str(TypeAdapter(kind).validate_python(text))
    except ValidationError:
        reject()


@settings(max_examples=25)
@given(HARD, HARD, st.lists(HARD, min_size=1, max_size=3, unique=True), HARD)
def test_any_text_comes_back_whole(title: str, prose: str, names: list[str], why: str) -> None:
    data = {
        "title": allowed(Line, title),
        "type": "report",
        "phases": ["second", "first"],
        "summary": allowed(Prose, prose),
        "links": [
            {
                "url": "https://example.org/a;b",
                "formerly": ["https://example.org/;", "http://c.d/"],
            },
            {"url": "https://example.org/=", "role": "archive"},
        ],
        "authors": list(dict.fromkeys(allowed(Name, name) for name in names)),
        "retired": {"on": "2026-01-02", "why": allowed(Prose, why)},
        "sources": [{"document": allowed(Line, why)}, {"document": "b", "section": "="}],
        "notes": allowed(Prose, f"{prose}\n{why}"),
    }
    with tempfile.TemporaryDirectory() as place:
        full, empty = (write_catalog(Path(place, name), {}) for name in ("full", "empty"))
        text = entry_text(data)
        (full / "entries/hard.yml").write_text(text, encoding="utf-8", newline="")
        out = _table_of(full)
        planner = ImportPlanner(load(empty), NO_MAPPING, "t.csv", update=False)
        plan = planner.plan(read_table(out, planner.is_known))
        assert plan.problems == []
        save_changes(empty, changes_of(empty, plan.new_texts, plan.old_texts))
        assert _table_of(empty) == out


def _table_of(folder: Path) -> bytes:
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    entries = catalog.entries.values()
    return entries_as_csv(
        entries, catalog.facets, columns(catalog.facets, max_group_counts(entries))
    )


# --- what comes from other programs


TEXT = "Título;Año\nGuía;“así”\n"


@pytest.mark.parametrize(
    ("raw", "encoding", "separator"),
    [
        (TEXT.encode("utf-8-sig"), "UTF-8", ";"),
        (TEXT.encode("utf-16"), "UTF-16", ";"),
        (TEXT.encode("utf-16-be").join([b"\xfe\xff", b""]), "UTF-16", ";"),
        (TEXT.replace(";", "\t").encode("utf-16-le"), "UTF-16", "\t"),
        (TEXT.encode("cp1252"), "Windows-1252", ";"),
        (b"sep=|\r\n" + TEXT.replace(";", "|").encode(), "UTF-8", "|"),
        (TEXT.replace("\n", "\r").encode(), "UTF-8", ";"),
        (b"\n\n" + TEXT.replace("\n", "\r\n").encode(), "UTF-8", ";"),
    ],
)
def test_tables_of_every_program_are_read(raw: bytes, encoding: str, separator: str) -> None:
    found = read_table(raw, lambda heading: heading == "Título")
    assert (found.encoding, found.separator) == (encoding, separator)
    assert found.headings == ("Título", "Año")
    assert [cells for _, cells in found.rows] == [("Guía", "“así”")]
    assert found.is_encoding_guessed == (encoding == "Windows-1252")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "This table is empty"),
        (b"PK\x03\x04rest", "workbook is damaged. Save it as .xlsx, or as “CSV UTF-8”"),
        (b"title\n\x00\x01\x02", "not a text file"),
        (b"title\n\x81\x8d", "neither UTF-8 nor Windows-1252"),
        (b'title,id\na,b\n"left open,c\n', "Row 3 cannot be read"),
        (b'title,id\n"a" b,c\n', "Row 2 cannot be read"),
    ],
)
def test_a_file_that_is_no_table_is_rejected_with_a_message(raw: bytes, said: str) -> None:
    with pytest.raises(UnreadableTableError, match=said):
        read_table(raw, {"title", "id"}.__contains__)


def test_headings_in_any_order_and_words_of_the_site_are_understood(
    sample: Path, tmp_path: Path
) -> None:
    (tmp_path / "t.csv").write_bytes(
        "PHASES;Recommended Use;Types;Title;Link;Access;Published;link_2_url;Notes from us;Sumary\n"
        "Second;Read it\n;REPORT;Ñandú – “big”;https://example.org/n;Sign-in needed;2017,00;"
        "https://example.org/o;x;y\n".replace("Read it\n", '"Read\nit"').encode("cp1252")
    )
    run = run_script("import_csv.py", tmp_path / "t.csv", sample, "--dry-run")
    assert run.returncode == 0
    assert "it was read as Windows-1252. Does “Ñandú” look right?" in run.stdout
    assert "“Notes from us” is unknown and was left out." in run.stdout
    assert "“Sumary” is unknown and was left out. Did you mean “summary”?" in run.stdout
    mapping = tmp_path / "map.yml"
    mapping.write_text("columns: {Sumary: summary, Notes from us: ignore}", encoding="utf-8")
    run = run_script("import_csv.py", tmp_path / "t.csv", sample, "--map", mapping)
    assert (run.returncode, run.stderr) == (0, "")
    assert "not known" not in run.stdout
    assert entry(sample, "nandu-big") == {
        "title": "Ñandú – “big”",
        "type": "report",
        "phases": ["second"],
        "summary": "y",
        "recommended_use": "Read\nit",
        "links": [
            {"url": "https://example.org/n", "format": "html", "role": "primary"},
            {"url": "https://example.org/o", "format": "html", "role": "alternate"},
        ],
        "access": "sign-in",
        "published": "2017",
    }
    assert run_script("validate.py", sample).returncode == 0


def test_a_mapping_gives_their_words_a_meaning(sample: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yml"
    mapping.write_text(
        """
columns: {Resource Name: title, What: summary, Kind: type, For: audiences, Where: link_1_url}
values:
  type: {White paper: report}
  audiences: {Everyone: staff}
defaults: {access: paid, language: en}
separator: /
""",
        encoding="utf-8",
    )
    rows = [
        ["Resource Name", "What", "Kind", "For", "Where"],
        ["Big", "It is; big.", "white PAPER", "everyone", "https://example.org/big"],
    ]
    run = run_script(
        "import_csv.py", table(tmp_path / "t.csv", *rows), sample, "--map", mapping, "--today"
    )
    assert (run.returncode, run.stderr) == (0, "")
    found = entry(sample, "big")
    assert found.pop("added").startswith("20")
    assert found == {
        "title": "Big",
        "type": "report",
        "summary": "It is; big.",
        "links": [{"url": "https://example.org/big", "format": "html", "role": "primary"}],
        "access": "paid",
        "language": "en",
        "audiences": ["staff"],
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("columns: {A: tilte}", "a column “tilte” that the catalog does not have. Did you mean"),
        ("colums: {A: title}", "Did you mean “columns”?"),
        ("columns: [a]", "a group of keys belongs"),
        ("values: {type: report}", "a group of keys belongs"),
        ("- a", "wrong-kind"),
    ],
)
def test_an_invalid_mapping_is_reported(sample: Path, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "map.yml").write_text(text, encoding="utf-8")
    path = table(tmp_path / "t.csv", HEADINGS, ROW)
    run = run_script("import_csv.py", path, sample, "--map", tmp_path / "map.yml")
    assert run.returncode in (1, 2)
    assert said in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_another_catalog_with_other_facets(tmp_path: Path) -> None:
    facet = {"label": "Grade bands", "terms": [{"id": "k-2", "label": "K to 2"}]}
    folder = write_catalog(tmp_path / "other", {}, {"grade-bands": facet})
    path = table(tmp_path / "t.csv", [*HEADINGS, "Grade Bands"], [*ROW, "k to 2"])
    assert run_script("import_csv.py", path, folder).returncode == 0
    assert entry(folder, "coach-notes")["grade-bands"] == ["k-2"]
    assert b"grade-bands" in _table_of(folder)


# --- all or nothing


WRONG = [
    (["x", "Zebra", "report", "s", "unlocated"], "B3 (title): duplicate-title"),
    (["coach-notes", "Other", "report", "s", "unlocated"], "A3 (id): duplicate-id Row 2 has"),
    (["Coach Notes", "Other", "report", "s", "unlocated"], "A3 (id): bad-name"),
    (["x", "Other", "reprot", "s", "unlocated"], "C3 (type): unknown-term"),
    (["x", "Other", "report", "s", "open"], "E3 (access): missing-link"),
    (["x", "", "report", "s", "unlocated"], "B3 (title): missing-key"),
    (["zebra", "Other", "report", "s", "unlocated"], "A3 (id): duplicate-id There is an entry"),
    (["quagga", "Other", "report", "s", "unlocated"], "alias-taken"),
    (["x", "Other", "report", "s", "unlocated", "more"], "This row has 6 cells"),
    (["x", "O\u202ether", "report", "s", "unlocated"], "B3 (title): control-character"),
]


@pytest.mark.parametrize(("row", "said"), WRONG, ids=[said[:28] for _, said in WRONG])
def test_nothing_is_written_when_one_row_is_wrong(
    sample: Path, tmp_path: Path, row: list[str], said: str
) -> None:
    before = files(sample)
    run = run_script("import_csv.py", table(tmp_path / "t.csv", HEADINGS, ROW, row), sample)
    assert run.returncode == 1
    assert said in run.stdout
    assert "Nothing was written: " in run.stdout
    assert "Traceback" not in run.stderr
    assert files(sample) == before


def test_the_first_import_needs_no_folder_of_entries(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "new", {})
    (folder / "entries").rmdir()
    run = run_script("import_csv.py", table(tmp_path / "t.csv", HEADINGS, ROW), folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert [path.name for path in (folder / "entries").iterdir()] == ["coach-notes.yml"]


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(sample: Path, tmp_path: Path) -> None:
    before = files(sample)
    rows = [
        ROW,
        ["zebra", "Zebras", "report", "What it is.", "open"],
        ["ape", "Ape", "report", "What it is.", "unlocated"],
        ["near", "Note for coaches", "report", "s", "unlocated"],
    ]
    path = table(tmp_path / "t.csv", HEADINGS, *rows)
    run = run_script("import_csv.py", path, sample, "--dry-run", "--update")
    assert (run.returncode, run.stderr) == (0, "")
    lines = [line.split() for line in run.stdout.splitlines()]
    assert ["2", "new", "coach-notes", *ROW[1].split()] in lines
    assert ["3", "changed", "zebra", "Zebras", "(title)"] in lines
    assert ["1", "changed", "zebra"] not in lines
    assert "2 new, 1 changed, 1 same, 0 refused." in run.stdout
    assert "Is it the same as coach-notes?" in run.stdout
    assert files(sample) == before


def test_an_update_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    path = folder / "entries/pilot.yml"
    text = """\
# Written by hand.
title: Pilot   # the name on the cover
type: report
# About the phases:
phases:
  - first  # surely
summary: >-  # our words
  What it
  is.
links:
  - url: https://example.org/p
    formerly: [https://example.org/q]

# Nobody knows more.
access: open
notes: |-
  # not a comment
# The end.
"""
    path.write_text(text, encoding="utf-8", newline="")
    rows = [
        ["id", "title", "phases", "published", "summary", "link_1_url", "notes"],
        ["pilot", "Pilots", "first; second", "2017", "New.", "https://example.org/p", ""],
    ]
    run = run_script("import_csv.py", table(tmp_path / "t.csv", *rows), folder, "--update")
    assert (run.returncode, run.stderr) == (0, "")
    assert (
        path.read_text(encoding="utf-8")
        == """\
# Written by hand.
title: Pilots  # the name on the cover
type: report
# About the phases:
# surely
phases: [first, second]
# our words
summary: New.
links:
  - url: https://example.org/p
    formerly: [https://example.org/q]

# Nobody knows more.
access: open
published: 2017
# The end.
"""
    )


def test_an_update_that_spoils_something_else_is_refused(sample: Path, tmp_path: Path) -> None:
    before = files(sample)
    path = table(tmp_path / "t.csv", ["id", "phases"], ["zebra", "second"])
    run = run_script("import_csv.py", path, sample, "--update")
    assert run.returncode == 1
    assert "sequence-untagged" in run.stdout
    assert files(sample) == before


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_stay(newline: str) -> None:
    text = "title: A\nsummary: b\n".replace("\n", newline)
    assert edit_entry(text, {"summary": "c"}, ()) == text.replace("b", "c")


def test_a_text_that_cannot_be_edited_safely_is_left_alone() -> None:
    assert edit_entry("{title: A} # why\n", {"title": "B"}, ()) is None
    assert edit_entry("title: A\r\nsummary: b\n", {"title": "B"}, ()) is None
    assert edit_entry("title: [A\n", {"title": "B"}, ()) is None


def test_unusable_files_and_folders_are_told(sample: Path, tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", HEADINGS, ROW)
    for arguments in (
        [tmp_path / "none.csv", sample],
        [path, tmp_path / "nowhere"],
        [tmp_path, sample],
        [path, sample, "--encoding", "klingon"],
    ):
        run = run_script("import_csv.py", *arguments)
        assert run.returncode == 2
        assert run.stderr.strip()
        assert "Traceback" not in run.stderr
    run = run_script("export_csv.py", path, sample)
    assert (run.returncode, run.stderr) == (2, f"{path} already exists. --force replaces it.\n")


def test_a_table_without_known_columns_is_told(sample: Path, tmp_path: Path) -> None:
    path = table(tmp_path / "t.csv", ["a", "b"], ["1", "2"])
    run = run_script("import_csv.py", path, sample)
    assert run.returncode == 1
    assert "No column is called “title” or “id”" in run.stdout


def test_the_table_for_maintainers_is_whole(sample: Path, tmp_path: Path) -> None:
    run_script("export_csv.py", tmp_path / "t.csv", sample)
    text = (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}
    catalog, _ = open_catalog(sample)
    assert catalog is not None
    assert rows["everything"]["notes"] == "Not for readers."
    assert rows["everything"]["authors"] == "A. Writer; B. Writer"
    assert rows["everything"]["link_4_role"] == "archive"
    assert rows["retired"]["retired_why"] == "A newer one is out."
    assert rows["everything"]["featured"] == rows["everything"]["link_2_shared"] == "true"
    assert rows["everything"]["link_2_label"] == "Source code"
    assert rows["zebra"]["featured"] == ""
    data = as_read(entry_data(catalog.entries["everything"], catalog.facets))
    assert (
        entry(sample, "everything").items()
        >= {key: value for key, value in data.items() if key not in ("links", "access")}.items()
    )


def test_a_page_that_rows_share_is_said_on_each_of_them(sample: Path, tmp_path: Path) -> None:
    headings = ["title", "type", "summary", "link_1_url", "link_1_role", "link_1_shared"]
    page = "https://example.org/firm"
    rows = [["Alpha", "report", "One.", page, "primary", ""], ["Beta", "report", "Two.", page]]
    path = table(tmp_path / "t.csv", headings, rows[0], [*rows[1], "landing", ""])
    run = run_script("import_csv.py", path, sample, "--dry-run")
    assert "Write primary in “link_1_role”" in run.stdout
    shared = [[*row[:4], "primary", "TRUE"] for row in rows]
    run = run_script("import_csv.py", table(path, headings, *shared), sample)
    assert run.returncode == 0, run.stdout
    assert "shared: true" in (sample / "entries/beta.yml").read_text(encoding="utf-8")
