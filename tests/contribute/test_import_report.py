"""What the import says of many problems: counted by kind first, then one by one, then as data."""

from __future__ import annotations

import csv
import io
import json
import textwrap
from pathlib import Path

import pytest

from building import run_script
from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.mapping_file import NO_MAPPING, ColumnMapping
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.report.import_report import report_data, report_lines
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.yaml.parser import parse
from resource_catalog.model.messages.pseudo import TAG
from sample_catalog import IDENTITY, write_catalog

HEADINGS = ["id", "Name", "type", "url"]


def rows(number: int) -> list[list[str]]:
    """Rows of which a third has no title, and half a type that is none."""
    types = ["report", "Reprot", "podcast", "Game"]
    return [
        [f"t-{n}", f"T {n}" if n % 3 else "", types[n % 4], f"https://e.org/{n % (number - 1)}"]
        for n in range(number)
    ]


def planned(
    tmp_path: Path, number: int, *, take_good: bool = False, language: str = "en"
) -> tuple[Table, ImportPlan]:
    identity = {**IDENTITY, "language": language}
    folder = write_catalog(tmp_path / "catalog", {}, identity=identity)
    given = enumerate(map(tuple, rows(number)), 2)
    table = Table(tuple(HEADINGS), tuple(given), "UTF-8", ",")
    planner = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False, take_good=take_good)
    return table, planner.plan(table)


def test_many_problems_are_counted_by_kind_first(tmp_path: Path) -> None:
    table, plan = planned(tmp_path, 40)
    lines = list(report_lines("t.csv", table, plan))
    start = lines.index("")
    assert lines[start + 1 : lines.index("", start + 1)] == [
        "20 problems in “type”: unknown-term: The term is not in its vocabulary. "
        "Rows 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 ….",
        "     10 × “Game” is not one of the types. Known are: report, podcast. "
        "Rows 5, 9, 13, 17, 21, 25, 29, 33, 37, 41.",
        "     10 × “Reprot” is not one of the types. Did you mean “report”? "
        "Rows 3, 7, 11, 15, 19, 23, 27, 31, 35, 39.",
        "14 rows have no “Name”: 2, 5, 8, 11, 14, 17, 20, 23, 26, 29 ….",
        "1 problem in “url”: duplicate-url: This address is also at D2 of t.csv. Keep it in one "
        "place. If it is the page of both, write true in a column “link_1_shared” for both. "
        "Row 41.",
    ]
    assert "C5 (type): unknown-term “Game” is not one of the types." in "\n".join(lines)
    assert lines[-1] == "13 new, 0 changed, 0 same, 27 refused."


def test_a_column_that_is_often_refused_for_its_form_can_be_a_field_of_its_own(
    tmp_path: Path,
) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    head = ("title", "type", "url", "Time required")
    cells = ["1 h", "2–3 days each", "as you like", "a day or two"]
    rows = [(f"T{n}", "report", f"https://e.org/{n}", cell) for n, cell in enumerate(cells)]
    given = Table(head, tuple(enumerate(rows, 2)), "UTF-8", ",")

    def lines(columns: dict[str, str]) -> list[str]:
        mapping = ColumnMapping.model_validate({"columns": columns})
        plan = ImportPlanner(load(folder), mapping, "t.csv", update=False).plan(given)
        return list(report_lines("t.csv", given, plan))

    found = lines({"Time required": "duration"})
    start = next(n for n, line in enumerate(found) if line.startswith("3 of 4 rows"))
    fields = ["    fields:", "      - name: time_required"]
    fields += ["        label: Time required", "        kind: text"]
    mapped = "      Time required: time_required"
    assert found[start + 1 : start + 7] == [
        *fields,
        "and map the column to it in the mapping file, under “columns:”:",
        mapped,
    ]
    assert "\n".join(fields) in "\n".join(lines({})), "proposed at once where it is not mapped"
    own = textwrap.dedent("\n".join(fields))
    (folder / "catalog.yml").write_text(f"title: T\n{own}\n", encoding="utf-8")
    assert lines({"Time required": "time_required"})[-1].startswith("4 new")
    assert lines({})[-1].startswith("4 new"), "the label is the heading"


