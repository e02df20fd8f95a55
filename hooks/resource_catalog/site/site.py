"""The site: a catalog, what is known of its links, and where and when it is published."""

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
"""Makes a path below the site's root absolute."""


@dataclass(frozen=True)
class Site:
    """What pages and exports are made from.

    ``address`` makes a path below the site's root absolute; ``moment`` is when
    the site is built, in UTC; ``repository`` has the links for proposing changes.
    ``handouts`` is a folder with printed pages, laid out as the site is, when
    they have been made.
    """

    catalog: Catalog
    link_statuses: LinkStatuses
    address: Address
    moment: datetime.datetime
    repository: RepositoryLinks = NO_REPOSITORY
    handouts: Path | None = None

    @cached_property
    def made(self) -> dict[Callable[..., Any], dict[str, Any]]:
        """What was made of each entry, by what made it: the memory of :mod:`once`."""
        return {}
