#!/usr/bin/env python3
"""Check a catalog folder and say everything that is wrong with it.

Exit status: 0 nothing wrong, 1 problems, 2 the folder cannot be used at all.
"""

from __future__ import annotations

import argparse
import io
import signal
import sys
from pathlib import Path

from environment import enter

enter()

from resource_catalog import icons, problems
from resource_catalog.check import open_catalog
from resource_catalog.load import UnusableFolder
from settings import site_address

FORMATS = {"text": problems.as_text, "json": problems.as_json, "github": problems.as_github}


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default="catalog", metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text: file:line:column: code message; json: a list of objects; "
        "github: annotations in a pull request (default: %(default)s)",
    )
    arguments = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # what a console cannot show must not stop us
            stream.reconfigure(errors="backslashreplace")
    if hasattr(signal, "SIGPIPE"):  # as in “validate.py | head”
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        catalog, found = open_catalog(Path(arguments.folder), icons.theme_icons())
    except (UnusableFolder, LookupError) as error:
        print(error, file=sys.stderr)
        return 2
    listing = FORMATS[arguments.format](found, problems.guide(site_address()))
    if listing:
        print(listing)
    summary = problems.count(found)
    if catalog is not None:
        parts = {"entries": catalog.entries, "collections": catalog.collections}
        counts = [f"{len(part)} {name}" for name, part in parts.items() if part]
        summary += f" in {', '.join(counts)} and {len(catalog.facets)} vocabularies"
    print(summary, file=sys.stderr if arguments.format == "json" else sys.stdout)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
