"""Check names that links to the site depend on, and the phases that stand beside them.

Questions of stages and situations are linked to by their ids, which therefore never stand twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem


def repeated_names(
    named: Iterable[tuple[str, Document, YamlPath]], alias_code: str = "duplicate-item"
) -> Iterator[Problem]:
    """The names that stand twice, whether as an id or as an alias.

    Each comes with its place; ``alias_code`` is the code of the problem with an alias.
    """
    first: dict[str, str] = {}
    for name, document, path in named:
        where = document.where(path)
        other = first.setdefault(name, where)
        if other != where:
            yield document.problem(
                alias_code if "aliases" in path else "duplicate-item",
                path,
                _("The name “%(name)s” is also at %(place)s.", name=name, place=other),
                _("Each needs its own name, and an old one is never reused."),
            )


def unknown_phase(
    document: Document, path: YamlPath, name: str | None, phases: Sequence[str]
) -> Iterator[Problem]:
    """A problem where a phase is named that is none of the catalog's."""
    if name is not None and name not in phases:
        yield document.problem(
            "unknown-term",
            path,
            _("There is no phase “%(name)s”.", name=name),
            did_you_mean(name, phases),
            replacement=certain_match(name, phases),
        )
