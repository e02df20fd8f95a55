"""Others who are asked about a link: an archive for a copy, LinkChecker for a second word."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from console.link_watch.options import Options
from resource_catalog.links import archive, witness
from resource_catalog.links.checker import check
from resource_catalog.links.ledger import LinkRecord
from resource_catalog.links.linkchecker import LinkCheckerError
from resource_catalog.links.targets import Finding, Target

NAMED = 5
"""So many addresses that LinkChecker skipped are named."""


def find_copies(
    options: Options, targets: Sequence[Target], records: dict[str, LinkRecord]
) -> None:
    """Put archived copies into the records of links that are not there."""
    wanted = [
        (target, records[target.url])
        for target in targets
        if records[target.url].last_verdict in archive.NEEDS_COPY
        and not records[target.url].archived_url
    ]
    if not wanted:
        return
    print(f"Looking for archived copies of {len(wanted)} links …", file=sys.stderr)
    endpoint = options.archive_api or archive.CDX_ENDPOINT
    found = asyncio.run(
        archive.find_archived_urls(
            wanted, options.settings, check, options.today, endpoint=endpoint
        )
    )
    for url, copy in found.items():
        records[url] = replace(records[url], archived_url=copy)


def ask_linkchecker(
    options: Options,
    targets: Sequence[Target],
    findings: Mapping[str, Finding],
    records: dict[str, LinkRecord],
) -> None:
    """Put LinkChecker's word into the records of links where it is not ours."""
    urls = [target.url for target in targets if findings[target.url].verdict != "unsafe"]
    if not urls:
        return
    print(f"Asking LinkChecker about {len(urls)} links …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        try:
            heard = witness.ask_linkchecker(
                *(urls, Path(folder), sys.executable),
                proxy=options.proxy,
                timeout=options.timeout,
            )
        except LinkCheckerError as error:
            print(f"No second witness: {error}", file=sys.stderr)
            return
    for url in urls:
        word = witness.disagreement(findings[url].verdict, heard.rows.get(url))
        records[url] = replace(records[url], witness=word)
    rights = ", running as root, as nobody else may use this Python" if heard.as_root else ""
    print(f"LinkChecker spoke of {len(heard.rows)} of them{rights}.", file=sys.stderr)
    if skipped := [url for url in urls if url not in heard.rows]:
        print(f"It skipped {', '.join(skipped[:NAMED])}", file=sys.stderr)
