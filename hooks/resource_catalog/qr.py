"""QR codes: an address as a picture that a phone reads, drawn when the site is built.

segno says which squares are dark. Writing them down is done here, for a site has many codes, and
segno's own writers, which can do far more, take several times as long for the same files.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import segno
from markupsafe import Markup, escape

PIXELS = 12
"""The side of one square in the picture to save: sharp on a slide and on a poster."""

QUIET = 4
"""The edge that cameras need, in squares."""

MASK = 2
"""The pattern laid over a code, of the eight that there are.

Every reader is told in the code which one it is. Trying all of them takes most of the time, and the
one that suits an address best does so by a few percent.
"""

_DARK = re.compile("1+")
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_ABOVE = b"\2"


def drawing(address: str, name: str) -> Markup:
    """The code as a drawing in a page: dark squares, with the quiet edge that cameras need.

    ``name`` is its id there, so that another place can show the same drawing.
    """
    rows = _rows(address)
    side = len(rows) + 2 * QUIET
    path = "".join(_strokes(rows)).removeprefix("m0 0")  # a corner of every code is dark
    return Markup(
        f'<svg viewBox="0 0 {side} {side}" id="{escape(name)}">'
        f'<path stroke="#000" d="M{QUIET} {QUIET}.5{path}"/></svg>'
    )


def picture(address: str) -> bytes:
    """The code as a PNG file, which word processors and slides take."""
    rows = _rows(address)
    side = (len(rows) + 2 * QUIET) * PIXELS
    bright = "1" * (QUIET * PIXELS)
    edge = _line("1" * side) * (QUIET * PIXELS)
    again = _line("0" * side, _ABOVE) * (PIXELS - 1)
    wide = {"0": "1" * PIXELS, "1": "0" * PIXELS}  # here light is 1
    lines = [_line(bright + "".join(map(wide.__getitem__, row)) + bright) + again for row in rows]
    # Squares of one bit, grey.
    head = _chunk(b"IHDR", struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0))
    data = _chunk(b"IDAT", zlib.compress(b"".join((edge, *lines, edge))))
    return b"\x89PNG\r\n\x1a\n" + head + data + _chunk(b"IEND", b"")


@lru_cache(maxsize=1024)
def _rows(address: str) -> tuple[str, ...]:
    """The squares from top to bottom: a text for each row, in which dark is 1 and light 0."""
    # A fold or a stain on paper takes up to 15 % of the squares; “M” forgives that.
    code = segno.make(address, micro=False, error="m", mask=MASK)
    return tuple(row.translate(_DIGITS).decode() for row in code.matrix)


def _strokes(rows: Sequence[str]) -> Iterator[str]:
    """A stroke for each run of dark squares, from where the one before has ended."""
    x, y = 0, 0
    for number, row in enumerate(rows):
        for run in _DARK.finditer(row):
            start, end = run.span()
            yield f"m{start - x} {number - y}h{end - start}"
            x, y = end, number


def _line(bits: str, like: bytes = b"\0") -> bytes:
    """One line of a picture. With ``_ABOVE``, the bits are what differs from the line above it."""
    size = -(-len(bits) // 8)
    return like + int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
