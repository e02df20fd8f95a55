"""The review schedule as page, list and calendar; and no program reviews."""

from __future__ import annotations

import ast
import datetime
import json
import re
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import ROOT, build, run_script
from resource_catalog.exports.review_calendar import _escape, _fold
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.review_schedule import add_months, review_schedule
from sample_catalog import Fields, write_catalog

HARD = 'Commas, semicolons; back\\slashes \\n "quotes" — ünïcödé 日本語 ' + "and so on " * 12


def reviewed(on: str, kind: str = "report", **more: str) -> Fields:
    return {"type": kind, "reviewed": {"on": on, "by": "AB; CD, EF"}, **more}


VOCABULARIES: dict[str, Fields] = {
    "types": {
        "label": "Types",
        "key": "type",
        "single": True,
        "terms": [
            {"id": "report", "label": "Report", "review_months": "12"},
            {"id": "podcast", "label": "Podcast"},
        ],
    }
}
ENTRIES: dict[str, Fields] = {
    "late": reviewed("2025-11-20", title=HARD),
    "today": reviewed("2025-11-22"),
    "tomorrow": reviewed("2025-11-23"),
    "far": reviewed("2026-11-22"),
    "by-default": reviewed("2024-11-22", "podcast"),
    "never": {"type": "report"},
    "retired": {"type": "report", "retired": {"on": "2026-01-01", "why": "Old."}},
}
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_catalog(tmp_path_factory.mktemp("reviews") / "catalog", ENTRIES, VOCABULARIES)


@pytest.fixture(scope="module")
def reviews_site(folder: Path) -> Path:
    """The site of that catalog as it would be built on the day."""
    site = folder.parent / "site"
    noon = int(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC).timestamp())
    built = build(folder, site, SOURCE_DATE_EPOCH=str(noon))
    assert built.returncode == 0, built.stderr
    return site


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2023-01-31", 13, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-11-22", 24, "2028-11-22"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day: str, months: int, due: str) -> None:
    assert add_months(datetime.date.fromisoformat(day), months).isoformat() == due


def test_each_type_has_its_own_rhythm_and_the_day_itself_counts(folder: Path) -> None:
    catalog, _ = open_catalog(folder)
    schedule = review_schedule(catalog, TODAY)
    ids = {
        name: [review.entry.id for review in getattr(schedule, name)]
        for name in ("overdue", "soon", "later", "never")
    }
    assert ids == {
        "overdue": ["late", "by-default", "today"],
        "soon": ["tomorrow"],
        "later": ["far"],
        "never": ["never"],
    }


@pytest.mark.parametrize("months", ["0", "241", "1.5", "often", "-3"])
def test_a_rhythm_is_a_number_of_months(tmp_path: Path, months: str) -> None:
    terms = [{"id": "report", "label": "Report", "review_months": months}]
    types = {"types": {"label": "Types", "key": "type", "single": True, "terms": terms}}
    folder = write_catalog(tmp_path / "catalog", {}, types)
    _, found = open_catalog(folder)
    assert [(p.code, p.message) for p in found] == [
        ("unknown-value", f"“{months}” is not a number of months.")
    ]


def test_the_calendar_is_read_by_somebody_elses_parser(reviews_site: Path) -> None:
    raw = (reviews_site / "data" / "reviews.ics").read_bytes()
    lines = raw.split(b"\r\n")
    assert lines.pop() == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    calendar = icalendar.Calendar.from_ical(raw)
    events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
    assert all(event.errors == [] for event in [calendar, *events.values()])
    assert events["review-late"]["SUMMARY"] == f"Review: {' '.join(HARD.split())}"
    assert "by AB; CD, EF." in events["review-late"]["DESCRIPTION"]
    assert {name: event.decoded("DTSTART").isoformat() for name, event in events.items()} == {
        "review-late": "2026-11-20",
        "review-by-default": "2026-11-22",
        "review-today": "2026-11-22",
        "review-tomorrow": "2026-11-23",
        "review-far": "2027-11-22",
        "never-reviewed": "2026-11-22",
    }
    for event in events.values():
        path = str(event["URL"]).removeprefix("http://127.0.0.1:8000/")
        assert (reviews_site / path / "index.html").is_file()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_any_text_comes_back_from_the_calendar(text: str) -> None:
    lines = ["BEGIN:VEVENT", f"SUMMARY:{_escape(text)}", "END:VEVENT"]
    raw = "".join(f"{piece}\r\n" for line in lines for piece in _fold(line)).encode()
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert icalendar.Event.from_ical(raw).get("SUMMARY", "") == text


def test_the_page_says_what_is_due_and_by_whom_it_was_seen_last(reviews_site: Path) -> None:
    html = (reviews_site / "contribute" / "due" / "index.html").read_text(encoding="utf-8")
    sections = dict(re.findall(r'<h2 [^>]*id="(\w+)">.*?</h2>(.*?)</section>', html, re.DOTALL))
    assert "Due November 20, 2026; last reviewed on November 20, 2025" in sections["overdue"]
    assert "resources/tomorrow/" in sections["soon"]
    assert "resources/never/" in sections["never"]
    assert "resources/retired/" not in html
    assert "<dt>12 months</dt><dd>Report</dd>" in sections["rhythm"]
    assert 'href="../../data/reviews.ics"' in html


