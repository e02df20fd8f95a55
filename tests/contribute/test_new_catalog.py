"""``scripts/new_catalog.py``: a folder that is a catalog at once, with words from a table."""

from __future__ import annotations

from pathlib import Path

from building import run_script
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.vocabulary_columns import (
    VocabularyColumn,
    vocabulary_columns,
)
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.loading.checks import open_catalog

HEADINGS = ("Name", "Sort", "Subjects", "Year", "Web address", "Code", "")
SUBJECTS = ["Water, C++", "Water", "C#, Water", "C#", "C++", "Water, C#"]
ROWS = [
    (f"Tool {n}", ("Guide", "Film")[n % 2], words, str(2010 + n), f"https://e.org/{n}", f"x{n}", "")
    for n, words in enumerate(SUBJECTS)
]


def test_columns_of_few_words_in_many_rows_could_be_vocabularies() -> None:
    table = Table(HEADINGS, tuple(enumerate(ROWS, 2)), "UTF-8", ",")
    assert list(vocabulary_columns(table)) == [
        VocabularyColumn("Sort", 2, ("Guide", "Film")),
        VocabularyColumn("Subjects", 3, ("Water", "C#", "C++")),
    ]
    assert [VocabularyColumn(h, 2, ()).may_be_type for h in ("Kind", "Type", "Sort")] == [
        *(True, False, False),
    ]


def test_from_a_table_to_a_catalog(tmp_path: Path) -> None:
    table, folder = tmp_path / "t.csv", tmp_path / "water-tools"
    table.write_bytes(csv_file([HEADINGS, *ROWS]))
    run = run_script("new_catalog.py", folder, "--table", table)
    assert (run.returncode, run.stderr) == (0, "")
    assert "“Subjects” could be a vocabulary of 3 terms: Water, C#, C++ …" in run.stdout
    assert "None was made: name them with --vocabularies." in run.stdout
    catalog, problems = open_catalog(folder)
    assert problems == []
    assert catalog is not None
    assert (catalog.identity.title, catalog.facets) == ("Water tools", {})

    assert f"  python scripts/validate.py {folder}\n" in run.stdout

    run = run_script("new_catalog.py", folder)
    assert (run.returncode, run.stderr) == (2, f"{folder} already exists and is not empty.\n")

    folder = tmp_path / "other"
    (folder / ".git").mkdir(parents=True)
    run = run_script(
        *("new_catalog.py", folder, "--title", "Water: tools", "--table", table),
        *("--vocabularies", "Subjects", "Sort"),
    )
    assert (run.returncode, run.stderr) == (0, "")
    map_file = tmp_path / "map.yml"
    map_file.write_text("columns: {Year: ignore}\n", encoding="utf-8")
    run = run_script(
        *("import_csv.py", table, "--new-terms", "Code", "--map", map_file, folder),
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert f"For the new terms: python scripts/renew.py {folder}\n" in run.stdout
    catalog, problems = open_catalog(folder)
    assert problems == []
    assert catalog is not None
    assert catalog.identity.title == "Water: tools"
    assert catalog.identity.facets == ("subjects", "sort-terms")
    assert catalog.entries["tool-0"].tags == {
        "sort-terms": ("guide",),
        "subjects": ("water", "c-plus-plus"),
        "code": ("x0",),
    }


def test_nothing_is_made_of_what_is_no_table(tmp_path: Path) -> None:
    run = run_script("new_catalog.py", tmp_path / "new", "--table", tmp_path / "none.csv")
    assert run.returncode == 2
    assert "none.csv" in run.stderr
    assert not (tmp_path / "new").exists()
    table = tmp_path / "t.csv"
    table.write_bytes(csv_file([HEADINGS, *ROWS]))
    words = ("--table", table, "--vocabularies", "Subject matter")
    run = run_script("new_catalog.py", tmp_path / "new", *words)
    assert run.returncode == 2
    assert "No column of the table is for “Subject matter”." in run.stderr
