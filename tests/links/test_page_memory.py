"""What the watch remembers of the text of a page, and what it makes of its loss."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest
from multidict import CIMultiDict

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.judge import make_finding
from resource_catalog.links.judge.page.html_facts import extract_facts
from resource_catalog.links.judge.page.page_memory import SAMPLE
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.links.target import MOST_WORDS, NO_MEMORY, PageMemory, Target
from resource_catalog.links.url_parsing import parse_url
from resource_catalog.model.ledger.ledger_text import parse, to_text
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord

URL = parse_url("https://loom.test/lessons/weaving")
MONDAY = datetime.date(2026, 11, 2)
TITLE = "Weaving on a Frame"
TEXT = (
    "Wind the warp around the nails, eight threads to a finger. Pass the shuttle over and under, "
    "turn, and beat the weft with a fork. Pupils choose three colors and finish a bookmark in two "
    "afternoons. Older children add tassels, stripes and a hemstitch; cotton slips less than wool."
)
MENU = "<nav>Lessons Looms Shop</nav>"
WELL = f"<title>Loom School</title>{MENU}<main><h1>{TITLE}</h1><p>{TEXT}</p></main>"


def look(html: str, record: LinkRecord | None = None) -> Finding:
    """The finding on a page, given what is known of it."""
    headers = CIMultiDict({"Content-Type": "text/html; charset=utf-8"})
    visit = Visit(URL, URL, status=200, headers=headers, body=f"<!doctype html>{html}".encode())
    target = Target(
        URL.request_url,
        TITLE,
        summary="A lesson in which pupils weave a bookmark on a frame of nails.",
        known_title=record.title if record else "",
        memory=PageMemory.of(record) if record else NO_MEMORY,
    )
    return make_finding(target, URL, Evidence(visit, extract_facts(visit)))


def weeks(*pages: str) -> list[LinkRecord]:
    """The record after each weekly look."""
    records: list[LinkRecord] = []
    for number, html in enumerate(pages):
        record = records[-1] if records else None
        day = MONDAY + datetime.timedelta(weeks=number)
        records.append(next_record(record, look(html, record), day))
    return records


def states(*pages: str) -> list[str]:
    return [record.state for record in weeks(*pages)]


def test_words_of_the_text_are_remembered_without_those_that_tell_nothing() -> None:
    (record,) = weeks(WELL)
    words = record.words.split()
    assert 8 <= len(words) <= SAMPLE
    assert {"shuttle", "hemstitch"} & set(words)
    assert not {"looms", "shop", "weaving", "frame", "school"} & set(words)


def test_what_is_remembered_comes_to_rest() -> None:
    first, *_, before, last = weeks(*[WELL] * 5)
    assert (first.words_since, first.word_days, last.word_days) == (MONDAY, 0, 28)
    assert first.words == last.words
    texts = [to_text(Ledger(links={URL.request_url: record})) for record in (before, last)]
    assert texts[0].replace("2026-11-23", "2026-11-30").replace("W48", "W49") == texts[1]
    assert parse(texts[1]).links[URL.request_url] == last


SHORT = f"<title>Loom School</title>{MENU}<main><h1>{TITLE}</h1><p>It is with Agnes.</p></main>"
OTHER = TEXT.translate(str.maketrans("abdefghilmnoprstuvw", "owtusekrnplamihgfyd"))


@pytest.mark.parametrize(
    ("later", "state"),
    [
        (SHORT, "drift"),
        (WELL.replace(TEXT, OTHER).replace(f"<h1>{TITLE}", "<h1>Roof tiles"), "drift"),
        (WELL.replace(TEXT, f"Casino, slots, poker, roulette, jackpots: {OTHER}"), "drift"),
        (f"<title>Loom School</title>{MENU}<main><p>Agnes took it with her.</p></main>", "drift"),
        # Another text, half of it, another heading, a film instead, a page that a script fills.
        (WELL.replace(TEXT, OTHER), "ok"),
        (WELL.replace(TEXT, TEXT[:160]), "ok"),
        (WELL.replace(f"<h1>{TITLE}", "<h1>A bookmark in two afternoons"), "ok"),
        (SHORT.replace("</p>", "</p><video src=weaving.mp4></video>"), "ok"),
        (SHORT.replace("</p>", "</p><details><summary>How</summary></details>"), "ok"),
        ("<title>Loom</title><div id=app></div><script src=app.js></script>", "unverified"),
    ],
)
def test_what_the_loss_of_words_comes_to(later: str, state: str) -> None:
    assert states(WELL, WELL, WELL, later)[-1] == state


def test_two_weeks_are_too_few_to_miss_anything() -> None:
    assert states(WELL, WELL, SHORT) == ["ok", "ok", "ok"]


def news(number: int) -> str:
    return " ".join(f"n{chr(97 + number)}{chr(97 + i)}xyz" for i in range(15))


def test_a_page_that_is_new_each_week_is_not_missed() -> None:
    pages: Sequence[str] = [WELL.replace(TEXT, news(number)) for number in range(5)]
    records = weeks(*pages)
    assert {record.state for record in records} == {"ok"}
    assert {record.word_days for record in records} == {0}


@pytest.mark.parametrize("every", [2, 4])
def test_a_text_that_is_new_at_times_below_its_old_title_is_not_missed(every: int) -> None:
    pages = [
        WELL.replace(TEXT, f"{news(week // every)} {news(week // every)}") for week in range(13)
    ]
    assert set(states(*pages)) == {"ok"}


def test_words_that_are_still_there_excuse_no_error_and_no_new_owner() -> None:
    frame = f"<div>{TEXT}</div>"
    lesson = f"<title>Loom School</title>{frame}<main><h1>{TITLE}</h1><p>Nails, wool.</p></main>"
    gone = f"<title>404 Not found</title>{frame}<main><h1>Page not found</h1></main>"
    casino = (
        "<title>Best Online Casino Bonus</title><h1>Online casino: slots, poker, roulette</h1>"
        f"<p>Free spins, jackpots, bets and bonus codes.</p>{frame}"
    )
    assert states(lesson, lesson, lesson, gone)[-1] == "watch"
    assert states(lesson, lesson, lesson, casino)[-1] == "parked"


def test_a_page_that_is_too_long_to_be_kept_is_not_missed() -> None:
    menu = "".join(f"<a href=/p{number}>Lesson number {number}</a> " for number in range(2500))
    assert states(WELL, WELL, WELL, WELL.replace("<main>", f"<div>{menu}</div><main>"))[-1] == "ok"


@pytest.mark.parametrize("words", ["", "nails", " ".join(["nails"] * 100_000)])
def test_a_forged_memory_does_no_harm(words: str) -> None:
    record = replace(weeks(WELL, WELL, WELL)[-1], words=words)
    memory = PageMemory.of(record)
    assert memory == NO_MEMORY or len(memory.words) <= MOST_WORDS
    assert look(WELL, record).verdict == "ok"


def test_a_consent_page_is_not_learned() -> None:
    record = weeks(WELL, WELL)[-1]
    other = Finding(URL.request_url, "ok", "is there")  # what a page without memory comes to
    after = next_record(record, other, MONDAY + datetime.timedelta(weeks=2))
    assert (after.words, after.words_since) == (record.words, MONDAY)


def test_a_form_that_is_gone_speaks_for_a_loss() -> None:
    form = f"<form action=/answer><textarea></textarea></form><p>{TEXT}</p>"
    later = WELL.replace(TEXT, f"{TEXT[:90]} {OTHER[:200]}")
    assert states(WELL, WELL, WELL, later)[-1] == "ok"
    assert states(*[WELL.replace(f"<p>{TEXT}</p>", form)] * 3, later)[-1] == "drift"


def test_only_the_page_at_the_old_address_is_remembered() -> None:
    record = weeks(WELL, WELL, WELL)[-1]
    moved = Finding(URL.request_url, "moved", "has moved", final_url="https://elsewhere.test/")
    after = next_record(record, moved, MONDAY + datetime.timedelta(weeks=2))
    assert (after.words, after.words_since, after.title) == (
        record.words,
        record.words_since,
        record.title,
    )


def test_what_a_person_accepts_is_remembered_anew() -> None:
    record = weeks(WELL, WELL, WELL)[-1]
    finding = look(SHORT, record)
    assert finding.verdict == "drift"
    day = MONDAY + datetime.timedelta(weeks=2)
    after = next_record(record, finding, day, verified=day)
    assert (after.state, after.words) == ("ok", "")
    later = next_record(after, look(WELL.replace(TEXT, OTHER), after), day)
    assert (later.state, later.words_since) == ("ok", day)
