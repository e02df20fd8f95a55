"""JSON text: a line for each item of a list, so that a change of one entry changes one line.

An encoder with an indent is written in Python; the one used here is written in C.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any

encode = json.JSONEncoder(ensure_ascii=False, default=datetime.date.isoformat).encode
"""Plain data, in which there may be days, on one line."""


def line(data: Any) -> bytes:
    """Plain data on one line, as it stands in a file."""
    return encode(data).encode()


def lines(items: Iterable[Any]) -> bytes:
    """A list with a line for each of its items."""
    return joined(map(line, items))


def joined(written: Iterable[bytes]) -> bytes:
    """A list of items that were written before, with a line for each."""
    text = b",\n".join(written)
    return b"[\n%b\n]" % text if text else b"[]"


def object_of(parts: Mapping[str, bytes]) -> bytes:
    """An object of values that were written before, each beginning on a line of its own."""
    return b"{\n%b\n}\n" % b",\n".join(b"%b: %b" % (line(key), part) for key, part in parts.items())
