"""Reports: what a run found, for a person, a program, a pull request and an issue."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from resource_catalog.links.ledger import LinkRecord
from resource_catalog.links.markdown import code, plain
from resource_catalog.links.standing import STATE_LABELS
from resource_catalog.links.state import is_broken
from resource_catalog.links.targets import Finding, Target
from resource_catalog.problems import printable

QUIET = frozenset({"ok"})

LISTED = 100
"""So many links a heading are listed in Markdown: a page of GitHub takes 65,536 letters."""

_SETTLED = frozenset({"ok", "moved", "unverified"})


@dataclass(frozen=True, slots=True)
class Row:
    """One link at one place. The fields are the keys of the JSON report, in this order.

    ``witness`` is not one of them: it is LinkChecker's word where it is not ours.
    """

    url: str
    entry: str | None
    file: str | None
    line: int | None
    verdict: str
    state: str
    status: int | None
    final_url: str | None
    archived_url: str | None
    title: str | None
    reason: str
    checked: str
    witness: str = ""

    @property
    def place(self) -> str:
        """``file:line``, as much of it as is known."""
        return ":".join(str(part) for part in (self.file, self.line) if part)


def row(target: Target, finding: Finding, record: LinkRecord, today: datetime.date) -> Row:
    """What is reported of a link that was asked."""
    return Row(
        url=target.url,
        entry=target.entry or None,
        file=target.file or None,
        line=target.line or None,
        verdict=finding.verdict,
        state=record.state,
        status=finding.status,
        final_url=finding.final_url or None,
        archived_url=record.archived_url or None,
        title=finding.title or None,
        reason=finding.reason,
        checked=today.isoformat(),
        witness=record.witness,
    )


def remembered(target: Target, record: LinkRecord) -> Row:
    """What is reported of a link from memory."""
    return Row(
        url=target.url,
        entry=target.entry or None,
        file=target.file or None,
        line=target.line or None,
        verdict=record.last_verdict,
        state=record.state,
        status=None,
        final_url=record.target or None,
        archived_url=record.archived_url or None,
        title=record.title or None,
        reason=record.reason,
        checked=record.last_checked_week,
        witness=record.witness,
    )


def is_red(
    found: Row, record: LinkRecord, fail_on: Collection[str], retired_entries: Collection[str] = ()
) -> bool:
    """Whether a link makes the run fail: by what the ledger knows, or by these verdicts at once.

    A person who vouches for a link is believed in either case. ``left`` are
    entries that were retired or replaced: theirs may be gone.
    """
    if found.entry in retired_entries and record.state in {"dead", "watch"}:
        return False
    if fail_on:
        return record.state == "dead" or (found.verdict in fail_on and found.state != "ok")
    return is_broken(record)


def as_json(rows: Iterable[Row]) -> str:
    """A JSON list of objects."""
    # One by one: a hundred thousand of them need not all be in memory twice.
    items = (json.dumps(_data(found), indent=1, ensure_ascii=False) for found in rows)
    listed = ",\n".join(items)
    return f"[\n{listed}\n]" if listed else "[]"


def _data(found: Row) -> dict[str, Any]:
    data = asdict(found)
    del data["witness"]
    return data


def as_text(rows: Sequence[Row], red: Sequence[Row]) -> str:
    """A line for each link that is not simply fine, the broken ones last."""
    shown = [found for found in _others(rows, red) if found.verdict not in QUIET or found.witness]
    lines = [_line(found) for found in [*_in_order(shown), *_in_order(red)]]
    return "\n".join(lines)


def as_github(rows: Sequence[Row], red: Sequence[Row]) -> str:
    """Workflow commands that put each finding beside its line in a pull request."""

    def data(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    def prop(text: str) -> str:
        return data(text).replace(":", "%3A").replace(",", "%2C")

    lines = []
    broken = set(red)
    for found in (*red, *_others(rows, red)):  # GitHub shows the first few
        if found.verdict in QUIET:
            continue
        level = "error" if found in broken else "warning"
        if level == "warning" and found.verdict in {"moved", "unverified"}:
            level = "notice"
        place = f"file={prop(found.file)},line={found.line or 1}," if found.file else ""
        title = f"title={prop(f'link {found.verdict}')}"
        lines.append(f"::{level} {place}{title}::{data(_words(found))}")
    return "\n".join(lines)


def as_markdown(rows: Sequence[Row], red: Sequence[Row]) -> str:
    """What stands in the summary of a workflow."""
    parts = [f"**{count(rows, red)}**"]
    others = _others(rows, red)
    for heading, some in (
        ("Broken", red),
        ("To look at, or being watched", [r for r in others if r.verdict not in _SETTLED]),
        ("Moved for good", [r for r in others if r.verdict == "moved"]),
        ("LinkChecker says otherwise", [r for r in others if r.verdict == "ok" and r.witness]),
    ):
        if some:
            items = [_item(found) for found in _in_order(some)]
            if len(items) > LISTED:
                items[LISTED:] = [f"- and {len(items) - LISTED} more"]
            parts.append(f"### {heading}\n\n" + "\n".join(items))
    return "\n\n".join(parts) + "\n"


def count(rows: Sequence[Row], red: Sequence[Row]) -> str:
    """``55 links: 50 ok, 3 moved, 2 watch; 2 broken``."""
    states = Counter(found.state for found in rows)
    listed = ", ".join(f"{states[state]} {state}" for state in STATE_LABELS if states[state])
    noun = "link" if len(rows) == 1 else "links"
    found = f"{len(rows)} {noun}" + (f": {listed}" if listed else "")
    return f"{found}; {len(red) or 'none'} broken"


FORMATS = {"text": as_text, "github": as_github, "markdown": as_markdown}


def _others(rows: Sequence[Row], red: Sequence[Row]) -> list[Row]:
    broken = set(red)
    return [found for found in rows if found not in broken]


def _line(found: Row) -> str:
    state = f" [{found.state}]" if found.state != found.verdict else ""
    return f"{found.place or '-'}: {found.verdict}{state} {_words(found)}"


def _words(found: Row) -> str:
    text = f"{found.url} {found.reason}".strip()
    if found.verdict == "moved" and found.final_url and found.final_url not in text:
        text += f" → {found.final_url}"
    if found.archived_url:
        text += f" (copy: {found.archived_url})"
    if found.witness:
        text += f" ({found.witness})"
    return printable(text)


def _item(found: Row) -> str:
    """A list item. Whatever a page says of itself must not become markup or a mention."""
    place = f" · {code(found.place)}" if found.place else ""
    target = f" → {code(found.final_url)}" if found.final_url else ""
    copy = f" · copy: {code(found.archived_url)}" if found.archived_url else ""
    words = f"{found.state}, {found.verdict}" if found.state != found.verdict else found.verdict
    said = plain("; ".join(word for word in (found.reason, found.witness) if word))
    return f"- {code(found.url)}{target}\n  {words}{f': {said}' if said else ''}{place}{copy}"


def _in_order(rows: Iterable[Row]) -> list[Row]:
    order = list(STATE_LABELS)
    return sorted(rows, key=lambda r: (order.index(r.state), r.file or "", r.line or 0, r.url))
