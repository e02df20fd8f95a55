"""Read and replace the ledger file."""

from __future__ import annotations

from pathlib import Path

from console.link_watch.options import CannotCheckError
from resource_catalog.loading.folder_layout import LEDGER_FILE, OLD_LEDGER_FILE
from resource_catalog.model import ledger_text, link_ledger
from resource_catalog.model.ledger_text import DamagedLedgerError
from resource_catalog.model.link_ledger import Ledger
from resource_catalog.model.messages import _


def read_ledger(path: Path, *, must_exist: bool = False, join_conflict: bool = False) -> Ledger:
    """Read a ledger, empty if the file is missing. Raises :class:`CannotCheckError`.

    What one in the older form beside it knows is added. With ``join_conflict`` both sides of a
    conflict that Git left are read.
    """
    old = _older(path)
    if path.exists() or must_exist:
        known = _parse(path, join_conflict=join_conflict)
        return link_ledger.with_later_looks(known, _parse(old)) if old else known
    return _parse(old) if old else link_ledger.EMPTY


def remove_older(path: Path) -> None:
    """Delete the ledger in the older form beside one that was written and has all it knew."""
    if old := _older(path):
        old.unlink()


def _older(path: Path) -> Path | None:
    """The ledger in the older form beside that of a catalog."""
    old = path.with_name(OLD_LEDGER_FILE)
    return old if path.name == LEDGER_FILE and old.exists() else None


def _parse(path: Path, *, join_conflict: bool = False) -> Ledger:
    try:
        return ledger_text.parse(path.read_bytes(), join_conflict=join_conflict)
    except DamagedLedgerError as error:
        lines = (
            _(
                "%(place)s: the ledger is damaged. %(reason)s",
                place=f"{path}:{fault.line}:{fault.column}",
                reason=fault.message,
            )
            for fault in error.faults
        )
        raise CannotCheckError("\n".join(lines)) from None
