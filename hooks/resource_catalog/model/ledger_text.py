"""Read and write the text of the link ledger: one line of JSON for each link, sorted by URL.

Git merges such a file by itself where both sides changed it. Two lines may thus be about one link,
in any order: the later check counts. Ledgers in the older form, one JSON document, are read with
the same checks. Nothing here reads the clock or a file.
"""

from __future__ import annotations

import datetime
import functools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from resource_catalog.model.link_ledger import Ledger, LinkRecord, followable, is_later_look
from resource_catalog.model.messages import _

VERSION = 2
"""Of the form with a line for each link; 1 is the older one."""

MAX_BYTES = 200_000_000
"""Size limit of a ledger. At several hundred bytes a URL this is well over 100,000 URLs."""

MAX_FAULTS = 20
"""So many faults of one ledger are reported."""

_MARKER = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)")
_CONFLICT_IN_DOCUMENT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)
_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_URL_FIRST = '{"url": "'
_ADDRESSES = ("target", "archived_url")


@dataclass(frozen=True, slots=True)
class LedgerFault:
    """Something wrong in a ledger. ``line`` and ``column`` count from 1."""

    message: str
    line: int = 1
    column: int = 1


class DamagedLedgerError(ValueError):
    """The text is not a valid ledger. ``is_conflict`` is whether Git could not merge it."""

    def __init__(self, faults: Sequence[LedgerFault], *, is_conflict: bool = False) -> None:
        super().__init__(faults[0].message)
        self.faults = faults
        self.is_conflict = is_conflict


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
        return _parse_document(text)
    return _parse_lines(text, join_conflict=join_conflict)


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


def _parse_lines(text: str, *, join_conflict: bool) -> Ledger:
    reader = _LineReader()
    reader.links = _links_at_once(text)
    are_read = reader.has_lines = bool(reader.links)
    may_conflict = "<<<<<<<" in text or ">>>>>>>" in text
    for number, line in enumerate(text.split("\n"), 1):
        if may_conflict and _MARKER.match(line):
            if join_conflict:
                continue
            message = _(
                "Git left two versions of the same lines here. Run “scripts/check_links.py "
                "--merge” with the name of this file to join them: it keeps the later check of "
                "each link."
            )
            raise DamagedLedgerError([LedgerFault(message, number)], is_conflict=True)
        if are_read and line.startswith(_URL_FIRST):
            continue
        if line and not line.isspace():
            reader.read(number, line)
        if len(reader.faults) >= MAX_FAULTS:
            break
    if not reader.has_lines:
        reader.faults.append(LedgerFault(_("This file is empty.")))
    if reader.faults:
        raise DamagedLedgerError(reader.faults)
    return Ledger.model_construct(shard=reader.shard, weeks=reader.weeks, links=reader.links)


def _links_at_once(text: str) -> dict[str, LinkRecord]:
    """The links of a ledger as this program writes it; none if any line needs a closer look.

    One document is made of all lines, which is read with much less work than each by itself.
    """
    members = []
    for line in text.split("\n"):
        if line.startswith(_URL_FIRST):
            end = line.find('", "', len(_URL_FIRST))
            if end < 0 or "\\" in line[:end]:
                return {}
            members.append(f'"{line[len(_URL_FIRST) : end]}": {{{line[end + 3 :]}')
    try:
        links = _records_adapter().validate_json(f"{{{','.join(members)}}}")
    except ValueError:
        return {}
    if len(links) != len(members):  # two lines about one link, or one about two
        return {}
    for url, record in links.items():
        if record.target or record.archived_url:
            if any(_forgeries(record)):
                return {}
            links[url] = _offering_only_followable(record)
    return links


