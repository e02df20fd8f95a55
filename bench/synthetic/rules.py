"""The rules that texts grow from: patterns and phrases by their names, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bench.synthetic.chance import Bag
from bench.synthetic.words import items, sections

Part = str | tuple[str, str]
"""A piece of a text: as it stands, or the name and form of what goes there."""

Texts = Bag[tuple[Part, ...]]

_SLOT = re.compile(r"{([a-z-]+)(?:\.([a-z]+))?}")


def texts(lines: Sequence[str]) -> Texts:
    """A bag of texts. Patterns are drawn almost evenly: no reader likes one pattern."""
    found = [_parts(item) for item in items(lines)]
    patterns = any(len(parts) > 1 for parts in found)
    return Bag(found, 0.2 if patterns else 0.9)


def _parts(item: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    end = 0
    for match in _SLOT.finditer(item):
        parts += [item[end : match.start()], (match[1], match[2] or "")]
        end = match.end()
    return tuple(part for part in [*parts, item[end:]] if part)


RULES: Mapping[str, Texts] = {head[0]: texts(lines) for head, lines in sections("rules")}
