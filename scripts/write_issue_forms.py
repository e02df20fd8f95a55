#!/usr/bin/env python3
"""Write the forms in which readers suggest resources and report problems on GitHub.

Their drop-downs hold the terms of the vocabularies, so run it after adding a
facet or a term. Exit status: 0 written or up to date, 1 out of date (only
with --check), 2 the catalog has problems.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import ROOT, enter

enter()

from resource_catalog import problems
from resource_catalog.check import open_catalog
from resource_catalog.intake.forms import issue_forms
from resource_catalog.load import UnusableFolderError


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("folder", nargs="?", default="catalog", metavar="DIR", help="default: %(default)s")
    add(
        "--out",
        type=Path,
        default=ROOT / ".github" / "ISSUE_TEMPLATE",
        metavar="DIR",
        help="default: .github/ISSUE_TEMPLATE of this project",
    )
    add("--check", action="store_true", help="write nothing; say which files are out of date")
    options = parser.parse_args()
    try:
        catalog, found = open_catalog(Path(options.folder))
    except UnusableFolderError as error:
        print(error, file=sys.stderr)
        return 2
    if catalog is None:
        print(problems.as_text(found), problems.count(found), sep="\n", file=sys.stderr)
        return 2
    stale = 0
    for name, text in issue_forms(catalog).items():
        path: Path = options.out / name
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if options.check:
            print(f"{path.as_posix()} is out of date: run python scripts/write_issue_forms.py")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.as_posix()} written")
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
