"""JSON text: a line for each item of a list, so that a change of one entry changes one line.

An encoder with an indent is written in Python; the one used here is written in C.
"""

from __future__ import annotations

import datetime
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, default=datetime.date.isoformat).encode
"""Plain data, in which there may be days, on one line."""


def line(data: Any) -> bytes:
    """Plain data on one line, as it stands in a file."""
    return encode(data).encode()


def lines(items: Iterable[Any]) -> Iterator[bytes]:
    """The pieces of a list with a line for each of its items."""
    return joined(map(line, items))


def joined(written: Iterable[bytes]) -> Iterator[bytes]:
    """The same for items that were written before."""
    between = b"[\n"
    for item in written:
        yield between
        yield item
        between = b",\n"
    yield b"[]" if between == b"[\n" else b"\n]"


def object_of(parts: Mapping[str, Iterable[bytes]]) -> bytes:
    """An object of values in pieces, each value beginning on a line of its own.

    No piece is kept any longer than it takes to put it in its place.
    """
    file = io.BytesIO()
    between = b"{\n"
    for key, pieces in parts.items():
        file.write(between + line(key) + b": ")
        file.writelines(pieces)
        between = b",\n"
    file.write(b"\n}\n")
    return file.getvalue()
