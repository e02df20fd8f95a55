"""Catalogs for commands that can do nothing without a sound one."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.loading.catalog_folder import UnusableFolderError
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model import problems
from resource_catalog.model.catalog import Catalog


class NoCatalogError(Exception):
    """There is no sound catalog. The message says why, each problem on a line."""


def sound_catalog(folder: Path, *, guide: str = "", closing: str = "") -> Catalog:
    """The catalog in a folder. Raises :class:`NoCatalogError`.

    ``guide`` is where problems are explained; ``closing`` is said last, in place
    of their number.
    """
    try:
        catalog, found = open_catalog(folder)
    except UnusableFolderError as error:
        raise NoCatalogError(str(error)) from None
    if catalog is None:
        raise NoCatalogError(
            f"{problems.as_text(found, guide)}\n{closing or problems.summary(found)}"
        )
    return catalog