def test_the_command_tells_and_never_fails_for_a_late_review(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    day = ("--on", TODAY.isoformat())
    told = run_script("review_due.py", folder, *day)
    assert (told.returncode, told.stderr) == (0, "")
    assert "Overdue (3)\n  2026-11-20  " in told.stdout
    rows = json.loads(run_script("review_due.py", folder, *day, "--format", "json").stdout)
    assert [row["state"] for row in rows] == [*["overdue"] * 3, "soon", "later", "never"]
    assert rows[0]["last"] == {"on": "2025-11-20", "by": "AB; CD, EF"}
    address = ("--site-url", "https://library.example.org/sub")
    calendar = run_script("review_due.py", folder, *day, "--format", "ics", *address)
    event = icalendar.Calendar.from_ical(calendar.stdout).walk("VEVENT")[0]
    assert event["URL"] == "https://library.example.org/sub/resources/late/"
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before


def test_the_command_says_what_it_cannot_read(tmp_path: Path) -> None:
    told = run_script("review_due.py", tmp_path / "nowhere")
    assert (told.returncode, told.stdout) == (2, "")
    assert "is not there" in told.stderr
    told = run_script("review_due.py", "--on", "soon")
    assert told.returncode == 2
    assert "write 2026-11-21" in told.stderr


NAMES_IT = {
    "hooks/resource_catalog/contribute/issue_forms/issue_to_entry.py": "drops what strangers say",
    "hooks/resource_catalog/loading/catalog_checks/date_checks.py": "checks the day of one",
    "hooks/resource_catalog/model/records/tool.py": "hands on what a file says",
}
"""The programs that name the key, and why that does not write it."""


def _names_it(path: Path) -> bool:
    """Whether a program has the key as a text, or makes a review of its own."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Constant(value=str(text)) if re.search(r"\breviewed\b(?!\s\w)", text):
                if text == "reviewed" or re.search(r"\breviewed:", text):
                    return True
            case ast.keyword(arg="reviewed"):
                return True
            case ast.Call(func=ast.Name(id="Review") | ast.Attribute(attr="Review")):
                return True
    return False


def test_no_program_writes_that_somebody_has_looked() -> None:
    """A review is a person's word. Whoever adds a program here says why it does not write one."""
    folders = ("hooks", "scripts", "bench")
    programs = [path for name in folders for path in (ROOT / name).rglob("*.py")]
    named = {path.relative_to(ROOT).as_posix() for path in programs if _names_it(path)}
    assert named == NAMES_IT.keys()
    browser = [*(ROOT / "overrides" / "js").rglob("*.js"), *(ROOT / ".github").rglob("*.yml")]
    assert [path.name for path in browser if "reviewed" in path.read_text("utf-8")] == []


def test_the_scan_sees_what_it_looks_for(tmp_path: Path) -> None:
    path = tmp_path / "program.py"
    for line in (
        'data["reviewed"] = day',
        "entry.model_copy(update=dict(reviewed=day))",
        'text += f"reviewed: {{on: {day}, by: robot}}"',
        "Review(on=day, by='robot')",
    ):
        path.write_text(line, encoding="utf-8")
        assert _names_it(path), line
    path.write_text("entry.reviewed.on", encoding="utf-8")
    assert not _names_it(path), "reading it is fine"


def test_what_programs_make_of_entries_carries_no_review(folder: Path, tmp_path: Path) -> None:
    """A table without the column, an issue that claims one, and a catalog that is mended."""
    catalog = write_catalog(tmp_path / "catalog", {"never": {"type": "report"}}, VOCABULARIES)
    table = tmp_path / "new.csv"
    table.write_text(
        "id,title,type,summary,access\nnew,New,report,What it is.,unlocated\n", encoding="utf-8"
    )
    assert run_script("import_csv.py", table, catalog, "--today").returncode == 0
    issue = tmp_path / "issue.md"
    issue.write_text(
        "```yaml\ntitle: Claimed\ntype: report\nsummary: What it is.\naccess: unlocated\n"
        "reviewed: {on: 2026-11-22, by: me}\n```\n",
        encoding="utf-8",
    )
    made = run_script("entry_from_issue.py", "--body", issue, "--catalog", catalog)
    assert "title: Claimed" in made.stdout
    (catalog / "entries" / "claimed.yml").write_text(made.stdout, encoding="utf-8")
    never = catalog / "entries" / "never.yml"
    never.write_text(never.read_text(encoding="utf-8") + "   \n", encoding="utf-8")
    run_script("validate.py", catalog, "--fix")
    read, _ = open_catalog(catalog)
    assert {name: entry.reviewed for name, entry in read.entries.items()} == dict.fromkeys(
        ("never", "new", "claimed")
    )
