"""Dirty tables: what a row means is read rightly or said, and all that is wrong comes at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from resource_catalog.contribute.import_table.import_plan import ImportPlan
from resource_catalog.contribute.import_table.mapping_file import (
    NO_MAPPING,
    ColumnMapping,
    mapping_text,
)
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.read_table import read_table
from resource_catalog.contribute.import_table.table import Table, UnreadableTableError
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.yaml import parser
from sample_catalog import IDENTITY, write_catalog

PLATFORMS = {
    "label": "Platforms",
    "terms": [
        {"id": "c", "label": "C"},
        {"id": "c-plus-plus", "label": "C++"},
        {"id": "c-sharp", "label": "C#"},
        {"id": "dot-net", "label": ".NET"},
        {"id": "law-policy", "label": "Law, policy"},
        {"id": "united-states", "label": "US"},
        {"id": "we", "label": "us"},
    ],
}


def planner(tmp_path: Path, mapping: dict[str, Any], **options: bool) -> ImportPlanner:
    folder = write_catalog(tmp_path / "catalog", {}, {"platforms": PLATFORMS})
    given = {"update": False, **options}
    return ImportPlanner(load(folder), ColumnMapping.model_validate(mapping), "t.csv", **given)


def plan(
    tmp_path: Path,
    rows: Sequence[Sequence[str]],
    mapping: dict[str, Any] | None = None,
    **more: Any,
) -> ImportPlan:
    headings, *others = rows
    table = Table(tuple(headings), tuple(enumerate(map(tuple, others), 2)), "UTF-8", ",")
    return planner(tmp_path, mapping or {}, **more).plan(table)


def entries(found: ImportPlan) -> list[dict[str, Any]]:
    assert [str(problem) for problem in found.problems] == []
    read = [parser.parse(text) for text in found.new_texts.values()]
    assert all(not problems for _, problems in read)
    return [data for data, _ in read if isinstance(data, dict)]


def one(
    tmp_path: Path, cells: dict[str, str], mapping: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The entry of a table of one row."""
    whole = {
        "title": "T",
        "type": "report",
        "summary": "s",
        "link_1_url": "https://e.org/",
        **cells,
    }
    (found,) = entries(plan(tmp_path, [list(whole), list(whole.values())], mapping))
    return found


@pytest.mark.parametrize(
    ("cell", "terms"),
    [
        ("C", ["c"]),
        ("C++", ["c-plus-plus"]),
        ("c#; c++", ["c-sharp", "c-plus-plus"]),
        (".net", ["dot-net"]),
        ("US", ["united-states"]),
        ("us", ["we"]),
        ("C Sharp", ["c-sharp"]),
        ("C\nC++\r\nC++", ["c", "c-plus-plus"]),
        ("C, C++", ["c", "c-plus-plus"]),
        ("Law, policy", ["law-policy"]),
    ],
)
def test_a_word_is_the_term_that_it_names(tmp_path: Path, cell: str, terms: list[str]) -> None:
    cell = cell.replace("\r\n", "\n")
    assert one(tmp_path, {"Platforms": cell})["platforms"] == terms


@pytest.mark.parametrize("cell", ["Us", "C+", "C--", "NET"])
def test_a_word_that_is_only_like_a_term_is_refused(tmp_path: Path, cell: str) -> None:
    head = ["title", "type", "summary", "access", "Platforms"]
    found = plan(tmp_path, [head, ["T", "report", "s", "unlocated", cell]])
    assert [problem.code for problem in found.problems] == ["unknown-term"]


