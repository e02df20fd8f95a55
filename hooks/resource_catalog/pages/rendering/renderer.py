"""Render the HTML body of a Page with its template in ``overrides/catalog/``.

All values are escaped, since the texts of entries are untrusted.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from resource_catalog.links.record.link_status import STATE_LABELS
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types import urls
from resource_catalog.model.field_types.dates import format_day, format_partial_date
from resource_catalog.model.messages import (
    _,
    count,
    in_sentence,
    listed,
    named,
    number,
    translated,
)
from resource_catalog.model.messages.direction import direction_attribute
from resource_catalog.model.records.access import access_label
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import FORMAT_LABELS
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES
from resource_catalog.model.translations.shown_texts import Untranslated
from resource_catalog.pages.page import Page
from resource_catalog.pages.parts.record_facts import facts
from resource_catalog.pages.rendering import css_icons
from resource_catalog.pages.rendering.cards import CUT, Cards
from resource_catalog.pages.rendering.drawings import phase_ring
from resource_catalog.pages.rendering.drawings.cover import (
    map_cover,
    pack_phase,
    sheet_cover,
    tool_phase,
)
from resource_catalog.pages.rendering.drawings.matrix_cells import (
    MOST_DOTS,
    fullest_cell,
    map_place,
)
from resource_catalog.pages.rendering.nonbreaking_words import together
from resource_catalog.pages.rendering.strip_indent import StripIndentLoader
from resource_catalog.pages.rendering.template_messages import TranslatingEnvironment
from resource_catalog.site.availability.open_counts import how_many
from resource_catalog.site.cached_per_entry import cached_per_entry
from resource_catalog.site.citations.citation_styles import cite
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.pagination import PAGE_SIZE
from resource_catalog.site.site import Site

HUES = 8
"""How many phase colours the style sheets hold; more phases all have the first."""

MARKS = 8
"""How many shapes for stages the style sheets hold; more stages all have a plain dot."""


class _Environment(TranslatingEnvironment):
    """Gives all templates the same names, in one dictionary.

    Jinja would chain one of its own to each template and copy the chain for each page and
    each import, which takes ten times as long.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Called by Jinja for the names that a template knows."""
        return {**self.globals, **d} if d else self.globals


class Renderer:
    """Renders the pages of one site.

    ``templates`` is the folder of page templates; none is compiled before the
    first page. Raises Jinja's errors for a template that is wrong; data cannot
    make it fail.
    """

    def __init__(self, templates: Path, site: Site) -> None:
        self._site, catalog = site, site.catalog
        self.environment = _Environment(
            has_marked_texts=catalog.shown_in is not None,
            loader=StripIndentLoader(FileSystemLoader(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            keep_trailing_newline=False,
            auto_reload=False,
            cache_size=-1,
        )
        phases, stages = catalog.phases, catalog.stages
        hues = {p.id: number if len(phases) <= HUES else 1 for number, p in enumerate(phases, 1)}
        marks = {s.id: number if len(stages) <= MARKS else 0 for number, s in enumerate(stages, 1)}
        ring = phase_ring.segments(len(phases)) if phase_ring.has_ring(catalog) else ()
        ring_texts = phase_ring.centre_texts(catalog) if ring else ()
        names = [phase.short_label or phase.label for phase in phases]
        self.environment.globals.update(
            catalog=catalog,
            identity=catalog.identity,
            has_page=site.has_page,
            PHASES=PHASES,
            STAGES=STAGES,
            TYPES=TYPES,
            PAGE_SIZE=PAGE_SIZE,
            hue=hues.__getitem__,
            mark=marks.__getitem__,
            ring=ring,
            ring_labels=phase_ring.labels(names) if ring else (),
            ring_centre=phase_ring.centre(ring_texts) if ring else None,
            ring_texts=ring_texts,
            place={phase.id: number for number, phase in enumerate(phases, start=1)},
            icon=self.icon,
            cards=Cards(
                site,
                self._macro("card.html", "card"),
                self._macro("card.html", "closed_line"),
                self._macro("card.html", "facts_row"),
            ),
            cut=CUT,
            map_cover=map_cover,
            sheet_cover=sheet_cover,
            opens=lambda entry: entry.id in site.opening or not site.opening,
            pack_phase=partial(pack_phase, catalog=catalog),
            tool_phase=tool_phase,
            MOST_DOTS=MOST_DOTS,
            map_place=partial(map_place, site=site),
            fullest_cell=partial(fullest_cell, catalog),
            line_of=self._cached("entry-line.html", "line"),
            facet_row=self._cached("facet-row.html", "facet_row"),
            terms_to_browse=self._cached("term-lists.html", "terms_to_browse"),
            ring_here=self._cached("ring.html", "ring_here"),
            stage_mark=self._cached("stages.html", "stage_mark"),
            phase_place=self._cached("roadmap-place.html", "phase_place"),
            stage_place=self._cached("roadmap-place.html", "stage_place"),
            citations=partial(cite, site=site),
            facts=partial(facts, site=site),
            count=count,
            how_many=partial(how_many, site=site),
            direction_attribute=lambda tag: Markup(direction_attribute(tag)),
            lang=partial(_lang, catalog),
            text_lang=_text_lang,
            from_source=partial(_from_source, catalog),
            hreflang=partial(_lang, catalog, attribute="hreflang"),
            listed=listed,
            number=number,
            named=named,
            in_sentence=in_sentence,
            more_facets=[f for f in catalog.facets if f not in (PHASES, STAGES, TYPES)],
            host_of=urls.display_host,
            typed_root=urls.display_url(site.absolute_url("")),
            link_status_of=site.link_statuses.of,
            link_label=lambda state: _(STATE_LABELS[state]),
            access_label=access_label,
            format_label=lambda link_format: _(FORMAT_LABELS[link_format]),
            translated=translated,
            end_link=Markup("</a>"),
            phase_and_stage=partial(_phase_and_stage, catalog),
        )
        self.environment.filters.update(
            day=_at_render_time(format_day),
            partial_date=_at_render_time(format_partial_date),
            together=_at_render_time(together),
        )

    def _macro(self, part: str, name: str) -> Callable[..., str]:
        """A macro of a part, which is read when it is first called."""

        def call(*arguments: Any, **named: Any) -> str:
            module = self.environment.get_template(f"parts/{part}").module
            return str(getattr(module, name)(*arguments, **named))

        return call

    def _cached(self, part: str, name: str) -> Callable[..., Markup]:
        """A macro of a part that many pages call with the same arguments.

        The first is an entry, a term or a list of ids; ``base`` is the path to the site's root,
        which is the same for most of these pages.
        """
        macro, site = self._macro(part, name), self._site

        @cached_per_entry
        def call(thing: Any, site: Site, *more: Hashable) -> Markup:  # noqa: ARG001
            return Markup(macro(thing, *more))

        return lambda thing, *more: call(thing, site, *more)

    @staticmethod
    @cache
    def icon(name: str | None) -> Markup:
        """The drawing of an icon, or of a plain file where there is no such icon."""
        return Markup(css_icons.icon(name))

    def html(self, page: Page, base: str | None = None) -> str:
        """The body of a page; ``base`` leads from its address to the site's root."""
        if base is None:
            base = "../" * page.path.count("/") or "./"
        template = self.environment.get_template(page.template)
        return template.render(page=page, base=base, **page.data)


