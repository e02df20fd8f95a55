"""QR codes: an address as a picture that a phone reads, drawn when the site is built."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

PIXELS = 12
"""The side of one square in the picture to save: sharp on a slide and on a poster."""


def drawing(address: str, name: str) -> Markup:
    """The code as a drawing in a page: dark squares, with the quiet edge that cameras need.

    ``name`` is its id there, so that another place can show the same drawing.
    """
    svg = _code(address).svg_inline(omitsize=True, svgid=name, svgclass=None, lineclass=None)
    return Markup(svg)


def picture(address: str) -> bytes:
    """The code as a PNG file, which word processors and slides take."""
    file = io.BytesIO()
    _code(address).save(file, kind="png", scale=PIXELS)
    return file.getvalue()


@lru_cache(maxsize=1024)
def _code(address: str) -> segno.QRCode:
    # A fold or a stain on paper takes up to 15 % of the squares; “M” forgives that.
    return segno.make(address, micro=False, error="m")
