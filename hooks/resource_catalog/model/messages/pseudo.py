"""Languages that are none: every message in brackets, and every letter of it another one.

A site in one of them shows at a glance, and to a test, which texts are no messages; the one in
Arabic letters also shows what does not follow the direction of a page.
"""

from __future__ import annotations

import re
from functools import partial

from resource_catalog.model.messages.language_messages import PLACEHOLDER, Messages

TAG = "en-XA"
"""What CLDR calls English of that kind."""

RIGHT_TO_LEFT_TAG = "ar-XB"
"""What CLDR calls English written from right to left."""

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž"
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
_LETTERS = {
    TAG: str.maketrans(_PLAIN, _ACCENTED),
    RIGHT_TO_LEFT_TAG: str.maketrans(_PLAIN, _ARABIC * 2),
}
TAGS = frozenset(_LETTERS)

_KEPT = re.compile(rf"{PLACEHOLDER.pattern}|\]\((?:%\(\w+\)s|[^)])*\)")
"""The places of values, and where links in Markdown lead."""


def accented(text: str, tag: str = TAG) -> str:
    """``Open %(n)s`` → ``⟦Öþéñ %(n)s⟧``, or in Arabic letters: values keep their places."""
    letters = _LETTERS[tag]
    pieces, end = [], 0
    for place in _KEPT.finditer(text):
        pieces += [text[end : place.start()].translate(letters), place[0]]
        end = place.end()
    return f"⟦{''.join([*pieces, text[end:].translate(letters)])}⟧"


def pseudo(tag: str = TAG) -> Messages:
    """The messages of one of these languages."""
    return Messages(tag, convert=partial(accented, tag=tag))
