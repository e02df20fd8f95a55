"""Check the references between records: ids, sequences, aliases, redirects and loops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from resource_catalog.loading.catalog_folder import LoadedCatalog
from resource_catalog.loading.yaml.parser import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES


def references(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every id in an entry, a phase, a stage or a collection is that of an entry."""
    known = loaded.catalog.entries.keys() | loaded.broken_ids
    names = NameIndex({name: name for name in known})
    renamed = {alias: e.id for e in loaded.catalog.entries.values() for alias in e.aliases}

    def missing(document: Document, path: YamlPath, named: str) -> Iterator[Problem]:
        if named not in known:
            replacement, closest = names.certain(named), names.closest(named)
            hint = _("Did you mean “%(match)s”?", match=closest) if closest else ""
            hint = hint or _("An id is the name of a file in “entries”.")
            if named in renamed:
                replacement = renamed[named]
                hint = _("It is now called “%(replacement)s”.", replacement=replacement)
            message = _("There is no entry “%(named)s”.", named=named)
            yield document.problem("unknown-entry", path, message, hint, replacement=replacement)

    for entry in loaded.entries:
        for path, named in _references_of(entry):
            if named == entry.id:
                message = _("The entry names itself here.")
                document = loaded.document_of(entry)
                yield document.problem("refers-to-itself", path, message, _("Name another one."))
            elif named not in known:
                yield from missing(loaded.document_of(entry), path, named)
    for stage, document, path in loaded.each_stage():
        for kind, prompts in (("questions", stage.questions), ("tasks", stage.tasks)):
            for index, prompt in enumerate(prompts):
                for i, named in enumerate(prompt.entries):
                    yield from missing(document, (*path, kind, index, "entries", i), named)
    for phase, document, path in loaded.each_phase():
        for i, named in enumerate(phase.sequence):
            yield from missing(document, (*path, "sequence", i), named)
        for i, named in enumerate(phase.also_useful):
            yield from missing(document, (*path, "also_useful", i), named)
    for collection, document in loaded.each(Collection):
        for i, chosen in enumerate(collection.entries):
            yield from missing(document, ("entries", i, "id"), chosen.id)


