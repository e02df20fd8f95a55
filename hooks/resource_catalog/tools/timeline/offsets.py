"""Read offsets such as -8w, and intervals such as 2w, and say them in words."""

from __future__ import annotations

from resource_catalog.model.messages import _, ngettext

OFFSET = r"^[+-]?[0-9]{1,3}[dw]$"
"""How far a step is from its day."""

INTERVAL = r"^[1-9][0-9]?[dw]$"
"""How often a step comes again."""


def days(offset: str) -> int:
    """How many days an offset such as -8w stands for."""
    return int(offset[:-1]) * (7 if offset.endswith("w") else 1)


def distance(offset: str) -> str:
    """Such as 8 weeks before, the same day, or 3 days after."""
    number = abs(int(offset[:-1]))
    if days(offset) == 0:
        return _("the same day")
    if offset.endswith("w"):
        if days(offset) < 0:
            return ngettext("%(num)s week before", "%(num)s weeks before", number)
        return ngettext("%(num)s week after", "%(num)s weeks after", number)
    if days(offset) < 0:
        return ngettext("%(num)s day before", "%(num)s days before", number)
    return ngettext("%(num)s day after", "%(num)s days after", number)


def interval(step: str) -> str:
    """Such as every 2 weeks."""
    number = int(step[:-1])
    if step.endswith("w"):
        return ngettext("every week", "every %(num)s weeks", number)
    return ngettext("every day", "every %(num)s days", number)
