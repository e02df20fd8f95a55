"""Compare two states of a site and list what changes for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from resource_catalog.contribute.pull_request.findings import (
    MAX_ITEMS,
    ChangedEntry,
    ChangedKey,
    ChangeFindings,
    EntryCard,
    MatrixRow,
    NamedItem,
    PageChanges,
    PossibleDuplicate,
    truncated,
)
from resource_catalog.exports import redirect_pages
from resource_catalog.loading.likely_duplicates import likely_duplicates
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.access import access_label
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.published_urls import is_permanent_url
from resource_catalog.site.site import Site

MakeRenderer = Callable[[Site], Callable[[Any], str]]
"""Returns, for a site, the function that renders one of its pages as HTML."""


def compare_sites(before: Site | None, after: Site, make_renderer: MakeRenderer) -> ChangeFindings:
    """Compare a site before and after a change. Without ``before``, everything counts as new."""
    old = before.catalog.entries if before else {}
    new = after.catalog.entries
    added = [entry for name, entry in new.items() if name not in old]
    altered = [
        (old[name], entry) for name, entry in new.items() if name in old and entry != old[name]
    ]
    altered = [(was, now) for was, now in altered if _entry_data(was) != _entry_data(now)]
    removed = [entry for name, entry in old.items() if name not in new]
    edited = [*added, *(entry for __, entry in altered)]
    return ChangeFindings(
        new=tuple(_card(entry, after.catalog) for entry in added[:MAX_ITEMS]),
        new_count=len(added),
        altered=tuple(
            ChangedEntry(card=_card(entry, after.catalog), differences=_differences(was, entry))
            for was, entry in altered[:MAX_ITEMS]
        ),
        altered_count=len(altered),
        removed=tuple(_removed_entry(entry, after.catalog) for entry in removed[:MAX_ITEMS]),
        packs=tuple(_changed_collections(before.catalog if before else None, after.catalog))[
            :MAX_ITEMS
        ],
        likely=tuple(_possible_duplicates(edited, after.catalog))[:MAX_ITEMS],
        stages=tuple(truncated(stage.label) for stage in after.catalog.stages[:MAX_ITEMS]),
        matrix=tuple(_matrix_rows(before.catalog if before else None, after.catalog))[:MAX_ITEMS],
        pages=_page_changes(before, after, make_renderer) if before else PageChanges(),
        compared=before is not None,
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


def _entry_data(entry: Entry) -> dict[str, Any]:
    """All values of an entry, by key."""
    data = entry.model_dump(mode="json", exclude={"id", "file", "tags"}, exclude_none=True)
    return {**data, **{facet: list(terms) for facet, terms in entry.tags.items()}}


def _differences(before: Entry, after: Entry) -> tuple[ChangedKey, ...]:
    was, now = _entry_data(before), _entry_data(after)
    return tuple(
        ChangedKey(
            key=truncated(key),
            before=_display_value(was.get(key)),
            after=_display_value(now.get(key)),
        )
        for key in {**was, **now}
        if was.get(key) != now.get(key)
    )[:MAX_ITEMS]


def _display_value(value: Any) -> str:
    """A value as text for people."""
    if not value:
        return ""
    if isinstance(value, list):
        return truncated("; ".join(_display_value(item) for item in value))
    if isinstance(value, dict):
        return truncated(", ".join(_display_value(item) for item in value.values() if item))
    return truncated(str(value))


def _removed_entry(entry: Entry, catalog: Catalog) -> NamedItem:
    successors = [other.id for other in catalog.entries.values() if entry.id in other.aliases]
    about = _("its address leads nowhere")
    if successors:
        about = _("its address leads to %(entry)s", entry=successors[0])
    return NamedItem(id=entry.id, title=truncated(entry.title), about=about)


def _changed_collections(before: Catalog | None, after: Catalog) -> Iterator[NamedItem]:
    """The collections that differ."""
    was = before.collections if before else {}
    for name, collection in {**was, **after.collections}.items():
        if name not in was:
            about = _("new")
        elif name not in after.collections:
            about = _("taken out")
        elif collection.model_dump(exclude={"file"}) != was[name].model_dump(exclude={"file"}):
            about = _("changed")
        else:
            continue
        yield NamedItem(id=name, title=truncated(collection.title), about=about)


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
        counts = [len(after.cell(phase.id, stage)) for stage in stages]
        was = [len(before.cell(phase.id, stage)) for stage in stages] if before else counts
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
