"""Define Site, which pages and exports are built from: catalog, link statuses, URL, build time."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.model.catalog import Catalog
from resource_catalog.site.repository_links import NO_REPOSITORY, RepositoryLinks

Address = Callable[[str], str]
"""Turns a path below the site's root into an absolute URL."""


@dataclass(frozen=True)
class Site:
    """What pages and exports are built from.

    ``address`` turns a path below the site's root into an absolute URL. ``moment`` is the time of
    the build, in UTC. ``repository`` builds the links for proposing changes. ``handouts`` is a
    folder of PDF files laid out like the site, if they have been made.
    """

    catalog: Catalog
    link_statuses: LinkStatuses
    address: Address
    moment: datetime.datetime
    repository: RepositoryLinks = NO_REPOSITORY
    handouts: Path | None = None

    @cached_property
    def cached_results(self) -> dict[Callable[..., Any], dict[str, Any]]:
        """The cache of :func:`cached_per_entry.once`: the results of each function by entry id."""
        return {}
