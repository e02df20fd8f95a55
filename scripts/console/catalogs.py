"""Catalogs for commands that can do nothing without a sound one."""

from __future__ import annotations

from pathlib import Path

from resource_catalog import problems
from resource_catalog.catalog import Catalog
from resource_catalog.check import open_catalog
from resource_catalog.load import UnusableFolder


class NoCatalogError(Exception):
    """There is no sound catalog. The message says why, each problem on a line."""


def sound_catalog(folder: Path, *, guide: str = "", closing: str = "") -> Catalog:
    """The catalog in a folder. Raises :class:`NoCatalogError`.

    ``guide`` is where problems are explained; ``closing`` is said last, in place
    of their number.
    """
    try:
        catalog, found = open_catalog(folder)
    except UnusableFolder as error:
        raise NoCatalogError(str(error)) from None
    if catalog is None:
        raise NoCatalogError(
            f"{problems.as_text(found, guide)}\n{closing or problems.count(found)}"
        )
    return catalog
