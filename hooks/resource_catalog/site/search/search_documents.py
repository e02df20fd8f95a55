"""Collect what the search finds, each document with its path, title and weighted texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import DeclaredField, public_fields
from resource_catalog.model.field_types.languages import language_names
from resource_catalog.model.markdown.parsed_body import parse_body
from resource_catalog.model.messages import _, named
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.situations import Situation
from resource_catalog.model.records.vocabulary import Stage
from resource_catalog.site.foreign_language import foreign_language

DocumentKind = Literal["entry", "question", "task", "collection", "page", "situation"]

_TERM_WEIGHT = 4
"""The weight of the labels of an entry's terms; fields declare theirs."""

_LINK_LABEL_WEIGHT = 1

_TOOL_WEIGHT = 1
"""The weight of what a tool asks and says, which its kind defines."""

_PROSE = ("line", "prose")


@dataclass(frozen=True)
class Prose:
    """A hand-written page: its path below the site's root, its title and its plain text."""

    path: str
    title: str
    text: str


@dataclass(frozen=True)
class SearchDocument:
    """A document of the search index.

    ``texts`` are pairs of a text and its weight (1 to 9), heaviest first.
    """

    kind: DocumentKind
    path: str
    title: str
    texts: tuple[tuple[str, int], ...]
    context: str = ""
    entry: Entry | None = None


def search_documents(catalog: Catalog, prose: Iterable[Prose] = ()) -> list[SearchDocument]:
    """Every document: entries first, in curated order, then questions, tasks, packs and pages."""
    found = [_entry_document(entry, catalog) for entry in catalog.in_curated_order]
    for stage in catalog.stages:
        found += _prompt_documents(stage)
    found += [_collection_document(collection) for collection in catalog.collections.values()]
    found += [_situation_document(situation, catalog) for situation in catalog.situations]
    for page in prose:
        texts = ((page.title, 7), (page.text, 1))
        found.append(SearchDocument("page", page.path, page.title, texts))
    return found


def _entry_document(entry: Entry, catalog: Catalog) -> SearchDocument:
    labels = [term.label for facet in catalog.facets for term in catalog.all_terms_of(entry, facet)]
    texts = [
        (_text(getattr(entry, known.key), known), known.search)
        for known in _searched_fields(type(entry))
    ]
    labels += _language_labels(entry, catalog)
    texts.append((" ".join(labels), _TERM_WEIGHT))
    if names := " ".join(link.label for link in entry.links if link.label):
        texts.append((names, _LINK_LABEL_WEIGHT))
    if entry.tool_kind:
        texts.append((" ".join(_prose_in(catalog.tools[entry.id])), _TOOL_WEIGHT))
    texts.sort(key=lambda pair: -pair[1])
    return SearchDocument(
        kind="entry",
        path=entry.address,
        title=entry.title,
        texts=tuple(texts),
        entry=entry,
    )


def _prose_in(record: Record) -> Iterator[str]:
    """Every text for readers in a record and in the groups of keys below it."""
    for key, declared in public_fields(type(record)).items():
        if declared.record is None and declared.value_type not in _PROSE:
            continue
        held = getattr(record, key)
        for value in held if isinstance(held, tuple) else (held,):
            if isinstance(value, Record):
                yield from _prose_in(value)
            elif value:
                yield str(value)


def _language_labels(entry: Entry, catalog: Catalog) -> tuple[str, ...]:
    """The names of the entry's language, unless it is that of the catalog.

    That of the catalog is no news, and would hide what is about the language itself.
    """
    tag = foreign_language(entry, catalog)
    return language_names(tag, catalog.identity.language) if tag else ()


@cache
def _searched_fields(record: type[Record]) -> tuple[DeclaredField, ...]:
    """The searchable fields."""
    return tuple(known for known in public_fields(record).values() if known.search)


def _text(value: object, declared: DeclaredField | None = None) -> str:
    """The text of a value, including that of nested records and lists."""
    if isinstance(value, str) and declared and declared.value_type == "markdown":
        return parse_body(value).text
    if isinstance(value, Record):
        value = tuple(part for _, part in value)
    if isinstance(value, tuple):
        return " ".join(filter(None, map(_text, value)))
    return str(value or "")


def _collection_document(collection: Collection) -> SearchDocument:
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
        context=_("Pack"),
    )


def _situation_document(situation: Situation, catalog: Catalog) -> SearchDocument:
    titles = " ".join(item.title for item in catalog.items(situation.entry_ids))
    return SearchDocument(
        kind="situation",
        path=situation.address,
        title=situation.question,
        texts=(
            (situation.question, 9),
            (" ".join(situation.also_asked), 8),
            (titles, 3),
            (situation.answer, 2),
        ),
        context=named("home.situations", _("What people ask")),
    )


def _prompt_documents(stage: Stage) -> Iterator[SearchDocument]:
    for kind, prompts in (("question", stage.questions), ("task", stage.tasks)):
        for number, prompt in enumerate(prompts, start=1):
            yield SearchDocument(
                kind="question" if kind == "question" else "task",
                path=f"stages/{stage.id}/#{kind}-{number}",
                title=prompt.text,
                texts=((prompt.text, 6), (stage.label, 2)),
                context=stage.label,
            )
