"""Tell in which direction a language is written, by its tag."""

from __future__ import annotations

from resource_catalog.model.messages.translate import current

_RIGHT_TO_LEFT = frozenset("ar ckb dv fa he ps sd ug ur yi".split())
_SCRIPTS_RIGHT_TO_LEFT = frozenset("Adlm Arab Hebr Nkoo Rohg Syrc Thaa".split())


def direction(tag: str) -> str:
    """``rtl`` or ``ltr``, as HTML calls it. A script in the tag outweighs what is usual.

    So ``sd`` and ``uz-Arab`` are written from right to left, ``sd-Deva`` and ``uz`` are not.
    """
    language, *parts = tag.split("-")
    scripts = [part for part in parts if len(part) == len("Arab")]
    if scripts:
        is_right_to_left = scripts[0].capitalize() in _SCRIPTS_RIGHT_TO_LEFT
    else:
        is_right_to_left = language.lower() in _RIGHT_TO_LEFT
    return "rtl" if is_right_to_left else "ltr"


def direction_attribute(tag: str) -> str:
    """What the ``html`` element of a page in a language needs: `` dir="rtl"``, or nothing."""
    return ' dir="rtl"' if direction(tag) == "rtl" else ""


def turned(tag: str) -> str:
    """The attribute of a text on a page that is written in the opposite direction, or nothing."""
    way = direction(tag)
    return f' dir="{way}"' if way != direction(current().language) else ""
