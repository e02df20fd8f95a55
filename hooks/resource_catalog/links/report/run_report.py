"""Format the report of a run as text, JSON, GitHub annotations or Markdown."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from resource_catalog.links.finding import Finding
from resource_catalog.links.record.link_status import STATE_LABELS
from resource_catalog.links.record.state_rules import is_broken
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import LinkRecord
from resource_catalog.model.markdown.github_markdown import address_span, code_span, escape
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.problems import printable, workflow_command

QUIET_VERDICTS = frozenset({"ok"})

MAX_LISTED = 100
"""Links listed per heading in Markdown: GitHub limits a text to 65,536 characters."""

_NO_ACTION = frozenset({"ok", "moved", "unverified"})


@dataclass(frozen=True, slots=True)
class LinkReportRow:
    """One link in one file. The fields are the keys of the JSON report, in this order.

    Except for ``witness``, which is LinkChecker's result where it disagrees with ours.
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
    def location(self) -> str:
        """``file:line``, as far as known."""
        return ":".join(str(part) for part in (self.file, self.line) if part)


def checked_row(
    target: Target, finding: Finding, record: LinkRecord, today: datetime.date
) -> LinkReportRow:
    """The row of a link that was checked in this run."""
    return LinkReportRow(
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


def ledger_row(target: Target, record: LinkRecord) -> LinkReportRow:
    """The row of a link that was not checked in this run, from its ledger record."""
    return LinkReportRow(
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


def fails_run(
    row: LinkReportRow,
    record: LinkRecord,
    fail_on: Collection[str],
    retired_entries: Collection[str] = (),
) -> bool:
    """Whether a link fails the run: by its ledger record, or by one of the ``fail_on`` verdicts.

    A manually verified link never fails. ``retired_entries`` are the ids of entries whose links
    may be gone.
    """
    if row.entry in retired_entries and record.state in {"dead", "watch"}:
        return False
    if fail_on:
        return record.state == "dead" or (row.verdict in fail_on and row.state != "ok")
    return is_broken(record)


def format_json(rows: Iterable[LinkReportRow]) -> str:
    """The rows as a JSON list of objects."""
    # One by one, so that 100,000 rows are not in memory twice.
    items = (json.dumps(_json_fields(row), indent=1, ensure_ascii=False) for row in rows)
    listed = ",\n".join(items)
    return f"[\n{listed}\n]" if listed else "[]"


def _json_fields(row: LinkReportRow) -> dict[str, Any]:
    fields = asdict(row)
    del fields["witness"]
    return fields


def format_text(rows: Sequence[LinkReportRow], broken: Sequence[LinkReportRow]) -> str:
    """One line for each link that is not plainly ok, broken ones last."""
    noteworthy = [
        row for row in _not_broken(rows, broken) if row.verdict not in QUIET_VERDICTS or row.witness
    ]
    lines = [_text_line(row) for row in [*_sorted(noteworthy), *_sorted(broken)]]
    return "\n".join(lines)


def format_github(rows: Sequence[LinkReportRow], broken: Sequence[LinkReportRow]) -> str:
    """GitHub workflow commands that annotate the lines of links in a pull request."""
    lines = []
    broken_rows = set(broken)
    for row in (*broken, *_not_broken(rows, broken)):  # GitHub shows only the first few
        if row.verdict in QUIET_VERDICTS:
            continue
        level = "error" if row in broken_rows else "warning"
        if level == "warning" and row.verdict in {"moved", "unverified"}:
            level = "notice"
        place = {"file": row.file, "line": row.line or 1} if row.file else {}
        title = _("link %(verdict)s", verdict=row.verdict)
        lines.append(workflow_command(level, {**place, "title": title}, _description(row)))
    return "\n".join(lines)


def format_markdown(rows: Sequence[LinkReportRow], broken: Sequence[LinkReportRow]) -> str:
    """Markdown for the summary of a workflow run."""
    parts = [f"**{summary(rows, broken)}**"]
    not_broken = _not_broken(rows, broken)
    for heading, group in (
        (_("Broken"), broken),
        (_("To review, or being watched"), [r for r in not_broken if r.verdict not in _NO_ACTION]),
        (_("Moved for good"), [r for r in not_broken if r.verdict == "moved"]),
        (
            _("LinkChecker disagrees"),
            [r for r in not_broken if r.verdict == "ok" and r.witness],
        ),
    ):
        if group:
            items = [_markdown_item(row) for row in _sorted(group)]
            if len(items) > MAX_LISTED:
                left = len(items) - MAX_LISTED
                items[MAX_LISTED:] = [f"- {ngettext('and %(num)s more', 'and %(num)s more', left)}"]
            parts.append(f"### {heading}\n\n" + "\n".join(items))
    return "\n\n".join(parts) + "\n"


def summary(rows: Sequence[LinkReportRow], broken: Sequence[LinkReportRow]) -> str:
    """One line such as ``55 links: 50 ok, 3 moved, 2 watch; 2 broken``."""
    states = Counter(row.state for row in rows)
    listed = ", ".join(f"{states[state]} {state}" for state in STATE_LABELS if states[state])
    text = ngettext("%(num)s link", "%(num)s links", len(rows))
    text += f": {listed}" if listed else ""
    if not broken:
        return _("%(links)s; none broken", links=text)
    return _("%(links)s; %(number)s broken", links=text, number=len(broken))


FORMATS = {"text": format_text, "github": format_github, "markdown": format_markdown}


def _not_broken(
    rows: Sequence[LinkReportRow], broken: Sequence[LinkReportRow]
) -> list[LinkReportRow]:
    broken_rows = set(broken)
    return [row for row in rows if row not in broken_rows]


def _text_line(row: LinkReportRow) -> str:
    state = f" [{row.state}]" if row.state != row.verdict else ""
    return f"{row.location or '-'}: {row.verdict}{state} {_description(row)}"


def _description(row: LinkReportRow) -> str:
    text = f"{row.url} {row.reason}".strip()
    if row.verdict == "moved" and row.final_url and row.final_url not in text:
        text += f" → {row.final_url}"
    if row.archived_url:
        text += f" ({_('copy: %(address)s', address=row.archived_url)})"
    if row.witness:
        text += f" ({row.witness})"
    return printable(text)


def _markdown_item(row: LinkReportRow) -> str:
    """A list item. Text from pages must not become markup or a mention."""
    location = f" · {code_span(row.location)}" if row.location else ""
    target = f" → {address_span(row.final_url)}" if row.final_url else ""
    copy = ""
    if row.archived_url:
        copy = f" · {_('copy: %(address)s', address=address_span(row.archived_url))}"
    verdict = f"{row.state}, {row.verdict}" if row.state != row.verdict else row.verdict
    details = escape("; ".join(text for text in (row.reason, row.witness) if text), 600)
    summary = f"{verdict}: {details}" if details else verdict
    return f"- {address_span(row.url)}{target}\n  {summary}{location}{copy}"


def _sorted(rows: Iterable[LinkReportRow]) -> list[LinkReportRow]:
    order = list(STATE_LABELS)
    return sorted(rows, key=lambda r: (order.index(r.state), r.file or "", r.line or 0, r.url))
