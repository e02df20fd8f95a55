"""Hashed names: files that are named after their content, made comparable.

A changed style sheet has another name, and every page names it. So that this
counts once and not a thousand times, the hash in such a name is replaced by a
word, in the path and wherever another file speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = "HASH"

_HASH = re.compile(r"(?:^|(?<=[/.]))[0-9a-f]{10}(?=[/.])")


def hashes_in(paths: Iterable[str]) -> frozenset[str]:
    """The hashes that are parts of paths, as in ``assets/site.0123456789.js``."""
    return frozenset(found for path in paths for found in _HASH.findall(path))


def without_hashes(path: str) -> str:
    """The path with a word in place of each hash."""
    return _HASH.sub(WORD, path)


def replaced(content: bytes, hashes: frozenset[str]) -> bytes:
    """The content of a file with the word in place of each of the hashes."""
    if not hashes:
        return content
    pattern = b"|".join(name.encode() for name in sorted(hashes))
    return re.sub(pattern, WORD.encode(), content)
