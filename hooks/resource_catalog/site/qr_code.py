"""Encode a URL as a QR code, in SVG and PNG.

segno computes the modules (the dark and light squares). The images are written here because a
site has many codes, and segno's more general writers take several times as long for the same files.

Standards: ISO/IEC 18004 (QR codes), https://www.w3.org/TR/png/.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

import segno
from markupsafe import Markup, escape

MODULE_PIXELS = 12
"""Size of a module in the PNG file: sharp on a slide and on a poster."""

QUIET_ZONE = 4
"""Width of the light margin that scanners need, in modules."""

MASK_PATTERN = 2
"""The data mask, one of eight; the code itself records which.

Trying all eight, as encoders do, takes most of the time and improves the code by a few percent.
"""

_DARK_RUN = re.compile("1+")
_DIGITS = bytes.maketrans(b"\0\1", b"01")
_UP_FILTER = b"\2"


def svg(address: str, name: str) -> Markup:
    """The QR code as an inline SVG element.

    ``name`` is the id of the element, so that a ``use`` element can show it again.
    """
    side, path = _drawing(address)
    return Markup(
        f'<svg viewBox="0 0 {side} {side}" id="{escape(name)}">'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


def svg_file(address: str) -> str:
    """The QR code as an SVG file, for posters: it is sharp at any size."""
    side, path = _drawing(address)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" width="{side}mm" '
        f'height="{side}mm"><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    )


def png(address: str) -> bytes:
    """The QR code as a PNG file, for word processors and slides."""
    rows = _module_rows(address)
    side = (len(rows) + 2 * QUIET_ZONE) * MODULE_PIXELS
    margin = "1" * (QUIET_ZONE * MODULE_PIXELS)
    blank_rows = _scanline("1" * side) * (QUIET_ZONE * MODULE_PIXELS)
    repeat = _scanline("0" * side, _UP_FILTER) * (MODULE_PIXELS - 1)
    pixels = {"0": "1" * MODULE_PIXELS, "1": "0" * MODULE_PIXELS}  # in the PNG, light is 1
    lines = [
        _scanline(margin + "".join(map(pixels.__getitem__, row)) + margin) + repeat for row in rows
    ]
    # Grayscale with one bit per pixel.
    header = _png_chunk(b"IHDR", struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0))
    data = _png_chunk(b"IDAT", zlib.compress(b"".join((blank_rows, *lines, blank_rows))))
    return b"\x89PNG\r\n\x1a\n" + header + data + _png_chunk(b"IEND", b"")


@lru_cache(maxsize=1024)
def _drawing(address: str) -> tuple[int, str]:
    """The length of a side in modules, the margin included, and the path that draws the code."""
    rows = _module_rows(address)
    # The first module of every code is dark, so the path begins there.
    path = "".join(_path_commands(rows)).removeprefix("m0 0")
    return len(rows) + 2 * QUIET_ZONE, f"M{QUIET_ZONE} {QUIET_ZONE}.5{path}"


@lru_cache(maxsize=1024)
def _module_rows(address: str) -> tuple[str, ...]:
    """The rows of modules from top to bottom, with ``1`` for dark and ``0`` for light."""
    # Error correction level M survives a fold or stain on paper over 15 % of the modules.
    code = segno.make(address, micro=False, error="m", mask=MASK_PATTERN)
    return tuple(row.translate(_DIGITS).decode() for row in code.matrix)


def _path_commands(rows: Sequence[str]) -> Iterator[str]:
    """SVG path commands that draw each run of dark modules, relative to the end of the last."""
    pen_x, pen_y = 0, 0
    for row_number, row in enumerate(rows):
        for run in _DARK_RUN.finditer(row):
            start, end = run.span()
            yield f"m{start - pen_x} {row_number - pen_y}h{end - start}"
            pen_x, pen_y = end, row_number


def _scanline(bits: str, filter_type: bytes = b"\0") -> bytes:
    """A row of PNG pixels. With ``_UP_FILTER``, the bits are the changes from the row above."""
    size = -(-len(bits) // 8)
    return filter_type + int(bits.ljust(size * 8, "0"), 2).to_bytes(size, "big")


def _png_chunk(chunk_type: bytes, data: bytes) -> bytes:
    return (
        struct.pack(">I", len(data))
        + chunk_type
        + data
        + struct.pack(">I", zlib.crc32(chunk_type + data))
    )
