"""Check for duplicates: terms, titles, URLs, collections and items of lists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.field_types import urls
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.title_matching import spell_out_signs

_SEPARATORS = re.compile(r"[\W_]+")


def duplicate_terms(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The ids of the terms of a vocabulary are unique."""
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        first: dict[str, int] = {}
        for index, term in enumerate(vocabulary.terms):
            other = first.setdefault(term.id, index)
            if other != index:
                yield document.problem(
                    "duplicate-term",
                    ("terms", index, "id"),
                    _(
                        "The term “%(id)s” is also at %(place)s.",
                        id=term.id,
                        place=document.where(("terms", other, "id")),
                    ),
                    _("Keep one of the two."),
                )


def duplicate_titles(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No two entries have the same title, alternative titles included."""
    first: dict[str, tuple[str, YamlPath]] = {}
    for entry in loaded.entries:
        for path, title in _titles(entry):
            here = entry.id, path
            other = first.setdefault(title_key(title), here)
            if other is here or _replaces(loaded, entry, other[0]):
                continue
            other_id, other_path = other
            where = loaded.entry_documents[other_id].where(other_path)
            yield loaded.document_of(entry).problem(
                "duplicate-title",
                path,
                _("%(title)s is also a title at %(where)s.", title=quoted(title), where=where),
                _("Keep one of the two.")
                if other_id == entry.id
                else _("Is it the same resource? Then keep one file."),
            )


def duplicate_urls(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No two links have the same URL, however it is spelled, unless both are marked as shared.

    Landing pages are shared anyway.
    """
    first: dict[str, tuple[str, YamlPath]] = {}
    for entry in loaded.entries:
        for path, url in _addresses(entry):
            here = entry.id, path
            other_id, other_path = other = first.setdefault(urls.same_address_key(url), here)
            if other is here:
                continue
            if other_id == entry.id and other_path[:2] == path[:2]:
                continue  # a former URL of the same link
            if _replaces(loaded, entry, other_id):
                continue
            shared = (
                _is_shared(entry, path),
                _is_shared(loaded.catalog.entries[other_id], other_path),
            )
            if other_id != entry.id and all(shared):
                continue
            where = loaded.entry_documents[other_id].where(other_path)
            hint = _("Keep it in one place.")
            if other_id != entry.id and not shared[0]:
                hint = _(
                    "Keep it in one place. If it is the page of both, write shared: true below it "
                    "in both entries."
                )
            elif other_id != entry.id:
                hint = _("Write shared: true below it there as well.")
            yield loaded.document_of(entry).problem(
                "duplicate-url", path, _("This address is also at %(where)s.", where=where), hint
            )


def duplicate_collections(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No two collections have the same title, and none has an entry twice."""
    first: dict[str, str] = {}
    for collection, document in loaded.each(Collection):
        other = first.setdefault(title_key(collection.title), collection.id)
        if other != collection.id:
            where = loaded.records(Collection).documents[other].where(("title",))
            message = _(
                "%(title)s is also the title at %(where)s.",
                title=quoted(collection.title),
                where=where,
            )
            hint = _("Give each collection a title that shows what it is for.")
            yield document.problem("duplicate-title", ("title",), message, hint)
        ids = tuple(chosen.id for chosen in collection.entries)
        yield from _repeated(document, ("entries",), ids, "id")


def _titles(entry: Entry) -> Iterator[tuple[YamlPath, str]]:
    """The title and the alternative titles of an entry, with their paths."""
    yield ("title",), entry.title
    for index, title in enumerate(entry.also_known_as):
        yield ("also_known_as", index), title


def _addresses(entry: Entry) -> Iterator[tuple[YamlPath, str]]:
    """The URLs of an entry, former ones included, with their paths."""
    for index, link in enumerate(entry.links):
        if link.role != "landing":
            yield ("links", index, "url"), link.url
            for number, old in enumerate(link.formerly):
                yield ("links", index, "formerly", number), old


def _is_shared(entry: Entry, path: YamlPath) -> bool:
    """Whether the link at a path of an entry is marked as shared with other entries."""
    return entry.links[int(path[1])].shared


def repeated_items(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No list has an item twice."""
    for entry in loaded.entries:
        for key in _lists_of(type(entry)):
            items = getattr(entry, key)
            if len(items) > 1 and len(set(items)) < len(items):
                yield from _repeated(loaded.document_of(entry), (key,), items)
    for phase, document, place in loaded.each_phase():
        yield from _repeated(document, (*place, "sequence"), phase.sequence)
        yield from _repeated(document, (*place, "also_useful"), phase.also_useful)
    for stage, document, place in loaded.each_stage():
        for kind, prompts in (("questions", stage.questions), ("tasks", stage.tasks)):
            for index, prompt in enumerate(prompts):
                yield from _repeated(document, (*place, kind, index, "entries"), prompt.entries)


@cache
def _lists_of(record: type[Entry]) -> tuple[str, ...]:
    """The lists of an entry without a check of their own."""
    return tuple(
        key
        for key, declared in declared_fields(record).items()
        if declared.is_list and not declared.record and key not in ("also_known_as", "aliases")
    )


CHECKS = (
    duplicate_terms,
    duplicate_titles,
    duplicate_urls,
    duplicate_collections,
    repeated_items,
)


def title_key(title: str) -> str:
    """A key that is equal for titles that differ only in case, accents, punctuation and spaces.

    Signs that tell names apart count: C, C++ and C# are three titles.
    """
    plain = title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", title).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _SEPARATORS.sub(" ", spell_out_signs(plain)).strip() or title


def _replaces(loaded: LoadedCatalog, entry: Entry, other_id: str) -> bool:
    """Whether one entry replaces the other, as a new edition may keep its title and URL."""
    return entry.replaced_by == other_id or loaded.catalog.entries[other_id].replaced_by == entry.id


def _repeated(
    document: Document, path: YamlPath, items: tuple[str, ...], *inside: str
) -> Iterator[Problem]:
    """Report repeated items of a list; ``inside`` is the path from an item to its text."""
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        other = first.setdefault(item, index)
        if other != index:
            place, hint = (*path, index, *inside), _("Keep one of them.")
            message = _(
                "%(item)s is also at %(place)s.",
                item=quoted(item),
                place=document.where((*path, other, *inside)),
            )
            yield document.problem("duplicate-item", place, message, hint)
