"""Define the layout of the folder of a catalog: what is where, and what makes it one.

It is defined here and nowhere else.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path

from resource_catalog.loading.record_folder import SUFFIXES
from resource_catalog.loading.vocabularies import VOCABULARIES
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem

IDENTITY_FILE = "catalog.yml"
SYNONYMS_FILE = "synonyms.yml"
REDIRECTS_FILE = "redirects.yml"
CHECK_FILE = "check.yml"
SITUATIONS_FILE = "situations.yml"
LEDGER_FILE = "link-ledger.jsonl"
OLD_LEDGER_FILE = "link-ledger.json"
"""Read as long as it is the only ledger; the link watch writes the other one in its place."""

CHANGE_LOG_FILE = "changes.jsonl"
ENTRIES = "entries"
COLLECTIONS = "collections"
TOOLS = "tools"


def ledger_path(folder: Path) -> Path | None:
    """The ledger of the link watch that counts in a catalog; None if there is none."""
    paths = (folder / name for name in (LEDGER_FILE, OLD_LEDGER_FILE))
    return next((path for path in paths if os.path.lexists(path)), None)


class UnusableFolderError(Exception):
    """The folder is not a catalog. The message is the reason."""


def require_catalog(folder: Path) -> None:
    """Raise :class:`UnusableFolderError` if the folder is not a catalog.

    It is one if it has ``catalog.yml``, whatever else it has or lacks. Without that file it must
    have vocabularies and entries, so that a mistyped name never gives an empty site.
    """
    name = yaml_file.display_path(folder)
    if not os.path.isdir(folder):
        if os.path.exists(folder):
            raise UnusableFolderError(_("The catalog %(name)s is not a folder.", name=name))
        raise UnusableFolderError(_("The catalog %(name)s is not there.", name=name))
    has_identity = os.path.isfile(folder / IDENTITY_FILE)
    if not has_identity and not all(os.path.isdir(folder / p) for p in (VOCABULARIES, ENTRIES)):
        raise UnusableFolderError(_how_to_begin(folder))
    for part in (VOCABULARIES, ENTRIES):
        if has_identity and not os.path.lexists(folder / part):
            continue
        if not os.path.isdir(folder / part):
            raise UnusableFolderError(
                _(
                    "%(name)s is not a catalog: there is no folder “%(part)s” in it.",
                    name=name,
                    part=part,
                )
            )
        try:
            os.listdir(folder / part)
        except OSError as error:
            raise UnusableFolderError(
                _(
                    "%(name)s/%(part)s cannot be opened: %(reason)s.",
                    name=name,
                    part=part,
                    reason=error.strerror,
                )
            ) from None


def _how_to_begin(folder: Path) -> str:
    """What a folder without ``catalog.yml`` lacks, and the command that makes a catalog."""
    name = yaml_file.display_path(folder)
    try:
        is_empty = all(known.startswith(".") for known in os.listdir(folder))
    except OSError as error:
        return _("%(name)s cannot be opened: %(reason)s.", name=name, reason=error.strerror)
    if is_empty:
        return _(
            "%(name)s is not a catalog: it is empty. To make it one: python "
            "scripts/new_catalog.py %(folder)s",
            name=name,
            folder=shlex.quote(name),
        )
    return _(
        "%(name)s is not a catalog: there is no file “%(file)s” in it. To begin a catalog, name a "
        "new folder: python scripts/new_catalog.py ../my-catalog",
        name=name,
        file=IDENTITY_FILE,
    )


def stray_files(folder: Path) -> list[Problem]:
    """Report YAML files at the top of the folder that nothing reads."""
    known = (IDENTITY_FILE, CHECK_FILE, SITUATIONS_FILE, SYNONYMS_FILE, REDIRECTS_FILE)
    return [
        Problem(
            yaml_file.display_path(path),
            1,
            1,
            "stray-file",
            _(
                "Nothing reads this file; only %(known)s and %(last)s belong here.",
                known=", ".join(known[:-1]),
                last=known[-1],
            ),
            _hint_on_stray_file(path, known),
        )
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SUFFIXES
        and path.name not in known
        and not path.name.startswith(".")
    ]


def _hint_on_stray_file(path: Path, known: Sequence[str]) -> str:
    if path.stem.lower() in ("map", "mapping"):  # as the import of tables calls it
        return _(
            "Is it the mapping file of a table? Put it beside the table, outside the catalog "
            "folder."
        )
    return did_you_mean(path.name, known) or _("Does it belong in “%(folder)s”?", folder=ENTRIES)
