"""The link ledger: what the link watch knows of every address, and its form on disk.

It is data of the catalog, like entries: one file, sorted, made for small diffs. If nothing
changes about a link, only the week of its last check does. Nothing here reads a clock or a file.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic.dataclasses import dataclass

State = Literal[
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
"""What readers are told of a link. A miss is “watch” until it is confirmed, then “dead”."""

MAX_BYTES = 200_000_000
"""Several hundred bytes an address leave room for far more than 100,000 of them."""


class DamagedLedgerError(ValueError):
    """The text is not a ledger. The message says why; ``line`` and ``column`` count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


Week = Annotated[str, StringConstraints(pattern=r"^([0-9]{4}-W[0-9]{2})?$")]
Count = Annotated[int, Field(ge=0)]


# “defer_build”, here and below: many catalogs have no ledger, and need not know how to read one.
@dataclass(
    frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", defer_build=True)
)
class Record:
    """What is remembered of one address. Weeks are ISO weeks such as ``2026-W47``.

    ``strikes`` are misses that counted, the first on the day ``missed``, the last on ``struck``.
    ``target`` is where the address moved for good, as ``target_runs`` runs (2 at most) found.
    ``died`` is the day on which readers were last told that it is dead, ``revived`` the one on
    which it was found again after that.
    ``title`` and ``content_type`` are those of the page when it was first found right.
    """

    state: State = "unverified"
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
    def found(self) -> str:
        """The verdict of the last check, which the state usually is."""
        return self.verdict or self.state

    @property
    def week(self) -> str:
        """The week of the last check."""
        return self.checked or self.last_ok


class Ledger(BaseModel):
    """Everything that is remembered: records by address, totals of states by week.

    ``shard`` names the part of the addresses that was looked after, such as ``2/8``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    version: Literal[1] = 1
    shard: str = Field("", pattern=r"^([1-9][0-9]*/[1-9][0-9]*)?$")
    weeks: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)
    links: Mapping[str, Record] = Field(default_factory=dict)

    @property
    def week(self) -> str:
        """The last week in which anything was checked; empty when nothing ever was."""
        return max(self.weeks, default="")


EMPTY = Ledger.model_construct()
"""The memory of a watch that never ran."""


def parse(text: str | bytes) -> Ledger:
    """Read a ledger. Raises :class:`DamagedLedgerError`."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        message = f"This is not valid JSON: {error.msg}."
        raise DamagedLedgerError(message, error.lineno, error.colno) from None
    except (UnicodeDecodeError, RecursionError):
        raise DamagedLedgerError("This is not JSON in UTF-8.") from None
    try:
        return Ledger.model_validate(data)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_context=False)[0]
        place = " › ".join(str(step) for step in fault["loc"])
        raise DamagedLedgerError(f"“{place}” is wrong: {fault['msg']}.") from None


def as_text(ledger: Ledger) -> str:
    """The ledger as it is written: sorted, a week on a line, a value of a record on a line."""
    parts = [' "version": 1']
    if ledger.shard:
        parts.append(f' "shard": {_json(ledger.shard)}')
    weeks = [
        f"  {_json(week)}: {_json(dict(sorted(totals.items())))}"
        for week, totals in sorted(ledger.weeks.items())
    ]
    links = [f"  {_json(url)}: {_record(record)}" for url, record in sorted(ledger.links.items())]
    for name, lines in (("weeks", weeks), ("links", links)):
        inside = "\n" + ",\n".join(lines) + "\n " if lines else ""
        parts.append(f' "{name}": {{{inside}}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def week_of(day: datetime.date) -> str:
    """``2026-W47``: the ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def monday(week: str) -> datetime.date:
    """The first day of an ISO week."""
    return datetime.date.fromisoformat(f"{week}-1")


def with_totals(ledger: Ledger, today: datetime.date) -> Ledger:
    """The ledger with the totals of this week, counted from its records."""
    totals = Counter(record.state for record in ledger.links.values())
    weeks = {**ledger.weeks, week_of(today): dict(totals)}
    return ledger.model_copy(update={"weeks": weeks})


def only(ledger: Ledger, urls: Iterable[str]) -> Ledger:
    """The ledger without what is in no entry any more."""
    links = {url: ledger.links[url] for url in urls if url in ledger.links}
    return ledger.model_copy(update={"links": links})


def renamed(ledger: Ledger, changes: Mapping[str, str]) -> Ledger:
    """The ledger after entries were rewritten: what is known goes on under the new address."""
    links = dict(ledger.links)
    for old, new in changes.items():
        record = links.pop(old, None)
        if record is not None and new not in links:
            if record.target == new:
                record = replace(record, state="ok", verdict="", reason="")
            links[new] = replace(record, target="", target_since=None, target_runs=0)
    return ledger.model_copy(update={"links": links}) if changes else ledger


def inherited(ledger: Ledger, links: Iterable[tuple[str, Iterable[str]]]) -> Ledger:
    """The ledger with what is known under the address that a link had before.

    ``links`` are pairs of an address and those before it.
    """
    changes = {
        old: url
        for url, before in links
        if url not in ledger.links
        for old in before
        if old in ledger.links
    }
    return renamed(ledger, changes)


def _record(record: Record) -> str:
    kept: dict[str, object] = {"state": record.state}
    for field in fields(record):
        value = getattr(record, field.name)
        if value != field.default:
            kept[field.name] = value.isoformat() if isinstance(value, datetime.date) else value
    if kept.get("checked") == record.last_ok:
        kept.pop("checked", None)
    lines = ",\n".join(f"   {_json(key)}: {_json(value)}" for key, value in kept.items())
    return f"{{\n{lines}\n  }}"


def _json(value: object) -> str:
    # Lone surrogates from broken pages would not be UTF-8.
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()
