"""Covers: the same in every build, told apart when small, and every title fits on them."""

from __future__ import annotations

import itertools

import pytest
from selectolax.lexbor import LexborHTMLParser

from resource_catalog.pages.rendering.drawings.cover import HEIGHT, WIDTH, map_cover, sheet_cover
from resource_catalog.pages.rendering.drawings.text_widths import width

KINDS = ("timeline", "checklist", "worksheet", "questions", "messages", "one that is new")
LONG = "Evaluating professional learning with micro-credentials in districts and states: a guide"
TITLES = {
    "four letters": "Plan",
    "120 letters": f"{LONG} for those who are about to begin",
    "a word too long": "Donaudampfschifffahrtsgesellschaftskapitän",
    "far too long": "Planning the evaluation of a pilot " * 12,
    "Arabic": "دليل المنسق الجديد للمشروع التجريبي",
    "Chinese": "新协调员的第一小时：从哪里开始",
    "signs": '<b>"A & B"</b>',
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
@pytest.mark.parametrize("kind", ["map", *KINDS])
def test_every_title_fits(kind: str, title: str) -> None:
    cover = map_cover(title, 5) if kind == "map" else sheet_cover(title, kind)
    text = LexborHTMLParser(cover).css_first("text")
    size = float(str(text.attributes["font-size"]))
    is_arabic = text.attributes.get("direction") == "rtl"
    assert is_arabic == ("د" in title)
    shown = []
    for line in text.css("tspan"):
        x, y = float(str(line.attributes["x"])), float(str(line.attributes["y"]))
        room = x if is_arabic else WIDTH - x
        assert width(line.text()) * size <= room, line.text()
        assert size * 0.7 < y < HEIGHT * 0.6
        shown.append(line.text())
    whole = "".join("".join(shown).split())
    assert whole == "".join(title.split()) or (whole.endswith("…") and len(title) > 120)
    assert not any(line.endswith("micro-") for line in shown)


def test_two_of_one_kind_are_told_apart() -> None:
    titles = [f"Theory of {word}" for word in ("action", "change", "motion", "vision")]
    for kind in KINDS:
        drawings = {title: sheet_cover(title, kind).split("<text")[0] for title in titles}
        assert len({*drawings.values()}) > 1, kind
        assert sheet_cover("Theory", kind) == sheet_cover("Theory", kind)
    for one, other in itertools.combinations([map_cover(title, 5) for title in titles], 2):
        assert one.split("<text")[0] != other.split("<text")[0]


def test_a_cover_is_a_picture_without_a_word_for_listeners() -> None:
    for cover in (map_cover("A", 0), map_cover("A", 300), sheet_cover("A", "timeline")):
        assert 'aria-hidden="true"' in cover
        assert "style=" not in cover
        assert "href" not in cover
        assert len(cover) < 2500
