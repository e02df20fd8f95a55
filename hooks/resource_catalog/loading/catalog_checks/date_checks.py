"""Check that no day in an entry is still to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model.messages import N_, _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.entry import Entry

ONE_DAY = datetime.timedelta(days=1)
"""It may be tomorrow already where somebody writes an entry."""

MOST_AHEAD = datetime.timedelta(days=366)
"""How far ahead a resource may be announced."""


HAS_BEEN = N_("Check the year, and write the day on which it happened.")
NOT_OUT_YET = N_("Check the year. Something not published yet has no date.")


def future_days(loaded: LoadedCatalog, today: datetime.date) -> Iterator[Problem]:
    """What was done has a day that has come, and what is published is out within a year."""
    for entry in loaded.entries:
        for path, day in _days_of(entry):
            if day > today + ONE_DAY:
                yield _problem(loaded, entry, path, day.isoformat(), _(HAS_BEEN))
        if entry.published and _first_day(entry.published) > today + MOST_AHEAD:
            yield _problem(loaded, entry, ("published",), entry.published, _(NOT_OUT_YET))


def in_the_future(written: str) -> str:
    """The message on a day that is still to come."""
    return _("%(value)s is in the future.", value=quoted(written))


def _problem(
    loaded: LoadedCatalog, entry: Entry, path: YamlPath, written: str, hint: str
) -> Problem:
    message = in_the_future(written)
    return loaded.document_of(entry).problem("future-date", path, message, hint)


def _days_of(entry: Entry) -> Iterator[tuple[YamlPath, datetime.date]]:
    if entry.added:
        yield ("added",), entry.added
    for index, change in enumerate(entry.changes):
        yield ("changes", index, "on"), change.on
    for key in ("reviewed", "verified", "retired"):
        if record := getattr(entry, key):
            yield (key, "on"), record.on


def _first_day(published: str) -> datetime.date:
    year, *rest = map(int, published.split("-"))
    return datetime.date(*[year, *rest, 1, 1][:3])
