"""Read settings from ``mkdocs.yml`` without importing MkDocs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from environment import ROOT
from resource_catalog.loading.folder_layout import IDENTITY_FILE
from resource_catalog.loading.yaml import yaml_file


def site_url() -> str | None:
    """The ``site_url`` setting, ``SITE_URL`` if the file cannot be parsed; None if not set."""
    try:
        settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return os.environ.get("SITE_URL")
    found = settings.get("site_url") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else None


def published_url(folder: Path) -> str | None:
    """Where the site of a catalog is: ``SITE_URL``, what the catalog says, or ``mkdocs.yml``."""
    if given := os.environ.get("SITE_URL"):
        return given
    document, _ = yaml_file.read(folder / IDENTITY_FILE)
    own = document.data.get("site_url") if document is not None else None
    return own if isinstance(own, str) else site_url()


class _Loader(yaml.SafeLoader):
    """Resolves ``!ENV`` as MkDocs does, and ignores other tags."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(loader.construct_scalar(node)))  # type: ignore[arg-type]
    *names, last = loader.construct_sequence(node)
    found = (os.environ.get(str(name)) for name in names)
    return next((text for text in found if text is not None), last)


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("", lambda *_: None)