@pytest.mark.parametrize(
    ("mapping", "cells", "expected"),
    [
        ({"empty": ["N/A", "tbd"]}, {"extent": "n/a", "license": "TBD"}, {}),
        ({"values": {"extent": {"N/A": ""}}}, {"extent": "N/A"}, {}),
        ({"values": {"extent": {"N/A": "ignore"}}}, {"extent": "n/a"}, {}),
        ({"empty": ["-"]}, {"platforms": "-; C"}, {"platforms": ["c"]}),
        (
            {"values": {"platforms": {"C/C++": "C; C++"}}},
            {"platforms": "C/C++"},
            {"platforms": ["c", "c-plus-plus"]},
        ),
        ({"values": {"type": {"x": "podcast", "X": "report"}}}, {"type": "X"}, {}),
        ({"dates": "day-first"}, {"published": "04/09/2017"}, {"published": "2017-09-04"}),
        ({"dates": "day-first"}, {"published": "4.9.2017"}, {"published": "2017-09-04"}),
        ({"dates": "month-first"}, {"published": "04/09/2017"}, {"published": "2017-04-09"}),
        ({}, {"published": "13/02/2023"}, {"published": "2023-02-13"}),
        ({}, {"published": "2.13.2023"}, {"published": "2023-02-13"}),
        ({}, {"published": "5/5/2023"}, {"published": "2023-05-05"}),
        ({"separator": ","}, {"authors": "A, B"}, {"authors": ["A", "B"]}),
        ({"separators": {"authors": "|"}}, {"authors": "A, b|C"}, {"authors": ["A, b", "C"]}),
        ({}, {"authors": "A, b"}, {"authors": ["A, b"]}),
        ({"columns": {"C++": "authors"}}, {"C++": "A", "C": "B"}, {"authors": ["A"]}),
        ({"defaults": {"link_2_role": "landing"}}, {}, {}),
    ],
)
def test_a_mapping_says_what_cells_mean(
    tmp_path: Path, mapping: dict[str, Any], cells: dict[str, str], expected: dict[str, Any]
) -> None:
    found = one(tmp_path, cells, mapping)
    assert found.pop("links") == [{"url": "https://e.org/", "format": "html", "role": "primary"}]
    assert found == {"title": "T", "type": "report", "summary": "s", **expected}


def test_the_format_of_a_link_is_that_of_its_ending(tmp_path: Path) -> None:
    cells = {"link_1_url": "https://e.org/a.PDF", "link_2_url": "https://e.org/b.mp4?x=1"}
    links = one(tmp_path, {**cells, "link_2_role": ""}, {"defaults": {"link_2_role": "archive"}})
    assert links["links"] == [
        {"url": "https://e.org/a.PDF", "format": "pdf", "role": "primary"},
        {"url": "https://e.org/b.mp4?x=1", "format": "video", "role": "archive"},
    ]


def test_an_address_that_stands_twice_in_a_row_is_taken_once_and_said(tmp_path: Path) -> None:
    head = ["title", "type", "summary", "url", "link_2_url", "link_3_url"]
    row = ["T", "report", "s", "https://e.org/a", "http://www.e.org/a/", ""]
    found = plan(tmp_path, [head, row])
    assert [link["url"] for link in entries(found)[0]["links"]] == ["https://e.org/a"]
    assert found.notes == ["One address is in its row twice and was taken once."]


def test_words_of_others_for_a_column_are_read_or_proposed(tmp_path: Path) -> None:
    head = ["Name", "Description", "Website", "Kind of thing", "", "Date of publication"]
    found = plan(tmp_path, [head, ["T", "s", "https://e.org/", "report", "x", "2017"]])
    assert found.notes == [
        "“Name” was read as “title”.",
        "“Description” was read as “summary”.",
        "“Website” was read as “link_1_url”.",
        "Column E has no heading, so the one cell in it was left out.",
    ]
    assert mapping_text(found.unknown_headings) == (
        "columns:\n  Kind of thing: type\n  Date of publication: published\n"
    )
    assert found.problems == []


def test_a_resource_name_may_be_the_title(tmp_path: Path) -> None:
    found = plan(tmp_path, [["Resource name", "What it is"], ["T", "s"]])
    assert found.unknown_headings == (("Resource name", "title"), ("What it is", "summary"))
    assert [problem.code for problem in found.problems] == ["missing-key"]


