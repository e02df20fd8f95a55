"""Check the ids in ``situations.yml``: those of the situations themselves, and of phases."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.catalog_folder import LoadedCatalog
from resource_catalog.loading.yaml.parser import YamlPath
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem


def unique_situations(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Each id and alias of a situation is there once."""
    document = loaded.situations_document
    if document is None:
        return
    first: dict[str, YamlPath] = {}
    situations = loaded.catalog.situations
    named: list[tuple[str, YamlPath]] = [
        (situation.id, ("situations", index, "id")) for index, situation in enumerate(situations)
    ]
    named += [
        (alias, ("situations", index, "aliases", number))
        for index, situation in enumerate(situations)
        for number, alias in enumerate(situation.aliases)
    ]
    for name, path in named:
        other = first.setdefault(name, path)
        if other != path:
            yield document.problem(
                "duplicate-item" if path[2] == "id" else "alias-taken",
                path,
                _(
                    "The name “%(name)s” is also at %(place)s.",
                    name=name,
                    place=document.where(other),
                ),
                _("Each needs a name of its own, and an old one is never used again."),
            )


def phases_of_situations(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The phase of a situation is one of the catalog."""
    document = loaded.situations_document
    if document is None:
        return
    phases = [phase.id for phase in loaded.catalog.phases]
    for index, situation in enumerate(loaded.catalog.situations):
        if situation.phase is not None and situation.phase not in phases:
            yield document.problem(
                "unknown-term",
                ("situations", index, "phase"),
                _("There is no phase “%(name)s”.", name=situation.phase),
                did_you_mean(situation.phase, phases),
                replacement=certain_match(situation.phase, phases),
            )


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
                    _("“%(named)s” is in this list already.", named=named),
                    _("Keep one of them."),
                )
            seen.add(named)


CHECKS = (unique_situations, phases_of_situations, repeated_entries)
