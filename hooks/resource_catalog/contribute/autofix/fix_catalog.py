"""Fix a catalog: apply all fixes to a copy of it, repeatedly, until nothing changes any more."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from resource_catalog.contribute.autofix import (
    file_names,
    layout,
    link_repairs,
    replacements,
    yaml_repairs,
)
from resource_catalog.contribute.scratch_copy import copy_catalog, links_out
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.convert.record_keys import all_keys_of
from resource_catalog.loading.folder_layout import (
    ENTRIES,
    LEDGER_FILE,
    OLD_LEDGER_FILE,
    require_catalog,
)
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import SUFFIXES, id_of
from resource_catalog.loading.saving.file_changes import FileChange
from resource_catalog.loading.tags import entry_keys, tool_keys
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind_registry import record_types

MAX_ROUNDS = 12
"""One fix may allow the next; more rounds than this would mean a bug."""

_OTHER_KEYS = frozenset().union(
    *map(all_keys_of, (Link, SelfCheck, Situations, *record_types().values()))
)
"""The keys of files that are no entries, and those of links."""

_BOM = b"\xef\xbb\xbf"


def fix_catalog(
    folder: Path,
    scratch: Path,
    icons: Collection[str] | None = None,
    links_from_text: str | None = None,
) -> list[FileChange]:
    """The changes that fix all problems of a catalog folder with only one solution.

    Files are written only to ``scratch``, an empty folder. Those behind links that lead out of the
    catalog are left alone. ``icons`` are as for ``checks.open_catalog``. Links in plain texts of
    entries become links of the entries unless ``links_from_text`` is None: it is the address that
    relative ones stand for, or empty. Raises ``folder_layout.UnusableFolderError`` and ``OSError``.
    """
    require_catalog(folder)
    origins = {name: name for name in copy_catalog(folder, scratch, _is_read)}
    # As they were copied: others may write into the folder meanwhile.
    texts = {name: _read_exact(scratch / name) for name in origins}
    rounds = _Rounds(scratch, icons, origins, links_from_text)
    for _ in range(MAX_ROUNDS):
        if not rounds.fix():
            break
    changes = []
    for new, old in sorted(origins.items()):
        before, after = texts[old], _read_exact(scratch / new)
        if before is not None and after is not None and (old, before) != (new, after):
            changes.append(FileChange(old, new, before, after))
    return changes


def left_alone(folder: Path) -> list[str]:
    """The links that lead out of a catalog to something that would be mended in it."""
    return links_out(folder, lambda name: name.lower().endswith(SUFFIXES))


class _Rounds:
    """The rounds over a copy of a catalog; a file that is as it was a round before is left out."""

    def __init__(
        self,
        scratch: Path,
        icons: Collection[str] | None,
        origins: dict[str, str],
        links_from_text: str | None,
    ) -> None:
        self._scratch = scratch
        self._icons = icons
        self._origins = origins
        self._links_from_text = links_from_text
        self._cache = RecordCache()
        self._done: dict[str, object] = {}

    def fix(self) -> bool:
        """Apply all fixes once to each file; return whether anything has changed."""
        scratch, origins = self._scratch, self._origins
        loaded = load(scratch, self._cache)
        problems = problems_of(loaded, self._icons)
        by_file: defaultdict[str, list[Problem]] = defaultdict(list)
        for problem in problems:
            by_file[os.path.abspath(problem.file)].append(problem)
        catalog = loaded.catalog
        by_path = {os.path.abspath(record.file): record for record in _records(catalog)}
        entry_order = entry_keys(catalog.facets, catalog.entry_type)
        known = frozenset(entry_order) | _OTHER_KEYS
        changed = False
        for name in [name for name in origins if name.endswith(SUFFIXES)]:
            path = os.path.abspath(scratch / name)
            raw = yaml_file.read_bytes(Path(path))
            text = _decode(raw) if isinstance(raw, bytes) else None
            record = by_path.get(path)
            order = entry_order
            if isinstance(record, Tool):
                order = tool_keys(catalog.facets, type(record))
            if text is None or self._done.get(name) == (text, by_file[path], order):
                continue
            fixed = _fix_text(text, by_file[path], record, loaded, order, known)
            if self._links_from_text is not None and name.startswith(f"{ENTRIES}/"):
                from resource_catalog.contribute.autofix import links_in_texts  # seldom wanted

                site = self._links_from_text
                fixed = links_in_texts.take_links_out(fixed, by_file[path], site, entry_order)
            self._done[name] = (fixed, by_file[path], order)
            if fixed != text:
                bom = _BOM if isinstance(raw, bytes) and _has_bom(raw) else b""
                Path(path).write_bytes(bom + fixed.encode())
                changed = True
        return _rename_files(scratch, problems, loaded, origins) or changed


def _fix_text(
    text: str,
    problems: list[Problem],
    record: Entry | Tool | None,
    loaded: LoadedCatalog,
    order: tuple[str, ...],
    known: Collection[str],
) -> str:
    if any(problem.code == "look-alike" for problem in problems):
        return yaml_repairs.repair_syntax(text, ())  # the rest has other places then
    if record is None:  # what is a record could be read
        text = yaml_repairs.repair_syntax(text, known)
    document = loaded.document_of(record) if isinstance(record, Entry) else None
    text = replacements.apply_replacements(text, problems, document)
    if isinstance(record, Entry):
        text = link_repairs.end_tracking(text, record)
        text = link_repairs.upgrade_to_https(text, record, loaded.catalog.ledger)
    if record is not None:
        text = layout.sort_keys(text, order)
    return layout.strip_trailing_whitespace(text)


def _records(catalog: Catalog) -> list[Entry | Tool]:
    """The entries and tools, whose files have names and keys of their own."""
    return [*catalog.entries.values(), *catalog.tools.values()]


def _rename_files(
    scratch: Path, problems: list[Problem], loaded: LoadedCatalog, origins: dict[str, str]
) -> bool:
    """Rename files with wrong names; return whether there were any."""
    by_name: defaultdict[str, list[Path]] = defaultdict(list)
    for name in origins:
        by_name[id_of(Path(name))[0]].append(scratch / name)
    catalog = loaded.catalog
    known = [*_records(catalog), *catalog.collections.values()]
    aliases = {alias: record.id for record in known for alias in record.aliases}
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


def _is_read(name: str) -> bool:
    """Whether fixes depend on what is in a file."""
    return name.lower().endswith((*SUFFIXES, ".txt")) or name in (
        LEDGER_FILE,
        OLD_LEDGER_FILE,
    )


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