def test_a_column_that_few_rows_have_is_judged_by_these(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    cells = ["With a login of the house", "Staff only", "Ask the desk", *[""] * 40]
    rows = [(f"T{n}", "report", f"https://e.org/{n}", cell) for n, cell in enumerate(cells)]
    given = Table(("title", "type", "url", "Access"), tuple(enumerate(rows, 2)), "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(given)
    found = "\n".join(report_lines("t.csv", given, plan))
    assert "3 of 43 rows have another form in “Access”." in found
    assert "      Access: access_text" in found


def test_a_column_of_few_words_could_be_a_facet(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    rows = [(f"T{n}", f"https://e.org/{n}", ("Ask", "Make it")[n % 2]) for n in range(6)]
    given = Table(("title", "url", "Part of work"), tuple(enumerate(rows, 2)), "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(given)
    found = list(report_lines("t.csv", given, plan))
    assert found[1].endswith(" It has 2 different words, so it could be a facet.")
    assert found[2] == 'To make a facet of it, add --new-terms "Part of work"'
    assert not any("can be the type" in line for line in found)
    given = Table(("title", "url", "Kind"), given.rows, "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(given)
    found = list(report_lines("t.csv", given, plan))
    assert found[4].endswith("map the column to type, and add --new-terms types.")


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        (
            "Why",
            ["To find out what people need, before anybody has built anything at all. " * 2],
            ["kind: text", "search: true"],
        ),
        ("DOI", ["10.46430/phfr0001", "https://doi.org/10.46430/phfr0002"], ["kind: link"]),
        ("House rule", ["Staff of one house", ""], ["kind: text"]),
    ],
)
def test_a_column_of_no_known_meaning_can_be_a_field_of_its_kind(
    tmp_path: Path, heading: str, cells: list[str], expected: list[str]
) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    rows = [(f"T{n}", f"S{n}", f"https://e.org/{n}", cell) for n, cell in enumerate(cells)]
    given = Table(("title", "summary", "url", heading), tuple(enumerate(rows, 2)), "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(given)
    found = [line.strip() for line in report_lines("t.csv", given, plan)]
    start = found.index(f"label: {heading}") + 1
    assert found[start : start + len(expected)] == expected
    assert f"The column “{heading}” is unknown and was left out." in found


def test_the_report_is_in_the_language_of_the_catalog(tmp_path: Path) -> None:
    table, plan = planned(tmp_path, 40, language=TAG)
    lines = list(report_lines("t.csv", table, plan))
    groups = lines[lines.index("") + 1 :]
    groups = groups[: groups.index("")]
    for line in [lines[0], *groups, lines[-1]]:
        assert line.lstrip(" 0123456789×").startswith("⟦"), line


def test_good_rows_are_taken_and_the_others_written_with_reasons(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    table, out = tmp_path / "t.csv", tmp_path / "refused.csv"
    table.write_bytes(csv_file([HEADINGS, *rows(40)]))
    more = ("--take-good", "--refused", out)
    run = run_script("import_csv.py", table, folder, *more)
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.splitlines()[-2:] == [
        f"27 refused rows written to {out}.",
        f"13 files written to {folder}.",
    ]
    assert run_script("validate.py", folder).returncode == 0
    refused = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"), newline="")))
    assert len(refused) == 27
    assert refused[0] == {
        "id": "t-0",
        "Name": "",
        "type": "report",
        "url": "https://e.org/0",
        "Why it was refused": "“Name” is empty. Fill it in.",
    }
    run = run_script("import_csv.py", table, folder, *more)
    assert (run.returncode, run.stderr) == (2, f"{out} already exists. --force replaces it.\n")
    mended = [{**row, "type": "report", "Name": row["id"]} for row in refused]
    mended[-1]["url"] = "https://e.org/other"
    out.write_bytes(csv_file([list(mended[0]), *(list(row.values()) for row in mended)]))
    run = run_script("import_csv.py", out, folder)
    assert (run.returncode, run.stderr) == (0, "")
    assert "Why it was refused" not in run.stdout
    assert "27 new, 0 changed, 0 same, 0 refused." in run.stdout


def test_a_row_that_needs_a_refused_one_is_refused_as_well(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    head = ["id", "title", "type", "summary", "access", "part_of"]
    given = [
        ("one", "One", "report", "s", "unlocated", ""),
        ("two", "Two", "Reprot", "s", "unlocated", ""),
        ("three", "Three", "report", "s", "unlocated", "two"),
        ("four", "Four", "report", "s", "unlocated", "three"),
    ]
    table = Table(tuple(head), tuple(enumerate(given, 2)), "UTF-8", ",")
    planner = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False, take_good=True)
    plan = planner.plan(table)
    assert [change.outcome for change in plan.changes] == ["new", "refused", "refused", "refused"]
    assert [(problem.line, problem.code) for problem in plan.problems] == [
        (3, "unknown-term"),
        (4, "unknown-entry"),
        (5, "unknown-entry"),
    ]
    assert [path.stem for path in plan.new_texts] == ["one"]


def test_programs_get_the_same_as_data(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    table = tmp_path / "t.csv"
    table.write_bytes(csv_file([[*HEADINGS, "Colour"], *rows(40)]))
    run = run_script("import_csv.py", table, folder, "--format", "json", "--new-terms", "type")
    assert run.returncode == 1
    assert run.stderr == "Nothing was written: 15 problems to fix first.\n"
    found = json.loads(run.stdout)
    assert found["counts"] == {"new": 26, "refused": 14}
    assert found["unknown_columns"] == [
        {"heading": "Colour", "proposed": None, "could_be_facet": False}
    ]
    assert found["new_terms"][0] == {
        "facet": "types",
        "id": "reprot",
        "label": "Reprot",
        "count": 10,
        "like": "report",
    }
    assert found["problems"][0] == {
        "row": 2,
        "cell": "B2",
        "heading": "Name",
        "code": "missing-key",
        "message": "“Name” is empty.",
        "hint": "Fill it in.",
    }
    assert found["groups"][0]["rows"][:3] == [2, 5, 8]
    assert len(found["changes"]) == 40


def test_rows_without_a_summary_are_taken_and_named(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    head = ("title", "type", "summary", "access")
    given = [(f"T {n}", "report", "s" if n % 2 else "", "unlocated") for n in range(4)]
    table = Table(head, tuple(enumerate(given, 2)), "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(table)
    lines = list(report_lines("t.csv", table, plan))
    assert lines[1] == "2 rows have no summary, which readers see as missing: 2, 4."
    assert lines[-1] == "4 new, 0 changed, 0 same, 0 refused."
    assert "assumed" not in "".join(lines)


def test_what_no_cell_says_is_named_and_access_stays_unknown(tmp_path: Path) -> None:
    folder = write_catalog(tmp_path / "catalog", {})
    head = ("title", "type", "summary", "link_1_url", "access")
    ends = {2: ("a", ""), 3: ("b.pdf", ""), 4: ("c.html", "paid"), 5: ("d", "")}
    given = [
        (row, (f"T {row}", "report", "s", f"https://example.org/{end}", access))
        for row, (end, access) in ends.items()
    ]
    table = Table(head, tuple(given), "UTF-8", ",")
    plan = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(table)
    lines = list(report_lines("t.csv", table, plan))
    assert lines[1:3] == [
        "3 rows do not say how readers get it, so access is not known: 2, 3, 5.",
        "format: html is assumed for links in 2 rows (2, 5), whose addresses do not show it.",
    ]
    found = report_data("t.csv", table, plan)
    assert (found["without_access"], found["assumed_html"]) == ([2, 3, 5], [2, 5])
    assert found["assumed_open"] == []
    assert ["access" in parse(text)[0] for text in plan.new_texts.values()] == [
        False,
        False,
        True,
        False,
    ]
