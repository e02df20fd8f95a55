"""Estimate how wide a text is in fonts that nobody knows before it is shown."""

from __future__ import annotations

_WIDTHS = {"narrow": 0.36, "wide": 0.92, "capital": 0.72, "other": 0.6, "ideograph": 1.0}
"""Widths of characters in most sans-serif fonts, as a part of the font size; rather too wide."""


def width(text: str) -> float:
    """The width of a text, as a part of the font size."""
    return sum(_WIDTHS[_kind(character)] for character in text)


def is_ideograph(character: str) -> bool:
    """Whether a character is as wide as high, and a line may break before and after it."""
    return ord(character) > 0x2E7F


def _kind(character: str) -> str:
    if character in "iljtfrI.,:;'’()[]|! ":
        return "narrow"
    if character in "mwMW@%—…":
        return "wide"
    if is_ideograph(character):
        return "ideograph"
    return "capital" if character.isupper() or character.isdigit() else "other"
