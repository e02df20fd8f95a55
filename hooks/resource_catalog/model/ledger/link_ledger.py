"""The link ledger: the stored check history of every URL.

It is data of the catalog, like entries; ``ledger_text`` reads and writes it. Nothing here reads
the clock or a file.
"""

from __future__ import annotations

import datetime
import functools
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)
from pydantic.dataclasses import dataclass

from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.records.entry import Entry

LinkState = Literal[
    "ok",
    "moved",
    "watch",
    "dead",
    "login",
    "blocked",
    "tls",
    "drift",
    "fragment",
    "parked",
    "unsafe",
    "unverified",
]
"""The state of a link as readers see it. A failed check is “watch” until confirmed, then “dead”."""


@functools.lru_cache(maxsize=1024)
def _possible_week(week: str) -> str:
    """A week that the calendar has; else empty, as a week more or less is no reason to stop."""
    try:
        week_start(week)
    except ValueError:
        return ""
    return week


Week = Annotated[
    str, StringConstraints(pattern=r"^([0-9]{4}-W[0-9]{2})?$"), AfterValidator(_possible_week)
]
Count = Annotated[int, Field(ge=0)]


DAYS_TO_KNOW = 14
"""A page is known by words that it had for so many days: for three weekly checks."""

MAX_PAGE_SIZE = 1_000_000
"""In characters; no page of which words are remembered has more."""


# “defer_build”, here and below: a catalog without a ledger does not pay for building validators.
@dataclass(
    frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", defer_build=True)
)
class LinkRecord:
    """The check history of one URL. Weeks are ISO 8601 weeks such as ``2026-W47``.

    ``strikes`` counts failed checks: ``missed`` is the day of the first, ``struck`` of the last.
    ``target`` is the permanent redirect target, found by ``target_runs`` runs in a row (capped at
    2). ``looked`` is the day of the last check; ``checked`` is its week in ledgers that have no
    ``looked`` yet. ``died`` is the day the state last became “dead”, ``revived`` the day it
    recovered.
    ``title`` and ``content_type`` are those of the page at the first successful check. ``words``
    are words of its text that it had at every successful check from the day ``words_since`` on,
    with its ``size`` in characters and whether it had a player, a form or the like on that day.
    ``witness`` is LinkChecker's result where it disagrees with ours.
    """

    state: LinkState = "unverified"
    since: datetime.date
    verdict: str = ""
    reason: str = ""
    first_seen: datetime.date
    last_ok: Week = ""
    checked: Week = ""
    looked: datetime.date | None = None
    strikes: Count = 0
    missed: datetime.date | None = None
    struck: datetime.date | None = None
    target: str = ""
    target_since: datetime.date | None = None
    target_runs: Count = 0
    content_type: str = ""
    title: str = ""
    words: str = ""
    words_since: datetime.date | None = None
    size: Annotated[int, Field(ge=0, le=MAX_PAGE_SIZE)] = 0
    shows_work: bool = False
    archived_url: str = ""
    died: datetime.date | None = None
    revived: datetime.date | None = None
    witness: str = ""

    @property
    def last_verdict(self) -> str:
        """The verdict of the last check; stored only when it differs from the state."""
        return self.verdict or self.state

    @property
    def word_days(self) -> int:
        """For how many days the words were there at every successful check."""
        if not self.words or not self.words_since or not self.looked:
            return 0
        return (self.looked - self.words_since).days

    @property
    def last_checked_week(self) -> str:
        """The week of the last check; empty if there was none."""
        return week_of(self.looked) if self.looked else self.checked or self.last_ok


