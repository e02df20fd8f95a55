"""Say how far a step is from its day: eight weeks before the day educators begin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, ngettext
from resource_catalog.tools.timeline.milestones import Milestone, Timeline, days


def page_data(timeline: Timeline, catalog: Catalog) -> Mapping[str, Any]:
    """For each step when it is, in words, and the entries and tools that help with it."""
    return {
        "when": {step.id: when(step, timeline) for step in timeline.milestones},
        "helps": {step.id: catalog.items(step.entries) for step in timeline.milestones},
    }


def when(step: Milestone, timeline: Timeline) -> str:
    """When a step is, in words."""
    labels = {anchor.id: anchor.label for anchor in timeline.anchors}
    anchor = labels[step.anchor or timeline.anchors[0].id]
    first, last = _distance(step.starts), _distance(step.ends) if step.ends else ""
    text = _("%(Distance)s: %(day)s", distance=first, day=anchor)
    if last and step.until:
        end = _("%(distance)s: %(day)s", distance=last, day=labels[step.until])
        text = _("%(begin)s, until %(end)s", begin=text, end=end)
    elif last:
        text = _("From %(first)s to %(last)s: %(day)s", first=first, last=last, day=anchor)
    if step.repeats:
        text = _("%(when)s; %(often)s", when=text, often=_often(step.repeats))
    return text


def _distance(offset: str) -> str:
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


def _often(step: str) -> str:
    """Such as every 2 weeks."""
    number = int(step[:-1])
    if step.endswith("w"):
        return ngettext("every week", "every %(num)s weeks", number)
    return ngettext("every day", "every %(num)s days", number)
