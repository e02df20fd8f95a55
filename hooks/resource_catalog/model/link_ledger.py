"""Read and write the link ledger: the stored check history of every URL, as JSON.

It is data of the catalog, like entries: one file, sorted and laid out for small diffs. For a link
whose result did not change, only the week of the last check differs. Nothing here reads the clock
or a file.
"""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic.dataclasses import dataclass

from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.messages import _

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

MAX_BYTES = 200_000_000
"""Size limit of a ledger. At several hundred bytes a URL this is well over 100,000 URLs."""


class DamagedLedgerError(ValueError):
    """The text is not a valid ledger. ``line`` and ``column`` count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


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


# “defer_build”, here and below: a catalog without a ledger does not pay for building validators.
@dataclass(
    frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", defer_build=True)
)
class LinkRecord:
    """The check history of one URL. Weeks are ISO 8601 weeks such as ``2026-W47``.

    ``strikes`` counts failed checks: ``missed`` is the day of the first, ``struck`` of the last.
    ``target`` is the permanent redirect target, found by ``target_runs`` runs in a row (capped at
    2). ``died`` is the day the state last became “dead”, ``revived`` the day it recovered.
    ``title`` and ``content_type`` are those of the page at the first successful check. ``witness``
    is LinkChecker's result where it disagrees with ours.
    """

    state: LinkState = "unverified"
    since: datetime.date
    verdict: str = ""
    reason: str = ""
    first_seen: datetime.date
    last_ok: Week = ""
    checked: Week = ""
    strikes: Count = 0
    missed: datetime.date | None = None
    struck: datetime.date | None = None
    target: str = ""
    target_since: datetime.date | None = None
    target_runs: Count = 0
    content_type: str = ""
    title: str = ""
    archived_url: str = ""
    died: datetime.date | None = None
    revived: datetime.date | None = None
    witness: str = ""

    @property
    def last_verdict(self) -> str:
        """The verdict of the last check; stored only when it differs from the state."""
        return self.verdict or self.state

    @property
    def last_checked_week(self) -> str:
        """The week of the last check; stored only when it differs from ``last_ok``."""
        return self.checked or self.last_ok


class Ledger(BaseModel):
    """Records by URL, and the number of links in each state by week.

    ``shard`` is the part of the URLs that the run covered, such as ``2/8``; empty for all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: Literal[1] = 1
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


_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)

EMPTY = Ledger.model_construct()
"""The ledger of a catalog that was never checked."""


def parse(text: str | bytes) -> Ledger:
    """Parse the JSON of a ledger. Raises :class:`DamagedLedgerError`."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if conflict := _CONFLICT.search(error.doc):
            line = error.doc.count("\n", 0, conflict.start()) + 1
            raise DamagedLedgerError(
                _(
                    "Git left two versions of the same lines here. Write each into a file, with "
                    "“git show :2:…” and “git show :3:…”, and join them with "
                    "“scripts/check_links.py --merge ours theirs”."
                ),
                line,
            ) from None
        message = _("This is not valid JSON: %(reason)s.", reason=error.msg)
        raise DamagedLedgerError(message, error.lineno, error.colno) from None
    except (ValueError, RecursionError):  # no UTF-8, a number of thousands of digits, nested deep
        raise DamagedLedgerError(_("This is not JSON in UTF-8.")) from None
    try:
        ledger = Ledger.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        path = " › ".join(str(step) for step in first["loc"])
        raise DamagedLedgerError(
            _("“%(path)s” is wrong: %(reason)s.", path=path, reason=first["msg"])
        ) from None
    forged = {
        url: replace(record, target=followable(record.target), archived_url=copy)
        for url, record in ledger.links.items()
        if (copy := followable(record.archived_url)) != record.archived_url
        or followable(record.target) != record.target
    }
    return with_records(ledger, forged) if forged else ledger


def followable(url: str) -> str:
    """A URL that readers can be offered; else empty, for anyone may have changed the file."""
    return "" if url and why_not_followable(url) else url


def to_json(ledger: Ledger) -> str:
    """Serialize a ledger: keys sorted, one line per week and one per value of a record."""
    parts = [' "version": 1']
    if ledger.shard:
        parts.append(f' "shard": {_json(ledger.shard)}')
    weeks = [
        f"  {_json(week)}: {_json(dict(sorted(totals.items())))}"
        for week, totals in sorted(ledger.weeks.items())
    ]
    links = [
        f"  {_json(url)}: {_record_json(record)}" for url, record in sorted(ledger.links.items())
    ]
    for name, lines in (("weeks", weeks), ("links", links)):
        inside = "\n" + ",\n".join(lines) + "\n " if lines else ""
        parts.append(f' "{name}": {{{inside}}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


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
            links[new] = replace(record, target="", target_since=None, target_runs=0)
    return ledger.model_copy(update={"links": links}) if changes else ledger


def with_former_urls(ledger: Ledger, links: Iterable[tuple[str, Iterable[str]]]) -> Ledger:
    """A copy in which links without a record take over that of a former URL.

    ``links`` are pairs of a URL and its former URLs.
    """
    changes = {
        old: url
        for url, former in links
        if url not in ledger.links
        for old in former
        if old in ledger.links
    }
    return rename_links(ledger, changes)


def _record_json(record: LinkRecord) -> str:
    data: dict[str, object] = {"state": record.state}
    for field in fields(record):
        value = getattr(record, field.name)
        if value != field.default:
            data[field.name] = value.isoformat() if isinstance(value, datetime.date) else value
    if data.get("checked") == record.last_ok:
        data.pop("checked", None)
    lines = ",\n".join(f"   {_json(key)}: {_json(value)}" for key, value in data.items())
    return f"{{\n{lines}\n  }}"


def _json(value: object) -> str:
    # Lone surrogates from broken pages cannot be encoded as UTF-8.
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()