class _LineReader:
    """What the lines of a ledger say, and what is wrong with them."""

    def __init__(self) -> None:
        self.shard = ""
        self.weeks: dict[str, Mapping[str, int]] = {}
        self.links: dict[str, LinkRecord] = {}
        self.faults: list[LedgerFault] = []
        self.has_lines = False
        self._validated = _record_adapter().validate_python

    def read(self, number: int, line: str) -> None:
        """Read one line."""
        self.has_lines = True
        try:
            data = json.loads(line)
            if isinstance(data, dict) and isinstance(data.get("url"), str):
                self._add_link(data.pop("url"), data, number)
            elif isinstance(data, dict):
                self._add_other(data)
            else:
                self.faults.append(LedgerFault(_("This line doesn’t name a link."), number))
        except json.JSONDecodeError as error:
            message = _("This is not valid JSON: %(reason)s.", reason=error.msg)
            self.faults.append(LedgerFault(message, number, error.colno))
        except ValidationError as error:
            self.faults += [LedgerFault(message, number) for _loc, message in _messages(error)]
        except (ValueError, RecursionError):  # a number of thousands of digits, nested deep
            self.faults.append(LedgerFault(_("This is not JSON in UTF-8."), number))

    def _add_link(self, url: str, data: dict[str, Any], number: int) -> None:
        record = self._validated(data)
        if record.target or record.archived_url:
            self.faults += [LedgerFault(message, number) for message in _forgeries(record)]
            record = _offering_only_followable(record)
        other = self.links.get(url)
        if other is None or is_later_look(record, other):
            self.links[url] = record

    def _add_other(self, data: dict[str, Any]) -> None:
        """Add what a line says that is about no link: a week, or the ledger itself."""
        if "week" in data:
            week, totals = str(data.pop("week")), data.pop("totals", None)
            ledger = Ledger.model_validate({"weeks": {week: totals}, **data})
            for known, counts in ledger.weeks.items():
                seen = self.weeks.get(known)
                if seen is None or _size(counts) > _size(seen):
                    self.weeks[known] = counts
            return
        self.shard = Ledger.model_validate(data).shard or self.shard


@functools.cache
def _record_adapter() -> TypeAdapter[LinkRecord]:
    """Built when a ledger is read: most builds have none."""
    return TypeAdapter(LinkRecord)


@functools.cache
def _records_adapter() -> TypeAdapter[dict[str, LinkRecord]]:
    return TypeAdapter(dict[str, LinkRecord])


def _size(totals: Mapping[str, int]) -> tuple[int, list[tuple[str, int]]]:
    return sum(totals.values()), sorted(totals.items())


def _parse_document(text: str) -> Ledger:
    """Parse a ledger in the older form: one JSON document."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if conflict := _CONFLICT_IN_DOCUMENT.search(error.doc):
            line = error.doc.count("\n", 0, conflict.start()) + 1
            message = _(
                "Git left two versions of the same lines here. Write each into a file, with "
                "“git show :2:…” and “git show :3:…”, and join them with "
                "“scripts/check_links.py --merge ours theirs”."
            )
            raise DamagedLedgerError([LedgerFault(message, line)], is_conflict=True) from None
        message = _("This is not valid JSON: %(reason)s.", reason=error.msg)
        raise DamagedLedgerError([LedgerFault(message, error.lineno, error.colno)]) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, nested deep
        raise DamagedLedgerError([LedgerFault(_("This is not JSON in UTF-8."))]) from None
    try:
        ledger = Ledger.model_validate(data)
    except ValidationError as error:
        faults = [LedgerFault(message, _line_of(loc, text)) for loc, message in _messages(error)]
        raise DamagedLedgerError(faults[:MAX_FAULTS]) from None
    faults = [
        LedgerFault(message, _line_of(("links", url), text))
        for url, record in ledger.links.items()
        for message in _forgeries(record)
    ]
    if faults:
        raise DamagedLedgerError(faults[:MAX_FAULTS])
    links = {url: _offering_only_followable(record) for url, record in ledger.links.items()}
    return ledger.model_copy(update={"links": links})


def _line_of(path: Sequence[int | str], text: str) -> int:
    """The line of a link in a document; 1 for anything else."""
    if len(path) < 2 or path[0] != "links":
        return 1
    found = (text.find(json.dumps(path[1], ensure_ascii=ascii_)) for ascii_ in (False, True))
    start = max(found)
    return text.count("\n", 0, start) + 1 if start >= 0 else 1


def _messages(error: ValidationError) -> Iterator[tuple[Sequence[int | str], str]]:
    """The place of each fault in the data, and a message about it."""
    for fault in error.errors(include_url=False, include_context=False):
        path = " › ".join(str(step) for step in fault["loc"])
        message = _("“%(path)s” is wrong: %(reason)s.", path=path, reason=fault["msg"])
        yield fault["loc"], message


def _forgeries(record: LinkRecord) -> Iterator[str]:
    """What no link check can have written: addresses that are none of the web."""
    for key in _ADDRESSES:
        url = getattr(record, key)
        if url and not _WEB_ADDRESS.match(url):
            yield _("“%(path)s” is not a web address.", path=key)


def _offering_only_followable(record: LinkRecord) -> LinkRecord:
    """The record without addresses that readers cannot be offered."""
    target, copy = followable(record.target), followable(record.archived_url)
    if (target, copy) == (record.target, record.archived_url):
        return record
    return replace(record, target=target, archived_url=copy)


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
