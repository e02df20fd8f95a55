"""Tell where in a text each key and value of a YAML document is."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

YamlPath = tuple[str | int, ...]
"""The keys and places in lists that lead to a value."""


@dataclass(frozen=True, order=True)
class Position:
    """A position in a text, counted from 1."""

    line: int
    column: int


def position_of(mark: yaml.Mark) -> Position:
    """Convert a mark of the library, which counts from 0."""
    return Position(mark.line + 1, mark.column + 1)


@dataclass
class Positions:
    """The position of each key and value of a document."""

    keys: dict[YamlPath, Position] = field(default_factory=dict)
    values: dict[YamlPath, Position] = field(default_factory=dict)

    def of(self, path: YamlPath, *, key: bool = False) -> Position:
        """The position of ``path``, or of the nearest parent that has one."""
        while path:
            position = self.keys.get(path) if key else self.values.get(path)
            position = position or self.values.get(path) or self.keys.get(path)
            if position:
                return position
            path = path[:-1]
        return Position(1, 1)
