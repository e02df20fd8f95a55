"""Documents: everything that can be found, each as an address, a title and weighted texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from resource_catalog.catalog import Catalog
from resource_catalog.model import Collection, Entry, Stage

Kind = Literal["entry", "question", "task", "collection", "page"]


@dataclass(frozen=True)
class Prose:
    """A hand-written page: its address below the site's root, its title and its plain text."""

    path: str
    title: str
    text: str


@dataclass(frozen=True)
class SearchDocument:
    """Something to find. ``texts`` are pairs of a text and how much its words weigh (1 to 9)."""

    kind: Kind
    path: str
    title: str
    texts: tuple[tuple[str, int], ...]
    context: str = ""
    entry: Entry | None = None


def search_documents(catalog: Catalog, prose: Iterable[Prose] = ()) -> list[SearchDocument]:
    """Every document: entries first, in curated order, then questions, tasks, packs and pages."""
    found = [_of_entry(entry, catalog) for entry in catalog.in_curated_order]
    for stage in catalog.stages:
        found += _of_prompts(stage)
    found += [_of_collection(collection) for collection in catalog.collections.values()]
    for page in prose:
        texts = ((page.title, 7), (page.text, 1))
        found.append(SearchDocument("page", page.path, page.title, texts))
    return found


def _of_entry(entry: Entry, catalog: Catalog) -> SearchDocument:
    labels = [term.label for facet in catalog.facets for term in catalog.terms_of(entry, facet)]
    return SearchDocument(
        kind="entry",
        path=f"resources/{entry.id}/",
        title=entry.title,
        texts=(
            (entry.title, 9),
            (" ".join(entry.also_known_as), 7),
            (" ".join(labels), 4),
            (" ".join((*entry.authors, *entry.publishers, *entry.contributors)), 4),
            (entry.summary, 2),
            (entry.recommended_use or "", 1),
        ),
        entry=entry,
    )


def _of_collection(collection: Collection) -> SearchDocument:
    notes = " ".join(chosen.note or "" for chosen in collection.entries)
    return SearchDocument(
        kind="collection",
        path=f"collections/{collection.id}/",
        title=collection.title,
        texts=(
            (collection.title, 7),
            (collection.audience or "", 4),
            (collection.purpose, 2),
            (notes, 1),
        ),
        context="Pack",
    )


def _of_prompts(stage: Stage) -> Iterator[SearchDocument]:
    for kind, prompts in (("question", stage.questions), ("task", stage.tasks)):
        for number, prompt in enumerate(prompts, start=1):
            yield SearchDocument(
                kind="question" if kind == "question" else "task",
                path=f"stages/{stage.id}/#{kind}-{number}",
                title=prompt.text,
                texts=((prompt.text, 6), (stage.label, 2)),
                context=stage.label,
            )
