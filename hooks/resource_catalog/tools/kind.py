"""Define Kind, which is all that the rest of the program knows about one kind of tool."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from resource_catalog.model.catalog import Catalog
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


def _no_faults(_: Any) -> Iterator[Fault]:
    return iter(())


def _no_data(*_: Any) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class Kind:
    """One kind of tool. ``name`` is the value of the key ``kind`` and the name of its folders.

    ``record`` is the type of the data, which also has the label and the icon of the kind.
    ``faults`` finds what is wrong between several values of a tool. ``page_data`` gives its
    template what is worked out for it: the tool comes first, then the catalog.
    """

    name: str
    record: type[Tool]
    faults: Callable[[Any], Iterator[Fault]] = _no_faults
    page_data: Callable[[Any, Catalog], Mapping[str, Any]] = _no_data
