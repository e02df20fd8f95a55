"""Memory: the ledger as a file."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.links import ledger
from resource_catalog.links.ledger import Ledger


def read_ledger(path: Path, *, must_exist: bool = False) -> Ledger:
    """A ledger from its file; an empty one where there is none yet."""
    if not must_exist and not path.exists():
        return ledger.EMPTY
    return ledger.parse(path.read_bytes())
