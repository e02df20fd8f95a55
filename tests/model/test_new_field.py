"""A new field: one line in one file, and it is everywhere that a field belongs.

The lines below are added to a copy of the model. The copy is then used as maintainers would: a
table is imported, the schemas are written, the site is built.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import ROOT, copy_of_code, run_in
from sample_catalog import write_catalog
from sites import files_of

BEFORE = "    license: Line | None = field(\n"
"""The line of the model ahead of which the new ones stand."""


@dataclass(frozen=True)
class New:
    """A new field: its line in the model, what a cell holds for it, and what becomes of that."""

    line: str
    cell: str
    label: str
    data: Any
    fact: str
    about: str
    control: str = "input"
    json_ld: Any = None
    term: str = ""

    @property
    def key(self) -> str:
        return self.line.partition(":")[0]


FIELDS = [
    New(
        'isbn: Line | None = field("Its ISBN.", default=None, example="978-0-306-40615-7", '
        'label="ISBN", search=4, schema_org="isbn", docs_help="the ISBN of a book")',
        cell="978-3-16-148410-0",
        label="ISBN",
        data="978-3-16-148410-0",
        fact="978-3-16-148410-0",
        about="the ISBN of a book",
        json_ld={"isbn": "978-3-16-148410-0"},
        term="9783161484100",
    ),
    New(
        'abstract: Prose | None = field("An abstract.", default=None, example="One.", search=1, '
        'schema_org="abstract")',
        cell="Quokkas first.",
        label="Abstract",
        data="Quokkas first.",
        fact="Quokkas first.",
        about="An abstract.",
        control="textarea",
        json_ld={"abstract": "Quokkas first."},
        term="quokka",
    ),
    New(
        'editors: tuple[Line, ...] = field("Its editors.", default=(), example=["Jo Rivera"], '
        'page_label="Edited by", search=4, schema_org="editor", schema_org_type="Person")',
        cell="Ann Wombat; Bo Dingo",
        label="Editors",
        data=["Ann Wombat", "Bo Dingo"],
        fact="Ann Wombat, Bo Dingo",
        about="Its editors.",
        control="textarea",
        json_ld={"editor": [{"@type": "Person", "name": n} for n in ("Ann Wombat", "Bo Dingo")]},
        term="wombat",
    ),
    New(
        'held_on: Day | None = field("The day it was held.", default=None, example="2026-11-21", '
        'schema_org="startDate")',
        cell="2026-02-03",
        label="Held on",
        data="2026-02-03",
        fact="February 3, 2026",
        about="The day it was held.",
        json_ld={"startDate": "2026-02-03"},
    ),
    New(
        'first_published: PartialDate | None = field("When it first came out.", default=None, '
        'example="2017-09")',
        cell="2014-05",
        label="First published",
        data="2014-05",
        fact="May 2014",
        about="When it first came out.",
    ),
    New(
        'preparation: Duration | None = field("How long to prepare.", default=None, '
        'example="14 min", schema_org="prepTime")',
        cell="1 h 30 min",
        label="Preparation",
        data="1 h 30 min",
        fact="1 h 30 min",
        about="How long to prepare.",
        json_ld={"prepTime": "PT90M"},
    ),
    New(
        'subtitles: tuple[Language, ...] = field("Languages of subtitles.", default=(), '
        'example=["es"])',
        cell="es; fr",
        label="Subtitles",
        data=["es", "fr"],
        fact="Spanish, French",
        about="Languages of subtitles.",
        control="textarea",
    ),
    New(
        'level: Literal["first", "second"] | None = field("How hard it is.", default=None, '
        'example="first", option_labels={"first": "For a start", "second": "For later"})',
        cell="For later",
        label="Level",
        data="second",
        fact="For later",
        about="How hard it is.",
        control="select",
    ),
    New(
        'homepage: Url | None = field("Its page.", default=None, example="https://example.org/")',
        cell="https://example.org/home",
        label="Homepage",
        data="https://example.org/home",
        fact="example.org",
        about="Its page.",
    ),
    New(
        'translation_of: EntryId | None = field("What it translates.", default=None, '
        'example="planning-guide", schema_org="translationOfWork")',
        cell="older",
        label="Translation of",
        data="older",
        fact="The older one",
        about="What it translates.",
        json_ld={"translationOfWork": {"@id": "http://127.0.0.1:8000/resources/older/"}},
    ),
]
SECRET = New(
    'budget: Line | None = field("Who paid.", default=None, example="A fund", search=9, '
    'schema_org="funder", for_maintainers=True)',
    cell="xyzzy-marsupial",
    label="Budget",
    data=None,
    fact="",
    about="Who paid.",
)
"""One that is declared to be everywhere, and for maintainers only all the same."""

OLDER = {"older": {"title": "The older one"}}
FUTURE = "from __future__ import annotations\n"
IMPORTS = """
from typing import Literal

