"""Memory: the ledger as a file."""

from __future__ import annotations

from pathlib import Path

from console.link_watch.options import CannotRun
from resource_catalog.links import ledger
from resource_catalog.links.ledger import DamagedLedgerError, Ledger


def read_ledger(path: Path, *, must_exist: bool = False) -> Ledger:
    """A ledger from its file; an empty one where there is none yet. Raises :class:`CannotRun`."""
    if not must_exist and not path.exists():
        return ledger.EMPTY
    try:
        return ledger.parse(path.read_bytes())
    except DamagedLedgerError as error:
        place = f"{path}:{error.line}:{error.column}"
        raise CannotRun(f"{place}: the ledger is damaged. {error}") from None
