"""Generate CSS rules for the icons that many pages use: of types, tools, phases and the header.

A page uses the class of an icon; the rule has the SVG as a mask filled with the text colour. So an
icon is loaded once, not with each page, and also in a copy opened from a disk.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading import theme_icons
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.pages.rendering.drawings import phase_ring

DEFAULT_ICON = "material/file-outline"
"""For types without an icon, and for unknown icons."""

HEADER_ICONS = {
    ".rc-header__search, .rc-seek": "material/magnify",
    ".rc-header__shelf": "material/bookshelf",
    ".rc-header__colors--light": "material/weather-night",
    ".rc-header__colors--dark": "material/weather-sunny",
}
"""The icons of the header by CSS selector."""

_DATA_URL_ESCAPES = str.maketrans({'"': "'", "#": "%23", "%": "%25", "\n": " "})


def rules(catalog: Catalog) -> str:
    """The rules for the types and phases of a catalog, and for the header."""
    return "\n".join([*_type_rules(catalog), *_phase_rules(catalog), *_header_rules()])


def icon(name: str | None) -> str:
    """The SVG of an icon, or of :data:`DEFAULT_ICON` if it does not exist."""
    icons = theme_icons.theme_icons()
    return icons.svg(name if name is not None and name in icons else DEFAULT_ICON)


def _type_rules(catalog: Catalog) -> Iterator[str]:
    for term in (*catalog.terms_in(TYPES), *catalog.tool_types.values()):
        yield _rule(f".rc-type-{term.id}", icon(term.icon))


def _phase_rules(catalog: Catalog) -> Iterator[str]:
    """The rules for the whole ring, and for the arrow of each phase; none without a ring."""
    if not phase_ring.has_ring(catalog):
        return
    segments = phase_ring.segments(len(catalog.phases))
    arrows = [f"<path d='{segment.path}'/>" for segment in segments]
    yield _rule(".rc-here", _arrow_svg("".join(arrows)))
    for number, arrow in enumerate(arrows, start=1):
        yield _rule(f".rc-here-{number}", _arrow_svg(arrow))


def _header_rules() -> Iterator[str]:
    for selector, name in HEADER_ICONS.items():
        yield _rule(selector, icon(name))


def _arrow_svg(paths: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-106 -106 212 212" stroke="#000" '
        f'stroke-width="2" stroke-linejoin="round">{paths}</svg>'
    )


def _rule(selector: str, svg: str) -> str:
    return (
        f'{selector}{{--rc-drawing:url("data:image/svg+xml,{svg.translate(_DATA_URL_ESCAPES)}")}}'
    )
