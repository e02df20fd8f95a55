"""Check the ids in ``situations.yml``: those of the situations themselves, and of phases."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.references.repeated_ids import repeated_names, unknown_phase
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem


def unique_situations(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Each id and alias of a situation is there once."""
    document = loaded.situations_document
    if document is None:
        return
    situations = loaded.catalog.situations
    named: list[tuple[str, Document, YamlPath]] = [
        (situation.id, document, ("situations", index, "id"))
        for index, situation in enumerate(situations)
    ]
    named += [
        (alias, document, ("situations", index, "aliases", number))
        for index, situation in enumerate(situations)
        for number, alias in enumerate(situation.aliases)
    ]
    yield from repeated_names(named, alias_code="alias-taken")


def phases_of_situations(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The phase of a situation is one of the catalog."""
    document = loaded.situations_document
    if document is None:
        return
    phases = [phase.id for phase in loaded.catalog.phases]
    for index, situation in enumerate(loaded.catalog.situations):
        place = ("situations", index, "phase")
        yield from unknown_phase(document, place, situation.phase, phases)


def repeated_entries(loaded: LoadedCatalog) -> Iterator[Problem]:
    """A situation names each entry once."""
    document = loaded.situations_document
    if document is None:
        return
    for index, situation in enumerate(loaded.catalog.situations):
        seen = {situation.start}
        for number, named in enumerate(situation.then):
            if named in seen:
                yield document.problem(
                    "duplicate-item",
                    ("situations", index, "then", number),
                    _("“%(named)s” is already in this list.", named=named),
                    _("Keep one of them."),
                )
            seen.add(named)


CHECKS = (unique_situations, phases_of_situations, repeated_entries)
