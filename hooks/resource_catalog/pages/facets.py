"""Build the pages of facets: of phases, stages, the cells of their matrix and all other terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.exports import feeds
from resource_catalog.model.messages import _, count, listed
from resource_catalog.model.messages.html_texts import joined
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Phase, Stage, Term, Vocabulary
from resource_catalog.pages.page import Page, meta_description, paginated
from resource_catalog.pages.parts.share_panel import with_share_panel
from resource_catalog.site.availability.open_counts import opening_first
from resource_catalog.site.availability.use_instead import stand_in
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """The pages of each facet, of each of its terms, and of each cell of the matrix."""
    catalog = site.catalog
    if PHASES in catalog.facets:
        yield facet_page(catalog.facets[PHASES], "phases.html")
    for index, phase in enumerate(catalog.phases):
        yield from phase_pages(index, site)
        for stage in catalog.stages:
            yield from cell_pages(phase, stage, site)
    if STAGES in catalog.facets:
        yield facet_page(catalog.facets[STAGES], "stages.html")
    for index in range(len(catalog.stages)):
        yield from stage_pages(index, site)
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES):
            yield facet_page(vocabulary)
            for term in vocabulary.terms:
                yield from term_pages(vocabulary, term, site)


def facet_page(vocabulary: Vocabulary[Term], template: str = "facet.html") -> Page:
    """The page that lists the terms of a facet."""
    labels = listed(term.label for term in vocabulary.terms)
    return Page(
        path=f"{vocabulary.id}/",
        title=vocabulary.label,
        description=meta_description(vocabulary.description or labels),
        template=template,
        data={"vocabulary": vocabulary},
        source=vocabulary.file,
    )


def phase_pages(index: int, site: Site) -> Iterator[Page]:
    """The pages of one phase: its question and its entries in curated order."""
    phases = site.catalog.phases
    phase = phases[index]
    page = Page(
        path=f"phases/{phase.id}/",
        feed=feeds.stem(PHASES, phase.id),
        title=phase.label,
        description=meta_description(phase.question or phase.description or phase.label),
        template="phase.html",
        depends_only_on_data=True,
        data={
            "phase": phase,
            "number": index + 1,
            "stand_ins": _stand_ins(site.catalog.by_term.tagged(PHASES, phase.id), site),
            "situations": site.catalog.situations_in(phase.id),
            "also_useful": site.catalog.also_useful(phase),
            "tools": site.catalog.by_term.tools_at(PHASES, phase.id),
            **_neighbors(phases, index, is_cycle=site.catalog.is_cycle),
        },
        source=site.catalog.facets[PHASES].file,
    )
    entries = site.catalog.by_term.tagged(PHASES, phase.id)
    return paginated(with_share_panel(page, phase.question, entries, site), entries, site)


def cell_pages(phase: Phase, stage: Stage, site: Site) -> Iterator[Page]:
    """The pages of one cell of the matrix: a phase at a stage, even if it has no entries."""
    entries = site.catalog.by_term.cell(phase.id, stage.id)
    page = Page(
        path=f"phases/{phase.id}/{stage.id}/",
        title=joined((phase.label, stage.label), ", ".join),
        description=_(
            "%(resources)s for %(phase)s, %(stage)s.",
            resources=count(len(entries), "resource"),
            phase=phase.label,
            stage=stage.label,
        ),
        template="cell.html",
        depends_only_on_data=True,
        data={
            "phase": phase,
            "stage": stage,
            "tools": site.catalog.by_term.tools_at(PHASES, phase.id, STAGES, stage.id),
            "stand_ins": _stand_ins(entries, site),
        },
    )
    return paginated(with_share_panel(page, phase.question, entries, site), entries, site)


def _stand_ins(entries: Sequence[Entry], site: Site) -> tuple[Entry | None, ...]:
    """What the lines of entries that do not open name, so that the page depends on it."""
    return tuple(stand_in(entry, site) for entry in entries if entry.id not in site.opening)


def stage_pages(index: int, site: Site) -> Iterator[Page]:
    """The pages of one stage: goal, questions, tasks and entries."""
    stages = site.catalog.stages
    stage = stages[index]
    page = Page(
        path=f"stages/{stage.id}/",
        feed=feeds.stem(STAGES, stage.id),
        title=stage.label,
        description=meta_description(stage.goal or stage.description or stage.label),
        template="stage.html",
        depends_only_on_data=True,
        data={
            "stage": stage,
            "number": index + 1,
            "tools": site.catalog.by_term.tools_at(STAGES, stage.id),
            **_neighbors(stages, index),
            "prompt_entries": {
                item.id: item
                for prompt in (*stage.questions, *stage.tasks)
                for item in site.catalog.items(prompt.entries)
            },
        },
        source=site.catalog.facets[STAGES].file,
    )
    entries = opening_first(site.catalog.by_term.tagged(STAGES, stage.id), site)
    return paginated(with_share_panel(page, stage.goal, entries, site), entries, site)


def _neighbors(
    terms: Sequence[Term], index: int, *, is_cycle: bool = False
) -> dict[str, Term | None]:
    """The terms before and after one, as far as there are any."""
    last = len(terms) - 1
    return {
        "previous": terms[index - 1] if index or is_cycle else None,
        "next": terms[(index + 1) % len(terms)] if index < last or is_cycle else None,
    }


def term_pages(vocabulary: Vocabulary[Term], term: Term, site: Site) -> Iterator[Page]:
    """The pages of one term: its entries."""
    entries = opening_first(site.catalog.by_term.tagged(vocabulary.id, term.id), site)
    number = count(len(entries), "resource")
    page = Page(
        path=f"{vocabulary.id}/{term.id}/",
        feed=feeds.stem(vocabulary.id, term.id) if vocabulary.id in feeds.FACETS else None,
        title=term.heading,
        description=meta_description(term.description or f"{number}: {term.heading}."),
        template="term.html",
        depends_only_on_data=True,
        data={
            "vocabulary": vocabulary,
            "term": term,
            "tools": site.catalog.by_term.tools_at(vocabulary.id, term.id),
            "above": vocabulary.above(term.id),
            "below": [
                other
                for other in vocabulary.narrower.get(term.id, ())
                if site.catalog.by_term.tagged(vocabulary.id, other.id)
            ],
        },
        source=vocabulary.file,
    )
    return paginated(with_share_panel(page, term.description, entries, site), entries, site)
