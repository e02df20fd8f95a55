#!/usr/bin/env python3
"""Say which entries somebody should look at again, the most urgent first.

It only tells: nothing is written, and a review that is late never fails.
Exit status: 0 told, 2 the catalog cannot be read.
"""

from __future__ import annotations

import argparse
import datetime
import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from environment import enter

enter()

from resource_catalog import problems
from resource_catalog.check import open_catalog
from resource_catalog.exports.review_calendar import review_calendar
from resource_catalog.links.standing import LinkStatuses
from resource_catalog.load import UnusableFolder
from resource_catalog.reviews import State, Turn, clock
from resource_catalog.site import Site
from settings import site_address

HEADINGS: Mapping[State, str] = {
    "overdue": "Overdue",
    "soon": "In the next three months",
    "later": "Later",
    "never": "Never looked at",
}


def main() -> int:
    """Run the command; gives the exit status."""
    options = _parser().parse_args()
    if isinstance(sys.stdout, io.TextIOWrapper):
        # The lines of a calendar end as they do on Windows, wherever it is written.
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        catalog, found = open_catalog(options.folder)
    except UnusableFolder as error:
        print(error, file=sys.stderr)
        return 2
    if catalog is None:
        print(problems.as_text(found), "Mend the catalog first.", sep="\n", file=sys.stderr)
        return 2
    root = options.site_url.rstrip("/") + "/"
    noon = datetime.datetime.combine(options.on, datetime.time(12), datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, options.on), lambda path: root + path, noon)
    print(FORMATS[options.format](site), end="")
    return 0


def _as_text(site: Site) -> str:
    now = clock(site.catalog, site.moment.date())
    lines = []
    for state, heading in HEADINGS.items():
        those = [turn for turn in now.turns if turn.state == state]
        if those:
            lines += [f"{heading} ({len(those)})", *(f"  {_line(turn)}" for turn in those), ""]
    return "\n".join(lines) or "There are no entries.\n"


def _line(turn: Turn) -> str:
    place = f"{turn.entry.file}: {turn.entry.title}"
    if turn.last is None:
        return place
    return f"{turn.due}  {place} (last on {turn.last.on} by {turn.last.by})"


def _as_json(site: Site) -> str:
    rows = [
        {
            "id": turn.entry.id,
            "file": turn.entry.file,
            "title": turn.entry.title,
            "type": turn.entry.type,
            "state": turn.state,
            "due": turn.due.isoformat() if turn.due else None,
            "months": turn.months,
            "last": turn.last.model_dump(mode="json") if turn.last else None,
        }
        for turn in clock(site.catalog, site.moment.date()).turns
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


FORMATS: Mapping[str, Callable[[Site], str]] = {
    "text": _as_text,
    "json": _as_json,
    "ics": review_calendar,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder",
        nargs="?",
        default="catalog",
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
        help="the day to tell it for, such as 2026-11-21 (default: today)",
    )
    parser.add_argument(
        "--site-url",
        metavar="URL",
        default=site_address() or "/",
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
