"""Define Kind, which is all that the rest of the program knows about one kind of tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Replacement
from resource_catalog.model.records.tool import Tool


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


def repeated_ids(key: str, ids: Sequence[str], *path: str | int) -> Iterator[Fault]:
    """The ids that stand twice in the list ``key``, whose own place is at ``path``."""
    for index, name in enumerate(ids):
        if name in ids[:index]:
            yield Fault(
                (*path, key, index, "id"),
                "duplicate-id",
                _("The id “%(name)s” stands here twice.", name=name),
                _("Give one of the two another id."),
            )


def _no_data(*_: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Kind:
    """One kind of tool. ``name`` is the value of the key ``kind`` and the name of its folders.

    ``record`` is the type of the data, which also has the label and the icon of the kind.
    ``faults`` finds what is wrong between several values of a tool, or with what the catalog has.
    ``page_data`` gives its template what is worked out for it. Both get the tool and the catalog.
    """

    name: str
    record: type[Tool]
    faults: Callable[[Any, Catalog], Iterator[Fault]] = _no_faults
    page_data: Callable[[Any, Catalog], Mapping[str, Any]] = _no_data
