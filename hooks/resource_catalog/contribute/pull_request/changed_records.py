"""Find what a change does to records: which are new, which differ in what, which are gone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from resource_catalog.contribute.pull_request.findings_schema import (
    MAX_ITEMS,
    ChangedEntry,
    ChangedKey,
    EntryCard,
    ItemChanges,
    NamedItem,
    truncated,
)
from resource_catalog.model.messages import _, listed
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool

Item = TypeVar("Item", Entry, Tool)
R = TypeVar("R", bound=Record)


def item_changes(
    old: Mapping[str, Item], new: Mapping[str, Item], card: Callable[[str], EntryCard]
) -> ItemChanges:
    """What became of entries or tools. ``card`` shows the one with an id as it is now."""
    added, altered = added_and_altered(old, new)
    gone = [name for name in old if name not in new]
    return ItemChanges(
        new=tuple(card(name) for name in added[:MAX_ITEMS]),
        new_count=len(added),
        altered=tuple(
            ChangedEntry(card=card(name), differences=_differences(old[name], new[name]))
            for name in altered[:MAX_ITEMS]
        ),
        altered_count=len(altered),
        removed=tuple(_removed(old[name], new.values()) for name in gone[:MAX_ITEMS]),
    )


def added_and_altered(
    old: Mapping[str, Item], new: Mapping[str, Item]
) -> tuple[list[str], list[str]]:
    """The ids of those that are new, and of those that differ."""
    return (
        [name for name in new if name not in old],
        [name for name in new if name in old and _data(old[name]) != _data(new[name])],
    )


def changed_records(
    was: Mapping[str, R], now: Mapping[str, R], title: Callable[[R], str]
) -> Iterator[NamedItem]:
    """Each record that is new, changed or taken out, and which of its keys have changed."""
    for name, record in {**was, **now}.items():
        if name not in was:
            about = _("new")
        elif name not in now:
            about = _("removed")
        else:
            before, after = _plain(was[name]), _plain(record)
            keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
            if not keys:
                continue
            about = _("changed (%(keys)s)", keys=listed(keys))
        yield NamedItem(id=name, title=truncated(title(record)), about=truncated(about))


def _plain(record: Record) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude={"id", "file", "tags"}, exclude_none=True)


def _data(item: Entry | Tool) -> dict[str, Any]:
    """All values of an entry or a tool, by key."""
    return {**_plain(item), **{facet: list(terms) for facet, terms in item.tags.items()}}


def _differences(before: Entry | Tool, after: Entry | Tool) -> tuple[ChangedKey, ...]:
    was, now = _data(before), _data(after)
    return tuple(
        ChangedKey(
            key=truncated(key),
            before=_display_value(was.get(key)),
            after=_display_value(now.get(key)),
        )
        for key in {**was, **now}
        if was.get(key) != now.get(key)
    )[:MAX_ITEMS]


def _display_value(value: Any) -> str:
    """A value as text for people."""
    if not value:
        return ""
    if isinstance(value, list):
        return truncated("; ".join(_display_value(item) for item in value))
    if isinstance(value, dict):
        return truncated(", ".join(_display_value(item) for item in value.values() if item))
    return truncated(str(value))


def _removed(item: Entry | Tool, others: Iterable[Entry | Tool]) -> NamedItem:
    successors = [other.id for other in others if item.id in other.aliases]
    about = _("its address stops working")
    if successors:
        about = _("its address leads to %(entry)s", entry=successors[0])
    return NamedItem(id=item.id, title=truncated(item.title), about=about)
