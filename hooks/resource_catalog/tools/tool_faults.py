"""Define the faults of tools: what is wrong between several values of one, whatever its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _, listed
from resource_catalog.model.problems import Replacement, quoted

P = TypeVar("P")

Place = tuple[str | int, ...]
"""The keys and positions that lead to a value of a tool."""


class HasId(Protocol):
    """A part of a tool by whose id answers are kept."""

    @property
    def id(self) -> str:
        """The id."""


class Fault(NamedTuple):
    """Something wrong with a tool that concerns several of its values.

    ``path`` leads to the value; the rest is as in ``Problem``.
    """

    path: Place
    code: str
    message: str
    hint: str = ""
    replacement: Replacement | None = None


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


def unknown_names(
    named: Iterable[tuple[Place, str]],
    known: Sequence[str],
    message: str,
    code: str = "unknown-value",
) -> Iterator[Fault]:
    """The names, each after its place, that are none of those ``known``.

    ``message`` says so of ``%(value)s``; the hint has the nearest known name, or all.
    """
    for path, name in named:
        if name not in known:
            hint = did_you_mean(name, known) or _("Known are: %(terms)s.", terms=listed(known))
            said = _(message, value=quoted(name))
            yield Fault(path, code, said, hint, certain_match(name, known))
