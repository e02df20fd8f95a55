"""Drawings: the pictures of this catalog that most pages show, as rules of the style sheet.

A page names the class of a drawing; the rule holds it as a mask, through which the colour of the
text is seen. So it is sent once however many pages show it, also to a copy opened from a disk.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading import theme_icons
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.pages.rendering import phase_ring

DEFAULT_ICON = "material/file-outline"
"""For a type that names no icon, or one that is not there."""

TOOLS = {
    ".rc-header__search": "material/magnify",
    ".rc-header__shelf": "material/bookshelf",
    ".rc-header__colors--light": "material/weather-night",
    ".rc-header__colors--dark": "material/weather-sunny",
}
"""What the header shows, by where it stands."""

_CODES = str.maketrans({'"': "'", "#": "%23", "%": "%25", "\n": " "})


def rules(catalog: Catalog) -> str:
    """The rules for a catalog's types and phases, and for the header."""
    return "\n".join([*_of_types(catalog), *_of_the_ring(len(catalog.phases)), *_of_the_header()])


def icon(name: str | None) -> str:
    """The SVG of an icon, or of a plain file where there is no such icon."""
    found = theme_icons.theme_icons()
    return found.svg(name if name is not None and name in found else DEFAULT_ICON)


def _of_types(catalog: Catalog) -> Iterator[str]:
    for term in catalog.facets[TYPES].terms:
        yield _rule(f".rc-type-{term.id}", icon(term.icon))


def _of_the_ring(phases: int) -> Iterator[str]:
    """The whole ring, and the arrow of each phase by its number."""
    arrows = [f"<path d='{segment.path}'/>" for segment in phase_ring.segments(phases)]
    yield _rule(".rc-here", _arrows("".join(arrows)))
    for number, arrow in enumerate(arrows, start=1):
        yield _rule(f".rc-here-{number}", _arrows(arrow))


def _of_the_header() -> Iterator[str]:
    for place, name in TOOLS.items():
        yield _rule(place, icon(name))


def _arrows(paths: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-106 -106 212 212" stroke="#000" '
        f'stroke-width="2" stroke-linejoin="round">{paths}</svg>'
    )


def _rule(place: str, svg: str) -> str:
    return f'{place}{{--rc-drawing:url("data:image/svg+xml,{svg.translate(_CODES)}")}}'
