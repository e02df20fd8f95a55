"""Encode JSON with one line per item of a list, so that diffs are small.

``json.dumps`` with an indent would use the slow encoder in Python instead of the one in C.
"""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, default=datetime.date.isoformat).encode
"""Encode plain data, which may contain dates, on one line."""


def encode_line(data: Any) -> bytes:
    """Encode plain data on one line, in UTF-8."""
    return encode(data).encode()


def encode_list(items: Iterable[Any]) -> Iterator[bytes]:
    """Encode a list with one line per item, in chunks."""
    return join_list(map(encode_line, items))


def join_list(encoded: Iterable[bytes]) -> Iterator[bytes]:
    """The same for items that have been encoded already."""
    between = b"[\n"
    for item in encoded:
        yield between
        yield item
        between = b",\n"
    yield b"[]" if between == b"[\n" else b"\n]"


def join_object(parts: Mapping[str, Iterable[bytes]]) -> bytes:
    """Encode an object whose values are given in chunks, each key on a line of its own."""
    file = io.BytesIO()
    between = b"{\n"
    for key, chunks in parts.items():
        file.write(between + encode_line(key) + b": ")
        file.writelines(chunks)
        between = b",\n"
    file.write(b"\n}\n")
    return file.getvalue()
