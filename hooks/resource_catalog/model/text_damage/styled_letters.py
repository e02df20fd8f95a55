"""Find signs that stand for letters, as posts and PDFs have them, and write the letters.

Searches do not find such words, and screen readers spell them out or leave them out.
"""

from __future__ import annotations

import re
import unicodedata

_LIGATURE = "[\ufb00-\ufb06]"
_WIDE = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_LETTERING = re.compile(
    f"{_LIGATURE}"
    "|[\U0001d400-\U0001d7ff]{3,}(?:[ ]+[\U0001d400-\U0001d7ff]+)*"  # letters of formulas
    "|[\u2460-\u24e9]{3,}(?:[ ]+[\u2460-\u24e9]+)*"  # letters in circles
    f"|[{_WIDE}]{{3,}}(?:[ \u3000]+[{_WIDE}]+)*"
)
_SIGNS = re.compile(f"{_LIGATURE[:-1]}\U0001d400-\U0001d7ff\u2460-\u24e9{_WIDE}]")
"""One of these is in each such word; most texts have none."""
_EAST_ASIAN = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""Texts in these scripts may have wide letters. Compiled when one is met, since that is slow."""


def first_lettering(text: str) -> str:
    """The first word in such signs; empty if there is none."""
    if text.isascii() or not _SIGNS.search(text):
        return ""
    found = _LETTERING.search(text)
    return found[0] if found and not _is_usual(found[0], text) else ""


def without_lettering(text: str) -> str:
    """The text with letters for all such signs."""
    return _LETTERING.sub(
        lambda found: (
            found[0] if _is_usual(found[0], text) else unicodedata.normalize("NFKC", found[0])
        ),
        text,
    )


def _is_usual(found: str, text: str) -> bool:
    return "\uff10" <= found[0] <= "\uff5a" and re.search(_EAST_ASIAN, text) is not None
