"""Define Kind, which is all that the rest of the program knows about one kind of tool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.document_parts import Part, SheetFile
from resource_catalog.tools.tool_faults import Fault


def _no_faults(*_: Any) -> Iterator[Fault]:
    return iter(())


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
