#!/usr/bin/env python3
"""Say how current the translations of a catalog are, and help to bring them up to date.

--status tells for each language how many texts are current, behind their source, missing, or the
same as it. --stub writes places for missing texts into translations/LANG/, with the source of each
above it; without an ID, for the whole catalog. --confirm says that a translated text is right as
it is, though its source has changed: ID.FIELD for one text, ID for all of a file. With --by, a
native reader signs it; without, nobody does. An ID is the name of a file without its ending, such
as ask-an-educator-podcast, phases or catalog; tools/planner where several have the same name.

Exit status: 0 done, 1 nothing like it is in the catalog, 2 the catalog has problems, or could not
be written.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.streams import escape_unencodable
from console.translations import UnknownTextError, confirmed, stubs
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import nothing_changed
from resource_catalog.contribute.translations.status_formats import FORMATS
from resource_catalog.loading.saving.file_changes import FileChangedError, save_changes
from resource_catalog.model.messages import ngettext


def main() -> int:
    """Run the command; return the exit status."""
    parser = _parser()
    options = parser.parse_args()
    if (options.stub is not None or options.confirm) and not options.lang:
        parser.error("--stub and --confirm need --lang")
    if options.by is not None and not options.by.strip():
        parser.error("--by needs a name")
    if options.by and not options.confirm:
        parser.error("--by goes with --confirm")
    escape_unencodable()
    folder = Path(options.folder)
    try:
        catalog = load_valid_catalog(folder)
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    if options.status:
        print(FORMATS[options.format](catalog), end="")
        return 0
    try:
        if options.confirm:
            found = confirmed(folder, catalog, options.lang, options.confirm, options.by)
        else:
            found = stubs(folder, catalog, options.lang, options.stub)
        save_changes(folder, found.changes)
    except UnknownTextError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, FileChangedError) as error:
        print(nothing_changed(error, folder), file=sys.stderr)
        return 2
    print(*(change.new for change in found.changes), sep="\n", end="\n" if found.changes else "")
    print(
        ngettext("%(num)s text", "%(num)s texts", found.number)
        if options.confirm
        else ngettext("%(num)s text to translate", "%(num)s texts to translate", found.number)
    )
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add(
        "--catalog",
        dest="folder",
        default=default_catalog(),
        metavar="DIR",
        help="default: %(default)s",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--status", action="store_true", help="say how current everything is")
    what.add_argument(
        "--stub", nargs="*", metavar="ID", help="write places for the missing texts of these files"
    )
    what.add_argument(
        "--confirm",
        nargs="+",
        metavar="ID.FIELD",
        help="say that these texts are right",
    )
    add("--lang", metavar="LANG", help="the language of --stub and --confirm, such as es")
    add("--by", metavar="NAME", help="with --confirm: the native reader who has read them")
    add(
        "--format",
        choices=FORMATS,
        default="table",
        help="how --status is written (default: %(default)s)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
