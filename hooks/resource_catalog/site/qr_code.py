"""Encode a URL as a QR code, in SVG and PNG.

Standard: https://www.w3.org/TR/png/.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import lru_cache

from markupsafe import Markup, escape

from resource_catalog.site.qr_encoder import module_rows

MODULE_PIXELS = 12
"""Size of a module in the PNG file: sharp on a slide and on a poster."""

QUIET_ZONE = 4
"""Width of the light margin that scanners need, in modules."""

_DARK_RUN = re.compile(r"[0\n]*1+")
"""Dark modules of one row, after the light ones and line ends between them and those before."""

_UP_FILTER = b"\2"
"""Before a row of a PNG file that has the changes from the row above."""


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
    rows = module_rows(address)
    modules = len(rows) + 2 * QUIET_ZONE
    side = modules * MODULE_PIXELS
    margin = "0" * QUIET_ZONE
    repeat = (_UP_FILTER + bytes(-(-side // 8))) * (MODULE_PIXELS - 1)
    blank_rows = _scanline("0" * modules) * (QUIET_ZONE * MODULE_PIXELS)
    lines = [_scanline(margin + row + margin) + repeat for row in rows]
    # Grayscale with one bit per pixel.
    header = _png_chunk(b"IHDR", struct.pack(">2I5B", side, side, 1, 0, 0, 0, 0))
    data = _png_chunk(b"IDAT", zlib.compress(b"".join((blank_rows, *lines, blank_rows))))
    return b"\x89PNG\r\n\x1a\n" + header + data + _png_chunk(b"IEND", b"")


@lru_cache(maxsize=1024)
def _drawing(address: str) -> tuple[int, str]:
    """The length of a side in modules, the margin included, and the path that draws the code."""
    rows = module_rows(address)
    runs = _DARK_RUN.findall("\n".join(rows))
    # The first module of every code is dark, so the path begins there.
    path = "".join(_path_command(run, len(rows)) for run in runs).removeprefix("m0 0")
    return len(rows) + 2 * QUIET_ZONE, f"M{QUIET_ZONE} {QUIET_ZONE}.5{path}"


@lru_cache(maxsize=4096)
def _path_command(run: str, side: int) -> str:
    """The SVG path command that draws a run of dark modules, relative to the end of the last."""
    down = run.count("\n")
    return f"m{run.count('0') - down * side} {down}h{run.count('1')}"


def _scanline(modules: str) -> bytes:
    """A row of PNG pixels, after the byte that says that it is not filtered."""
    size = -(-len(modules) * MODULE_PIXELS // 8)
    eights = -(-len(modules) // 8)
    values = int(modules.ljust(eights * 8, "1"), 2).to_bytes(eights)
    return b"\0" + b"".join(map(_pixels, values))[:size]


@lru_cache(maxsize=256)
def _pixels(modules: int) -> bytes:
    """The pixels of eight modules; in the PNG, light is 1."""
    pixels = "".join(module * MODULE_PIXELS for module in f"{modules ^ 0xFF:08b}")
    return int(pixels, 2).to_bytes(MODULE_PIXELS)


def _png_chunk(chunk_type: bytes, data: bytes) -> bytes:
    return (
        struct.pack(">I", len(data))
        + chunk_type
        + data
        + struct.pack(">I", zlib.crc32(chunk_type + data))
    )
