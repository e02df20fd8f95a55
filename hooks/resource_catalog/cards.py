"""Cards: entries as they stand in lists, each made once for a build and joined for every list.

An entry stands in the lists of all its terms, so there are ten times as many cards as entries.
The template cuts a card where the way to the site's root belongs and around what only some lists
show: a page of a list then costs no more than joining pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from markupsafe import Markup

from resource_catalog.labels import FORMAT_LABELS
from resource_catalog.model import ACCESS_LABELS, Chosen, Entry
from resource_catalog.moulds import Mould
from resource_catalog.site import Site

CUT = Markup("<cut>")
"""Stands between two pieces of a card. No text of an entry can pass for it: its “<” is escaped."""


class _Card(NamedTuple):
    """The pieces of a card; the way to the site's root belongs after the first."""

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
    """The cards of one site. ``draw`` is the macro for one, in its pieces."""

    def __init__(self, site: Site, draw: Callable[..., str]) -> None:
        self._catalog = site.catalog
        self._link_statuses = site.link_statuses
        self._mould = Mould(draw)
        self._made: dict[str, _Card] = {}

    def listed(
        self,
        item: Markup,
        entries: Iterable[Entry],
        base: str,
        use: bool,
        address: bool,
        start: int = 0,
    ) -> Markup:
        """The items of a list, a card in each.

        ``item`` has a :data:`CUT` where the card belongs, and before it one for
        the number where items have one: that of the first comes after ``start``.
        ``base`` leads to the site's root. How to ``use`` an entry, and its
        ``address`` on paper, are for some lists only.
        """
        cards = self._of(entries)
        return _filled(item, [card.text(base, use, address) for card in cards], start)

    def steps(self, item: Markup, chosen: Iterable[Chosen], base: str) -> Markup:
        """The same for the entries of a collection, each with the note that it has there."""
        entries = self._catalog.entries
        cards = [self._make(entries[step.id], step.note or "") for step in chosen]
        return _filled(item, [card.text(base, True, True) for card in cards])

    def facts(self, entry: Entry) -> Markup:
        """The last line of an entry's card."""
        (card,) = self._of([entry])
        return Markup(card.facts)

    def _of(self, entries: Iterable[Entry]) -> list[_Card]:
        made = self._made
        return [made.get(entry.id) or self._keep(entry) for entry in entries]

    def _keep(self, entry: Entry) -> _Card:
        card = self._made[entry.id] = self._make(entry)
        return card

    def _make(self, entry: Entry, note: str = "") -> _Card:
        """A card, drawn from texts in the order of the macro's arguments."""
        kind = self._catalog.type_of(entry)
        about = [entry.id, kind.id, kind.label, entry.title, entry.summary]
        advice = [entry.recommended_use or "", note]
        html = self._mould.cast([*about, *advice, *self._facts(entry)])
        return _Card(*html.split(CUT))

    def _facts(self, entry: Entry) -> list[str]:
        """Its length, how it opens (or did, when the link is gone), makers, year, and link."""
        link = entry.primary_link
        status = self._link_statuses.of(entry, link) if link else None
        opens, gone = ACCESS_LABELS[entry.access], ""
        if link and entry.access == "open":
            opens = f"Open {FORMAT_LABELS[link.format]}"
            if status and status.is_struck_through:
                opens, gone = "", opens
        return [
            entry.duration or entry.extent or "",
            opens,
            gone,
            ", ".join(entry.publishers or entry.authors),
            entry.year or "",
            status.short_text() if status else "",
        ]


def _filled(item: Markup, cards: Iterable[str], start: int = 0) -> Markup:
    before, *middle, after = str(item).split(CUT)
    if middle:
        numbered = enumerate(cards, start=start + 1)
        return Markup("".join([f"{before}{n}{middle[0]}{card}{after}" for n, card in numbered]))
    return Markup("".join([f"{before}{card}{after}" for card in cards]))
