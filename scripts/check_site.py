#!/usr/bin/env python3
"""Check a built site: does every link, anchor and asset inside it lead somewhere?

Looks the links up in the site's own files and asks nobody. With --linkchecker the
site is also served on the loopback address, and LinkChecker follows its links.

Exit status: 0 all do, 1 some do not, 2 could not look.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from environment import enter

enter()

from console.host import served
from resource_catalog.links import built_site, linkchecker


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "site", nargs="?", type=Path, default=Path("site"), metavar="DIR", help="default: site"
    )
    parser.add_argument("--linkchecker", action="store_true", help="a second opinion; takes longer")
    given = parser.parse_args()
    if not (given.site / "index.html").is_file():
        print(f"{given.site} holds no site: build it first, with “make site”.", file=sys.stderr)
        return 2
    address = built_site.canonical_url(given.site)
    found = built_site.check_site(given.site, address)
    faults = [str(fault) for fault in found.broken_links]
    print(*faults, f"{found.pages} pages, {found.links} links: {_count(faults)}", sep="\n")
    if given.linkchecker:
        try:
            others = _crawled(given.site, urlsplit(address).path or "/")
        except linkchecker.LinkCheckerError as error:
            print(error, file=sys.stderr)
            return 2
        faults += others
    return 1 if faults else 0


def _crawled(site: Path, prefix: str) -> list[str]:
    """What LinkChecker finds on the site, served as it will be."""
    with served(site, prefix) as url, tempfile.TemporaryDirectory() as folder:
        table = linkchecker.crawl(url, Path(folder), sys.executable)
    faults = [
        f"{row.parent.removeprefix(url)}: {row.name} {row.message}"
        for row in table.rows
        if not row.valid or row.warning
    ]
    print(*faults, f"LinkChecker: {len(table.rows)} addresses: {_count(faults)}", sep="\n")
    return faults


def _count(faults: list[str]) -> str:
    if not faults:
        return "all lead somewhere"
    return f"{len(faults)} {'leads' if len(faults) == 1 else 'lead'} nowhere"


if __name__ == "__main__":
    sys.exit(main())
