"""Draw the cover of a pack as a map with a way on it, and that of a tool as a sheet to fill in.

A cover is made from kind and title alone, so its bytes are the same in every build; its colors are
those of the classes around it. It says nothing that does not stand beside it as text.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from html import escape
from random import Random

from markupsafe import Markup

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.pages.rendering.drawings import contours, tool_cover_shapes
from resource_catalog.pages.rendering.drawings.title_lines import LEADING, TitleLines, title_lines

WIDTH, HEIGHT = 96, 126
"""The size in SVG units."""

_EDGE = 9
_MOST_STOPS = 9
_KEPT = 500
"""How many covers are kept for the pages that show them again."""


def pack_phase(collection: Collection, catalog: Catalog) -> str | None:
    """The phase that most entries of a pack are in, whose color it has; None if none is in any."""
    tags = [entry.tags.get(PHASES, ()) for entry in catalog.entries_in(collection)]
    found = Counter(phase for phases in tags for phase in phases)
    return max(found, key=found.__getitem__) if found else None


def tool_phase(tool: Entry) -> str | None:
    """The first phase of a tool, whose color it has; None if it is in none."""
    return next(iter(tool.tags.get(PHASES, ())), None)


@lru_cache(maxsize=_KEPT)
def map_cover(title: str, stops: int) -> Markup:
    """The cover of a pack with a number of stops."""
    random = Random(title)  # noqa: S311 - not for secrets: a title has one picture
    lines = title_lines(title, WIDTH - 2 * _EDGE, HEIGHT * 0.52)
    hills = contours.hills(random, WIDTH, HEIGHT)
    way = contours.way(random, min(max(stops, 2), _MOST_STOPS), WIDTH, HEIGHT)
    return _svg(
        "map",
        f'<path class="rc-cover__ground" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<path class="rc-cover__hills" d="{hills}"/>'
        f'<path class="rc-cover__way" d="{contours.smooth(way)}"/>'
        f'<path class="rc-cover__stops" d="{contours.dots(way[:-1])}"/>'
        f'<circle class="rc-cover__goal" cx="{round(way[-1][0])}" cy="{round(way[-1][1])}" r="5"/>'
        + _text(lines, _EDGE + 3),
    )


@lru_cache(maxsize=_KEPT)
def sheet_cover(title: str, kind: str) -> Markup:
    """The cover of a tool of a kind."""
    random = Random(title)  # noqa: S311 - not for secrets: a title has one picture
    lines = title_lines(title, WIDTH - 2 * _EDGE, HEIGHT * 0.42)
    band = round(_EDGE + 3 + lines.size * (0.15 + LEADING * len(lines.lines)) + 4)
    form = tool_cover_shapes.form(kind, random, band + 9, WIDTH, HEIGHT)
    return _svg(
        "sheet",
        f'<path class="rc-cover__ground" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<path class="rc-cover__band" d="M0 0h{WIDTH}v{band}H0z"/>'
        f'<path class="rc-cover__form" d="{form}"/>' + _text(lines, _EDGE + 3),
    )


def _svg(kind: str, content: str) -> Markup:
    return Markup(
        f'<svg class="rc-cover rc-cover--{kind}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'aria-hidden="true">{content}</svg>'
    )


def _text(title: TitleLines, top: float) -> str:
    x = WIDTH - _EDGE if title.is_rtl else _EDGE
    step = round(title.size * LEADING, 1)
    lines = "".join(
        f'<tspan x="{x}" y="{round(top + title.size * 0.75 + step * index, 1):g}">'
        f"{escape(line)}</tspan>"
        for index, line in enumerate(title.lines)
    )
    direction = ' direction="rtl"' if title.is_rtl else ""
    return f'<text class="rc-cover__title" font-size="{title.size:g}"{direction}>{lines}</text>'