class Ledger(BaseModel):
    """Records by URL, and the number of links in each state by week.

    ``shard`` is the part of the URLs that the run covered, such as ``2/8``; empty for all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: Literal[1, 2] = 1
    shard: str = Field("", pattern=r"^([1-9][0-9]*/[1-9][0-9]*)?$")
    weeks: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)
    links: Mapping[str, LinkRecord] = Field(default_factory=dict)

    @field_validator("weeks")
    @classmethod
    def _possible_weeks(
        cls, weeks: Mapping[str, Mapping[str, int]]
    ) -> Mapping[str, Mapping[str, int]]:
        return {week: counts for week, counts in weeks.items() if _possible_week(week)}

    @property
    def last_checked_week(self) -> str:
        """The last week with a check; empty when nothing was ever checked."""
        return max(self.weeks, default="")


EMPTY = Ledger.model_construct()
"""The ledger of a catalog that was never checked."""


def followable(url: str) -> str:
    """A URL that readers can be offered; else empty, for anyone may have changed the file."""
    return "" if url and why_not_followable(url) else url


def week_of(day: datetime.date) -> str:
    """The ISO week of a day, such as ``2026-W47``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def week_start(week: str) -> datetime.date:
    """The Monday of an ISO week."""
    return datetime.date.fromisoformat(f"{week}-1")


def with_records(ledger: Ledger, records: Mapping[str, LinkRecord]) -> Ledger:
    """A copy of the ledger with new records added or replaced."""
    return ledger.model_copy(update={"links": {**ledger.links, **records}})


def is_later_look(record: LinkRecord, other: LinkRecord) -> bool:
    """Whether a record is of a later check than another of the same URL.

    Of two that do not differ in that, the choice depends on what is in them, not on their order.
    """
    if record.looked and other.looked:
        if record.looked != other.looked:
            return record.looked > other.looked
        if (record.since, record.strikes) != (other.since, other.strikes):
            return (record.since, record.strikes) > (other.since, other.strikes)
    else:
        one, two = _age(record), _age(other)
        if one != two:
            return one > two
    return record != other and repr(record) > repr(other)


def _age(record: LinkRecord) -> tuple[str, datetime.date, datetime.date, int]:
    looked = record.looked or datetime.date.min
    return record.last_checked_week, looked, record.since, record.strikes


def with_later_looks(ledger: Ledger, other: Ledger) -> Ledger:
    """A copy with the records and the totals that another ledger has and this one has not.

    Of a URL that both have, the record of the later check is kept.
    """
    later = {
        url: record
        for url, record in other.links.items()
        if url not in ledger.links or is_later_look(record, ledger.links[url])
    }
    weeks = {**other.weeks, **ledger.weeks}
    return with_records(ledger.model_copy(update={"weeks": weeks}), later)


def with_totals(ledger: Ledger, today: datetime.date) -> Ledger:
    """A copy with the totals of this week, counted from its records."""
    totals = Counter(record.state for record in ledger.links.values())
    weeks = {**ledger.weeks, week_of(today): dict(totals)}
    return ledger.model_copy(update={"weeks": weeks})


def keep_only(ledger: Ledger, urls: Iterable[str]) -> Ledger:
    """A copy with the records of ``urls`` only."""
    links = {url: ledger.links[url] for url in urls if url in ledger.links}
    return ledger.model_copy(update={"links": links})


def rename_links(ledger: Ledger, changes: Mapping[str, str]) -> Ledger:
    """A copy with records moved from old URLs to new ones, after entries were rewritten."""
    links = dict(ledger.links)
    for old, new in changes.items():
        record = links.pop(old, None)
        if record is not None and new not in links:
            if record.target == new:
                record = replace(record, state="ok", verdict="", reason="")
            if record.target != new:  # changed by hand: the page may be another one
                record = replace(record, words="", words_since=None, size=0, shows_work=False)
            links[new] = replace(record, target="", target_since=None, target_runs=0)
    return ledger.model_copy(update={"links": links}) if changes else ledger


def with_former_urls(ledger: Ledger, entries: Iterable[Entry]) -> Ledger:
    """A copy in which links of entries that have no record take over that of a former URL."""
    changes = {
        old: link.url
        for entry in entries
        for link in entry.watched_links
        if link.url not in ledger.links
        for old in link.formerly
        if old in ledger.links
    }
    return rename_links(ledger, changes)
