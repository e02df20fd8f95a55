"""Read and write the text of the link ledger: one line of JSON for each link, sorted by URL.

Git merges such a file by itself where both sides changed it. Two lines may thus be about one link,
in any order: the later check counts. Ledgers in the older form, one JSON document, are read with
the same checks. Nothing here reads the clock or a file.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import fields

from resource_catalog.model.ledger.faults import DamagedLedgerError, LedgerFault
from resource_catalog.model.ledger.lines import parse_lines
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord
from resource_catalog.model.messages import _

__all__ = ["MAX_BYTES", "VERSION", "DamagedLedgerError", "parse", "to_text"]

VERSION = 2
"""Of the form with a line for each link; 1 is the older one."""

MAX_BYTES = 200_000_000
"""Size limit of a ledger. At several hundred bytes a URL this is well over 100,000 URLs."""


def parse(raw: str | bytes, *, join_conflict: bool = False) -> Ledger:
    """Parse a ledger. Raises :class:`DamagedLedgerError`.

    With ``join_conflict`` both sides of a conflict that Git left are read.
    """
    try:
        text = raw.decode() if isinstance(raw, bytes) else raw
    except UnicodeDecodeError:
        raise DamagedLedgerError([LedgerFault(_("This is not JSON in UTF-8."))]) from None
    text = text.removeprefix("\ufeff")
    if _is_document(text):
        from resource_catalog.model.ledger.legacy_json import parse_document  # rarely needed

        return parse_document(text)
    return parse_lines(text, join_conflict=join_conflict)


def to_text(ledger: Ledger) -> str:
    """The text of a ledger: its version, a line for each week and a line for each link."""
    head: dict[str, object] = {"version": VERSION}
    if ledger.shard:
        head["shard"] = ledger.shard
    lines = [_json(head)]
    for week, totals in sorted(ledger.weeks.items()):
        lines.append(_json({"week": week, "totals": dict(sorted(totals.items()))}))
    for url, record in sorted(ledger.links.items()):
        lines.append(_json({"url": url, **_values(record)}))
    return "\n".join([*lines, ""])


def _is_document(text: str) -> bool:
    """Whether a ledger is in the older form, which usually has “{” alone in its first line."""
    first = text.lstrip().partition("\n")[0].strip()
    if first == "{":
        return True
    try:
        data = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(data, dict) and ("links" in data or "weeks" in data)


def _values(record: LinkRecord) -> dict[str, object]:
    """The values of a record that are worth writing."""
    data: dict[str, object] = {"state": record.state}
    for field in fields(record):
        value = getattr(record, field.name)
        if value != field.default:
            data[field.name] = value.isoformat() if isinstance(value, datetime.date) else value
    if record.looked or data.get("checked") == record.last_ok:
        data.pop("checked", None)
    return data


def _json(value: object) -> str:
    # Lone surrogates from broken pages cannot be encoded as UTF-8.
    text = json.dumps(value, ensure_ascii=False)
    return text.encode("utf-8", "replace").decode()
