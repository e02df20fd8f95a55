"""Read the ledger file, and write it unless somebody else has in the meantime."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from console.link_watch.errors import CannotCheckError
from console.link_watch.options import Options
from resource_catalog.loading.folder_layout import LEDGER_FILE, OLD_LEDGER_FILE
from resource_catalog.loading.saving.file_changes import FileChangedError
from resource_catalog.loading.saving.whole_file import only_writer
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.ledger import ledger_text, link_ledger
from resource_catalog.model.ledger.ledger_text import DamagedLedgerError
from resource_catalog.model.ledger.link_ledger import Ledger
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


Stamp = tuple[int, int, int] | None
"""What tells one version of a file from the next; None if there is none."""


def stamp(path: Path) -> Stamp:
    """The stamp of a file, to take before it is read."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


@contextlib.contextmanager
def writing_ledger(options: Options, before: Stamp) -> Iterator[Path | None]:
    """Be the only program that writes the ledger; gives the folder that it must not leave.

    Raises :class:`FileChangedError` if it is no longer the one that was read.
    """
    with writing_catalog(options.catalog):
        if stamp(options.ledger) != before:
            name = display_path(options.ledger)
            raise FileChangedError(
                _("%(file)s was changed by someone else in the meantime.", file=name)
            )
        catalog = options.catalog.absolute()
        yield catalog if options.ledger.absolute().is_relative_to(catalog) else None


@contextlib.contextmanager
def writing_catalog(catalog: Path) -> Iterator[None]:
    """Be the only program that writes into a catalog, which need not be there."""
    with only_writer(catalog) if catalog.is_dir() else contextlib.nullcontext():
        yield
