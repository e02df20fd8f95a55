#!/usr/bin/env python3
"""Write the entries of a catalog as a table, to work on in a spreadsheet.

It has everything, including what readers are not shown. To bring it back, run
python scripts/import_csv.py FILE --update. In Excel, open it with “Data, From
Text/CSV” and “Do not detect data types”: double-clicking the file rewrites dates.

Exit status: 0 written, 2 not.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import not_written
from resource_catalog.exports.spreadsheet.columns import columns, max_group_counts
from resource_catalog.exports.spreadsheet.csv_text import entries_as_csv
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.model.messages import _, ngettext


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the new file, such as table.csv")
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=default_catalog(),
        metavar="DIR",
        help="default: %(default)s",
    )
    parser.add_argument("--force", action="store_true", help="replace FILE if it exists")
    arguments = parser.parse_args()
    try:
        catalog = load_valid_catalog(arguments.folder)
        entries = catalog.entries.values()
        table_columns = columns(catalog.facets, max_group_counts(entries), catalog.entry_type)
        table = entries_as_csv(entries, catalog.facets, table_columns)
        write_file(arguments.file, table, over=arguments.force)
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    except FileExistsError:
        taken = _("%(file)s already exists. --force replaces it.", file=arguments.file)
        print(taken, file=sys.stderr)
        return 2
    except OSError as error:
        print(not_written(error, arguments.file), file=sys.stderr)
        return 2
    print(
        ngettext(
            "%(num)s entry written to %(file)s",
            "%(num)s entries written to %(file)s",
            len(catalog.entries),
            file=arguments.file,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
