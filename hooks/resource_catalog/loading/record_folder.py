"""Read a folder of YAML files, each of which is one record: which files count, and their ids.

Vocabularies, entries, collections and tools are read by this. A new kind of record needs a model
and one :class:`RecordFolder` in ``catalog_folder.RECORD_FOLDERS``.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from resource_catalog.loading.context.field_labels import field_name
from resource_catalog.loading.convert.record_conversion import to_record
from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.tags import Facets
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.yaml_file import Document, display_path
from resource_catalog.model.field_types.slugs import (
    SLUG,
    SLUG_LENGTH,
    is_device_name,
    suggest_slug,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.record import Record

R = TypeVar("R", bound=Record)

SUFFIXES = (".yml", ".yaml")
"""The suffixes of files that are records."""


_OF_WINDOWS = frozenset({"desktop.ini", "thumbs.db"})
"""Hidden files that Windows puts into folders by itself."""


@dataclass(frozen=True)
class RecordFolder(Generic[R]):
    """A folder of a catalog in which every file is one record.

    ``record_type`` has the fields ``id``, which is the name of the file, and ``file``. If it also
    has ``tags``, its records can have the keys of facets. ``variants`` returns the types of
    records with certain ids, or with certain values of ``variant_key`` if there is one; a record
    with another value is of the type that ``unknown_variant`` returns, and may have the keys of
    all. ``defaults``
    returns default values for an id, ``order`` a sort key for it. The only term of one of the
    ``implied_facets`` need not be named. With ``partial``, optional values that are wrong are
    dropped, so that the rest of the record can be checked.
    ``other_keys`` may be written, but nothing reads them. With ``today``, hints know the day.
    """

    name: str
    record_type: type[R]
    variants: Callable[[], Mapping[str, type[R]]] = dict
    variant_key: str = ""
    unknown_variant: Callable[[], type[R]] | None = None
    defaults: Callable[[str], Mapping[str, Any]] = lambda _: {}
    order: Callable[[str], Any] | None = None
    implied_facets: tuple[str, ...] = ()
    partial: bool = False
    other_keys: tuple[str, ...] = ()
    today: datetime.date | None = None

    def variant_of(self, record_id: str, data: Mapping[str, Any]) -> tuple[type[R], Iterable[str]]:
        """The type of a record, and the keys it may have besides its own."""
        chosen = data.get(self.variant_key) if self.variant_key else record_id
        found = self.variants().get(chosen) if isinstance(chosen, str) else None
        if found is None and self.unknown_variant is not None:
            keys = (key for variant in self.variants().values() for key in keys_of(variant))
            return self.unknown_variant(), (*self.other_keys, *keys)
        return found or self.record_type, self.other_keys


@dataclass
class Records(Generic[R]):
    """The records of a folder, and the problems with them.

    ``by_id`` are the valid records, ``documents`` the files that could be parsed, ``files`` the
    paths of all files, each by id. ``doubtful`` ids have problems. ``unread`` are files in the
    folder that are not records.
    """

    by_id: dict[str, R] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def broken(self) -> frozenset[str]:
        """The ids of files that cannot be used at all."""
        return frozenset(self.files.keys() - self.by_id.keys())


def read_folder(
    catalog: Path,
    kind: RecordFolder[R],
    facets: Facets | None = None,
    cache: RecordCache | None = None,
) -> Records[R]:
    """Read the records of a folder of a catalog, which need not exist.

    ``facets`` are for records with tags. Never raises for the content of the folder.
    """
    found: Records[R] = Records()
    folder, cache = catalog / kind.name, cache or RecordCache()
    if os.path.lexists(folder):
        paths, problems = find_files(folder)
        found.problems += problems
        found.unread += [problem.file for problem in problems]
        if (order := kind.order) is not None:
            paths.sort(key=lambda path: order(Path(path).stem))
        for path in paths:
            read_file(path, kind, facets, cache, found)
    return found


def find_files(folder: Path) -> tuple[list[str], list[Problem]]:
    """The YAML files in a folder and its subfolders, sorted, and problems with other files."""
    files: list[str] = []
    problems: list[Problem] = []
    folders = [str(folder)]
    while folders:
        here = folders.pop()
        try:
            names = os.listdir(here)
        except OSError as error:
            message = _("The folder cannot be opened: %(reason)s.", reason=error.strerror)
            problems.append(Problem(display_path(here), 1, 1, "unreadable-file", message))
            continue
        for name in names:
            if name.startswith(".") or name.casefold() in _OF_WINDOWS:
                continue
            path = os.path.join(here, name)
            stem, suffix = os.path.splitext(name)
            if suffix in SUFFIXES:
                files.append(path)  # also a folder with such a name, so that it is reported
            elif os.path.isdir(path) and not os.path.islink(path):
                folders.append(path)
            elif stem.casefold() != "readme":
                message = _("Only files that end in .yml are read.")
                hint = _("If it belongs to the catalog, rename it; if not, move it elsewhere.")
                problems.append(Problem(display_path(path), 1, 1, "stray-file", message, hint))
    return sorted(files, key=lambda path: path.split(os.sep)), problems


def id_of(path: str | Path) -> tuple[str, list[Problem]]:
    """The id of the record in a file: its stem, or the nearest valid id and a problem."""
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    if SLUG.fullmatch(stem) and len(stem) <= SLUG_LENGTH:
        return stem, [_device_name(path, name)] if is_device_name(stem) else []
    better = suggest_slug(stem)
    problem = Problem(
        display_path(path),
        1,
        1,
        "bad-name",
        _("The file name %(name)s cannot be part of an address.", name=quoted(name)),
        _(
            "Use small letters, digits and single hyphens: %(name)s.yml.",
            name=better or "a-short-name",
        ),
    )
    return better or stem, [problem]


def _device_name(path: str | Path, name: str) -> Problem:
    """The problem with a file that nobody with Windows can check out."""
    message = _("Windows can have no file called %(name)s.", name=quoted(name))
    hint = _("Add a word to its name.")
    return Problem(display_path(path), 1, 1, "bad-name", message, hint)


def _duplicate_id(path: str, other: str, name: str) -> Problem:
    """The problem with the second of two files for one id."""
    message = _(
        "The id “%(name)s” is also that of %(other)s:1:1.", name=name, other=display_path(other)
    )
    hint = _("Rename or remove one of the two.")
    return Problem(display_path(path), 1, 1, "duplicate-id", message, hint)


def read_file(
    path: str,
    kind: RecordFolder[R],
    facets: Facets | None,
    cache: RecordCache,
    found: Records[R],
) -> None:
    """Add the record in a file to those that were ``found``, and all problems with it."""
    record_id, problems = id_of(path)
    found.problems += problems
    other = found.files.setdefault(record_id, path)
    if other is not path:
        found.problems.append(_duplicate_id(path, other, record_id))
        found.doubtful.add(record_id)
        return
    document: Document | None = None
    record: R | None = None
    text, problems = yaml_file.read_text(path)
    if text is not None and (cached := cache.get(path, text)):
        document, record = cached[0], cast("R", cached[1])
    elif text is not None:
        document, problems = yaml_file.parse(display_path(path), text)
        if document is not None:
            name_of = partial(field_name, kind.variant_of(record_id, document.data)[0], facets)
            document = replace(document, name_of=name_of)
            record, more = record_of(kind, record_id, document, facets)
            problems += more
            if record is not None and not problems:
                cache.put(path, document, record)
    if document is not None:
        found.documents[record_id] = document
    if record is not None:
        found.by_id[record_id] = record
    if problems:
        found.problems += problems
        found.doubtful.add(record_id)


def record_of(
    kind: RecordFolder[R],
    record_id: str,
    document: Document,
    facets: Facets | None = None,
    file: str = "",
) -> tuple[R | None, list[Problem]]:
    """Convert a document to a record, or None, and all problems.

    ``file`` is the file of the record, if not that of the document.
    """
    record_type, other_keys = kind.variant_of(record_id, document.data)
    extra: dict[str, Any] = {"id": record_id, "file": file or document.file}
    problems: list[Problem] = []
    keys: Collection[str] = tuple(other_keys)
    if facets is not None and "tags" in record_type.model_fields:
        own = keys_of(record_type)
        extra["tags"], problems = facets.tags_of(document, own, kind.implied_facets)
        keys = (*facets.keys, *keys)
    record, more = to_record(
        record_type,
        document,
        {**kind.defaults(record_id), **document.data},
        extra=extra,
        other_keys=keys,
        partial=kind.partial,
        today=kind.today,
    )
    return record, problems + more
