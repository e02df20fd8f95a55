#!/usr/bin/env python3
"""Write the GitHub forms for suggesting resources and reporting problems.

Their drop-downs have the terms of the vocabularies, so run it after adding a
facet or a term. Exit status: 0 written or up to date, 1 out of date (only
with --check), 2 the catalog has problems, or could not be written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import ROOT, default_catalog, enter

enter()

from console.generated_files import update_files
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import not_written
from resource_catalog.contribute.issue_forms.form_templates import issue_forms


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s")
    add(
        "--out",
        type=Path,
        default=ROOT / ".github" / "ISSUE_TEMPLATE",
        metavar="DIR",
        help="default: .github/ISSUE_TEMPLATE of this project",
    )
    add("--check", action="store_true", help="write nothing; list the files that are out of date")
    options = parser.parse_args()
    try:
        forms = issue_forms(load_valid_catalog(Path(options.folder)))
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    command = "python scripts/renew.py"
    try:
        return update_files(options.out, forms, check=options.check, command=command)
    except OSError as error:
        print(not_written(error, options.out), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
