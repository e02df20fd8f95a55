"""XML text: what a text may look like inside an element and inside an attribute.

The files written with it hold the same few elements again and again; whole
trees of objects for them would take far longer than the files themselves.
"""

from __future__ import annotations

DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"

_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_IN_ATTRIBUTE = (*_IN_TEXT, ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"))


def text(of: str) -> str:
    """A text as it stands between two tags."""
    for sign, name in _IN_TEXT:
        of = of.replace(sign, name)
    return of


def value(of: str) -> str:
    """A text as it stands in an attribute, between double quotes."""
    for sign, name in _IN_ATTRIBUTE:
        of = of.replace(sign, name)
    return of


def line(of: str) -> str:
    """A text on one line, as it stands between two tags."""
    return text(" ".join(of.split()))
