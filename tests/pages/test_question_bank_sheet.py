"""The question bank on its sheet: every question can be ticked, and also answered, on paper."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode


def test_the_sheet_can_be_used_by_hand(tools_folder: Path) -> None:
    html = (tools_folder / "tools/survey/index.html").read_text(encoding="utf-8")
    sheet = LexborHTMLParser(html).css_first("[data-rc-tool]")
    assert sheet is not None
    boxes = sheet.css("input[type=checkbox]")
    assert [box.attributes["data-rc-field"] for box in boxes] == [
        f"pick.{name}" for name in ("name", "clear", "who", "again", "why")
    ]
    items = [words(item) for item in sheet.css(".rc-bank__item")]
    assert items[0] == "Which course was it?|A few words|When it is over"
    assert items[1] == (
        "How clear was it?|Think of days & <nights>.|Not clear|Partly|Clear|"
        "Then: Which part should be clearer?|Scale|Before it begins|When it is over"
    )
    assert items[3] == "Would you do it again?|Yes & more|Never|Choose one"
    lines = [len(item.css(".rc-answer-lines")) for item in sheet.css(".rc-bank__item")]
    assert lines == [1, 1, 0, 0, 1], "room for each free text"
    survey = sheet.css_first("[data-rc-survey]")
    assert survey is not None
    assert "hidden" in survey.attributes, "it needs JavaScript"


def words(item: LexborNode) -> str:
    """The texts of a question, one after the other."""
    return "|".join(filter(None, item.text(separator="|", strip=True).split("|")))
