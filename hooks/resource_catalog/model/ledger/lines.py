"""Read a link ledger of one line of JSON for each link: at once as it is written, else by line."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from resource_catalog.model.ledger.faults import (
    MAX_FAULTS,
    DamagedLedgerError,
    LedgerFault,
    forgeries,
    offering_only_followable,
    validation_messages,
)
from resource_catalog.model.ledger.link_ledger import Ledger, LinkRecord, is_later_look
from resource_catalog.model.messages import _

_MARKER = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: |\r?$)")
_URL_FIRST = '{"url": "'


def parse_lines(text: str, *, join_conflict: bool) -> Ledger:
    """Parse the lines of a ledger. Raises :class:`DamagedLedgerError`.

    With ``join_conflict`` both sides of a conflict that Git left are read.
    """
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
            if any(forgeries(record)):
                return {}
            links[url] = offering_only_followable(record)
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
            self.faults += [
                LedgerFault(message, number) for _loc, message in validation_messages(error)
            ]
        except (ValueError, RecursionError):  # a number of thousands of digits, nested deep
            self.faults.append(LedgerFault(_("This is not JSON in UTF-8."), number))

    def _add_link(self, url: str, data: dict[str, Any], number: int) -> None:
        record = self._validated(data)
        if record.target or record.archived_url:
            self.faults += [LedgerFault(message, number) for message in forgeries(record)]
            record = offering_only_followable(record)
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
