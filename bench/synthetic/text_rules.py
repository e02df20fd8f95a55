"""Parse the rules of the text grammar: patterns and phrases, by name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bench.synthetic.weighted_items import WeightedItems
from bench.synthetic.words import read_sections, split_items

Part = str | tuple[str, str]
"""A piece of a pattern: literal text, or a placeholder as a rule name and a word form."""

WeightedTexts = WeightedItems[tuple[Part, ...]]

_SLOT = re.compile(r"{([a-z-]+)(?:\.([a-z]+))?}")


def parse_texts(lines: Sequence[str]) -> WeightedTexts:
    """Parse a section. Patterns get nearly even weights, so that none dominates."""
    found = [_parts(item) for item in split_items(lines)]
    patterns = any(len(parts) > 1 for parts in found)
    return WeightedItems(found, 0.2 if patterns else 0.9)


def _parts(item: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    end = 0
    for match in _SLOT.finditer(item):
        parts += [item[end : match.start()], (match[1], match[2] or "")]
        end = match.end()
    return tuple(part for part in [*parts, item[end:]] if part)


RULES: Mapping[str, WeightedTexts] = {
    head[0]: parse_texts(lines) for head, lines in read_sections("rules")
}
