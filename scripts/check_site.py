#!/usr/bin/env python3
"""Check a built site: does every link, anchor and asset inside it lead somewhere?

Looks the links up in the site's own files, without a network. With --linkchecker
the site is also served on the loopback address, and LinkChecker follows its links.

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

from console.static_server import serve_folder
from resource_catalog.links import built_site, linkchecker_process
from resource_catalog.model.messages import _, ngettext
from resource_catalog.site.localhost import note_on_address


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "site", nargs="?", type=Path, default=Path("site"), metavar="DIR", help="default: site"
    )
    parser.add_argument("--linkchecker", action="store_true", help="a second opinion; takes longer")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        no_site = _(
            "There is no site in %(name)s: build it first, with “make site”.", name=arguments.site
        )
        print(no_site, file=sys.stderr)
        return 2
    address = built_site.canonical_url(arguments.site)
    found = built_site.check_site(arguments.site, address)
    broken = [str(link) for link in found.broken_links]
    result = _(
        "%(pages)s pages, %(links)s links: %(result)s",
        pages=found.pages,
        links=found.links,
        result=_count(broken),
    )
    print(*broken, result, sep="\n")
    if note := note_on_address(address):
        print(note, file=sys.stderr)
    if arguments.linkchecker:
        try:
            broken_for_linkchecker = _crawl(arguments.site, urlsplit(address).path or "/")
        except linkchecker_process.LinkCheckerError as error:
            print(error, file=sys.stderr)
            return 2
        broken += broken_for_linkchecker
    return 1 if broken else 0


def _crawl(site: Path, prefix: str) -> list[str]:
    """Crawl the served site with LinkChecker; return a line for each broken link."""
    with serve_folder(site, prefix) as url, tempfile.TemporaryDirectory() as folder:
        table = linkchecker_process.crawl(url, Path(folder), sys.executable)
    broken = [
        f"{row.parent.removeprefix(url)}: {row.name} {row.message}"
        for row in table.rows
        if not row.valid or row.warning
    ]
    result = _(
        "LinkChecker: %(number)s addresses: %(result)s",
        number=len(table.rows),
        result=_count(broken),
    )
    print(*broken, result, sep="\n")
    return broken


def _count(broken: list[str]) -> str:
    if not broken:
        return _("all of them work")
    return ngettext("%(num)s broken", "%(num)s broken", len(broken))


if __name__ == "__main__":
    sys.exit(main())
