"""Check the names of facets and terms against those that the site and entries use themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.model import own_fields
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry

RESERVED_FACETS = frozenset(
    """
    about access addresses assets benchmarks browse build-speed contribute data embed embedding
    feeds js link links page pages q resources search shelf sort sorts
    """.split()
)
"""Names that the addresses of every site use otherwise, so that no facet may have them."""


class _Use(NamedTuple):
    """What some catalogs use a name for; ``hint`` also says how to do without."""

    is_made: Callable[[Catalog], bool]
    message: Callable[[], str]
    hint: Callable[[], str]


def _filter(field: str) -> _Use:
    return _Use(
        lambda catalog: any(getattr(entry, field) for entry in catalog.entries.values()),
        lambda: _(
            "There is a filter of this name already: it has what entries say under “%(key)s”.",
            key=field,
        ),
        lambda: _("Rename the file, or remove “%(key)s” from the entries.", key=field),
    )


def _self_check(address: str) -> _Use:
    return _Use(
        lambda catalog: catalog.has_check,
        lambda: _("The self-check of this catalog has the address /%(address)s/.", address=address),
        lambda: _("Rename the file, or write “leave_out: [check]” in catalog.yml."),
    )


_USES: Mapping[str, _Use] = {
    "check": _self_check("check"),
    "plan": _self_check("plan"),
    "collections": _Use(
        lambda catalog: bool(catalog.collections),
        lambda: _("The packs of this catalog have the address /collections/."),
        lambda: _("Rename the file, or move the files out of the folder “collections”."),
    ),
    "tools": _Use(
        lambda catalog: bool(catalog.tools),
        lambda: _("The tools of this catalog have the address /tools/."),
        lambda: _("Rename the file, or move the files out of the folder “tools”."),
    ),
    "situations": _Use(
        lambda catalog: bool(catalog.situations),
        lambda: _("What people ask has the address /situations/ in this catalog."),
        lambda: _("Rename the file, or remove situations.yml."),
    ),
    "publishers": _filter("publishers"),
    "languages": _filter("language"),
    "years": _filter("published"),
}
"""Names that are free as long as a catalog does not use them otherwise."""

RESERVED_KEYS = frozenset({*keys_of(Entry), "id", "url"})
"""Keys with another meaning in entries or in exports, so that no facet may have them."""

_PAGE_OF_A_LIST = re.compile(r"page-\d+")


def reserved_names(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No facet or term has the name of a key of entries or of an address of the site."""
    taken: dict[str, str] = {}
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        use = _USES.get(facet)
        if facet in RESERVED_FACETS or facet in loaded.catalog.identity.languages:
            message = _("The site itself uses the address /%(facet)s/.", facet=facet)
            hint = _("Rename the file; the label, which readers see, can stay.")
            yield document.problem("reserved-name", (), message, hint)
        elif use and use.is_made(loaded.catalog):
            yield document.problem("reserved-name", (), use.message(), use.hint())
        key = vocabulary.key or facet
        path: YamlPath = ("key",) if vocabulary.key else ()
        hint = _(
            "Write “key: %(key)s” in this file, or another key that is free.", key=_free_key(facet)
        )
        if key.replace("-", "_") in RESERVED_KEYS:
            message = _("Entries already have a key “%(key)s” that means something else.", key=key)
            yield document.problem("reserved-name", path, message, hint)
        other = taken.setdefault(key.replace("-", "_"), facet)
        if other != facet:
            message = _(
                "The vocabulary “%(other)s” already has the key “%(key)s”.", other=other, key=key
            )
            yield document.problem("reserved-name", path, message, _("Choose another key."))
    yield from _pages_of_lists(loaded)


def reserved_fields(loaded: LoadedCatalog) -> Iterator[Problem]:
    """No field of the catalog's own has the name of another key of entries."""
    document = loaded.identity_document
    keys = {(v.key or f).replace("-", "_"): f for f, v in loaded.catalog.facets.items()}
    seen: dict[str, int] = {}
    for index, own in enumerate(loaded.catalog.identity.fields if document else ()):
        path: YamlPath = ("fields", index, "name")
        message = ""
        if own.name in keys:
            message = _(
                "The vocabulary “%(keys)s” already has the key “%(name)s”.",
                keys=keys[own.name],
                name=own.name,
            )
        elif own_fields.is_reserved(own.name):
            message = _(
                "Entries already have a key “%(name)s” that means something else.", name=own.name
            )
        elif seen.setdefault(own.name, index) != index:
            message = _("A field “%(name)s” is there already.", name=own.name)
        if message and document:
            yield document.problem("reserved-name", path, message, _("Choose another name."))


def _pages_of_lists(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Below the address of a phase are its stages, and the further pages of its list."""
    if not loaded.catalog.phases:
        return
    for stage, document, path in loaded.each_stage():
        if _PAGE_OF_A_LIST.fullmatch(stage.id):
            message = _("The site itself uses “%(id)s” for the pages of a long list.", id=stage.id)
            hint = _("Choose another id.")
            yield document.problem("reserved-name", (*path, "id"), message, hint)


def _free_key(facet: str) -> str:
    """A key that the facet could have."""
    plain = facet.replace("-", "_")
    keys = (plain.removesuffix("s"), plain, f"{plain}_facet")
    return next(key for key in keys if key not in RESERVED_KEYS)


CHECKS = (reserved_names, reserved_fields)
