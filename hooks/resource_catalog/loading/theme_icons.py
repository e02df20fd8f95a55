"""Find the SVG icons of the installed theme, without importing it."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

_NAME = re.compile(r"[a-z0-9]+(?:[-/][a-z0-9]+)+")


class Icons(Collection[str]):
    """The icons in a folder, by names such as ``material/file-chart``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __contains__(self, name: object) -> bool:
        # Not a set of all names: the folder has fourteen thousand files.
        return (
            isinstance(name, str)
            and _NAME.fullmatch(name) is not None
            and (self._folder / f"{name}.svg").is_file()
        )

    def __iter__(self) -> Iterator[str]:
        for path in self._folder.rglob("*.svg"):
            yield path.relative_to(self._folder).with_suffix("").as_posix()

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def svg(self, name: str) -> str:
        """The SVG of an icon, hidden from screen readers, since icons always have a label.

        Raises ``KeyError`` for an unknown name.
        """
        if name not in self:
            raise KeyError(name)
        text = (self._folder / f"{name}.svg").read_text(encoding="utf-8")
        return text.replace("<svg ", '<svg aria-hidden="true" ', 1)


@cache
def theme_icons() -> Icons:
    """The icons of the installed theme. Raises ``LookupError`` if it is not installed."""
    spec = importlib.util.find_spec("material")
    if spec is None or spec.origin is None:
        raise LookupError("mkdocs-material is not installed")
    return Icons(Path(spec.origin).parent / "templates" / ".icons")
