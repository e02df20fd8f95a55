"""What can be wrong in a link ledger, and what it may not offer to readers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from resource_catalog.model.ledger.link_ledger import LinkRecord, followable
from resource_catalog.model.messages import _

MAX_FAULTS = 20
"""So many faults of one ledger are reported."""

_WEB_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
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


def validation_messages(error: ValidationError) -> Iterator[tuple[Sequence[int | str], str]]:
    """The place of each fault in the data, and a message about it."""
    for fault in error.errors(include_url=False, include_context=False):
        path = " › ".join(str(step) for step in fault["loc"])
        message = _("“%(path)s” is wrong: %(reason)s.", path=path, reason=fault["msg"])
        yield fault["loc"], message


def forgeries(record: LinkRecord) -> Iterator[str]:
    """What no link check can have written: addresses that are none of the web."""
    for key in _ADDRESSES:
        url = getattr(record, key)
        if url and not _WEB_ADDRESS.match(url):
            yield _("“%(path)s” is not a web address.", path=key)


def offering_only_followable(record: LinkRecord) -> LinkRecord:
    """The record without addresses that readers cannot be offered."""
    target, copy = followable(record.target), followable(record.archived_url)
    if (target, copy) == (record.target, record.archived_url):
        return record
    return replace(record, target=target, archived_url=copy)
