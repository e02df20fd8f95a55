"""The folder: every mend tried on a copy of a catalog, again and again until none is left."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from resource_catalog import documents
from resource_catalog.check import problems_of
from resource_catalog.convert import keys_of
from resource_catalog.facets import entry_keys
from resource_catalog.load import LEDGER_FILE, Loaded, load
from resource_catalog.mend import addresses, answers, layout, names, syntax
from resource_catalog.model import Entry, Link
from resource_catalog.problems import Problem

ROUNDS = 12
"""One mend makes way for the next; more rounds than this only a mistake of ours would take."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Change:
    """A file before and after; the paths are from the catalog folder and differ when it is renamed.

    The texts hold every byte of the file, line ends and byte order mark included.
    """

    old: str
    new: str
    before: str
    after: str


def mended(folder: Path, scratch: Path, icons: Collection[str] | None = None) -> list[Change]:
    """What to change in a catalog folder so that all that has one right answer is right.

    Nothing is written but below ``scratch``, an empty folder. ``icons`` are as
    for ``check.open_catalog``. Raises ``load.UnusableFolderError``.
    """
    load(folder)  # says what is no catalog before anything is copied
    origins = _copied(folder, scratch)
    for _ in range(ROUNDS):
        if not _round(scratch, icons, origins):
            break
    changes = []
    for new, old in sorted(origins.items()):
        before, after = _text(folder / old), _text(scratch / new)
        if before is not None and after is not None and (old, before) != (new, after):
            changes.append(Change(old, new, before, after))
    return changes


def _round(scratch: Path, icons: Collection[str] | None, origins: dict[str, str]) -> bool:
    """Mend each file once; whether anything has changed."""
    loaded = load(scratch)
    problems = problems_of(loaded, icons)
    by_file: defaultdict[Path, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[Path(problem.file).absolute()].append(problem)
    order = entry_keys(loaded.catalog.facets)
    entries = {Path(e.file).absolute(): e for e in loaded.catalog.entries.values()}
    changed = False
    for name in [name for name in origins if name.endswith(documents.SUFFIXES)]:
        path = (scratch / name).absolute()
        raw = documents.read_bytes(path)
        text = _decoded(raw) if isinstance(raw, bytes) else None
        if text is None:
            continue
        better = _mended(text, by_file[path], entries.get(path), loaded, order)
        if better != text:
            mark = _BYTE_ORDER_MARK if isinstance(raw, bytes) and _is_marked(raw) else b""
            path.write_bytes(mark + better.encode())
            changed = True
    return _renamed(scratch, problems, loaded, origins) or changed


def _mended(
    text: str,
    problems: list[Problem],
    entry: Entry | None,
    loaded: Loaded,
    order: tuple[str, ...],
) -> str:
    text = syntax.readable(text, {*order, *keys_of(Link)})
    text = answers.answered(text, problems)
    if entry is not None:
        text = addresses.secured(text, entry, loaded.catalog.ledger)
        text = layout.in_order(text, order)
    return layout.without_trailing_spaces(text)


def _renamed(
    scratch: Path, problems: list[Problem], loaded: Loaded, origins: dict[str, str]
) -> bool:
    """Give files their right names; whether any has got one."""
    by_name: defaultdict[str, list[Path]] = defaultdict(list)
    for name in origins:
        by_name[documents.id_of(Path(name))[0]].append(scratch / name)
    aliases = {alias for entry in loaded.catalog.entries.values() for alias in entry.aliases}
    moves = []
    for old, new in names.renames(problems, aliases):
        others = [p for p in by_name[new.stem] if p.parent == old.parent.absolute() and p != old]
        inside = Path(os.path.relpath(old, scratch))
        if inside.as_posix() in origins and not os.path.lexists(new) and not others:
            moves.append((old, new, inside))
    for old, new, inside in moves:
        old.rename(new)
        origins[inside.with_name(new.name).as_posix()] = origins.pop(inside.as_posix())
    return bool(moves)


def _copied(folder: Path, scratch: Path) -> dict[str, str]:
    """Copy what belongs to a catalog; gives the name in the copy and the name at home of each."""
    origins = {}
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(here).relative_to(folder)
        (scratch / inside).mkdir(parents=True, exist_ok=True)
        for name in sorted(files):
            path = Path(here, name)
            wanted = path.suffix.lower() in (*documents.SUFFIXES, ".txt") or name == LEDGER_FILE
            if wanted and not name.startswith(".") and path.is_file():
                shutil.copyfile(path, scratch / inside / name)
                origins[(inside / name).as_posix()] = (inside / name).as_posix()
    return origins


def _text(path: Path) -> str | None:
    """The whole text of a file, or None if it is none."""
    raw = documents.read_bytes(path)
    try:
        return raw.decode() if isinstance(raw, bytes) else None
    except UnicodeDecodeError:
        return None


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_marked(raw: bytes) -> bool:
    return raw.startswith(_BYTE_ORDER_MARK)
