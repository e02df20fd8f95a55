"""Settings: what scripts need to know of ``mkdocs.yml`` without the site builder."""

from __future__ import annotations

import os
from typing import Any

import yaml

from environment import ROOT


def site_address() -> str | None:
    """The address that the site is built for, if it can be told."""
    try:
        settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return os.environ.get("SITE_URL")
    found = settings.get("site_url") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else None


class _Loader(yaml.SafeLoader):
    """Reads ``!ENV`` as the site builder does and takes no notice of other tags."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    if not isinstance(node, yaml.SequenceNode):
        return os.environ.get(str(loader.construct_scalar(node)))  # type: ignore[arg-type]
    *names, last = loader.construct_sequence(node)
    found = (os.environ.get(str(name)) for name in names)
    return next((text for text in found if text is not None), last)


_Loader.add_constructor("!ENV", _from_environment)
_Loader.add_multi_constructor("", lambda *_: None)
