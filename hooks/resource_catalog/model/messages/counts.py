"""Write numbers, and how many there are of something, in the form that the number asks for."""

from __future__ import annotations

from functools import lru_cache

from resource_catalog.model.messages.language_messages import fill
from resource_catalog.model.messages.translate import N_, NN_, _, current

_COUNTED = {
    "resource": (N_("No resources"), NN_("%(num)s resource", "%(num)s resources")),
    "pack": (N_("No packs"), NN_("%(num)s pack", "%(num)s packs")),
    "link": (N_("No links"), NN_("%(num)s link", "%(num)s links")),
    "week": (N_("No weeks"), NN_("%(num)s week", "%(num)s weeks")),
    "month": (N_("No months"), NN_("%(num)s month", "%(num)s months")),
    "empty place": (N_("No empty places"), NN_("%(num)s empty place", "%(num)s empty places")),
    "fact": (N_("No facts"), NN_("%(num)s fact", "%(num)s facts")),
    "row": (N_("No rows"), NN_("%(num)s row", "%(num)s rows")),
    "file": (N_("No files"), NN_("%(num)s file", "%(num)s files")),
    "problem": (N_("No problems"), NN_("%(num)s problem", "%(num)s problems")),
}


def count(number: int, noun: str) -> str:
    """``1 resource``, ``4 resources``, ``No resources``."""
    none, (one, many) = _COUNTED[noun]
    return ngettext(one, many, number) if number else _(none)


def ngettext(one: str, many: str, num: int, **values: object) -> str:
    """The message for a number, which is the value of ``%(num)s`` in it."""
    return fill(current().plural(one, many, num), {"num": number(num), **values})


def number(value: int) -> str:
    """A number with its thousands set apart."""
    messages = current()
    if messages.is_english or messages.convert:
        return f"{value:,}"
    return _local_number(value, messages.language)


@lru_cache(maxsize=10_000)
def _local_number(value: int, language: str) -> str:
    """The same in a language other than English; Babel takes long for one."""
    from babel.numbers import format_decimal  # slow to import, and English needs none

    from resource_catalog.model.messages.locales import locale_of

    return str(format_decimal(value, locale=locale_of(language)))
