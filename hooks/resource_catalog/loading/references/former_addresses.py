"""Check what leads on from former addresses: the aliases of records, and ``redirects.yml``."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Set

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.tool import Tool


def aliases(loaded: LoadedCatalog) -> Iterator[Problem]:
    """An alias belongs to one entry or tool and is not a current id; likewise for collections."""
    catalog, tools = loaded.catalog, loaded.records(Tool)
    items = {tool.id: tool.aliases for tool in catalog.tools.values()}
    items |= {entry.id: entry.aliases for entry in loaded.entries}
    documents = {**tools.documents, **loaded.entry_documents}
    yield from _aliases(items, loaded.known_ids, documents, _id_taken_by(tools.files))
    collections = {c.id: c.aliases for c in catalog.collections.values()}
    yield from _aliases(
        collections, collections.keys(), loaded.records(Collection).documents, _id_of_collection
    )


_WhoHasIt = Callable[[str, str], str]
"""The message on an alias that is an id: of the alias, and of the place of the id if it is known.

A file may be broken and have no place.
"""


def _aliases(
    named: Mapping[str, tuple[str, ...]],
    living: Set[str],
    documents: Mapping[str, Document],
    taken: _WhoHasIt,
) -> Iterator[Problem]:
    first: dict[str, tuple[str, YamlPath]] = {}
    for own_id, old_ids in named.items():
        for index, alias in enumerate(old_ids):
            path: YamlPath = ("aliases", index)
            hint = _("An address can lead to only one place; remove it here.")
            if alias in living:
                place = documents[alias].where(("title",)) if alias in named else ""
                message = taken(alias, place)
                yield documents[own_id].problem("alias-taken", path, message, hint)
                continue
            other_id, other_path = first.setdefault(alias, (own_id, path))
            if (other_id, other_path) != (own_id, path):
                where = documents[other_id].where(other_path)
                message = _("“%(alias)s” is also an alias at %(where)s.", alias=alias, where=where)
                yield documents[own_id].problem("alias-taken", path, message, hint)


def _id_taken_by(tools: Container[str]) -> _WhoHasIt:
    def message(alias: str, place: str) -> str:
        match alias in tools, bool(place):
            case False, True:
                return _(
                    "“%(alias)s” is the id of an entry at %(place)s.", alias=alias, place=place
                )
            case False, False:
                return _("“%(alias)s” is the id of an entry.", alias=alias)
            case True, True:
                return _("“%(alias)s” is the id of a tool at %(place)s.", alias=alias, place=place)
        return _("“%(alias)s” is the id of a tool.", alias=alias)

    return message


def _id_of_collection(alias: str, place: str) -> str:
    if not place:
        return _("“%(alias)s” is the id of a collection.", alias=alias)
    return _("“%(alias)s” is the id of a collection at %(place)s.", alias=alias, place=place)


def redirects(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every redirect has its own old address, which is not in use."""
    document, catalog = loaded.redirects_document, loaded.catalog
    if document is None:
        return
    taken = {f"resources/{name}/" for name in catalog.entries.keys() | loaded.broken_ids}
    taken |= {f"resources/{name}/" for e in catalog.entries.values() for name in e.aliases}
    for tool in catalog.tools.values():
        taken |= {f"tools/{name}/" for name in (tool.id, *tool.aliases)} | {"tools/"}
    for collection in catalog.collections.values():
        taken |= {f"collections/{name}/" for name in (collection.id, *collection.aliases)}
    taken |= {f"collections/{name}/" for name in catalog.collections}
    for facet, vocabulary in catalog.facets.items():
        taken |= {f"{facet}/", *(f"{facet}/{term.id}/" for term in vocabulary.terms)}
    first: dict[str, int] = {}
    for index, move in enumerate(catalog.redirects):
        path: YamlPath = ("moved", index, "old")
        other = first.setdefault(move.old, index)
        if move.old == move.new:
            message = _("The address leads to itself.")
            hint = _("Name the page that replaces it.")
            yield document.problem("refers-to-itself", ("moved", index, "new"), message, hint)
        elif move.old in taken:
            message = _("“%(old)s” is the address of a page that is still there.", old=move.old)
            yield document.problem("address-taken", path, message, _("Remove it here."))
        elif other != index:
            message = _(
                "“%(old)s” also moved at %(place)s.",
                old=move.old,
                place=document.where(("moved", other, "old")),
            )
            yield document.problem("address-taken", path, message, _("Keep one of the two."))


CHECKS = (aliases, redirects)
