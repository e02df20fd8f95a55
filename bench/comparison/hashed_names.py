"""Mask the content hashes in file names, so that sites can be compared.

A changed style sheet gets another name, which every page contains. So that this counts as one
difference and not a thousand, a placeholder stands for the hash, in paths and in file contents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

PLACEHOLDER = "HASH"

_HASH = re.compile(r"(?:^|(?<=[/.]))[0-9a-f]{10}(?=[/.])")


def find_hashes(paths: Iterable[str]) -> frozenset[str]:
    """The hashes that occur in paths, as in ``assets/site.0123456789.js``."""
    return frozenset(found for path in paths for found in _HASH.findall(path))


def mask_path(path: str) -> str:
    """The path with each hash masked."""
    return _HASH.sub(PLACEHOLDER, path)


def mask_content(content: bytes, hashes: frozenset[str]) -> bytes:
    """The content of a file with each of the hashes masked."""
    if not hashes:
        return content
    pattern = b"|".join(name.encode() for name in sorted(hashes))
    return re.sub(pattern, PLACEHOLDER.encode(), content)
