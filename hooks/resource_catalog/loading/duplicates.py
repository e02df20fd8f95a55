"""Find what a catalog may hold once but holds twice; the problem names both places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from resource_catalog.loading.catalog_folder import Loaded
from resource_catalog.loading.yaml.files import Document
from resource_catalog.loading.yaml.reader import YamlPath
from resource_catalog.model import urls
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry

LISTS = tuple(
    key
    for key, declared in declared_fields(Entry).items()
    if declared.is_list and not declared.record and key not in ("also_known_as", "aliases")
)
"""Lists of an entry in which nothing stands twice and no other rule looks."""

_NO_LETTERS = re.compile(r"[\W_]+")


def duplicate_terms(loaded: Loaded) -> Iterator[Problem]:
    """A vocabulary names each term once."""
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        first: dict[str, int] = {}
        for index, term in enumerate(vocabulary.terms):
            other = first.setdefault(term.id, index)
            if other != index:
                yield document.problem(
                    "duplicate-term",
                    ("terms", index, "id"),
                    f"The term “{term.id}” is also at {document.where(('terms', other, 'id'))}.",
                    "Keep one of the two.",
                )


def duplicate_titles(loaded: Loaded) -> Iterator[Problem]:
    """No two entries go by the same title, other titles included."""
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
                f"{quoted(title)} is also a title at {where}.",
                "Keep one of the two."
                if other_id == entry.id
                else "Is it the same resource? Then keep one file.",
            )


def duplicate_urls(loaded: Loaded) -> Iterator[Problem]:
    """Each address stands once, whichever way it is spelled; shared landing pages aside."""
    first: dict[str, tuple[str, YamlPath]] = {}
    for entry in loaded.entries:
        for path, url in _addresses(entry):
            here = entry.id, path
            other_id, other_path = other = first.setdefault(urls.same_address_key(url), here)
            if other is here:
                continue
            if other_id == entry.id and other_path[:2] == path[:2]:
                continue  # an address that the same link had before
            if _replaces(loaded, entry, other_id):
                continue
            where = loaded.entry_documents[other_id].where(other_path)
            yield loaded.document_of(entry).problem(
                "duplicate-url",
                path,
                f"This address is also at {where}.",
                "Keep it in one place; a page shared by several resources has role: landing.",
            )


def duplicate_collections(loaded: Loaded) -> Iterator[Problem]:
    """No two collections have the same title, and none holds an entry twice."""
    first: dict[str, str] = {}
    for collection, document in loaded.each(Collection):
        other = first.setdefault(title_key(collection.title), collection.id)
        if other != collection.id:
            where = loaded.records(Collection).documents[other].where(("title",))
            message = f"{quoted(collection.title)} is also the title at {where}."
            hint = "Give each collection a title that says what it is for."
            yield document.problem("duplicate-title", ("title",), message, hint)
        ids = tuple(chosen.id for chosen in collection.entries)
        yield from _repeated(document, ("entries",), ids, "id")


def _titles(entry: Entry) -> Iterator[tuple[YamlPath, str]]:
    """The titles that an entry goes by."""
    yield ("title",), entry.title
    for index, title in enumerate(entry.also_known_as):
        yield ("also_known_as", index), title


def _addresses(entry: Entry) -> Iterator[tuple[YamlPath, str]]:
    """The addresses of an entry, those included that its links had before."""
    for index, link in enumerate(entry.links):
        if link.role != "landing":
            yield ("links", index, "url"), link.url
            for number, old in enumerate(link.formerly):
                yield ("links", index, "formerly", number), old


def repeated_items(loaded: Loaded) -> Iterator[Problem]:
    """No list names the same thing twice."""
    for entry in loaded.entries:
        for key in LISTS:
            items = getattr(entry, key)
            if len(items) > 1 and len(set(items)) < len(items):
                yield from _repeated(loaded.document_of(entry), (key,), items)
    for phase, document, place in loaded.each_phase():
        yield from _repeated(document, (*place, "sequence"), phase.sequence)
    for stage, document, place in loaded.each_stage():
        for kind, prompts in (("questions", stage.questions), ("tasks", stage.tasks)):
            for index, prompt in enumerate(prompts):
                yield from _repeated(document, (*place, kind, index, "entries"), prompt.entries)


RULES_ACROSS = (
    duplicate_terms,
    duplicate_titles,
    duplicate_urls,
    duplicate_collections,
    repeated_items,
)


def title_key(title: str) -> str:
    """Equal for titles that differ only in case, accents, punctuation and spaces."""
    plain = title.casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", title).casefold()
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_LETTERS.sub(" ", plain).strip() or title


def _replaces(loaded: Loaded, entry: Entry, other_id: str) -> bool:
    """Whether either entry replaces the other: a new edition may keep its title and address."""
    return entry.replaced_by == other_id or loaded.catalog.entries[other_id].replaced_by == entry.id


def _repeated(
    document: Document, path: YamlPath, items: tuple[str, ...], *inside: str
) -> Iterator[Problem]:
    """``inside`` leads from an item of the list to the text that may stand there once."""
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        other = first.setdefault(item, index)
        if other != index:
            place, hint = (*path, index, *inside), "Keep one of them."
            message = f"{quoted(item)} is also at {document.where((*path, other, *inside))}."
            yield document.problem("duplicate-item", place, message, hint)
