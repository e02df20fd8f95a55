"""News: what came, changed, went, or was lost and found again, and when."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from resource_catalog.catalog import Catalog, title_order
from resource_catalog.model import Entry

Kind = Literal["new", "changed", "retired", "link-gone", "link-back"]

WORDS: Mapping[Kind, str] = {
    "new": "New",
    "changed": "Changed",
    "retired": "No longer recommended",
    "link-gone": "Link gone",
    "link-back": "Link works again",
}
"""What readers are told, in front of the title."""


@dataclass(frozen=True)
class Event:
    """Something that happened to an entry on a day; ``text`` tells more in a sentence."""

    day: datetime.date
    kind: Kind
    entry: Entry
    text: str

    @property
    def key(self) -> str:
        """What tells it from everything else that ever happened, for ever."""
        return f"{self.entry.id}#{self.kind}-{self.day}"


def events(catalog: Catalog) -> tuple[Event, ...]:
    """Everything that is known to have happened, the newest first.

    Every day is one that a person wrote down, or on which the link watch found
    the first link of an entry gone or back.
    """
    found = [event for entry in catalog.entries.values() for event in _of_entry(entry, catalog)]
    found.sort(key=lambda event: title_order(event.entry))
    found.sort(key=lambda event: event.day, reverse=True)
    return tuple(found)


def by_term(found: Iterable[Event]) -> Mapping[tuple[str, str], Sequence[Event]]:
    """The events by facet and term of their entries, in the same order."""
    sorted_out: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in found:
        for facet, terms in event.entry.tags.items():
            for term in terms:
                sorted_out[facet, term].append(event)
    return sorted_out


def _of_entry(entry: Entry, catalog: Catalog) -> Iterator[Event]:
    if entry.added:
        yield Event(entry.added, "new", entry, entry.summary)
    said: dict[datetime.date, list[str]] = {}
    for change in entry.changes:
        said.setdefault(change.on, []).append(change.what)
    for day, texts in said.items():
        yield Event(day, "changed", entry, " ".join(texts))
    if entry.retired:
        instead = catalog.entries.get(entry.replaced_by or "")
        more = f" Use this instead: {instead.title}." if instead else ""
        yield Event(entry.retired.on, "retired", entry, entry.retired.why + more)
        return
    link = entry.primary_link
    record = catalog.ledger.links.get(link.url) if link else None
    if record and record.state == "dead":
        copy = " There is an archived copy." if record.archived_url else ""
        text = f"Its address has stopped working.{copy} Do you know where it is now?"
        yield Event(record.died or record.since, "link-gone", entry, text)
    elif record and record.revived:
        yield Event(record.revived, "link-back", entry, "Its address works again.")
