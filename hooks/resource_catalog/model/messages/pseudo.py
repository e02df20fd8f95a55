"""A language that is none: every message in brackets, and every letter of it with an accent.

A site in it shows at a glance, and to a test, which texts are no messages.
"""

from __future__ import annotations

import re

from resource_catalog.model.messages.language import PLACEHOLDER, Messages

TAG = "en-XA"
"""What CLDR calls English of that kind."""

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)

_KEPT = re.compile(rf"{PLACEHOLDER.pattern}|\]\((?:%\(\w+\)s|[^)])*\)")
"""The places of values, and where links in Markdown lead."""


def accented(text: str) -> str:
    """``Open %(n)s`` → ``⟦Öþéñ %(n)s⟧``: values keep their places."""
    pieces, end = [], 0
    for place in _KEPT.finditer(text):
        pieces += [text[end : place.start()].translate(_LETTERS), place[0]]
        end = place.end()
    return f"⟦{''.join([*pieces, text[end:].translate(_LETTERS)])}⟧"


def pseudo() -> Messages:
    """The messages of this language."""
    return Messages(TAG, convert=accented)
