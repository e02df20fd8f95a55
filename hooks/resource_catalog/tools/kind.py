"""Define Kind, which is all that the rest of the program knows about one kind of tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol, TypeVar

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import Replacement
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.document_parts import Part, SheetFile

P = TypeVar("P")


class HasId(Protocol):
    """A part of a tool by whose id answers are kept."""

    @property
    def id(self) -> str:
        """The id."""


class Fault(NamedTuple):
    """Something wrong with a tool that concerns several of its values.

    ``path`` are the keys and positions that lead to the value; the rest is as in ``Problem``.
    """

    path: tuple[str | int, ...]
    code: str
    message: str
    hint: str = ""
    replacement: Replacement | None = None


def _no_faults(*_: Any) -> Iterator[Fault]:
    return iter(())


Place = tuple[str | int, ...]
"""The keys and positions that lead to a value of a tool."""


def places(key: str, parts: Sequence[P], *path: str | int) -> Iterator[tuple[Place, P]]:
    """Each part of the list ``key``, whose own place is ``path``, after its place."""
    return (((*path, key, index), part) for index, part in enumerate(parts))


def repeated_ids(parts: Iterable[tuple[Place, HasId]]) -> Iterator[Fault]:
    """The ids that stand twice among parts, each of which comes after its place."""
    seen: set[str] = set()
    for place, part in parts:
        if part.id in seen:
            yield Fault(
                (*place, "id"),
                "duplicate-id",
                _("The id “%(name)s” is here twice.", name=part.id),
                _("Give one of the two another id."),
            )
        seen.add(part.id)


def unknown_name(
    path: Place, name: str, known: Sequence[str], message: str, code: str = "unknown-value"
) -> Fault:
    """``name`` is none of those that are ``known``; the hint has the nearest, or all."""
    hint = did_you_mean(name, known) or _("Known are: %(terms)s.", terms=listed(known))
    return Fault(path, code, message, hint, certain_match(name, known))


def _no_data(*_: Any) -> Mapping[str, Any]:
    return {}


def _nothing(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Kind:
    """One kind of tool. ``name`` is the value of the key ``kind`` and the name of its folders.

    ``record`` is the type of the data, which also has the label and the icon of the kind.
    ``faults`` finds what is wrong between several values of a tool, or with what the catalog has.
    ``page_data`` gives its template what is worked out for it. Both get the tool and the catalog,
    as do those that make its files: ``document`` is the sheet as a document, below its title and
    summary, ``table`` the same in rows, the first of them headings, and ``files`` what there is
    besides. A kind without a document has no such files.
    """

    name: str
    record: type[Tool]
    faults: Callable[[Any, Catalog], Iterator[Fault]] = _no_faults
    page_data: Callable[[Any, Catalog], Mapping[str, Any]] = _no_data
    document: Callable[[Any, Catalog], Sequence[Part]] = _nothing
    table: Callable[[Any, Catalog], Sequence[Sequence[str]]] = _nothing
    files: Callable[[Any, Catalog], Iterable[SheetFile]] = _nothing
