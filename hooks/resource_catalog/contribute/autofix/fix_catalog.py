"""Fix a catalog: apply all fixes to a copy of it, repeatedly, until nothing changes any more."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from resource_catalog.contribute.autofix import (
    file_names,
    https_upgrade,
    layout,
    replacements,
    yaml_repairs,
)
from resource_catalog.loading.catalog_folder import LEDGER_FILE, LoadedCatalog, load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.convert import keys_of
from resource_catalog.loading.record_folder import SUFFIXES, id_of
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link

MAX_ROUNDS = 12
"""One fix may allow the next; more rounds than this would mean a bug."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class FileChange:
    """The change of a file. The paths ``old`` and ``new`` are relative to the catalog folder.

    The texts include line ends and byte order mark as they are in the file.
    """

    old: str
    new: str
    before: str
    after: str


def fix_catalog(
    folder: Path, scratch: Path, icons: Collection[str] | None = None
) -> list[FileChange]:
    """The changes that fix all problems of a catalog folder with only one solution.

    Files are written only to ``scratch``, an empty folder. ``icons`` are as
    for ``checks.open_catalog``. Raises ``catalog_folder.UnusableFolderError``.
    """
    load(folder)  # raises before anything is copied
    origins = _copy_catalog(folder, scratch)
    for _ in range(MAX_ROUNDS):
        if not _fix_round(scratch, icons, origins):
            break
    changes = []
    for new, old in sorted(origins.items()):
        before, after = _read_exact(folder / old), _read_exact(scratch / new)
        if before is not None and after is not None and (old, before) != (new, after):
            changes.append(FileChange(old, new, before, after))
    return changes


def _fix_round(scratch: Path, icons: Collection[str] | None, origins: dict[str, str]) -> bool:
    """Apply all fixes once to each file; return whether anything has changed."""
    loaded = load(scratch)
    problems = problems_of(loaded, icons)
    by_file: defaultdict[Path, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[Path(problem.file).absolute()].append(problem)
    order = entry_keys(loaded.catalog.facets, loaded.catalog.entry_type)
    entries = {Path(e.file).absolute(): e for e in loaded.catalog.entries.values()}
    changed = False
    for name in [name for name in origins if name.endswith(SUFFIXES)]:
        path = (scratch / name).absolute()
        raw = yaml_file.read_bytes(path)
        text = _decode(raw) if isinstance(raw, bytes) else None
        if text is None:
            continue
        fixed = _fix_text(text, by_file[path], entries.get(path), loaded, order)
        if fixed != text:
            bom = _BOM if isinstance(raw, bytes) and _has_bom(raw) else b""
            path.write_bytes(bom + fixed.encode())
            changed = True
    return _rename_files(scratch, problems, loaded, origins) or changed


def _fix_text(
    text: str,
    problems: list[Problem],
    entry: Entry | None,
    loaded: LoadedCatalog,
    order: tuple[str, ...],
) -> str:
    text = yaml_repairs.repair_syntax(text, {*order, *keys_of(Link)})
    text = replacements.apply_replacements(text, problems)
    if entry is not None:
        text = https_upgrade.upgrade_to_https(text, entry, loaded.catalog.ledger)
        text = layout.sort_keys(text, order)
    return layout.strip_trailing_whitespace(text)


def _rename_files(
    scratch: Path, problems: list[Problem], loaded: LoadedCatalog, origins: dict[str, str]
) -> bool:
    """Rename files with wrong names; return whether there were any."""
    by_name: defaultdict[str, list[Path]] = defaultdict(list)
    for name in origins:
        by_name[id_of(Path(name))[0]].append(scratch / name)
    aliases = {alias for entry in loaded.catalog.entries.values() for alias in entry.aliases}
    moves = []
    for old, new in file_names.plan_renames(problems, aliases):
        others = [p for p in by_name[new.stem] if p.parent == old.parent.absolute() and p != old]
        relative = Path(os.path.relpath(old, scratch))
        if relative.as_posix() in origins and not os.path.lexists(new) and not others:
            moves.append((old, new, relative))
    for old, new, relative in moves:
        old.rename(new)
        origins[relative.with_name(new.name).as_posix()] = origins.pop(relative.as_posix())
    return bool(moves)


def _copy_catalog(folder: Path, scratch: Path) -> dict[str, str]:
    """Copy the files of a catalog; return the path in the copy and the original path of each."""
    origins = {}
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        relative = Path(current).relative_to(folder)
        (scratch / relative).mkdir(parents=True, exist_ok=True)
        for name in sorted(names):
            path = Path(current, name)
            is_catalog_file = path.suffix.lower() in (*SUFFIXES, ".txt") or name == LEDGER_FILE
            if is_catalog_file and not name.startswith(".") and path.is_file():
                shutil.copyfile(path, scratch / relative / name)
                origins[(relative / name).as_posix()] = (relative / name).as_posix()
    return origins


def _read_exact(path: Path) -> str | None:
    """The text of a file with its byte order mark, or None if it is not UTF-8."""
    raw = yaml_file.read_bytes(path)
    try:
        return raw.decode() if isinstance(raw, bytes) else None
    except UnicodeDecodeError:
        return None


def _decode(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _has_bom(raw: bytes) -> bool:
    return raw.startswith(_BOM)
