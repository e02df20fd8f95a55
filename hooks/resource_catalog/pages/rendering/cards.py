"""Render the cards of entries, each once per build, and join them into lists.

An entry is in the lists of all its terms, so there are ten times as many cards as entries. The
template cuts a card at the path to the site's root and around what only some lists show, so that
a list costs no more than joining strings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup

from resource_catalog.model.messages import _, listed
from resource_catalog.model.messages.language_messages import capitalized
from resource_catalog.model.records.access import HERE_LABEL, access_label
from resource_catalog.model.records.collection import CollectionItem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import FORMAT_LABELS
from resource_catalog.site.availability.use_instead import stand_in
from resource_catalog.site.search.own_field_text import on_card
from resource_catalog.site.site import Site

CUT = Markup("<cut>")
"""Separates two pieces of a card. Text of an entry cannot imitate it: its “<” is escaped."""


class _Card(NamedTuple):
    """The pieces of a card; the path to the site's root goes after the first."""

    start: str
    about: str
    use: str
    facts: str
    end: str
    address: str

    def text(self, base: str, use: bool, address: bool) -> str:
        """The whole card, or one without what not every list shows."""
        return (
            f"{self.start}{base}{self.about}{self.use if use else ''}{self.facts}{self.end}"
            f"{self.address if address else ''}"
        )


class Cards:
    """The cards of one site.

    ``macro`` renders one, with a :data:`CUT` between its pieces; ``line`` renders what stands in
    its place where an entry that does not open is but a line, with a cut for each path to the
    site's root and one before the address on paper; ``facts`` renders the last line of a card.
    """

    def __init__(
        self,
        site: Site,
        macro: Callable[..., str],
        line: Callable[..., str],
        facts: Callable[..., str],
    ) -> None:
        self._site = site
        self._catalog = site.catalog
        self._link_statuses = site.link_statuses
        self._macro = macro
        self._line_macro = line
        self._facts_macro = facts
        self._rendered: dict[str, _Card] = {}
        self._fact_rows: dict[str, Markup] = {}

    def listed(
        self,
        item: Markup,
        entries: Iterable[Entry],
        base: str,
        use: bool,
        address: bool,
        start: int = 0,
        lines: bool = False,
    ) -> Markup:
        """The items of a list, each with a card.

        ``item`` has a :data:`CUT` for the card and, in numbered lists, one before it for the
        number, which begins after ``start``. ``base`` is the path to the site's root. How to
        ``use`` an entry, and its ``address`` on paper, are for some lists only. With ``lines``,
        entries that do not open are but a line, each in its place.
        """
        if lines and (opening := self._site.opening):
            texts = [
                self._rendered_once(entry).text(base, use, address)
                if entry.id in opening
                else self._line(entry, base, address)
                for entry in entries
            ]
        else:
            texts = [card.text(base, use, address) for card in self._of(entries)]
        return _filled(item, texts, start)

    def steps(self, item: Markup, chosen: Iterable[CollectionItem], base: str) -> Markup:
        """The same for the entries of a collection, each with its note."""
        steps = [(self._catalog.item(step.id), step.note or "") for step in chosen]
        cards = [self._render(entry, note) for entry, note in steps if entry is not None]
        return _filled(item, [card.text(base, True, True) for card in cards])

    def facts(self, entry: Entry) -> Markup:
        """The last line of an entry's card, which lists without cards show."""
        if entry.id not in self._fact_rows:
            card = self._rendered.get(entry.id)
            row = card.facts if card else self._facts_macro(**self._facts(entry))
            self._fact_rows[entry.id] = Markup(row)
        return self._fact_rows[entry.id]

    def _of(self, entries: Iterable[Entry]) -> list[_Card]:
        return [self._rendered_once(entry) for entry in entries]

    def _rendered_once(self, entry: Entry) -> _Card:
        return self._rendered.get(entry.id) or self._keep(entry)

    def _line(self, entry: Entry, base: str, address: bool) -> str:
        """The line of an entry that does not open."""
        facts = self._facts(entry)
        types = self._catalog.types_of(entry)
        why = (facts["gone"] and facts["link"]) or facts["opens"]
        instead = stand_in(entry, self._site)
        html = self._line_macro(entry=entry, types=types, why=why, instead=instead)
        *line, on_paper = html.split(CUT)
        return f"{base.join(line)}{on_paper if address else ''}"

    def _keep(self, entry: Entry) -> _Card:
        card = self._rendered[entry.id] = self._render(entry)
        return card

    def _render(self, entry: Entry, note: str = "") -> _Card:
        types = self._catalog.types_of(entry)
        html = self._macro(entry=entry, types=types, note=note, **self._facts(entry))
        return _Card(*html.split(CUT))

    def _facts(self, entry: Entry) -> Mapping[str, Any]:
        """What the last line of a card says; ``gone`` is how it opened before its link broke."""
        link = entry.primary_link
        status = self._link_statuses.of(entry, link) if link else None
        opens, gone = access_label(entry.access), ""
        if entry.tool_kind:
            opens = _(HERE_LABEL)
        if link and entry.access in ("open", None):
            form = _(FORMAT_LABELS[link.format])
            opens = _("Open %(format)s", format=form) if entry.access else capitalized(form)
            if status and status.is_struck_through:
                opens, gone = "", opens
        return {
            "length": entry.duration or entry.extent or "",
            "opens": opens,
            "gone": gone,
            "makers": listed(entry.publishers or entry.authors),
            "year": entry.year or "",
            "link": status.short_text() if status else "",
            "own": on_card(entry, self._catalog.identity.fields),
        }


def _filled(item: Markup, cards: Iterable[str], start: int = 0) -> Markup:
    before, *middle, after = str(item).split(CUT)
    if middle:
        numbered = enumerate(cards, start=start + 1)
        return Markup("".join([f"{before}{n}{middle[0]}{card}{after}" for n, card in numbered]))
    return Markup("".join([f"{before}{card}{after}" for card in cards]))
