#!/usr/bin/env python3
"""List the entries that are due for review, most urgent first.

Nothing is written, and a late review is not an error.
Exit status: 0 listed, 2 the catalog cannot be read.
"""

from __future__ import annotations

import argparse
import datetime
import io
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.mkdocs_settings import site_url
from console.review_list import FORMATS
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.model.messages import _
from resource_catalog.site.site import Site


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # The lines of a calendar end as they do on Windows, wherever it is written.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        catalog = load_valid_catalog(options.folder, closing=_("Fix the catalog first."))
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    root = options.site_url.rstrip("/") + "/"
    noon = datetime.datetime.combine(options.on, datetime.time(12), datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, options.on), lambda path: root + path, noon)
    print(FORMATS[options.format](site), end="")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default=default_catalog(),
        metavar="DIR",
        type=Path,
        help="default: %(default)s",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text: to read; json: a list of objects; ics: a calendar (default: %(default)s)",
    )
    parser.add_argument(
        "--on",
        metavar="DAY",
        type=_day,
        default=datetime.datetime.now().date(),
        help="the day to list them for, such as 2026-11-21 (default: today)",
    )
    parser.add_argument(
        "--site-url",
        metavar="URL",
        default=site_url() or "/",
        help="where the site is, for the links of a calendar (default: %(default)s)",
    )
    return parser


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write 2026-11-21") from None


if __name__ == "__main__":
    sys.exit(main())
