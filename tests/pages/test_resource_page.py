"""The page of an entry: what it shows of links, access and the entry's own facts."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser


@pytest.fixture(scope="module")
def page(sample_folder: Path) -> LexborHTMLParser:
    """The page of the entry that has everything."""
    html = (sample_folder / "resources/everything/index.html").read_text(encoding="utf-8")
    return LexborHTMLParser(html)


def facts(page: LexborHTMLParser) -> dict[str, str]:
    """The texts of the rows, by their labels."""
    rows = page.css(".rc-facts > div")
    return {
        row.css_first("dt").text(): " ".join(row.css_first("dd").text().split()) for row in rows
    }


def test_a_link_with_a_label_is_called_by_it(page: LexborHTMLParser) -> None:
    assert facts(page)["Source code"] == "example.net web page"
    assert "Also at" not in facts(page)
    assert facts(page)["Found through"] == "example.com web page"


def test_whom_to_ask_is_shown_with_every_access(page: LexborHTMLParser) -> None:
    notes = [node.text() for node in page.css(".rc-open__host")]
    assert "Paid." in notes
    assert "Whom to ask: The press office" in notes
