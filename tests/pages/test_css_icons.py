"""Drawings: what pages name is in the style sheet, as pictures that browsers can read."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

_RULE = re.compile(r'\.([\w-]+)\{--rc-drawing:url\("data:image/svg\+xml,([^"]*)"\)\}')
_NAMED = re.compile(r"\brc-(?:type|here)-[a-z0-9-]+(?=[\s\"])")


@pytest.mark.parametrize("folder", ["built_site", "sample_folder"])
def test_every_drawing_that_a_page_names_is_there(
    folder: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(folder)
    (sheet,) = (site / "assets").glob("site.*.css")
    drawings = dict(_RULE.findall(sheet.read_text(encoding="utf-8")))
    named = {
        name
        for page in site.glob("resources/*/index.html")
        for name in _NAMED.findall(page.read_text(encoding="utf-8"))
    }
    assert any(name.startswith("rc-type-") for name in named)
    has_ring = folder == "built_site"  # two phases of the sample are no cycle
    assert any(name.startswith("rc-here-") for name in named) == has_ring
    assert named - drawings.keys() == set()


def test_drawings_are_pictures(built_site: Path) -> None:
    """A browser shows nothing at all for one that it cannot read."""
    (sheet,) = (built_site / "assets").glob("site.*.css")
    drawings = dict(_RULE.findall(sheet.read_text(encoding="utf-8")))
    assert drawings
    for name, address in drawings.items():
        picture = ElementTree.fromstring(unquote(address))  # noqa: S314 - a file of our own
        assert picture.tag.endswith("}svg"), name
        assert picture.findall(".//{*}path"), name
