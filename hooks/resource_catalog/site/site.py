"""Define Site, which pages and exports are built from: catalog, link statuses, URL, build time."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.optional_pages import TRANSLATIONS, paths_of
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.repository_links import NO_REPOSITORY, RepositoryLinks

AbsoluteUrl = Callable[[str], str]
"""Turns a path below the site's root into an absolute URL."""


@dataclass(frozen=True)
class Site:
    """What pages and exports are built from.

    ``absolute_url`` turns a path below the site's root into an absolute URL. ``built_at`` is the
    time of the build, in UTC. ``repository`` builds the links for proposing changes. ``handouts``
    is a folder of PDF files laid out like the site, if they have been made. ``own_pages`` are the
    paths of hand-written pages in the folder of the catalog. ``favicon`` is the path of its icon.
    """

    catalog: Catalog
    link_statuses: LinkStatuses
    absolute_url: AbsoluteUrl
    built_at: datetime.datetime
    repository: RepositoryLinks = NO_REPOSITORY
    handouts: Path | None = None
    own_pages: frozenset[str] = frozenset()
    favicon: str = "assets/favicon.svg"

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The paths of our pages that the catalog leaves out; it may have its own there.

        The page about translations is of use only where there are any.
        """
        left_out = {*self.catalog.identity.leave_out}
        return paths_of(left_out if self.has_languages else {*left_out, TRANSLATIONS})

    @property
    def has_languages(self) -> bool:
        """Whether readers have a choice of languages."""
        return bool(self.catalog.identity.languages)

    def has_page(self, path: str) -> bool:
        """Whether there is a page at ``path``, which is one that every site has if it may."""
        return path not in self.left_out or path in self.own_pages

    @cached_property
    def opening(self) -> frozenset[str]:
        """The ids of the listed entries that a reader can open, and of tools if there are any."""
        opens = self.link_statuses.opens
        found = frozenset(entry.id for entry in self.catalog.listed if opens(entry))
        return found | self.catalog.tools.keys() if found else found

    def count_opening(self, entries: Iterable[Entry]) -> int:
        """How many of some listed entries a reader can open."""
        return sum(entry.id in self.opening for entry in entries)

    @cached_property
    def cached_results(self) -> dict[Callable[..., Any], dict[Hashable, Any]]:
        """The results of functions, by their arguments: see :mod:`cached_per_entry`."""
        return {}
