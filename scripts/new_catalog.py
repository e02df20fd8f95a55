#!/usr/bin/env python3
"""Make a new catalog: a folder that builds right away and is ready for entries.

With --table, it looks for columns that could be vocabularies: few words in many
rows, such as types, subjects or countries. On a terminal it asks which to make;
--vocabularies names them beforehand. No row is imported yet: that is done by
python scripts/import_csv.py.

Exit status: 0 made, 2 not.
"""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from environment import enter

enter()

from console.command_hints import command
from console.streams import escape_unencodable
from console.write_errors import not_written
from resource_catalog.contribute.import_table.mapping_file import NO_MAPPING
from resource_catalog.contribute.import_table.read_table import MAX_BYTES, read_table
from resource_catalog.contribute.import_table.table import Table, UnreadableTableError
from resource_catalog.contribute.new_terms.added_terms import NewTerms, NewTermsError
from resource_catalog.contribute.new_terms.new_catalog_folder import (
    FolderTakenError,
    make_folder,
    write_facet_order,
)
from resource_catalog.contribute.new_terms.terms_of_columns import add_terms
from resource_catalog.contribute.new_terms.terms_report import new_terms_lines
from resource_catalog.contribute.new_terms.vocabulary_columns import vocabulary_columns
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.json_schema import schemas
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.saving.file_changes import (
    FileChangedError,
    changes_of,
    save_changes,
)
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _
from resource_catalog.model.problems import as_text


def main() -> int:
    """Run the command; return the exit status."""
    arguments = _arguments()
    escape_unencodable()
    folder: Path = arguments.folder
    try:
        table = _read(arguments.table) if arguments.table else None
        make_folder(folder, arguments.title)
        loaded = load(folder)
        if table is not None:
            names = arguments.vocabularies or _chosen_columns(table)
            terms = add_terms(loaded, NO_MAPPING, table, names)
            loaded = _write(terms, loaded)
            if len(facets := dict.fromkeys(term.facet for term in terms.terms)) > 1:
                write_facet_order(folder, [*facets])
        for name, text in schemas(loaded.catalog).items():
            (folder / "schema").mkdir(exist_ok=True)
            write_file(folder / "schema" / name, text)
    except (FolderTakenError, UnreadableTableError, NewTermsError, FileChangedError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(not_written(error, folder), file=sys.stderr)
        return 2
    except (EOFError, KeyboardInterrupt):
        stopped = _("Stopped. %(name)s has no vocabularies yet.", name=folder)
        print(f"\n{stopped}", file=sys.stderr)
        return 2
    name = yaml_file.display_path(folder)
    take = command("import_csv.py", folder, arguments.table or "table.csv")
    print(_("%(name)s is now a catalog. Next:", name=name))
    print(f"  {take} --dry-run")
    print(f"  {take}")
    print(f"  {command('validate.py', folder)}")
    print(f"  CATALOG_DIR={shlex.quote(name)} make site")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="the new folder")
    parser.add_argument("--title", help="the name of the site (default: the name of the folder)")
    parser.add_argument("--table", type=Path, metavar="FILE", help="a table: .xlsx, CSV or text")
    parser.add_argument(
        "--vocabularies",
        nargs="+",
        default=[],
        metavar="COLUMN",
        help="headings of the table whose words become vocabularies; nothing is asked then",
    )
    arguments = parser.parse_args()
    if arguments.vocabularies and not arguments.table:
        parser.error("--vocabularies goes with --table")
    return arguments


def _read(path: Path) -> Table:
    raw = yaml_file.read_bytes(path, MAX_BYTES)
    if isinstance(raw, tuple):
        raise UnreadableTableError(f"{yaml_file.display_path(path)}: {raw[1]} {raw[2]}".strip())
    return read_table(raw, lambda _heading: False)


def _chosen_columns(table: Table) -> list[str]:
    """The columns to make vocabularies of: those that somebody at the terminal says yes to."""
    chosen = []
    for column in vocabulary_columns(table):
        examples = ", ".join(column.examples)
        print(
            _(
                "“%(heading)s” could be a vocabulary of %(words)s terms: %(examples)s …",
                heading=column.heading,
                words=column.words,
                examples=examples,
            )
        )
        if column.may_be_type:
            note = _(
                "If it says what kind of thing each one is, it can be the type, which lists show: "
                "map the column to type, and add --new-terms types when you import the rows."
            )
            print(f"  {note}")
        asked = f"  {_('Make it one?')} [y/N] "
        if sys.stdin.isatty() and input(asked).strip().lower() in ("y", "yes"):
            chosen.append(column.heading)
    if not chosen and not sys.stdin.isatty():
        print(_("None was made: name them with --vocabularies."))
    return chosen


def _write(terms: NewTerms, loaded: LoadedCatalog) -> LoadedCatalog:
    """Write the vocabularies; return the catalog with them. Raises ``NewTermsError``."""
    if terms.loaded is None:
        return loaded
    if problems := problems_of(terms.loaded):
        raise NewTermsError(as_text(problems))
    changes = changes_of(loaded.folder, terms.new_texts, terms.old_texts)
    save_changes(loaded.folder, changes)
    print("\n".join(new_terms_lines(terms)))
    return terms.loaded


if __name__ == "__main__":
    sys.exit(main())
