"""What people type and paste is judged alike, whichever way it comes in."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import io
import json
import shutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from playwright.sync_api import Browser

from console.entry_questions.asking import Prompter
from console.entry_questions.interview import Interview
from form_modules import form_modules
from golden import GOOD_CATALOG
from resource_catalog.contribute.autofix.replacements import apply_replacements
from resource_catalog.contribute.import_table.mapping_file import NO_MAPPING
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.read_table import read_table
from resource_catalog.contribute.issue_forms.dry_run import dry_run, mended_dry_run
from resource_catalog.contribute.issue_forms.entry_skeleton import entry_skeleton
from resource_catalog.contribute.issue_forms.form_questions import suggestion_questions
from resource_catalog.contribute.issue_forms.issue_to_entry import Issue, draft_entry
from resource_catalog.contribute.issue_forms.terminal_answers import RejectedAnswerError
from resource_catalog.contribute.likely_duplicates import likely_duplicates
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.json_schema import entry_schema
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml import parser
from resource_catalog.model.problems import Problem
from resource_catalog.pages.suggest import form_data
from resource_catalog.site.suggest.suggest_form import entry_form

TABLE = yaml.load(Path(__file__).with_name("bad_values.yml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - text only
Row = dict[str, Any]
ROWS: list[Row] = TABLE["values"]
TODAY = datetime.date(2026, 11, 27)
NAME = "coach-handbook"
BASE = {
    "title": "Handbook for coaches",
    "type": "guide",
    "summary": "How one district planned its first pilot.",
    "url": "https://example.org/coaches",
    "access": "open",
}
REFUSED = "refused"


@dataclasses.dataclass(frozen=True)
class Outcome:
    """The codes of what is wrong, or what is written into the file; and whether it may be known."""

    codes: tuple[str, ...] = ()
    reads: Any = None
    is_alike: bool = False


@cache
def loaded(folder: Path) -> LoadedCatalog:
    return load(folder)


@cache
def _schema(folder: Path) -> Draft202012Validator:
    return Draft202012Validator(entry_schema(loaded(folder).catalog))


def _entry(values: Mapping[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in values.items() if key not in ("id", "url")}
    return {**kept, "links": [{"url": values["url"]}]}


def _text(values: Mapping[str, Any]) -> str:
    lines = (f"{key}: {json.dumps(v, ensure_ascii=False)}\n" for key, v in _entry(values).items())
    return "".join(lines)


def _value(text: str, field: str) -> Any:
    data = parser.parse(text)[0]
    assert isinstance(data, dict)
    if field == "url":
        return data["links"][0]["url"] if "links" in data else None
    return data.get(field)


def _outcome(problems: list[Problem], reads: Any, is_alike: bool = False) -> Outcome:
    return Outcome(tuple(problem.code for problem in problems), reads, is_alike)


def check(row: Row, folder: Path, values: Mapping[str, Any]) -> Outcome:
    text, name = _text(values), values.get("id", NAME)
    return _outcome(dry_run(folder, name, text, TODAY), values[row["field"]])


def fixed(row: Row, folder: Path, values: Mapping[str, Any]) -> Any:
    """What ``--fix`` writes."""
    text = _text(values)
    while (better := apply_replacements(text, dry_run(folder, NAME, text, TODAY))) != text:
        text = better
    return _value(text, row["field"])


def table(row: Row, folder: Path, values: Mapping[str, Any]) -> Outcome:
    cells = ["; ".join(v) if isinstance(v, list) else v for v in values.values()]
    planner = ImportPlanner(loaded(folder), NO_MAPPING, "table.csv", update=False, today=TODAY)
    plan = planner.plan(read_table(csv_file([list(values), cells]), planner.is_known))
    is_alike = any(change.similar for change in plan.changes)
    for path, text in plan.new_texts.items():
        reads = path.stem if row["field"] == "id" else _value(text, row["field"])
        return _outcome([*plan.problems], reads, is_alike)
    return _outcome([*plan.problems], None, is_alike)


def terminal(row: Row, folder: Path, values: Mapping[str, Any]) -> Outcome:
    asked = {key: values.get(key) for key in ("url", "title", "type", "summary", "access", "id")}
    others = {key: value for key, value in values.items() if key not in asked}
    assignments = [
        f"{key}={'; '.join(v) if isinstance(v, list) else v}" for key, v in others.items()
    ]
    options = argparse.Namespace(
        **asked, use="", phases="", stages="", set=assignments, offline=True
    )
    catalog = loaded(folder).catalog
    try:
        interview = Interview(catalog, Prompter(io.StringIO(), io.StringIO()), options, TODAY)
        data = interview.data()
        name = interview.entry_id(data["title"], catalog.taken_ids, folder / "entries")
    except RejectedAnswerError:
        return Outcome((REFUSED,))
    urls = [link["url"] for link in data.get("links", ())]
    is_alike = bool(likely_duplicates([data["title"]], urls, catalog.entries.values()))
    text, _remarks, problems = mended_dry_run(folder, name, entry_skeleton(data, catalog), TODAY)
    reads = name if row["field"] == "id" else _value(text, row["field"])
    return _outcome(problems, reads, is_alike)


def issue(row: Row, folder: Path, values: Mapping[str, Any]) -> Outcome:
    catalog = loaded(folder).catalog
    questions = {question.key: question for question in suggestion_questions(catalog)}
    body = "\n".join(
        f"### {questions[key].label}\n\n{_answer(value, key)}\n"
        for key, value in values.items()
        if key in questions
    )
    if row["field"] not in questions:
        return Outcome(reads=values[row["field"]])
    draft = draft_entry(Issue(body), catalog, TODAY)
    text, _remarks, problems = mended_dry_run(folder, draft.entry_id, draft.text, TODAY)
    is_alike = bool(likely_duplicates([draft.title], draft.urls, catalog.entries.values()))
    reads = _value(text, row["field"])
    return _outcome(problems, reads, is_alike) if reads else Outcome((REFUSED,))


def _answer(value: Any, key: str) -> str:
    return value if isinstance(value, str) else (", " if key == "topics" else "\n").join(value)


def editor(row: Row, folder: Path, values: Mapping[str, Any]) -> Outcome:
    is_valid = _schema(folder).is_valid({"links": [], **_entry(values)})
    return Outcome(() if is_valid else (REFUSED,), values[row["field"]])


# What the form makes of a value: whether it is refused, what it writes, whether that is known.
ASKED = """([rows, {questions, words, readings}]) => rows.map(({field, value, beside}) => {
    const question = questions.find(({key}) => key === field);
    const line = text => text.replace(/[ \\t\\n\\r]+/g, " ").trim();
    const mended = text => mendedUrl(text, readings);
    const read = text => field === "url" ? (whyNotFollowable(mended(text)) ? text : mended(text))
        : field === "id" ? text : meant(line(text), question.reading, readings);
    const fault = text => field === "url" ? addressFault(text, words, readings)
        : field === "id" ? nameFault(text, words, readings)
        : textFault(text, question, words)
            || (question.names && noNameFault(text, words, readings))
            || (question.reading === "date" && dateFault(text, "2026-11-27", words, readings));
    if (field !== "id" && field !== "url" && !question) return null;
    const reads = Array.isArray(value) ? value.map(read) : read(value);
    const links = field === "url" && beside ? [{url: beside, role: "primary"}] : [];
    const title = field === "title" && beside || "Other";
    const known = new Known([{id: "x", title, also_known_as: [], aliases: [], links}]);
    const same = field === "url" ? known.at(reads) : known.titled(String(reads));
    return {
        refused: [reads].flat().some(text => fault(text)) || Boolean(beside && same),
        reads,
        alike: Boolean(beside && field === "url" && known.nearly(reads)),
    };
})"""


@pytest.fixture(scope="module")
def typed(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[int, Any]:
    """What the form of the site makes of each row, asked in one page."""
    catalog = load(GOOD_CATALOG).catalog
    data = form_data(entry_form(catalog), {})
    rows = [{**row, "value": _typed(row)} for row in ROWS]
    with form_modules(browser, tmp_path_factory.mktemp("js")) as page:
        return dict(enumerate(page.evaluate(ASKED, [rows, data])))


def _typed(row: Row) -> Any:
    return "a" * 301 if row["value"] == "LONG" else row["value"]


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The good catalog, with what another entry has."""
    row = ROWS[request.getfixturevalue("number")]
    if "beside" not in row:
        return GOOD_CATALOG
    copy = tmp_path / "catalog"
    shutil.copytree(GOOD_CATALOG, copy)
    other = {**BASE, "title": "Beside", "url": "https://example.org/x", row["field"]: row["beside"]}
    (copy / "entries" / "beside.yml").write_text(_text(other), encoding="utf-8")
    return copy


