"""Read and write the change log: what each entry was when last published, and how it has changed.

It is data of the catalog, like entries: one line of JSON an entry, sorted by id. A script compares
it with the entries and adds what has changed, with the day. The build only reads it, so that the
same files make the same site wherever they lie; what is not recorded yet has the day of the build.
Nothing here reads the clock or a file.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from resource_catalog.model.field_types.dates import is_partial_date
from resource_catalog.model.field_types.slugs import SLUG
from resource_catalog.model.field_types.urls import same_address_key
from resource_catalog.model.messages import _
from resource_catalog.model.records.access import ACCESS
from resource_catalog.model.records.entry import Entry

What = Literal["link", "published", "access"]
"""What is compared: the address of the primary link, the date of publication, the access."""

MAX_BYTES = 50_000_000
"""Size limit of a change log."""


class DamagedChangeLogError(ValueError):
    """The text is not a valid change log. ``line`` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class RecordedChange:
    """A change of an entry that was found on a day.

    ``before`` and ``after`` are the values; they are empty for a link, whose old address is of no
    use to readers.
    """

    on: datetime.date
    what: What
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class EntryState:
    """What an entry was when last recorded, and all its changes until then, the oldest first."""

    link: str = ""
    published: str = ""
    access: str = ""
    changes: tuple[RecordedChange, ...] = ()


def parse(text: str) -> dict[str, EntryState]:
    """The state of each entry by id. Raises :class:`DamagedChangeLogError`."""
    return dict(_lines(text))


def as_text(states: Mapping[str, EntryState]) -> str:
    """The text of a change log."""
    return "".join(f"{_line(entry_id, states[entry_id])}\n" for entry_id in sorted(states))


def updated(
    states: Mapping[str, EntryState], entries: Iterable[Entry], today: datetime.date
) -> dict[str, EntryState]:
    """The states of ``entries`` with what has changed since ``states``; others are left out.

    An entry that is not in ``states`` is recorded as it is; so is what was not known before,
    or is not known any more, since the resource need not have changed. A renamed entry keeps its
    changes, if it has its old id as an alias.
    """
    return {entry.id: _updated(states, entry, today) for entry in entries}


def changes_of(
    states: Mapping[str, EntryState], entry: Entry, today: datetime.date
) -> tuple[RecordedChange, ...]:
    """The changes of an entry, the oldest first; those that are not in ``states`` are of today."""
    return _updated(states, entry, today).changes if states else ()


def _updated(states: Mapping[str, EntryState], entry: Entry, today: datetime.date) -> EntryState:
    link = entry.primary_link
    now = EntryState(link.url if link else "", entry.published or "", entry.access or "")
    before = next((states[i] for i in (entry.id, *entry.aliases) if i in states), now)
    if before is now or replace(before, changes=()) == now:
        return replace(now, changes=before.changes) if before.changes else now
    changes = _joined([*before.changes, *_differences(before, now, today)])
    return replace(now, changes=tuple(changes))


def _joined(changes: Iterable[RecordedChange]) -> Iterable[RecordedChange]:
    """One change for all of a kind on one day, which readers hear of together."""
    found: dict[tuple[datetime.date, What], RecordedChange] = {}
    for change in changes:
        first = found.get((change.on, change.what), change)
        found[change.on, change.what] = replace(change, before=first.before)
    return (c for c in found.values() if c.what == "link" or c.before != c.after)


def _differences(
    before: EntryState, now: EntryState, today: datetime.date
) -> Iterator[RecordedChange]:
    if before.link and now.link and same_address_key(before.link) != same_address_key(now.link):
        yield RecordedChange(today, "link")
    dates = (before.published, now.published)
    # 2017-09 in place of 2017 is no other date, only a more exact one.
    shorter, longer = sorted((f"{date}-" for date in dates), key=len)
    if all(dates) and not longer.startswith(shorter):
        yield RecordedChange(today, "published", *dates)
    if before.access and now.access and before.access != now.access:
        yield RecordedChange(today, "access", before.access, now.access)


def _line(entry_id: str, state: EntryState) -> str:
    found: dict[str, Any] = {"id": entry_id}
    found |= {key: value for key in _KEYS if (value := getattr(state, key))}
    if state.changes:
        found["changes"] = [_change(change) for change in state.changes]
    return json.dumps(found, ensure_ascii=False)


def _change(change: RecordedChange) -> dict[str, str]:
    values = {"before": change.before, "after": change.after} if change.before else {}
    return {"on": change.on.isoformat(), "what": change.what, **values}


def _lines(text: str) -> Iterator[tuple[str, EntryState]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line:
            try:
                yield _parsed(json.loads(line))
            except (ValueError, RecursionError):
                raise DamagedChangeLogError(
                    _("This line is not as the program wrote it."), number
                ) from None


def _parsed(line: Any) -> tuple[str, EntryState]:
    """The id and the state in a line; ``ValueError`` if anything is not as it was written."""
    if not isinstance(line, dict) or line.keys() - {"id", "changes", *_KEYS}:
        raise ValueError
    changes = line.pop("changes", [])
    if not isinstance(changes, list) or not all(isinstance(v, str) for v in line.values()):
        raise ValueError
    entry_id = line.pop("id", "")
    if not SLUG.fullmatch(entry_id):
        raise ValueError
    return entry_id, EntryState(**line, changes=tuple(map(_parsed_change, changes)))


def _parsed_change(change: Any) -> RecordedChange:
    if not isinstance(change, dict) or change.keys() - {"on", "what", "before", "after"}:
        raise ValueError
    if not all(isinstance(value, str) for value in change.values()):
        raise ValueError
    what, values = change.get("what"), (change.get("before", ""), change.get("after", ""))
    if what not in _KEYS or not all(_IS_VALUE[what](value) for value in values):
        raise ValueError
    return RecordedChange(datetime.date.fromisoformat(change.get("on", "")), what, *values)


_KEYS: tuple[What, ...] = get_args(What)
_IS_VALUE: Mapping[What, Callable[[str], bool]] = {
    "link": lambda value: not value,
    "published": is_partial_date,
    "access": lambda value: value in ACCESS,
}
