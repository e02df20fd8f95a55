"""List what happened to entries, and when: added, changed, retired, link dead or working again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from resource_catalog.model import change_log
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.change_log import RecordedChange
from resource_catalog.model.field_types.dates import format_partial_date
from resource_catalog.model.messages import N_, _
from resource_catalog.model.records.access import ACCESS_LABELS
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.title_order import title_sort_key

EventType = Literal[
    "new",
    "changed",
    "retired",
    "link-changed",
    "date-changed",
    "access-changed",
    "link-gone",
    "link-back",
]

EVENT_LABELS: Mapping[EventType, str] = {
    "new": N_("New"),
    "changed": N_("Changed"),
    "retired": N_("No longer recommended"),
    "link-changed": N_("Link changed"),
    "date-changed": N_("Date changed"),
    "access-changed": N_("Access changed"),
    "link-gone": N_("Link gone"),
    "link-back": N_("Link works again"),
}
"""The label that readers see before the title."""


@dataclass(frozen=True)
class Event:
    """Something that happened to an entry on a day.

    ``text`` describes it in a sentence; it is empty for a new entry without a summary.
    """

    day: datetime.date
    type: EventType
    entry: Entry
    text: str

    @property
    def key(self) -> str:
        """A permanent identifier, unique among all events."""
        return f"{self.entry.id}#{self.type}-{self.day}"


def events(catalog: Catalog, today: datetime.date) -> tuple[Event, ...]:
    """All known events, the newest first; changes that nothing has recorded yet are of ``today``.

    The day of an event is one that a person recorded, on which a script found an entry changed, or
    on which the link checker found the primary link of an entry dead or working again.
    """
    items = (*catalog.entries.values(), *catalog.tool_entries.values())
    found = [event for item in items for event in _events_of(item, catalog, today)]
    found.sort(key=lambda event: title_sort_key(event.entry))
    found.sort(key=lambda event: event.day, reverse=True)
    return tuple(found)


def group_by_term(
    found: Iterable[Event], catalog: Catalog
) -> Mapping[tuple[str, str], Sequence[Event]]:
    """Group events by the (facet, term) pairs of their entries, keeping their order."""
    groups: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in found:
        for facet in event.entry.tags:
            for term in catalog.term_ids(event.entry, facet):
                groups[facet, term].append(event)
    return groups


def changes_of(
    entry: Entry, catalog: Catalog, today: datetime.date
) -> list[tuple[datetime.date, str]]:
    """What is known to have changed about an entry: the day and a sentence, the oldest first."""
    found = [(change.on, change.what) for change in entry.changes]
    recorded = change_log.changes_of(catalog.change_log, entry, today)
    found += [(change.on, _what_was_found(change)[1]) for change in recorded]
    return sorted(found, key=lambda change: change[0])


def _what_was_found(change: RecordedChange) -> tuple[EventType, str]:
    """The event for a recorded change, and what is known of it; nobody has given a reason."""
    if change.what == "link":
        return "link-changed", _("It has moved to another address.")
    if change.what == "published":
        dates = {key: format_partial_date(getattr(change, key)) for key in ("before", "after")}
        return "date-changed", _("Its date was %(before)s and is %(after)s now.", **dates)
    labels = {key: _(ACCESS_LABELS[getattr(change, key)]) for key in ("before", "after")}
    return "access-changed", _("It was “%(before)s” and is “%(after)s” now.", **labels)


def _events_of(entry: Entry, catalog: Catalog, today: datetime.date) -> Iterator[Event]:
    if entry.added:
        yield Event(entry.added, "new", entry, entry.summary or "")
    changes: dict[datetime.date, list[str]] = {}
    for change in entry.changes:
        changes.setdefault(change.on, []).append(change.what)
    for day, texts in changes.items():
        yield Event(day, "changed", entry, " ".join(texts))
    for recorded in change_log.changes_of(catalog.change_log, entry, today):
        event_type, text = _what_was_found(recorded)
        yield Event(recorded.on, event_type, entry, text)
    if entry.retired:
        replacement = catalog.item(entry.replaced_by or "")
        text = entry.retired.why
        if replacement:
            text = _("%(why)s Use this instead: %(title)s.", why=text, title=replacement.title)
        yield Event(entry.retired.on, "retired", entry, text)
        return
    link = entry.primary_link
    record = catalog.ledger.links.get(link.url) if link else None
    if record and record.state == "dead":
        text = _("Its address has stopped working. Do you know where it is now?")
        if record.archived_url:
            text = _(
                "Its address has stopped working. There is an archived copy. "
                "Do you know where it is now?"
            )
        yield Event(record.died or record.since, "link-gone", entry, text)
    elif record and record.revived:
        yield Event(record.revived, "link-back", entry, _("Its address works again."))
