"""Compare two states of a site and list what changes for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from resource_catalog.contribute.likely_duplicates import likely_duplicates
from resource_catalog.contribute.pull_request.changed_records import (
    added_and_altered,
    changed_records,
    item_changes,
)
from resource_catalog.contribute.pull_request.findings_schema import (
    MAX_ITEMS,
    ChangeFindings,
    EntryCard,
    ItemChanges,
    MatrixRow,
    NamedItem,
    PageChanges,
    PossibleDuplicate,
    truncated,
)
from resource_catalog.contribute.pull_request.translation_changes import translation_changes
from resource_catalog.exports import redirect_pages
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.access import access_label
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.published_url_list import is_permanent_url
from resource_catalog.site.site import Site

MakeRenderer = Callable[[Site], Callable[[Any], str]]
"""Returns, for a site, the function that renders one of its pages as HTML."""


def compare_sites(before: Site | None, after: Site, make_renderer: MakeRenderer) -> ChangeFindings:
    """Compare a site before and after a change. Without ``before``, everything counts as new."""
    was, now = before.catalog if before else None, after.catalog
    entries = item_changes(
        was.entries if was else {}, now.entries, lambda name: _card(now.entries[name], now)
    )
    tools = item_changes(
        was.tools if was else {}, now.tools, lambda name: _card(now.tool_entries[name], now)
    )
    edited = chain.from_iterable(added_and_altered(was.entries if was else {}, now.entries))
    return ChangeFindings(
        **{key: getattr(entries, key) for key in ItemChanges.model_fields},
        tools=tools,
        situations=_first(
            changed_records(
                {each.id: each for each in was.situations} if was else {},
                {each.id: each for each in now.situations},
                lambda situation: situation.question,
            )
        ),
        check=_first(_changed_check(was.self_check if was else SelfCheck(), now.self_check)),
        packs=_first(
            changed_records(
                was.collections if was else {}, now.collections, lambda pack: pack.title
            )
        ),
        likely=tuple(_possible_duplicates([now.entries[name] for name in edited], now))[:MAX_ITEMS],
        stages=tuple(truncated(stage.label) for stage in now.stages[:MAX_ITEMS]),
        matrix=tuple(_matrix_rows(was, now))[:MAX_ITEMS],
        translations=tuple(islice(translation_changes(was, now), MAX_ITEMS)),
        pages=_page_changes(before, after, make_renderer) if before else PageChanges(),
        compared=before is not None,
    )


def _first(items: Iterable[NamedItem]) -> tuple[NamedItem, ...]:
    return tuple(islice(items, MAX_ITEMS))


def _changed_check(was: SelfCheck, now: SelfCheck) -> Iterator[NamedItem]:
    """The questions of ``check.yml`` that differ, after the file itself."""
    empty = {"questions": ()}
    yield from changed_records(
        {"check.yml": was.model_copy(update=empty)} if was != SelfCheck() else {},
        {"check.yml": now.model_copy(update=empty)} if now != SelfCheck() else {},
        lambda check: check.title or "",
    )
    yield from changed_records(
        {each.id: each for each in was.questions},
        {each.id: each for each in now.questions},
        lambda question: question.label or "",
    )


def problem_findings(problems: Sequence[Problem]) -> ChangeFindings:
    """The findings about a catalog with problems: the problems, and nothing else."""
    return ChangeFindings(
        problems=tuple(truncated(str(problem)) for problem in problems[:MAX_ITEMS])
    )


def _card(entry: Entry, catalog: Catalog) -> EntryCard:
    facts = [
        entry.duration or entry.extent,
        _opening(entry),
        ", ".join(entry.publishers or entry.authors),
        entry.year,
    ]
    terms = (
        f"{vocabulary.label}: {', '.join(t.label for t in catalog.terms_of(entry, facet))}"
        for facet, vocabulary in catalog.facets.items()
        if facet != TYPES and entry.tags.get(facet)
    )
    return EntryCard(
        id=entry.id,
        title=truncated(entry.title),
        type=truncated(", ".join(each.label for each in catalog.types_of(entry))),
        summary=truncated(entry.summary or ""),
        use=truncated(entry.recommended_use or ""),
        facts=tuple(truncated(fact) for fact in facts if fact),
        terms=tuple(map(truncated, terms))[:MAX_ITEMS],
        urls=tuple(truncated(link.url) for link in entry.links[:MAX_ITEMS]),
    )


def _opening(entry: Entry) -> str:
    """How readers get it, and in which format; what is not known is left out."""
    label, link = access_label(entry.access), entry.primary_link
    if link is None:
        return label
    return f"{label} ({link.format})" if label else link.format


def _possible_duplicates(edited: Iterable[Entry], catalog: Catalog) -> Iterator[PossibleDuplicate]:
    seen: set[frozenset[str]] = set()
    for entry in edited:
        related_ids = {entry.id, entry.part_of, entry.replaced_by, *entry.related}
        others = (
            o for o in catalog.listed if o.id not in related_ids and entry.id not in o.related
        )
        titles = (entry.title, *entry.also_known_as)
        urls = [link.url for link in entry.links if link.role != "landing"]
        for similar in likely_duplicates(titles, urls, others):
            other = similar.entry
            pair = frozenset((entry.id, other.id))
            if pair not in seen:
                seen.add(pair)
                yield PossibleDuplicate(
                    id=entry.id, other=other.id, title=truncated(other.title), why=similar.why
                )


def _matrix_rows(before: Catalog | None, after: Catalog) -> Iterator[MatrixRow]:
    stages = [stage.id for stage in after.stages[:MAX_ITEMS]]
    for phase in after.phases:
        counts = [len(after.by_term.cell(phase.id, stage)) for stage in stages]
        was = [len(before.by_term.cell(phase.id, stage)) for stage in stages] if before else counts
        yield MatrixRow(label=truncated(phase.label), before=tuple(was), after=tuple(counts))


def _page_changes(before: Site, after: Site, make_renderer: MakeRenderer) -> PageChanges:
    was, now = (_render_pages(site, make_renderer(site)) for site in (before, after))
    redirected = {page.path.removesuffix("index.html") for page in redirect_pages.files(after)}
    new = [path for path in now if path not in was]
    altered = [path for path, html in now.items() if path in was and was[path] != html]
    lost = [path for path in was if path not in now and path not in redirected]
    gone = [path for path in lost if is_permanent_url(path)]
    return PageChanges(
        new=tuple(map(truncated, new[:MAX_ITEMS])),
        altered=tuple(map(truncated, altered[:MAX_ITEMS])),
        gone=tuple(map(truncated, gone[:MAX_ITEMS])),
        new_count=len(new),
        altered_count=len(altered),
    )


def _render_pages(site: Site, render: Callable[[Any], str]) -> Mapping[str, str]:
    return {page.path: render(page) for page in all_pages(site)}
