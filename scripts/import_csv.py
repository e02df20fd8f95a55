#!/usr/bin/env python3
"""Import the rows of a table into a catalog: new entries, and with --update changes to old ones.

FILE may come from Excel, Numbers, LibreOffice or Google Sheets: a workbook
(.xlsx), or text with commas, semicolons or tabs. Its first row names the columns;
python scripts/export_csv.py writes a table that shows them. With --update, a column
that is missing changes nothing, and an empty cell deletes the value.

How to start a catalog from a table, and how to write a mapping file, is in
docs/contribute/spreadsheets.md.

Either every row is imported or nothing is written; with --take-good, the rows
without a problem are imported. Try it first with --dry-run.

Exit status: 0 imported, or nothing wrong; 1 rows were refused, and without
--take-good nothing was written; 2 the file or the catalog cannot be read at all.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.command_hints import command
from console.streams import escape_unencodable, exit_on_closed_pipe
from console.write_errors import nothing_changed
from resource_catalog.contribute.import_table.import_plan import ImportPlan, outcome_counts
from resource_catalog.contribute.import_table.mapping_file import (
    NO_MAPPING,
    ColumnMapping,
    read_mapping,
)
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.read_table import MAX_BYTES, read_table
from resource_catalog.contribute.import_table.report.import_report import (
    count,
    report_data,
    report_lines,
)
from resource_catalog.contribute.import_table.report.refused_rows import refused_table
from resource_catalog.contribute.import_table.table import Table, UnreadableTableError
from resource_catalog.contribute.import_table.text_links import TextLinks
from resource_catalog.contribute.new_terms.added_terms import NO_NEW_TERMS, NewTermsError
from resource_catalog.contribute.new_terms.terms_of_columns import add_terms
from resource_catalog.contribute.new_terms.terms_report import new_terms_lines
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.saving.file_changes import (
    FileChangedError,
    changes_of,
    save_changes,
)
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model import problems
from resource_catalog.model.messages import _, ngettext


class UnusableInputError(Exception):
    """The file, mapping or catalog cannot be used. The message gives the reason."""


def main() -> int:
    """Run the command; return the exit status."""
    arguments = _arguments()
    escape_unencodable()
    exit_on_closed_pipe()
    try:
        return _run(arguments)
    except (UnusableInputError, UnusableFolderError, UnreadableTableError, NewTermsError) as error:
        print(error, file=sys.stderr)
    except FileExistsError as error:
        print(
            _("%(file)s already exists. --force replaces it.", file=error.filename),
            file=sys.stderr,
        )
    except (FileChangedError, OSError) as error:
        print(nothing_changed(error, arguments.folder), file=sys.stderr)
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was changed."), file=sys.stderr)
    return 2


def _run(arguments: argparse.Namespace) -> int:
    loaded, mapping = _load(arguments.folder), _mapping(arguments.map)
    name = yaml_file.display_path(arguments.file)
    known = ImportPlanner(loaded, mapping, name, update=False).is_known
    table = read_table(_read(arguments.file), known, arguments.encoding, arguments.sheet)
    names = [name for names in arguments.new_terms for name in names.split(",") if name]
    terms = add_terms(loaded, mapping, table, names) if names else NO_NEW_TERMS
    plan = ImportPlanner(
        terms.loaded or loaded,
        mapping,
        name,
        update=arguments.update,
        added=datetime.date.today().isoformat() if arguments.today else None,
        take_good=arguments.take_good,
        today=datetime.date.today(),
        text_links=_text_links(arguments.links_from_text),
    ).plan(table)
    out = sys.stdout
    if arguments.format == "json":
        data = {**report_data(arguments.file.name, table, plan), "new_terms": terms.as_data()}
        print(json.dumps(data, indent=2, ensure_ascii=False))
        out = sys.stderr
    else:
        print("\n".join([*new_terms_lines(terms), *report_lines(arguments.file.name, table, plan)]))
    if arguments.refused is not None and plan.problems:
        print(_write_refused(arguments, table, plan), file=out)
    if plan.problems and not plan.new_texts:
        found = count(len(plan.problems), "problem")
        print(_("Nothing was written: %(problems)s to fix first.", problems=found), file=out)
        if arguments.take_good:
            print(_("Files of the catalog name some of the refused rows."), file=out)
    elif arguments.dry_run:
        print(_("Nothing was written, because this was a dry run."), file=out)
    else:
        texts = {**terms.new_texts, **plan.new_texts}
        old_texts = {**terms.old_texts, **plan.old_texts}
        save_changes(loaded.folder, changes_of(loaded.folder, texts, old_texts))
        place = yaml_file.display_path(loaded.folder)
        written = ngettext(
            "%(num)s file written to %(place)s.",
            "%(num)s files written to %(place)s.",
            len(texts),
            place=place,
        )
        print(written, file=out)
        if terms.new_texts:
            renew = command("renew.py", loaded.folder)
            print(_("For the new terms: %(command)s", command=renew), file=out)
    return 1 if plan.problems else 0


def _write_refused(arguments: argparse.Namespace, table: Table, plan: ImportPlan) -> str:
    """Write the refused rows into their own table; return a sentence that says it."""
    path: Path = arguments.refused
    if path.exists() and path.samefile(arguments.file):
        raise UnusableInputError(_("--refused needs a different file from the table itself."))
    write_file(path, refused_table(table, plan), over=arguments.force)
    return ngettext(
        "%(num)s refused row written to %(place)s.",
        "%(num)s refused rows written to %(place)s.",
        outcome_counts(plan)["refused"],
        place=yaml_file.display_path(path),
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="the table: .xlsx, CSV or tabbed text"
    )
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=default_catalog(),
        metavar="DIR",
        # Spelled out: while options may stand between the two, there is no default to name.
        help=f"default: {default_catalog()}".replace("%", "%%"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="show what would happen and write nothing"
    )
    parser.add_argument(
        "--update", action="store_true", help="change entries that exist; comments in them stay"
    )
    parser.add_argument(
        "--take-good",
        action="store_true",
        help="import the rows without a problem, skip the others",
    )
    parser.add_argument(
        "--refused",
        type=Path,
        metavar="FILE",
        help="write the refused rows into this new table, with a column that gives the reason; "
        "fix them there and import it like any other table",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace the table of --refused if it exists"
    )
    parser.add_argument(
        "--new-terms",
        nargs="+",
        action="extend",
        default=[],
        metavar="FACET",
        help="turn new words in this vocabulary's column into terms, and create the vocabulary if "
        "there is none; --dry-run shows them first",
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help="a YAML file that maps their columns and words to ours: "
        "“columns:” their heading: our column, or ignore; "
        "“values:” our column: their word: ours, or ignore; "
        "“empty:” a list of words that mean nothing, such as N/A; "
        "“dates:” day-first or month-first, for dates such as 4/9/2017; "
        "“defaults:” our column: the value for empty cells of new entries; "
        "“separator:” what separates several values in one cell; "
        "“separators:” the same, column by column",
    )
    parser.add_argument(
        "--links-from-text",
        nargs="?",
        const="",
        metavar="SITE",
        help="keep the words of links in plain texts and make their addresses links of the entry; "
        "SITE is the site that addresses beginning with / or {{site.baseurl}} belong to",
    )
    parser.add_argument(
        "--today", action="store_true", help="date new entries without a day as added today"
    )
    parser.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook to read")
    parser.add_argument(
        "--encoding",
        metavar="NAME",
        help="encoding to use when letters come out wrong, such as mac-roman",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="json: one object with the problems, their groups and what becomes of each row "
        "(default: %(default)s)",
    )
    return parser.parse_intermixed_args()


def _text_links(site: str | None) -> TextLinks:
    """How links in texts are read. ``site`` is None if they are not wanted, or may be empty."""
    try:
        return TextLinks(is_wanted=site is not None, site=site or "")
    except ValueError as error:
        message = _("--links-from-text needs the address of a site: %(reason)s.", reason=error)
        raise UnusableInputError(message) from None


def _load(folder: Path) -> LoadedCatalog:
    """Load a catalog. Problems between files are left: the table may solve them."""
    loaded = load(folder)
    if loaded.problems:
        found = problems_of(loaded)
        raise UnusableInputError(
            f"{problems.as_text(found)}\n"
            + _("%(problems)s: fix the catalog first.", problems=problems.summary(found))
        )
    return loaded


def _mapping(path: Path | None) -> ColumnMapping:
    if path is None:
        return NO_MAPPING
    mapping, found = read_mapping(path)
    if mapping is None:
        raise UnusableInputError(problems.as_text(found))
    return mapping


def _read(path: Path) -> bytes:
    raw = yaml_file.read_bytes(path, MAX_BYTES)
    if isinstance(raw, tuple):
        _code, message, hint = raw
        raise UnusableInputError(f"{yaml_file.display_path(path)}: {message} {hint}".strip())
    return raw


if __name__ == "__main__":
    sys.exit(main())