@pytest.mark.parametrize(
    ("heading", "cell", "column"),
    [
        ("Address", "https://e.org/", "link_1_url"),
        ("Adresse", "https://e.org/", "link_1_url"),
        ("Address", "12 High Street", None),
        ("Where to go", "www.e.org/x", "link_1_url"),
        ("Fundort", "https://e.org/", "link_1_url"),
        ("How to use it", "For practice.", "recommended_use"),
        ("Sumary", "x", "summary"),
        ("Résumé", "Une leçon.", "summary"),
        ("Auteur(e)s", "A. Person", "authors"),
        ("Identifiant", "une-lecon", "id"),
        ("Nombre del autor", "A. Person", "authors"),
        ("Descripción", "Una lección.", "summary"),
        ("Año", "2017", "published"),
        ("Fecha de publicación", "2017-09", "published"),
        ("Actualizado", "2017-09-14", None),
        ("Página web", "https://e.org/", "link_1_url"),
        ("Identifiant", "Une leçon", None),
        ("Time required", "1 h 30 min", "duration"),
        ("Time required", "15–30 minutes per user", None),
        ("publish date", "2017-09", "published"),
        ("publish date", "soon", None),
        ("Added on", "2017-09-14", "added"),
        ("Erschienen", "2017-09-14", "published"),
        ("Last updated", "2017-09-14", None),
        (
            "Worum es geht",
            "Ein langer Text, der in einem ganzen Satz sagt, worum es geht. " * 2,
            "summary",
        ),
        ("Our notes", "x", "notes"),
        ("Price", "12 dollars", None),
        ("Cost", "open", "access"),
        ("Kind", "Report", "type"),
        ("Kind", "Novel", None),
        ("Shelf mark", "x", None),
    ],
)
def test_a_heading_is_proposed_for_what_it_means_where_the_cells_fit(
    tmp_path: Path, heading: str, cell: str, column: str | None
) -> None:
    found = plan(tmp_path, [["title", heading], ["T", cell]])
    assert dict(found.unknown_headings).get(heading) == column


def test_of_several_addresses_the_heading_says_which_is_first(tmp_path: Path) -> None:
    head = ["title", "Registry", "Address", "Also at"]
    found = plan(tmp_path, [head, ["T", "https://e.org/r", "https://e.org/", "https://e.org/b"]])
    assert dict(found.unknown_headings) == {
        "Registry": "link_2_url",
        "Address": "link_1_url",
        "Also at": "link_3_url",
    }


def test_entities_are_read_as_their_signs_and_said(tmp_path: Path) -> None:
    head = ["title", "summary", "link_1_url", "body"]
    row = [
        "Read &amp; write",
        "a&mdash;b &copy 5 &nosuch;",
        "https://e.org/?a=1&copy;=2",
        "x &lt; y",
    ]
    found = plan(tmp_path, [head, row])
    assert found.notes == [
        "2 cells have codes such as “&amp;”, which were read as the characters they mean."
    ]
    (data,) = entries(found)
    assert (data["title"], data["summary"]) == ("Read & write", "a—b &copy 5 &nosuch;")
    assert (data["links"][0]["url"], data["body"]) == ("https://e.org/?a=1&copy;=2", "x &lt; y")
    found = plan(tmp_path / "update", [head, row], update=True)
    assert entries(found)[0]["title"] == "Read & write", "our own texts have no such codes"


def test_errors_of_a_spreadsheet_are_named_wherever_they_stand(tmp_path: Path) -> None:
    head = ["title", "type", "published", "link_1_url"]
    found = plan(tmp_path, [head, ["#REF!", "#N/A", "#VALUE!", "#NAME?"]])
    named = {(p.column, p.code) for p in found.problems}
    assert {(column, "spreadsheet-error") for column in (1, 2, 3, 4)} <= named
    row = ["T", "", "#N/A", "https://e.org/"]
    found = plan(tmp_path / "empty", [head, row], {"empty": ["#N/A"]})
    assert not found.problems, "a mapping file may say that it means nothing"