WAYS: Mapping[str, Callable[[Row, Path, Mapping[str, Any]], Outcome]] = {
    "check": check,
    "table": table,
    "terminal": terminal,
    "issue": issue,
    "editor": editor,
}


@pytest.mark.parametrize(
    "number", range(len(ROWS)), ids=[f"{r['field']} {ascii(r['value'])[:50]}" for r in ROWS]
)
def test_every_way_in_judges_alike(number: int, folder: Path, typed: dict[int, Any]) -> None:
    row = ROWS[number]
    values = {**BASE, row["field"]: _typed(row)}
    found = {way: judge(row, folder, values) for way, judge in WAYS.items()}
    page = typed[number] or {"refused": False, "reads": values[row["field"]], "alike": False}
    codes = (REFUSED,) if page["refused"] else ()
    found["page"] = Outcome(codes, page["reads"], page["alike"])
    wrong = {
        way: outcome
        for way, outcome in found.items()
        if not _is_right(outcome, way, row, values[row["field"]])
    }
    assert wrong == {}
    if "means" in row and "is" in row:
        assert fixed(row, folder, values) == row["means"]


def _is_right(outcome: Outcome, way: str, row: Row, value: Any) -> bool:
    own = row.get("but", {}).get(way)
    if own is not None:
        is_refused = outcome.codes != ()
        return is_refused if own == REFUSED else (is_refused, outcome.reads) == (False, own)
    if way == "check":
        return outcome.codes == ((row["is"],) if "is" in row else ())
    if _cannot(way, row):
        return (outcome.codes, outcome.reads) == ((), value)
    if "alike" in row and way != "editor" and not outcome.is_alike:
        return False
    if "is" in row and ("means" not in row or way == "editor"):
        return outcome.codes in ((row["is"],), (REFUSED,))
    if "means" in row and row.get("is") in TABLE["offers"].get(way, {}).get("codes", ()):
        return outcome.codes != ()
    return (outcome.codes, outcome.reads) == ((), row.get("means", value))


def _cannot(way: str, row: Row) -> bool:
    return any(
        row["field"] in given.get("fields", ()) or row.get("is") in given.get("codes", ())
        for given in TABLE["cannot"].get(way, ())
    )


def test_the_table_has_a_reason_for_each_exception() -> None:
    assert [given for way in TABLE["cannot"].values() for given in way if "why" not in given] == []
    assert [row for row in ROWS if "but" in row and "why" not in row["but"]] == []
    assert {way for row in ROWS for way in row.get("but", ())} <= {*WAYS, "page", "why"}
    assert len({(row["field"], str(row["value"]), row.get("beside")) for row in ROWS}) == len(ROWS)