def _lang(catalog: Catalog, entry: Entry, attribute: str = "lang") -> Markup:
    """The attribute for the title of an entry in another language than the page, or nothing."""
    language = foreign_language(entry, catalog)
    return _attribute(attribute, language) if language else Markup()


@cache
def _attribute(name: str, value: str) -> Markup:
    """An attribute of HTML; a translated site has one at each title."""
    return Markup(' {}="{}"').format(name, value)


def _text_lang(text: str) -> Markup:
    """The attribute for a text in the language of the source, or nothing."""
    if isinstance(text, Untranslated):
        return Markup(' lang="{}"').format(text.language)
    return Markup()


def _from_source(catalog: Catalog, text: str) -> str:
    """A text that a program has written in the language of the source."""
    source = catalog.shown_in and catalog.shown_in.source
    return Untranslated.written_in(source, text) if source else text


def _phase_and_stage(catalog: Catalog) -> str:
    """The heading of the matrix."""
    phase, stage = catalog.facets[PHASES].noun, catalog.facets[STAGES].noun
    together = _("%(Phase)s and %(stage)s together", phase=phase, stage=stage)
    return named("home.matrix", together)


def _at_render_time(function: Callable[[Any], str]) -> Callable[[Context, Any], str]:
    """A filter that Jinja does not run while it compiles, so that compiled templates can be kept.

    It would do so on a constant, unless the filter takes the context.
    """

    @pass_context
    def filtered(context: Context, value: Any) -> str:  # noqa: ARG001
        return function(value)

    return filtered
