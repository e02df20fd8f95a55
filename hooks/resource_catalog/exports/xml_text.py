"""Escape texts for elements and attributes of XML.

The exports write XML as text, since building trees of elements is much slower.
"""

from __future__ import annotations

XML_DECLARATION = "<?xml version='1.0' encoding='utf-8'?>\n"

_IN_TEXT = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
_IN_ATTRIBUTE = (*_IN_TEXT, ('"', "&quot;"), ("\r", "&#13;"), ("\n", "&#10;"), ("\t", "&#09;"))


def escape_text(text: str) -> str:
    """Escape a text for the content of an element."""
    for character, entity in _IN_TEXT:
        text = text.replace(character, entity)
    return text


def escape_attribute(text: str) -> str:
    """Escape a text for an attribute in double quotes."""
    for character, entity in _IN_ATTRIBUTE:
        text = text.replace(character, entity)
    return text


def escape_line(text: str) -> str:
    """Escape a text for the content of an element, on one line."""
    return escape_text(" ".join(text.split()))
