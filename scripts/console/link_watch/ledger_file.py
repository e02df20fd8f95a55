"""Read the ledger file."""

from __future__ import annotations

from pathlib import Path

from console.link_watch.options import CannotCheckError
from resource_catalog.model import link_ledger
from resource_catalog.model.link_ledger import DamagedLedgerError, Ledger
from resource_catalog.model.messages import _


def read_ledger(path: Path, *, must_exist: bool = False) -> Ledger:
    """Read a ledger, empty if the file is missing. Raises :class:`CannotCheckError`."""
    if not must_exist and not path.exists():
        return link_ledger.EMPTY
    try:
        return link_ledger.parse(path.read_bytes())
    except DamagedLedgerError as error:
        place = f"{path}:{error.line}:{error.column}"
        raise CannotCheckError(
            _("%(place)s: the ledger is damaged. %(reason)s", place=place, reason=error)
        ) from None
