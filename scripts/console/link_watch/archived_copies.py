"""Add archived copies of what is not there to the records of checked links."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace

from console.link_watch.options import Options
from resource_catalog.links.ask import wayback_machine
from resource_catalog.links.checker import check
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import LinkRecord
from resource_catalog.model.messages import _


def find_archived_copies(
    options: Options, targets: Sequence[Target], records: dict[str, LinkRecord]
) -> None:
    """Add the URLs of archived copies to the records of broken links."""
    wanted = [
        (target, records[target.url])
        for target in targets
        if records[target.url].last_verdict in wayback_machine.NEEDS_COPY
        and not records[target.url].archived_url
    ]
    if not wanted:
        return
    print(_("Looking for archived copies of %(num)s links …", num=len(wanted)), file=sys.stderr)
    endpoint = options.archive_api or wayback_machine.CDX_ENDPOINT
    found = asyncio.run(
        wayback_machine.find_archived_urls(
            wanted, options.settings, check, options.today, endpoint=endpoint
        )
    )
    for url, copy in found.items():
        records[url] = replace(records[url], archived_url=copy)
