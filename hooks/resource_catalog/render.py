"""Rendering: a Page to the HTML of its body, through the templates in ``overrides/catalog/``.

Every value a template prints is escaped; entry text comes from strangers.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from resource_catalog import icons, ring, urls
from resource_catalog.links.standing import LABELS
from resource_catalog.model import ACCESS_LABELS, PHASES, STAGES, TYPES, Entry
from resource_catalog.pages.page import Page, count
from resource_catalog.site import Site
from resource_catalog.values import say_day

HUES = 8
"""How many phase colours the style sheets hold; further phases begin again with the first."""

DEFAULT_ICON = "material/file-outline"

FORMAT_LABELS = {
    "html": "web page",
    "pdf": "PDF",
    "video": "video",
    "audio": "audio",
    "document": "document",
    "slides": "slides",
    "image": "image",
}


class Renderer:
    """Renders the pages of one site.

    ``templates`` is the folder of page templates. Raises Jinja's errors for a
    template that is wrong; data cannot make it fail.
    """

    def __init__(self, templates: Path, site: Site) -> None:
        catalog = site.catalog
        self._environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._cards: dict[tuple[str, str, int, bool], Markup] = {}
        hues = {phase.id: index % HUES + 1 for index, phase in enumerate(catalog.phases)}
        marks = {stage.id: index % 4 + 1 for index, stage in enumerate(catalog.stages)}
        self._environment.globals.update(
            catalog=catalog,
            identity=catalog.identity,
            PHASES=PHASES,
            STAGES=STAGES,
            TYPES=TYPES,
            hue=hues.__getitem__,
            mark=marks.__getitem__,
            ring=ring.segments(len(catalog.phases)),
            icon=self.icon,
            card_of=self.card,
            count=count,
            host_of=urls.host_of,
            typed=lambda path: urls.typed(site.address(path)),
            standing_of=site.standings.of,
            link_label=LABELS.__getitem__,
            access_label=ACCESS_LABELS.__getitem__,
            format_label=FORMAT_LABELS.__getitem__,
        )
        self._environment.filters.update(day=say_day, partial_date=partial_date)

    def card(self, entry: Entry, base: str, level: int, use: bool) -> Markup:
        """An entry as it stands in lists; it stands in many, so it is rendered once for all."""
        key = (entry.id, base, level, use)
        found = self._cards.get(key)
        if found is None:
            macros: Any = self._environment.get_template("parts/card.html").module
            found = self._cards[key] = macros.card(entry, base, level, use)
        return found

    @staticmethod
    @cache
    def icon(name: str | None) -> Markup:
        """The drawing of an icon, or of a plain file where there is no such icon."""
        found = icons.theme_icons()
        return Markup(found.svg(name if name is not None and name in found else DEFAULT_ICON))

    def html(self, page: Page, base: str | None = None) -> str:
        """The body of a page; ``base`` leads from its address to the site's root."""
        if base is None:
            base = "../" * page.path.count("/") or "./"
        template = self._environment.get_template(page.template)
        return template.render(page=page, base=base, **page.data)


def partial_date(value: str) -> str:
    """``2017``, ``September 2017`` or ``14 September 2017``: as precise as it is known."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    if len(parts) == 2:
        return f"{datetime.date(parts[0], parts[1], 1):%B %Y}"
    return say_day(datetime.date(*parts))
