"""Make the folder of a new catalog, which builds before there is anything in it."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.loading.folder_layout import ENTRIES, IDENTITY_FILE, LEDGER_FILE
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.loading.vocabularies import VOCABULARIES
from resource_catalog.loading.yaml.entry_writer import quoted_scalar
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _

_IDENTITY = """\
# yaml-language-server: $schema=schema/catalog.schema.json
# What the site says of itself. All keys but the title may be left out.
title: {title}
# tagline: One line under the name.
# description: One or two sentences for the home page and for search engines.
# language: en
# email: library@example.org
# Pages about this program, which readers of yours do not need; “Your own catalog” lists others.
leave_out: [guides]
"""

_ATTRIBUTES = f"""\
# Git joins what two branches know of the links line by line; of each link the later check counts.
{LEDGER_FILE} merge=union
"""


class FolderTakenError(Exception):
    """The folder has something in it. The message names it."""


def make_folder(folder: Path, title: str | None = None) -> None:
    """Make a catalog without entries and vocabularies.

    The title is made from the name of the folder if none is given. Raises
    :class:`FolderTakenError` if more than hidden files is there, and ``OSError``.
    """
    if folder.exists() and not (folder.is_dir() and _is_empty(folder)):
        raise FolderTakenError(_("%(name)s already exists and is not empty.", name=folder))
    for name in (ENTRIES, VOCABULARIES):
        (folder / name).mkdir(parents=True, exist_ok=True)
    name = suggest_slug(folder.resolve().name).replace("-", " ").capitalize() or "Catalog"
    attributes = folder / ".gitattributes"
    if not attributes.exists():
        write_file(attributes, _ATTRIBUTES, over=False)
    text = _IDENTITY.format(title=quoted_scalar(title or name))
    write_file(folder / IDENTITY_FILE, text, over=False)


def _is_empty(folder: Path) -> bool:
    """Whether a folder has nothing but hidden files in it, such as those of git."""
    return all(path.name.startswith(".") for path in folder.iterdir())
