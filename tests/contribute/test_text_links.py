"""Links in the plain texts of a table: words stay, addresses become links, and only on request."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from building import run_script
from resource_catalog.contribute.import_table.text_links import likely_site, without_links
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.loading.checks import open_catalog
from sample_catalog import write_catalog

SITE = "https://e.org"


@pytest.mark.parametrize(
    ("text", "plain", "links"),
    [
        ("Read [the plan](https://e.org/a).", "Read the plan.", [("the plan", f"{SITE}/a")]),
        ("[A (b)](https://e.org/x_(y))", "A (b)", [("A (b)", f"{SITE}/x_(y)")]),
        (
            'See <a class="x" href="https://e.org/?a=1&amp;b=2" target=_blank>it\n here</a>!',
            "See it\n here!",
            [("it here", f"{SITE}/?a=1&b=2")],
        ),
        ("<A HREF='/b'>B</A> and <a href=\"{{ site.baseurl }}/c/#d\">C</a>", "B and C",
         [("B", f"{SITE}/b"), ("C", f"{SITE}/c/#d")]),
        ("<a href=\"https://e.org/\"><b>Bold</b> word</a>", "<b>Bold</b> word",
         [("Bold word", f"{SITE}/")]),
        ("[mail](mailto:a@e.org) [here](#top) [up](../x)", "mail here up",
         [("mail", ""), ("here", ""), ("up", "")]),
        ("[](https://e.org/) ![alt](https://e.org/i.png) a[1](2) <b>x</b>",
         "[](https://e.org/) ![alt](https://e.org/i.png) a1 <b>x</b>", [("1", "")]),
        ("array[0] (see below), 2 < 3 > 1", "array[0] (see below), 2 < 3 > 1", []),
    ],
)  # fmt: skip
def test_words_stay_and_addresses_are_found(
    text: str, plain: str, links: list[tuple[str, str]]
) -> None:
    assert without_links(text, SITE) == (plain, links)


def test_without_a_site_relative_addresses_are_not_known() -> None:
    assert without_links("[a](/b) [c](https://e.org/d)")[1] == [("a", ""), ("c", f"{SITE}/d")]


def test_the_site_is_that_of_most_links() -> None:
    urls = [f"{SITE}/a", f"{SITE}/b", "https://other.org/", "not an address"]
    assert (likely_site(urls), likely_site([])) == (SITE, "")


HEAD = ["title", "type", "summary", "recommended_use", "link_1_url", "authors"]
ROWS = [
    ["One", "report", "By [us](https://e.org/us).", "Plain.", f"{SITE}/one", "A"],
    ["Two", "report", "s", 'After <a href="{{site.baseurl}}/one">One</a>.', f"{SITE}/two", ""],
    ["Three", "report", "See [itself](https://e.org/three/).", "", f"{SITE}/three", "[B](/b); C"],
    ["Four", "report", "s", "", f"{SITE}/four", ""],
]


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    return write_catalog(tmp_path / "catalog", {})


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "t.csv"
    path.write_bytes(csv_file([HEAD, *ROWS]))
    return path


def take(table: Path, catalog: Path, *options: str) -> tuple[int, Any]:
    run = run_script("import_csv.py", table, catalog, "--format", "json", *options)
    return run.returncode, json.loads(run.stdout)


def test_the_report_names_the_option_and_nothing_changes_without_it(
    catalog: Path, table: Path
) -> None:
    run = run_script("import_csv.py", table, catalog)
    assert run.returncode == 1
    assert "3 texts have" not in run.stdout
    assert (
        "4 texts have links in them, which readers see as typed: rows 2, 3, 4. "
        "To keep the words there and make the addresses links of the entries, add "
        f"--links-from-text {SITE}\n"
    ) in run.stdout
    assert not list((catalog / "entries").iterdir())


def test_an_address_that_is_not_whole_leaves_its_text_as_it_is(catalog: Path, table: Path) -> None:
    code, found = take(table, catalog, "--links-from-text", "--take-good")
    assert code == 1
    assert [cell["row"] for cell in found["texts_with_links"]] == [3, 4]
    assert {problem["row"] for problem in found["problems"]} == {3, 4}
    assert [link["row"] for link in found["text_links"]] == [2]
    assert {problem["code"] for problem in found["problems"]} == {"markup"}


def test_with_the_site_everything_is_kept(catalog: Path, table: Path) -> None:
    code, found = take(table, catalog, "--links-from-text", SITE)
    assert (code, found["problems"]) == (0, [])
    assert [(link["row"], link["column"]) for link in found["text_links"]] == [
        (2, "summary"), (3, "recommended_use"), (4, "summary"), (4, "authors"),
    ]  # fmt: skip
    read, problems = open_catalog(catalog)
    assert (problems, read is not None) == ([], True)
    assert read is not None
    one, two, three = (read.entries[name] for name in ("one", "two", "three"))
    assert one.summary == "By us."
    assert [(link.url, link.role, link.label) for link in one.links] == [
        (f"{SITE}/one", "primary", None),
        (f"{SITE}/us", "landing", "us"),
    ]
    assert two.recommended_use == "After One."
    assert [link.url for link in two.links] == [f"{SITE}/two", f"{SITE}/one"]
    assert (three.summary, three.authors) == ("See itself.", ("B", "C"))
    assert [link.url for link in three.links] == [f"{SITE}/three", f"{SITE}/b"]
    before = {path.name: path.read_bytes() for path in (catalog / "entries").iterdir()}
    _, again = take(table, catalog, "--links-from-text", SITE, "--update")
    assert again["counts"] == {"same": 4}
    assert before == {path.name: path.read_bytes() for path in (catalog / "entries").iterdir()}


def test_what_is_no_address_of_a_site_is_said(catalog: Path, table: Path) -> None:
    run = run_script("import_csv.py", table, catalog, "--links-from-text", "methods")
    assert run.returncode == 2
    assert "--links-from-text needs the address of a site:" in run.stderr


def test_an_address_with_a_bracket_that_is_not_closed_is_none() -> None:
    assert without_links("See [that](//[y).", SITE) == ("See that.", [("that", "")])


def test_links_in_texts_of_entries_become_links_of_the_entries(tmp_path: Path) -> None:
    """On request, as a catalog from before such texts were refused needs it."""
    texts = {
        "one": "# mine\ntitle: One\nsummary: >-  # why\n  By [us](https://e.org/us.pdf) &\n"
        "  [B](/b).\n"
        "access: unlocated\n",
        "two": "title: Two\nsummary: See [top](#top).\naccess: unlocated\n",
    }
    catalog = write_catalog(tmp_path / "catalog", {})
    for name, text in texts.items():
        (catalog / "entries" / f"{name}.yml").write_text(text, encoding="utf-8")
    run = run_script("validate.py", catalog, "--fix", "--links-from-text", SITE)
    assert (run.returncode, "1 file fixed" in run.stdout) == (1, True)
    one, two = ((catalog / "entries" / f"{name}.yml").read_text("utf-8") for name in texts)
    assert one == (
        "# mine\ntitle: One\n# why\nsummary: By us & B.\nlinks:\n"
        f"  - url: {SITE}/us.pdf\n    role: landing\n    label: us\n    format: pdf\n"
        f"  - url: {SITE}/b\n    role: landing\n    label: B\naccess: unlocated\n"
    )
    assert two == texts["two"], "its address leads nowhere by itself"
    again = run_script("validate.py", catalog, "--fix", "--links-from-text", "methods")
    assert "--links-from-text needs the address of a site:" in again.stderr