def test_what_tells_where_visitors_came_from_is_left_out(tmp_path: Path) -> None:
    head = ["title", "link_1_url"]
    url = "https://e.org/?a=1&utm_source=x"
    found = plan(tmp_path, [head, ["T", url]])
    (data,) = entries(found)
    assert data["links"][0]["url"] == "https://e.org/?a=1"
    assert found.notes == [
        "1 address has a part that its page does not need, “utm_source=x”, and was taken without "
        "it."
    ]


def test_of_two_long_texts_the_place_is_shown_where_they_differ(tmp_path: Path) -> None:
    start = "A method that is told at some length, before anything in it is _set apart_. " * 2
    text = f"{start}Then _so_ it goes on."
    note = plan(tmp_path, [["title", "summary", "link_1_url"], ["T", text, "https://e.org/"]]).notes
    written, meant = re.findall("“(.*?)”", "".join(note))
    assert written.startswith("…")
    assert ("_" in written, "_" in meant) == (True, False)


def test_a_space_before_quotation_marks_means_nothing_or_is_refused() -> None:
    spaced = b'title, summary\n"A", "It is, well."\n'
    assert read_table(spaced, lambda _: True).rows == ((2, ("A", "It is, well.")),)
    mixed = b'title,summary\n"A", "It is, well."\nB,C\n'
    with pytest.raises(UnreadableTableError, match="Row 2 has a space before a quotation mark"):
        read_table(mixed, lambda _: True)
    meant = b'title,summary\nA, "Ready" is a word\nB,C\n'
    assert read_table(meant, lambda _: True).rows[0] == (2, ("A", ' "Ready" is a word'))


def test_a_table_that_was_not_merged_is_refused() -> None:
    table = b"title,summary\n<<<<<<< HEAD\nA,B\n=======\nA,C\n>>>>>>> other\n"
    with pytest.raises(UnreadableTableError, match="Line 2: There are two versions"):
        read_table(table, lambda _: True)


def test_problems_are_in_the_words_of_the_table(tmp_path: Path) -> None:
    mapping = {"columns": {"What": "title", "Registry": "link_2_url", "Role": "link_2_role"}}
    head = ["id", "type", "What", "url", "Registry", "Role", "published"]
    row = ["x", "report", "", "https://e.org/", "", "landing", "4/9/2017"]
    found = plan(tmp_path, [head, row], mapping)
    assert [str(problem) for problem in found.problems] == [
        "t.csv:2:3: missing-key “What” is empty. Fill it in.",
        "t.csv:2:5: missing-key “Registry” is empty, but “Role” is filled in. "
        "Fill in both or neither.",
        "t.csv:2:7: bad-date “published”: “4/9/2017” is not a date. Write 2017-04-09 or "
        "2017-09-04, whichever it was. A mapping file can say “dates: day-first” or "
        "“dates: month-first”.",
    ]


def test_all_that_is_wrong_with_a_row_comes_at_once(tmp_path: Path) -> None:
    """Duplicates are looked for among rows that lack something as well."""
    head = ["title", "type", "summary", "url", "published"]
    rows = [
        ["One", "report", "", "https://e.org/a", "2017"],
        ["Two", "rapport", "", "https://e.org/a", "soon"],
        ["One", "report", "s", "https://e.org/c", "2017"],
        ["", "report", "s", "https://e.org/c", "2017"],
        ["Five", "report", "", "", "2017"],
    ]
    found = plan(tmp_path, [head, *rows])
    assert [(problem.line, problem.code) for problem in found.problems] == [
        (3, "unknown-term"),
        (3, "duplicate-url"),
        (3, "bad-date"),
        (4, "duplicate-id"),
        (4, "duplicate-title"),
        (5, "bad-name"),
        (5, "missing-key"),
        (5, "duplicate-url"),
        (6, "missing-link"),
    ]
    assert found.problems[1].message == "This address is also at D2 of t.csv."