from resource_catalog.model.field_types import Url
"""
"""The types of new fields that no other field of an entry has."""

by_key = pytest.mark.parametrize("new", FIELDS, ids=lambda new: new.key)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the new lines, an entry that was imported with them, and its site."""
    folder = tmp_path_factory.mktemp("project")
    copy_of_code(folder, "hooks", "overrides", "docs", "scripts")
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    model = folder / "hooks/resource_catalog/model/records/entry.py"
    text = model.read_text(encoding="utf-8")
    assert text.count(BEFORE) == text.count(FUTURE) == 1
    lines = "".join(f"    {new.line}\n" for new in (*FIELDS, SECRET))
    text = text.replace(BEFORE, lines + BEFORE).replace(FUTURE, FUTURE + IMPORTS)
    model.write_text(text, encoding="utf-8")
    write_catalog(folder / "catalog", OLDER)
    fixed = {"id": "new-one", "title": "The new one", "type": "report", "summary": "What it is."}
    fixed["access"] = "unlocated"
    table = io.StringIO()
    written = csv.writer(table)
    written.writerow([*fixed, *(new.key for new in (*FIELDS, SECRET))])
    written.writerow([*fixed.values(), *(new.cell for new in (*FIELDS, SECRET))])
    (folder / "table.csv").write_text(table.getvalue(), encoding="utf-8")
    for command in (
        ("scripts/import_csv.py", "table.csv"),
        ("scripts/write_schemas.py",),
        ("-m", "mkdocs", "build", "--strict", "--site-dir", "site"),
    ):
        env = {"SITE_URL": "http://127.0.0.1:8000/", "NO_MKDOCS_2_WARNING": "1"}
        done = run_in(folder, *command, afresh=True, **env)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def page(project: Path) -> LexborHTMLParser:
    html = (project / "site/resources/new-one/index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(html)


def loaded(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@by_key
def test_editors_know_it(project: Path, new: New) -> None:
    known = loaded(project / "catalog/schema/entry.schema.json")["properties"][new.key]
    assert known["description"]
    assert known["examples"][0]


@by_key
def test_the_table_brought_it_in_and_has_it(project: Path, new: New) -> None:
    with (project / "site/data/catalog.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["id"]: row for row in csv.DictReader(stream)}
    data = "; ".join(new.data) if isinstance(new.data, list) else new.data
    assert (rows["new-one"][new.key], rows["older"][new.key]) == (data, "")
    described = loaded(project / "site/data/datapackage.json")["resources"][0]["schema"]["fields"]
    assert new.key in {field["name"] for field in described}


@by_key
def test_programs_are_given_it(project: Path, new: New) -> None:
    entries = {e["id"]: e for e in loaded(project / "site/data/catalog.json")["entries"]}
    assert entries["new-one"][new.key] == new.data
    assert not entries["older"][new.key]


@by_key
def test_its_page_shows_it(page: LexborHTMLParser, new: New) -> None:
    rows = page.css(".rc-facts > div")
    found = {row.css_first("dt").text(): row.css_first("dd").text() for row in rows}
    label = "Edited by" if new.key == "editors" else new.label
    assert found[label] == new.fact


def test_what_leads_somewhere_is_a_link(page: LexborHTMLParser) -> None:
    found = {a.text(): a.attributes["href"] for a in page.css(".rc-facts a")}
    assert found["example.org"] == "https://example.org/home"
    assert found["The older one"] == "../../resources/older/"


def test_search_engines_are_told_what_has_a_name_in_schema_org(page: LexborHTMLParser) -> None:
    (data,) = [json.loads(s.text()) for s in page.css('script[type="application/ld+json"]')]
    for new in FIELDS:
        for name, value in (new.json_ld or {}).items():
            assert data[name] == value
        assert new.json_ld or new.data not in data.values()


def test_what_is_declared_so_can_be_searched_for(project: Path) -> None:
    index = "".join(p.read_text(encoding="utf-8") for p in project.glob("site/search/*/[0-9]*.js"))
    terms = {line.partition(" ")[0].rpartition('"')[2] for line in index.split("\\n")}
    assert {new.term for new in FIELDS if new.term} <= terms
    assert not {"klingon", "french"} & terms  # of fields that are shown, but not searched


@by_key
def test_the_form_asks_for_it(project: Path, new: New) -> None:
    html = (project / "site/contribute/suggest/index.html").read_text(encoding="utf-8")
    field = LexborHTMLParser(html).css_first(f'[data-rc-field="{new.key}"]')
    assert field.css_first(".rc-field__label").text() == new.label
    assert field.css_first("input, textarea, select").tag == new.control
    asked = json.loads(html.split('id="rc-suggest-data">')[1].split("</script>")[0])
    (question,) = [q for q in asked["questions"] if q["key"] == new.key]
    assert new.key in asked["order"]
    assert (question["pattern"] is None) == (question["said"] is None)


@by_key
def test_the_docs_explain_it(project: Path, new: New) -> None:
    html = (project / "site/contribute/index.html").read_text(encoding="utf-8")
    rows = [row.css("td") for row in LexborHTMLParser(html).css("table tr")]
    assert [new.key, new.about] in [[cell.text() for cell in row] for row in rows if row]


def test_what_is_for_maintainers_is_kept_and_asked_for_and_in_no_file(project: Path) -> None:
    entry = (project / "catalog/entries/new-one.yml").read_text(encoding="utf-8")
    assert f"{SECRET.key}: {SECRET.cell}" in entry
    site = dict(files_of(project / "site"))
    assert b'data-rc-field="budget"' in site["contribute/suggest/index.html"]
    for name, content in site.items():
        assert b"xyzzy" not in content, name
        assert b"marsupial" not in content, name
