"""Comparing: two states of a catalog, and what is different for readers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from resource_catalog.catalog import Catalog
from resource_catalog.change.findings import (
    MOST,
    Altered,
    Card,
    Difference,
    Findings,
    Likely,
    LinkState,
    Named,
    Pages,
    Row,
)
from resource_catalog.exports import redirects
from resource_catalog.likeness import similar_entries
from resource_catalog.model import ACCESS_LABELS, TYPES, Entry
from resource_catalog.pages import all_pages
from resource_catalog.problems import Problem
from resource_catalog.published import is_meant_to_last
from resource_catalog.site import Site

LONGEST = 2000

Render = Callable[[Site], Callable[[Any], str]]
"""Makes, for a site, what turns one of its pages into HTML."""


def compared(before: Site | None, after: Site, render: Render) -> Findings:
    """What a change does. Without a state before, everything there is counts as new."""
    old = before.catalog.entries if before else {}
    new = after.catalog.entries
    added = [entry for name, entry in new.items() if name not in old]
    altered = [
        (old[name], entry) for name, entry in new.items() if name in old and entry != old[name]
    ]
    altered = [(one, other) for one, other in altered if _said(one) != _said(other)]
    removed = [entry for name, entry in old.items() if name not in new]
    touched = [*added, *(entry for _, entry in altered)]
    return Findings(
        new=tuple(_card(entry, after.catalog) for entry in added[:MOST]),
        new_count=len(added),
        altered=tuple(
            Altered(card=_card(entry, after.catalog), differences=_differences(was, entry))
            for was, entry in altered[:MOST]
        ),
        altered_count=len(altered),
        removed=tuple(_removed(entry, after.catalog) for entry in removed[:MOST]),
        packs=tuple(_packs(before.catalog if before else None, after.catalog))[:MOST],
        likely=tuple(_likely(touched, after.catalog))[:MOST],
        stages=tuple(_cut(stage.label) for stage in after.catalog.stages[:MOST]),
        matrix=tuple(_matrix(before.catalog if before else None, after.catalog))[:MOST],
        pages=_pages(before, after, render) if before else Pages(),
        compared=before is not None,
    )


def refused(problems: Sequence[Problem]) -> Findings:
    """What is found in a catalog with problems: these, and nothing else."""
    return Findings(problems=tuple(_cut(str(problem)) for problem in problems[:MOST]))


def link_states(rows: Any) -> tuple[LinkState, ...] | None:
    """The states in the JSON report of the link watch; None where it is not one."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    return tuple(
        LinkState(
            url=_cut(str(row.get("url") or "")),
            verdict=_cut(str(row.get("verdict") or "")),
            reason=_cut(str(row.get("reason") or "")),
            place=_cut(":".join(str(row[k]) for k in ("file", "line") if row.get(k))),
        )
        for row in rows[:MOST]
    )


def _card(entry: Entry, catalog: Catalog) -> Card:
    link = entry.primary_link
    facts = [
        entry.duration or entry.extent,
        ACCESS_LABELS[entry.access] + (f" ({link.format})" if link else ""),
        ", ".join(entry.publishers or entry.authors),
        entry.year,
    ]
    terms = (
        f"{vocabulary.label}: {', '.join(t.label for t in catalog.terms_of(entry, facet))}"
        for facet, vocabulary in catalog.facets.items()
        if facet != TYPES and entry.tags.get(facet)
    )
    return Card(
        id=entry.id,
        title=_cut(entry.title),
        type=_cut(catalog.type_of(entry).label),
        summary=_cut(entry.summary),
        use=_cut(entry.recommended_use or ""),
        facts=tuple(_cut(fact) for fact in facts if fact),
        terms=tuple(map(_cut, terms))[:MOST],
        urls=tuple(_cut(link.url) for link in entry.links[:MOST]),
    )


def _said(entry: Entry) -> dict[str, Any]:
    """Everything an entry says, by key."""
    said = entry.model_dump(mode="json", exclude={"id", "file", "tags"}, exclude_none=True)
    return {**said, **{facet: list(terms) for facet, terms in entry.tags.items()}}


def _differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    was, now = _said(before), _said(after)
    return tuple(
        Difference(key=_cut(key), before=_words(was.get(key)), after=_words(now.get(key)))
        for key in {**was, **now}
        if was.get(key) != now.get(key)
    )[:MOST]


def _words(value: Any) -> str:
    """A value as a person would say it."""
    if not value:
        return ""
    if isinstance(value, list):
        return _cut("; ".join(_words(item) for item in value))
    if isinstance(value, dict):
        return _cut(", ".join(_words(item) for item in value.values() if item))
    return _cut(str(value))


def _removed(entry: Entry, catalog: Catalog) -> Named:
    heirs = [other.id for other in catalog.entries.values() if entry.id in other.aliases]
    about = f"its address leads to {heirs[0]}" if heirs else "its address leads nowhere"
    return Named(id=entry.id, title=_cut(entry.title), about=about)


def _packs(before: Catalog | None, after: Catalog) -> Iterator[Named]:
    """The collections that are not as they were."""
    was = before.collections if before else {}
    for name, pack in {**was, **after.collections}.items():
        if name not in was:
            about = "new"
        elif name not in after.collections:
            about = "taken out"
        elif pack.model_dump(exclude={"file"}) != was[name].model_dump(exclude={"file"}):
            about = "changed"
        else:
            continue
        yield Named(id=name, title=_cut(pack.title), about=about)


def _likely(touched: Iterable[Entry], catalog: Catalog) -> Iterator[Likely]:
    said: set[frozenset[str]] = set()
    for entry in touched:
        kin = {entry.id, entry.part_of, entry.replaced_by, *entry.related}
        others = (o for o in catalog.listed if o.id not in kin and entry.id not in o.related)
        titles = (entry.title, *entry.also_known_as)
        urls = [link.url for link in entry.links if link.role != "landing"]
        for one in similar_entries(titles, urls, others):
            pair = frozenset((entry.id, one.entry.id))
            if pair not in said:
                said.add(pair)
                title = _cut(one.entry.title)
                yield Likely(id=entry.id, other=one.entry.id, title=title, why=one.why)


def _matrix(before: Catalog | None, after: Catalog) -> Iterator[Row]:
    stages = [stage.id for stage in after.stages[:MOST]]
    for phase in after.phases:
        counts = [len(after.cell(phase.id, stage)) for stage in stages]
        was = [len(before.cell(phase.id, stage)) for stage in stages] if before else counts
        yield Row(label=_cut(phase.label), before=tuple(was), after=tuple(counts))


def _pages(before: Site, after: Site, render: Render) -> Pages:
    was, now = (_rendered(site, render(site)) for site in (before, after))
    stubs = {stub.path.removesuffix("index.html") for stub in redirects.files(after)}
    new = [path for path in now if path not in was]
    altered = [path for path, html in now.items() if path in was and was[path] != html]
    lost = [path for path in was if path not in now and path not in stubs]
    gone = [path for path in lost if is_meant_to_last(path)]
    return Pages(
        new=tuple(map(_cut, new[:MOST])),
        altered=tuple(map(_cut, altered[:MOST])),
        gone=tuple(map(_cut, gone[:MOST])),
        new_count=len(new),
        altered_count=len(altered),
    )


def _rendered(site: Site, html: Callable[[Any], str]) -> Mapping[str, str]:
    return {page.path: html(page) for page in all_pages(site)}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