def test_titles_that_differ_in_a_sign_have_ids_of_their_own(tmp_path: Path) -> None:
    head = ["title", "type", "summary", "access"]
    rows = [[title, "report", "s", "unlocated"] for title in ("Long plan", "Long – plan (1)")]
    rows += [["Other", "report", "s", "unlocated"], ["Other (1)", "report", "s", "unlocated"]]
    found = plan(tmp_path, [head, *rows])
    assert [change.id for change in found.changes] == [
        "long-plan",
        "long-plan-1",
        "other",
        "other-1",
    ]
    head.append("platforms")
    cut = "A very long title of which only the first words can become the name of a file"
    rows = [[f"{cut}: {n}", "report", "s", "unlocated", ""] for n in ("one", "two")]
    changes = plan(tmp_path / "more", [head, *rows]).changes
    assert changes[1].id == f"{changes[0].id}-2"


def test_letters_that_became_question_marks_are_not_taken_over(tmp_path: Path) -> None:
    """Excel's plain “CSV” writes them for letters that Windows-1252 does not have."""
    before = {
        "lost": {"title": "Łukasz i 教师 😀", "authors": ["Żaneta Ł."], "summary": "Dlaczego ł?"},
        "asks": {"title": "Why", "summary": "It is."},
    }
    folder = write_catalog(tmp_path / "catalog", before)
    head = ("id", "title", "summary", "authors")
    rows = (
        (2, ("lost", "?ukasz i ?? ??", "Dlaczego ??", "?aneta ?.")),
        (3, ("asks", "Why?", "It is?", "")),
    )
    found = ImportPlanner(load(folder), ColumnMapping(), "t.csv", update=True, take_good=True).plan(
        Table(head, rows, "Windows-1252", ",")
    )
    assert {(p.line, p.column, p.code) for p in found.problems} == {
        (2, 2, "not-utf8"),
        (2, 3, "not-utf8"),
        (2, 4, "not-utf8"),
    }
    assert "CSV UTF-8" in found.problems[0].hint
    assert [change.outcome for change in found.changes] == ["refused", "changed"]


@pytest.mark.parametrize(
    ("separator", "typed", "number"),
    [
        (";", "1,5", "1.5"),
        (";", "1,250", "1.250"),
        (";", "1.250", "1250"),
        (";", "1.250,50", "1250.50"),
        (";", "3.5", "3.5"),
        (",", "1,5", "1.5"),
        (",", "1,250.5", "1250.5"),
        (",", "1\u202f250", "1250"),
        (",", "1,250", None),  # one and a quarter, or a thousand and more
        (",", "1,2,3", None),
    ],
)
def test_numbers_are_read_as_the_separator_says(
    tmp_path: Path, separator: str, typed: str, number: str | None
) -> None:
    """Spreadsheets put semicolons between columns where commas stand before decimals."""
    stars = {"name": "stars", "label": "Stars", "kind": "number"}
    folder = write_catalog(tmp_path / "catalog", {}, identity={**IDENTITY, "fields": [stars]})
    row = ("One", "unlocated", typed)
    table = Table(("title", "access", "stars"), ((2, row),), "UTF-8", separator)
    found = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=False).plan(table)
    if number is None:
        assert [problem.code for problem in found.problems] == ["unknown-value"]
    else:
        assert entries(found)[0]["stars"] == number


def test_an_update_of_what_is_not_there_names_the_id(tmp_path: Path) -> None:
    known = {"title": "T", "type": "report", "summary": "s", "access": "unlocated"}
    folder = write_catalog(tmp_path, {"water-plan": known})
    given = Table(("id", "license"), ((2, ("water-plans", "MIT")),), "UTF-8", ",")
    found = ImportPlanner(load(folder), NO_MAPPING, "t.csv", update=True).plan(given)
    assert [(p.code, p.message, p.hint) for p in found.problems] == [
        ("unknown-entry", "There is no entry “water-plans”.", "Did you mean “water-plan”?")
    ]
