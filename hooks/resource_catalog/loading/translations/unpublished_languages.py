"""Tell which languages of a catalog are not published yet: no address in them is promised."""

from __future__ import annotations

from pathlib import Path

from resource_catalog.loading.folder_layout import IDENTITY_FILE
from resource_catalog.loading.yaml import yaml_file


def unpublished_languages(folder: Path) -> frozenset[str]:
    """The languages in ``catalog.yml`` that are not said to be published; none if it is broken."""
    document, _problems = yaml_file.read(folder / IDENTITY_FILE)
    given = document.data.get("languages") if document else None
    if not isinstance(given, dict):
        return frozenset()
    return frozenset(
        tag
        for tag, known in given.items()
        if not (isinstance(known, dict) and known.get("published") == "true")
    )
