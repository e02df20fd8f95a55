"""Make the folder of a new catalog, which builds before there is anything in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resource_catalog.loading.folder_layout import ENTRIES, IDENTITY_FILE, LEDGER_FILE
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.loading.tags import LEADING
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
# language: en   # that of your texts; with es or fr, the site speaks Spanish or French too
# words: {{entry.one: resource, entry.many: resources, site.noun: library}}   # what you call them
# email: library@example.org
# Pages about this program, which readers of yours do not need; “Your own catalog” lists others.
leave_out: [guides]
"""

_ORDER = """\
# The order of the facets on the home page and among the filters: the first is in the menu.
facets: [{facets}]
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


def write_facet_order(folder: Path, facets: Sequence[str]) -> None:
    """Add the order of the facets to the file of a new catalog; phases, stages, types go first."""
    order = sorted(facets, key=lambda facet: facet not in LEADING)
    file = folder / IDENTITY_FILE
    text = file.read_text(encoding="utf-8")
    write_file(file, text + _ORDER.format(facets=", ".join(order)))


def _is_empty(folder: Path) -> bool:
    """Whether a folder has nothing but hidden files in it, such as those of git."""
    return all(path.name.startswith(".") for path in folder.iterdir())
