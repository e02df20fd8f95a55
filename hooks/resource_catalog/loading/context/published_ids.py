"""Know the ids that have been published, whose addresses people may have kept.

They are in the list of addresses beside the catalog, which grows when a site is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from resource_catalog.loading.folder_layout import COLLECTIONS, ENTRIES, TOOLS
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import closest_match
from resource_catalog.model.messages import _
from resource_catalog.model.problems import printable
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.tool import Tool

URL_LIST_FILE = "addresses.txt"
FOLDERS: Mapping[str, str] = {"resources": ENTRIES, "collections": COLLECTIONS, "tools": TOOLS}
"""The folder of the files that have the addresses below a path."""

_ID = re.compile(r"([a-z0-9-]+)/([^/\s]+)/")


def published_ids(folder: Path, kind: str) -> Mapping[str, int]:
    """The published ids below a path, such as resources, with their lines; none without a list."""
    raw = yaml_file.read_bytes(folder / URL_LIST_FILE)
    text = raw.decode("utf-8-sig", "replace") if isinstance(raw, bytes) else ""
    found = {}
    for line, url in enumerate(text.splitlines(), start=1):
        match = _ID.fullmatch(url.strip())
        if match and match[1] == kind:
            found[match[2]] = line
    return found


def gone_ids(catalog: Catalog, folder: Path) -> Iterator[tuple[int, str]]:
    """Each published id that nothing has any more: its line in the list, and what to do.

    Ids are those of resources, collections and tools, and the terms of facets.

    ``folder`` is that of a catalog without problems.
    """
    moved = {redirect.old for redirect in catalog.redirects}
    kinds: tuple[tuple[str, Mapping[str, Entry | Collection | Tool]], ...] = (
        ("resources", catalog.entries),
        ("collections", catalog.collections),
        ("tools", catalog.tools),
    )
    for kind, records in kinds:
        published = published_ids(folder, kind)
        known = {name for record in records.values() for name in (record.id, *record.aliases)}
        for name, line in published.items():
            if name not in known and f"{kind}/{name}/" not in moved:
                new = records.keys() - published.keys()
                yield line, f"{_is_gone(kind, name)} {how_to_keep(kind, name, new)}"
    for facet, vocabulary in catalog.facets.items():
        for name, line in published_ids(folder, facet).items():
            if name not in vocabulary.by_id and f"{facet}/{name}/" not in moved:
                yield line, f"{_is_gone(facet, name)} {how_to_move(f'{facet}/{name}/')}"


def _is_gone(kind: str, name: str) -> str:
    return _("%(address)s was published and is no longer there.", address=f"/{kind}/{name}/")


def how_to_move(address: str) -> str:
    """How to keep the address of a published page that no file of its own stands for."""
    return _(
        "Bring the page back, or add to redirects.yml, under “moved:”, a line “- old: "
        "%(address)s” and below it “new: ” with the address of the page that replaces it.",
        address=printable(address),
    )


def how_to_keep(kind: str, old: str, names: Iterable[str]) -> str:
    """How to keep the address of a published id, which one of the new ``names`` may have got."""
    folder = FOLDERS[kind]
    closest = closest_match(old, names)
    where = f"{folder}/{closest}.yml" if closest else _("the file that replaces it")
    renamed = _(
        "Was it renamed? Then write “aliases: [%(old)s]” in %(where)s.", old=old, where=where
    )
    if kind != "resources":
        back = _("If not, bring %(folder)s/%(old)s.yml back.", folder=folder, old=old)
    else:
        back = _(
            "Is it no longer recommended? Then bring %(folder)s/%(old)s.yml back and write "
            "“retired: {on: a day, why: a reason}” there.",
            folder=folder,
            old=old,
        )
    return f"{renamed} {back}"
