"""Check every file below a catalog folder: that each computer can have it, and that it is merged.

YAML files have further rules of their own for both, where they are read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from resource_catalog.loading.folder_layout import LEDGER_FILE, OLD_LEDGER_FILE
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.record_folder import SUFFIXES
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.merge_conflicts import merge_conflict
from resource_catalog.model.field_types.slugs import is_device_name
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted

_TEXTS = (".md", ".txt", ".css", ".csv", ".json", ".jsonl", ".svg")
_LEDGERS = (LEDGER_FILE, OLD_LEDGER_FILE)
"""Their reader names conflicts itself, since they are settled otherwise."""

_MAX_BYTES = 64_000_000
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')


def file_names(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No name is one that Windows cannot have, or one of two that it takes for the same."""
    for folder, names in _folders(loaded.folder):
        first: dict[str, str] = {}
        for name in names:
            other = first.setdefault(name.casefold(), name)
            stem = name.partition(".")[0]
            message, hint = "", ""
            if other is not name:
                message = _(
                    "Windows and macOS cannot have both this file and “%(other)s”.", other=other
                )
                hint = _("Rename one of the two.")
            elif is_device_name(stem):
                message = _("Windows can have no file called %(name)s.", name=quoted(name))
                hint = _("Add a word to its name.")
            elif _NOT_ON_WINDOWS.search(name):
                message = _("Windows can have no file called %(name)s.", name=quoted(name))
                hint = _("Use letters, digits and hyphens.")
            if message and not (name.endswith(SUFFIXES) and _is_of_records(folder, loaded)):
                path = yaml_file.display_path(os.path.join(folder, name))
                yield Problem(path, 1, 1, "bad-name", message, hint)


def merge_conflicts(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No text has the lines that Git leaves where it could not merge."""
    for folder, names in _folders(loaded.folder):
        for name in names:
            path = os.path.join(folder, name)
            if not name.lower().endswith(_TEXTS) or name in _LEDGERS:
                continue
            raw = yaml_file.read_bytes(path, _MAX_BYTES)
            if not isinstance(raw, bytes) or b"=======" not in raw:
                continue
            text = raw.decode("utf-8", "replace")
            is_markdown = name.lower().endswith(".md")
            if found := merge_conflict(text, yaml_file.display_path(path), is_markdown=is_markdown):
                yield found


def _folders(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Each folder below ``root`` with the names in it, without hidden ones."""
    for folder, below, names in os.walk(root):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield folder, [*below, *sorted(name for name in names if not name.startswith("."))]


def _is_of_records(folder: str, loaded: LoadedCatalog) -> bool:
    """Whether the names in a folder are ids, which have rules of their own."""
    return os.path.relpath(folder, loaded.folder).split(os.sep)[0] != "."


CHECKS = (file_names, merge_conflicts)
