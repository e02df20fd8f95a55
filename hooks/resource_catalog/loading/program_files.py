"""Read the files of a catalog that programs write: the link ledger and the change log."""

from __future__ import annotations

import os
from pathlib import Path

from resource_catalog.loading.folder_layout import CHANGE_LOG_FILE, ledger_path
from resource_catalog.loading.yaml.yaml_file import display_path, read_bytes
from resource_catalog.model import change_log
from resource_catalog.model.ledger import ledger_text, link_ledger
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem


def read_ledger(folder: Path, problems: list[Problem]) -> link_ledger.Ledger:
    """The ledger of the link watch; an empty one if there is none or it is damaged."""
    path = ledger_path(folder)
    raw = _content(path, ledger_text.MAX_BYTES, problems) if path else None
    if path is None or raw is None:
        return link_ledger.EMPTY
    try:
        return ledger_text.parse(raw)
    except ledger_text.DamagedLedgerError as error:
        hint = "" if error.is_conflict else _how_to_mend()
        problems += [
            Problem(display_path(path), fault.line, fault.column, "bad-ledger", fault.message, hint)
            for fault in error.faults
        ]
        return link_ledger.EMPTY


def read_change_log(folder: Path, problems: list[Problem]) -> dict[str, change_log.EntryState]:
    """What was recorded of each entry; nothing if there is no file or it is damaged."""
    path = folder / CHANGE_LOG_FILE
    raw = _content(path, change_log.MAX_BYTES, problems)
    if raw is None:
        return {}
    try:
        return change_log.parse(raw.decode("utf-8", "replace"))
    except change_log.DamagedChangeLogError as error:
        file, hint = display_path(path), _how_to_mend()
        problems.append(Problem(file, error.line, 1, "bad-change-log", str(error), hint))
        return {}


def _content(path: Path, limit: int, problems: list[Problem]) -> bytes | None:
    """The content of a file; None if there is no file, or a problem with it."""
    if not os.path.lexists(path):
        return None
    raw = read_bytes(path, limit)
    if isinstance(raw, bytes):
        return raw
    problems.append(Problem(display_path(path), 1, 1, *raw))
    return None


def _how_to_mend() -> str:
    return _("Restore the file from the last good commit, or delete it to start over.")
