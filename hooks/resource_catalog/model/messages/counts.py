"""Say how many there are of something, with the noun in the form that the number asks for."""

from __future__ import annotations

from resource_catalog.model.messages.translate import N_, NN_, _, ngettext

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
