"""Pages: all that the site shows of a catalog, as addresses with title, template and data.

A :class:`Page` is all that the site builder sees. Each kind of page is one
function here and one template in ``overrides/catalog/``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from resource_catalog import problems, structured_data
from resource_catalog.catalog import Catalog
from resource_catalog.lists import LIST_LENGTH, in_parts
from resource_catalog.model import PHASES, STAGES, Entry, Phase, Stage, Term, Vocabulary
from resource_catalog.structured_data import Address

NEWEST = 6
"""How many entries the home page shows as new."""

BROWSE_LENGTH = 24
"""The same for the list of everything, which is there to be narrowed."""

DESCRIPTION_LENGTH = 160
"""Search engines cut a description at about this many characters."""


@dataclass(frozen=True)
class Page:
    """One page: ``path`` is its address below the site's root, ending in a slash.

    ``template`` is a file in ``overrides/catalog/``; it is given ``data`` and
    the catalog. ``source`` is the file to edit when the page is wrong.
    ``updated`` is a day that a person wrote down, never one a program found.
    """

    path: str
    title: str
    description: str
    template: str
    data: Mapping[str, Any] = field(default_factory=dict)
    source: str | None = None
    structured_data: Mapping[str, Any] | None = None
    updated: datetime.date | None = None


def all_pages(catalog: Catalog, address: Address) -> Iterator[Page]:
    """Every page of a catalog. ``address`` makes a path absolute."""
    yield home(catalog, address)
    yield from browse(catalog, address)
    yield facet_page(catalog.facets[PHASES], "phases.html")
    for index in range(len(catalog.phases)):
        yield from phase_pages(catalog, index, address)
        for stage in catalog.stages:
            yield from cell_pages(catalog, catalog.phases[index], stage, address)
    yield facet_page(catalog.facets[STAGES], "stages.html")
    for index in range(len(catalog.stages)):
        yield from stage_pages(catalog, index, address)
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES):
            yield facet_page(vocabulary)
            for term in vocabulary.terms:
                yield from term_pages(catalog, vocabulary, term, address)
    for entry in catalog.entries.values():
        yield resource_page(catalog, entry, address)
    yield data_page(catalog)
    yield problems_page()


def home(catalog: Catalog, address: Address) -> Page:
    """The way in: the cycle, the stages, the matrix and what is new."""
    identity = catalog.identity
    return Page(
        path="",
        title=identity.title,
        description=summary_line(identity.description or identity.tagline or identity.title),
        template="home.html",
        data={"newest": catalog.newest[:NEWEST]},
        structured_data=structured_data.website(identity, address),
    )


def browse(catalog: Catalog, address: Address) -> Iterator[Page]:
    """Every entry, in the order of the cycle."""
    number = count(len(catalog.listed), "resource")
    page = Page(
        path="browse/",
        title="Browse everything",
        description=f"{number}, in the order of the phases, then by title.",
        template="browse.html",
    )
    return _listing(page, catalog.in_curated_order, address, BROWSE_LENGTH)


def facet_page(vocabulary: Vocabulary[Term], template: str = "facet.html") -> Page:
    """The terms of a facet; phases and stages have templates of their own."""
    labels = ", ".join(term.label for term in vocabulary.terms)
    return Page(
        path=f"{vocabulary.id}/",
        title=vocabulary.label,
        description=summary_line(vocabulary.description or labels),
        template=template,
        data={"vocabulary": vocabulary},
        source=vocabulary.file,
    )


def phase_pages(catalog: Catalog, index: int, address: Address) -> Iterator[Page]:
    """One phase: its question and its entries in curated order."""
    phases = catalog.phases
    phase = phases[index]
    page = Page(
        path=f"phases/{phase.id}/",
        title=phase.label,
        description=summary_line(phase.question or phase.description or phase.label),
        template="phase.html",
        data={
            "phase": phase,
            "number": index + 1,
            "previous": phases[index - 1],
            "next": phases[(index + 1) % len(phases)],
        },
        source=catalog.facets[PHASES].file,
    )
    return _listing(page, catalog.tagged(PHASES, phase.id), address)


def cell_pages(catalog: Catalog, phase: Phase, stage: Stage, address: Address) -> Iterator[Page]:
    """One cell of the matrix: a phase at a stage, also when nothing is there yet."""
    entries = catalog.cell(phase.id, stage.id)
    page = Page(
        path=f"phases/{phase.id}/{stage.id}/",
        title=f"{phase.label}, {stage.label}",
        description=f"{count(len(entries), 'resource')} for {phase.label}, {stage.label}.",
        template="cell.html",
        data={"phase": phase, "stage": stage},
    )
    return _listing(page, entries, address)


def stage_pages(catalog: Catalog, index: int, address: Address) -> Iterator[Page]:
    """One stage: goal, questions, tasks and entries."""
    stages = catalog.stages
    stage = stages[index]
    page = Page(
        path=f"stages/{stage.id}/",
        title=stage.label,
        description=summary_line(stage.goal or stage.description or stage.label),
        template="stage.html",
        data={
            "stage": stage,
            "number": index + 1,
            "previous": stages[index - 1] if index else None,
            "next": stages[index + 1] if index + 1 < len(stages) else None,
        },
        source=catalog.facets[STAGES].file,
    )
    return _listing(page, catalog.tagged(STAGES, stage.id), address)


def term_pages(
    catalog: Catalog, vocabulary: Vocabulary[Term], term: Term, address: Address
) -> Iterator[Page]:
    """Everything with one term."""
    entries = catalog.tagged(vocabulary.id, term.id)
    number = count(len(entries), "resource")
    page = Page(
        path=f"{vocabulary.id}/{term.id}/",
        title=term.heading,
        description=summary_line(term.description or f"{number}: {term.heading}."),
        template="term.html",
        data={"vocabulary": vocabulary, "term": term},
        source=vocabulary.file,
    )
    return _listing(page, entries, address)


def _listing(
    page: Page, entries: Sequence[Entry], address: Address, size: int = LIST_LENGTH
) -> Iterator[Page]:
    """A page that lists entries, as often as it takes to list them all."""
    for part in in_parts(entries, page.path, size):
        title = page.title if part.number == 1 else f"{page.title}, page {part.number}"
        yield replace(
            page,
            path=part.path(part.number),
            title=title,
            data={**page.data, "entries": entries, "part": part},
            structured_data=structured_data.item_list(title, page.description, part, address),
        )


def resource_page(catalog: Catalog, entry: Entry, address: Address) -> Page:
    """Everything known about one entry."""
    related = {entry_id: catalog.entries[entry_id] for entry_id in entry.related}
    related.update((other.id, other) for other in catalog.related_from.get(entry.id, ()))
    return Page(
        path=f"resources/{entry.id}/",
        title=entry.title,
        description=summary_line(entry.summary),
        template="resource.html",
        data={
            "entry": entry,
            "related": tuple(related.values()),
            "parts": catalog.parts.get(entry.id, ()),
            "part_of": catalog.entries.get(entry.part_of or ""),
            "replaced_by": catalog.entries.get(entry.replaced_by or ""),
            "replaces": catalog.replaces.get(entry.id, ()),
            "mentions": catalog.mentions.get(entry.id, ()),
        },
        source=entry.file,
        updated=entry.reviewed.on if entry.reviewed else entry.added,
        structured_data=structured_data.learning_resource(entry, catalog, address),
    )


def data_page(catalog: Catalog) -> Page:
    """What programs can read."""
    return Page(
        path="data/",
        title="Data",
        description=f"The whole of {catalog.identity.title} as data that programs can read.",
        template="data.html",
    )


def problems_page() -> Page:
    """The list of problem codes."""
    return Page(
        path="contribute/problems/",
        title="What the check can say",
        description="Every problem the check of a catalog can find, by its code.",
        template="problems.html",
        data={"rules": problems.RULES},
    )


def not_found() -> Page:
    """What a reader sees at an address that leads nowhere."""
    return Page(
        path="404.html",
        title="Page not found",
        description="There is no page at this address.",
        template="not-found.html",
    )


def summary_line(text: str) -> str:
    """``text`` on one line, cut at a word where it is longer than a search engine shows."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    return line[: DESCRIPTION_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def count(number: int, one: str, many: str | None = None) -> str:
    """``1 resource``, ``4 resources``, ``No resources``."""
    word = one if number == 1 else (many or f"{one}s")
    return f"{number or 'No'} {word}"
