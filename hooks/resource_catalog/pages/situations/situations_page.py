"""Build the page of what people ask, each with a short answer and where to start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.model.messages import _, named
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.situations import PATH, Situation
from resource_catalog.model.records.vocabulary import Phase
from resource_catalog.pages.page import Page, meta_description
from resource_catalog.site.availability.use_instead import Instead, use_instead
from resource_catalog.site.site import Site


@dataclass(frozen=True)
class AnsweredSituation:
    """A situation with its entries. ``instead`` is what to use where its start does not open."""

    situation: Situation
    start: Entry | None
    instead: Instead | None
    then: tuple[Entry, ...]


def pages(site: Site) -> Iterator[Page]:
    """One page, if the catalog has any situations."""
    catalog = site.catalog
    if not catalog.situations:
        return
    groups = [(phase, _answered(catalog.situations_in(phase.id), site)) for phase in catalog.phases]
    others = _answered([s for s in catalog.situations if s.phase is None], site)
    questions = " ".join(situation.question for situation in catalog.situations)
    yield Page(
        path=PATH,
        title=named("home.situations", _("What people ask")),
        description=meta_description(questions),
        template="situations.html",
        data={"groups": _not_empty([*groups, (None, others)])},
    )


def _not_empty(
    groups: Sequence[tuple[Phase | None, list[AnsweredSituation]]],
) -> list[tuple[Phase | None, list[AnsweredSituation]]]:
    return [(phase, answered) for phase, answered in groups if answered]


def _answered(situations: Sequence[Situation], site: Site) -> list[AnsweredSituation]:
    catalog = site.catalog
    found = []
    for situation in situations:
        start = catalog.item(situation.start or "")
        found.append(
            AnsweredSituation(
                situation,
                start,
                use_instead(start, site) if start else None,
                catalog.items(situation.then),
            )
        )
    return found
