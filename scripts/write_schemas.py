#!/usr/bin/env python3
"""Write the JSON Schemas of a catalog, which let editors complete and check its files.

Run it after adding a facet or a term. Exit status: 0 written or up to date,
1 out of date (only with --check), 2 the catalog has problems, or could not be written.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.generated_files import update_files
from console.mkdocs_settings import site_url
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import not_written
from resource_catalog.loading.json_schema import IDS_FILE, schemas
from resource_catalog.loading.saving.whole_file import only_writer
from resource_catalog.model import problems


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; list the files that are out of date"
    )
    arguments = parser.parse_args()
    folder = Path(arguments.folder)
    try:
        catalog = load_valid_catalog(folder, guide=problems.guide_url(site_url()))
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    try:
        with contextlib.nullcontext() if arguments.check else only_writer(folder):
            return update_files(
                folder / "schema",
                schemas(catalog),
                check=arguments.check,
                command="python scripts/renew.py",
                may_be_stale=(IDS_FILE,),  # only for completion, and need not list all entries
                inside=folder,
            )
    except OSError as error:
        print(not_written(error, folder), file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
