"""The timeline on its sheet: what stands there before any day is set, and without JavaScript."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from resource_catalog.loading.checks import open_catalog
from resource_catalog.tools.timeline.timeline import Timeline, when
from sites import with_tools


@pytest.fixture(scope="module")
def timeline(tmp_path_factory: pytest.TempPathFactory) -> Timeline:
    catalog, problems = open_catalog(with_tools(tmp_path_factory.mktemp("timeline") / "catalog"))
    assert catalog is not None, problems
    found = catalog.tools["pilot-dates"]
    assert isinstance(found, Timeline)
    return found


def test_each_step_says_in_words_when_it_is(timeline: Timeline) -> None:
    assert [when(step, timeline) for step in timeline.milestones] == [
        "From 8 weeks before to 2 weeks before: The day educators begin",
        "The same day: The day educators begin",
        "3 days after: The day educators begin, until 1 week before: The last day to submit; "
        "every 2 weeks",
        "The same day: The last day to submit",
        "1 day after: The last day to submit",
    ]


def test_the_sheet_can_be_filled_in_by_hand(tools_folder: Path) -> None:
    html = (tools_folder / "tools/pilot-dates/index.html").read_text(encoding="utf-8")
    sheet = LexborHTMLParser(html).css_first("[data-rc-tool]")
    assert sheet is not None
    fields = [field.attributes["data-rc-field"] for field in sheet.css("[data-rc-field]")]
    assert fields[:3] == ["question.best-time", "day.start", "day.due"]
    assert len(fields) == len(set(fields)) == 3 + 5 * 3 + 2
    labels = {label.attributes["for"] for label in sheet.css("label")}
    assert labels == set(fields)
    assert {field.attributes.get("type") for field in sheet.css("input")} == {"text"}
    words = sheet.text(separator=" ")
    assert all(text in words for text in ("When is there time?", "Place, Time", "Invite"))