def sequences(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The sequence of a phase has only entries that are tagged with the phase."""
    for phase, document, path in loaded.each_phase():
        for index, named in enumerate(phase.sequence):
            entry = loaded.catalog.entries.get(named)
            if entry is None or named in loaded.doubtful_ids:
                continue
            if phase.id not in entry.tags.get(PHASES, ()):
                yield document.problem(
                    "sequence-untagged",
                    (*path, "sequence", index),
                    _(
                        "“%(named)s” stands in “%(id)s” but %(file)s does not have that phase.",
                        named=named,
                        id=phase.id,
                        file=entry.file,
                    ),
                    _("Add %(id)s to its phases, or take it out here.", id=phase.id),
                )


def also_useful(loaded: LoadedCatalog) -> Iterator[Problem]:
    """What is also useful in a phase is not part of the phase already."""
    for phase, document, path in loaded.each_phase():
        for index, named in enumerate(phase.also_useful):
            entry = loaded.catalog.entries.get(named)
            if entry is not None and phase.id in entry.tags.get(PHASES, ()):
                yield document.problem(
                    "duplicate-item",
                    (*path, "also_useful", index),
                    _(
                        "“%(named)s” is in “%(id)s” already: %(file)s has that phase.",
                        named=named,
                        id=phase.id,
                        file=entry.file,
                    ),
                    _("Take it out here."),
                )


def retired_in_collections(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Collections have no retired entries."""
    entries = loaded.catalog.entries
    for collection, document in loaded.each(Collection):
        for index, chosen in enumerate(collection.entries):
            entry = entries.get(chosen.id)
            if entry is None or entry.is_listed:
                continue
            newer = entry.replaced_by
            yield document.problem(
                "retired-entry",
                ("entries", index, "id"),
                _("“%(id)s” is retired: %(file)s says so.", id=chosen.id, file=entry.file),
                _("Use “%(newer)s” instead.", newer=newer)
                if newer
                else _("Take it out, or choose another one."),
            )


def reference_loops(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Neither ``replaced_by`` nor ``part_of`` forms a loop."""
    entries = loaded.catalog.entries
    for key in ("replaced_by", "part_of"):
        for entry in entries.values():
            step = getattr(entry, key)
            if step is None:
                continue
            way = {entry.id: entry}
            while step in entries and step not in way:
                way[step] = entries[step]
                step = getattr(entries[step], key)
            if step == entry.id and len(way) > 1:
                yield loaded.document_of(entry).problem(
                    "reference-loop",
                    (key,),
                    _(
                        "“%(key)s” goes in a circle: %(entries)s.",
                        key=key,
                        entries=" → ".join([*way, entry.id]),
                    ),
                    _("Take one of these out."),
                )


def aliases(loaded: LoadedCatalog) -> Iterator[Problem]:
    """An alias belongs to one entry and is not a current id; likewise for collections."""
    catalog = loaded.catalog
    entries = {entry.id: entry.aliases for entry in loaded.entries}
    living = catalog.entries.keys() | loaded.broken_ids
    yield from _aliases(entries, living, loaded.entry_documents, is_entry=True)
    collections = {c.id: c.aliases for c in catalog.collections.values()}
    yield from _aliases(
        collections, collections.keys(), loaded.records(Collection).documents, is_entry=False
    )


def _aliases(
    named: Mapping[str, tuple[str, ...]],
    living: Set[str],
    documents: Mapping[str, Document],
    is_entry: bool,
) -> Iterator[Problem]:
    first: dict[str, tuple[str, YamlPath]] = {}
    for own_id, old_ids in named.items():
        for index, alias in enumerate(old_ids):
            path: YamlPath = ("aliases", index)
            hint = _("An address can lead to one place only; take it out here.")
            if alias in living:
                place = documents[alias].where(("title",)) if alias in named else ""
                message = _id_taken(alias, place, is_entry)
                yield documents[own_id].problem("alias-taken", path, message, hint)
                continue
            other_id, other_path = first.setdefault(alias, (own_id, path))
            if (other_id, other_path) != (own_id, path):
                where = documents[other_id].where(other_path)
                message = _("“%(alias)s” is also an alias at %(where)s.", alias=alias, where=where)
                yield documents[own_id].problem("alias-taken", path, message, hint)


def _id_taken(alias: str, place: str, is_entry: bool) -> str:
    """The message on an alias that is an id, whose file may be broken and have no place."""
    match is_entry, bool(place):
        case True, True:
            return _("“%(alias)s” is the id of an entry at %(place)s.", alias=alias, place=place)
        case True, False:
            return _("“%(alias)s” is the id of an entry.", alias=alias)
        case False, True:
            return _(
                "“%(alias)s” is the id of a collection at %(place)s.", alias=alias, place=place
            )
    return _("“%(alias)s” is the id of a collection.", alias=alias)


def redirects(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every redirect has its own old address, which is not in use."""
    document, catalog = loaded.redirects_document, loaded.catalog
    if document is None:
        return
    taken = {f"resources/{name}/" for name in catalog.entries.keys() | loaded.broken_ids}
    taken |= {f"resources/{name}/" for e in catalog.entries.values() for name in e.aliases}
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
            hint = _("Name the page that has taken its place.")
            yield document.problem("refers-to-itself", ("moved", index, "new"), message, hint)
        elif move.old in taken:
            message = _("“%(old)s” is the address of something that is still there.", old=move.old)
            yield document.problem("address-taken", path, message, _("Take it out here."))
        elif other != index:
            message = _(
                "“%(old)s” also moved at %(place)s.",
                old=move.old,
                place=document.where(("moved", other, "old")),
            )
            yield document.problem("address-taken", path, message, _("Keep one of the two."))


CHECKS = (
    references,
    sequences,
    also_useful,
    retired_in_collections,
    reference_loops,
    aliases,
    redirects,
)


def _references_of(entry: Entry) -> Iterator[tuple[YamlPath, str]]:
    for key, declared in declared_fields(type(entry)).items():
        if declared.value_type == "entry id":
            held = getattr(entry, key)
            if declared.is_list:
                yield from (((key, index), named) for index, named in enumerate(held))
            elif held:
                yield (key,), held
