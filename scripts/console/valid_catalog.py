"""Load a catalog for a command that needs one without problems."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.model import problems
from resource_catalog.model.catalog import Catalog


class InvalidCatalogError(Exception):
    """The catalog is missing or has problems. The message lists them, one per line."""


def load_valid_catalog(folder: Path, *, guide: str = "", closing: str = "") -> Catalog:
    """Load the catalog in a folder. Raises :class:`InvalidCatalogError`.

    ``guide`` is the URL of the page that explains problems; ``closing`` is the last line of the
    message, instead of the number of problems.
    """
    try:
        catalog, found = open_catalog(folder)
    except UnusableFolderError as error:
        raise InvalidCatalogError(str(error)) from None
    if catalog is None:
        raise InvalidCatalogError(
            f"{problems.as_text(found, guide)}\n{closing or problems.summary(found)}"
        )
    return catalog
