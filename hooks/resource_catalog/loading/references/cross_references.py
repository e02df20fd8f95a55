"""Check the references between records: ids, sequences and loops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from resource_catalog.loading.context.published_ids import how_to_keep, published_ids
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import PHASES


def references(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every id in a record is that of an entry or a tool; a tool only stands for entries."""
    catalog, known = loaded.catalog, loaded.known_ids
    names = NameIndex({name: name for name in known})
    items: list[Entry | Tool] = [*catalog.entries.values(), *catalog.tools.values()]
    renamed = {alias: item.id for item in items for alias in item.aliases}

    published = published_ids(loaded.folder, "resources")

    def missing(document: Document, path: YamlPath, named: str) -> Iterator[Problem]:
        if named not in known:
            replacement, closest = names.certain(named), names.closest(named)
            hint = _("Did you mean “%(match)s”?", match=closest) if closest else ""
            hint = hint or _("An id is the name of a file in “entries”.")
            if named in published and replacement is None and named not in renamed:
                # The nearest other id may be that of the opposite.
                hint = how_to_keep("resources", named, known - published.keys())
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
            elif path[0] == "part_of" and named in catalog.tools:
                message = _("“%(named)s” is a tool, which has no parts.", named=named)
                hint = _("Write the id under “related”.")
                document = loaded.document_of(entry)
                yield document.problem("unknown-entry", path, message, hint)
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
    explainer = loaded.catalog.identity.explainer_entry
    if explainer and loaded.identity_document:
        yield from missing(loaded.identity_document, ("explainer_entry",), explainer)
    if listing := loaded.situations_document:
        for index, situation in enumerate(loaded.catalog.situations):
            if situation.start:
                yield from missing(listing, ("situations", index, "start"), situation.start)
            for i, named in enumerate(situation.then):
                yield from missing(listing, ("situations", index, "then", i), named)
    for collection, document in loaded.each(Collection):
        for i, chosen in enumerate(collection.entries):
            yield from missing(document, ("entries", i, "id"), chosen.id)
    for tool, document in loaded.each(Tool):
        for path, named in _references_of(tool):
            if named == tool.id:
                message = _("The tool names itself here.")
                yield document.problem("refers-to-itself", path, message, _("Name another one."))
            elif path[0] == "stands_for" and named in catalog.tools:
                message = _("“%(named)s” is a tool itself.", named=named)
                hint = _("Name the entry that cannot be opened, or write the id under “related”.")
                yield document.problem("unknown-entry", path, message, hint)
            else:
                yield from missing(document, path, named)


def sequences(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The sequence of a phase has only entries that are tagged with the phase."""
    for phase, document, path in loaded.each_phase():
        for index, named in enumerate(phase.sequence):
            entry = loaded.catalog.item(named)
            doubtful = loaded.doubtful_ids | loaded.records(Tool).doubtful
            if entry is None or named in doubtful:
                continue
            if phase.id not in entry.tags.get(PHASES, ()):
                yield document.problem(
                    "sequence-untagged",
                    (*path, "sequence", index),
                    _(
                        "“%(named)s” is listed in “%(id)s”, but %(file)s does not have that phase.",
                        named=named,
                        id=phase.id,
                        file=entry.file,
                    ),
                    _("Add %(id)s to its phases, or remove it here.", id=phase.id),
                )


def also_useful(loaded: LoadedCatalog) -> Iterator[Problem]:
    """What is also useful in a phase is not part of the phase already."""
    for phase, document, path in loaded.each_phase():
        for index, named in enumerate(phase.also_useful):
            entry = loaded.catalog.item(named)
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
                    _("Remove it here."),
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
                else _("Remove it, or choose another one."),
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
                    _("Remove one of these."),
                )


CHECKS = (references, sequences, also_useful, retired_in_collections, reference_loops)


def _references_of(record: Record) -> Iterator[tuple[YamlPath, str]]:
    """The ids of entries and tools in a record and in the groups of keys below it."""
    for key, declared in declared_fields(type(record)).items():
        is_id = declared.value_type == "entry id"
        if not is_id and declared.record is None:
            continue
        held = getattr(record, key)
        for path, value in _each(key, held):
            if isinstance(value, Record):
                yield from (((*path, *rest), named) for rest, named in _references_of(value))
            elif is_id:
                yield path, value


def _each(key: str, held: Any) -> Iterator[tuple[YamlPath, Any]]:
    """What a key has, one or several, with the path of each; nothing for None."""
    if isinstance(held, tuple):
        yield from (((key, index), value) for index, value in enumerate(held))
    elif held:
        yield (key,), held
