#!/usr/bin/env python3
"""Write the JSON Schemas of a catalog, with which editors complete and check its files.

Run it after adding a facet or a term. Exit status: 0 written or up to date,
1 out of date (only with --check), 2 the catalog has problems.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import enter

enter()

from resource_catalog import problems
from resource_catalog.check import open_catalog
from resource_catalog.load import UnusableFolderError
from resource_catalog.schema import IDS_FILE, schemas
from settings import site_address


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default="catalog", metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; say which files are out of date"
    )
    arguments = parser.parse_args()
    folder = Path(arguments.folder)
    try:
        catalog, found = open_catalog(folder)
    except UnusableFolderError as error:
        print(error, file=sys.stderr)
        return 2
    if catalog is None:
        listing = problems.as_text(found, problems.guide(site_address()))
        print(listing, problems.count(found), sep="\n", file=sys.stderr)
        return 2
    target = folder / "schema"
    stale = 0
    for name, text in schemas(catalog).items():
        path = target / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        if arguments.check and name == IDS_FILE:
            continue  # only helps to complete, and need not know the newest entries
        stale += 1
        if arguments.check:
            print(f"{path.as_posix()} is out of date: run python scripts/write_schemas.py")
        else:
            target.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.as_posix()} written")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
