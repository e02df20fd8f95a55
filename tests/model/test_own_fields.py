"""Fields of a catalog's own: a few lines of ``catalog.yml``, and they are wherever ours are."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import build, run_script
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog, problems_of
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.model.own_fields import entry_type, is_reserved
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.own_field import OwnField
from sample_catalog import IDENTITY, write_catalog

FIELDS: list[dict[str, Any]] = [
    {"name": "stars", "label": "Stars", "kind": "number", "sort": "descending"},
    {"name": "version", "label": "Version", "search": True, "description": "The newest release."},
    {"name": "tested_on", "label": "Tested", "kind": "date", "sort": "ascending"},
    {"name": "home", "label": "Home page", "kind": "link"},
    {"name": "helpers", "label": "Helpers", "kind": "list", "search": True},
]
VALUES = {
    "stars": "98321",
    "version": "2.10 quokka",
    "tested_on": "2026-02",
    "home": "https://example.org/home",
    "helpers": "Ann Wombat; Bo",
}
NONE: dict[str, Any] = {"older": {"title": "The older one", "stars": "0"}, "bare": {}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog with fields of its own, an entry that a table brought in, and its site."""
    folder = tmp_path_factory.mktemp("own")
    catalog = write_catalog(
        folder / "catalog", NONE, identity={**IDENTITY, "language": "en", "fields": FIELDS}
    )
    fixed = {"id": "new-one", "title": "The new one", "type": "report", "summary": "What it is."}
    fixed["access"] = "unlocated"
    headings = [known["label"] if known["name"] == "home" else known["name"] for known in FIELDS]
    table = io.StringIO()
    csv.writer(table).writerows(
        [[*fixed, *headings], [*fixed.values(), *VALUES.values()]],
    )
    (folder / "table.csv").write_text(table.getvalue(), encoding="utf-8")
    for command in (
        ("import_csv.py", folder / "table.csv", catalog),
        ("write_schemas.py", catalog),
    ):
        done = run_script(*command)
        assert done.returncode == 0, done.stdout + done.stderr
    done = build(catalog, folder / "site")
    assert done.returncode == 0, done.stderr
    return folder


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_its_page_shows_each_as_a_row(folder: Path) -> None:
    html = (folder / "site/resources/new-one/index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".rc-facts > div")
    found = {row.css_first("dt").text(): row.css_first("dd").text().strip() for row in rows}
    assert list(found.items())[-5:] == [
        ("Stars", "98321"),
        ("Version", "2.10 quokka"),
        ("Tested", "February 2026"),
        ("Home page", "example.org"),
        ("Helpers", "Ann Wombat, Bo"),
    ]
    assert "Stars" not in (folder / "site/resources/bare/index.html").read_text(encoding="utf-8")


def test_the_table_brought_them_in_and_has_them(folder: Path) -> None:
    with (folder / "site/data/catalog.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    assert {key: rows["new-one"][key] for key in VALUES} == VALUES
    assert (rows["older"]["stars"], rows["bare"]["stars"]) == ("0", "")
    described = loaded(folder / "site/data/datapackage.json")["resources"][0]["schema"]["fields"]
    kinds = {field["name"]: field["type"] for field in described}
    assert (kinds["stars"], kinds["version"]) == ("number", "string")


def test_programs_are_given_them_and_what_they_are(folder: Path) -> None:
    data = loaded(folder / "site/data/catalog.json")
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert {key: entries["new-one"][key] for key in VALUES} == {
        **VALUES,
        "stars": 98321,
        "helpers": ["Ann Wombat", "Bo"],
    }
    assert (entries["older"]["stars"], entries["bare"]["stars"]) == (0, None)
    assert [(own["name"], own["kind"]) for own in data["fields"]][:2] == [
        ("stars", "number"),
        ("version", "text"),
    ]


def test_editors_and_the_form_know_them(folder: Path) -> None:
    known = loaded(folder / "catalog/schema/entry.schema.json")["properties"]
    assert known["version"]["description"] == "The newest release."
    assert known["stars"]["type"] == ["string", "number"]
    assert [key for key in known if key in VALUES] == list(VALUES)
    html = (folder / "site/contribute/suggest/index.html").read_text(encoding="utf-8")
    labels = {
        node.attributes["data-rc-field"]: node.css_first(".rc-field__label").text().strip()
        for node in LexborHTMLParser(html).css("[data-rc-field]")
    }
    assert {labels[own["name"]] for own in FIELDS} == {own["label"] for own in FIELDS}
    docs = (folder / "site/contribute/index.html").read_text(encoding="utf-8")
    assert "The newest release." in docs


def test_the_search_finds_what_it_should_and_the_list_is_put_in_their_order(folder: Path) -> None:
    scripts = [p.read_text(encoding="utf-8") for p in folder.glob("site/search/*/*.js")]
    terms = {
        line.partition(" ")[0].rpartition('"')[2] for text in scripts for line in text.split("\\n")
    }
    assert {"quokka", "wombat"} <= terms
    assert "98321" not in terms
    (facets,) = [
        json.loads(t[t.index("{") : t.rindex("}") + 1]) for t in scripts if '"orders"' in t
    ]
    names = next(text for text in scripts if '"titles"' in text)
    titles = re.search(r'"titles":"(.*?)"', names)
    assert titles
    order = titles[1].split("\\n")
    ranks = {own["id"]: own["ranks"].split(",") for own in facets["orders"]}
    assert list(ranks) == ["stars", "tested_on"]
    assert dict(zip(order, ranks["stars"], strict=False)) == {
        "The new one": "1",
        "The older one": "2",
        "bare": "",
    }


def test_the_table_comes_back_whole(folder: Path) -> None:
    run_script("export_csv.py", folder / "out.csv", folder / "catalog")
    run = run_script(
        "import_csv.py", folder / "out.csv", folder / "catalog", "--update", "--dry-run"
    )
    assert run.returncode == 0, run.stdout
    assert "changed" not in run.stdout.lower().replace("0 changed", "")


def test_a_change_of_the_fields_is_seen_while_the_site_is_served(tmp_path: Path) -> None:
    catalog = write_catalog(tmp_path / "catalog", {"one": {"stars": "3"}})
    cache = RecordCache()
    assert {p.code for p in problems_of(load(catalog, cache))} == {"unknown-key"}
    (catalog / "catalog.yml").write_text(
        json.dumps({**IDENTITY, "fields": FIELDS[:1]}), encoding="utf-8"
    )
    found = load(catalog, cache)
    assert problems_of(found) == []
    assert found.catalog.entries["one"].model_dump()["stars"] == "3"


def test_a_broken_list_of_fields_blames_no_entry(tmp_path: Path) -> None:
    broken = [{**FIELDS[0], "kind": "numeral"}]
    identity = {**IDENTITY, "fields": broken}
    catalog = write_catalog(tmp_path / "catalog", {"one": {"stars": "3"}}, identity=identity)
    _, problems = open_catalog(catalog)
    assert [problem.code for problem in problems] == ["unknown-value"]


def test_without_fields_entries_are_what_they_were() -> None:
    assert entry_type(()) is Entry
    own = OwnField(name="stars", label="Stars")
    assert entry_type((own,)) is entry_type((OwnField(name="stars", label="Stars"),))


@pytest.mark.parametrize(
    "name", ["title", "url", "type", "year", "copy", "link_2_url", "retired_on", "tags", "newest"]
)
def test_names_that_mean_something_else_are_taken(name: str) -> None:
    assert is_reserved(name)
    assert entry_type((OwnField(name=name, label="X"),)) is Entry


def test_a_text_may_be_as_long_as_agencies_write(tmp_path: Path) -> None:
    fields = [{"name": "terms", "label": "Terms of use"}]
    entries = {"fits": {"terms": "x" * 1000}, "long": {"terms": "x" * 1001}}
    folder = write_catalog(tmp_path / "catalog", entries, identity={**IDENTITY, "fields": fields})
    _catalog, (problem,) = open_catalog(folder)
    assert (problem.code, Path(problem.file).stem) == ("too-long", "long")
