#!/usr/bin/env python3
"""Start a new entry: ask a few questions and write the file, to which you can add more.

It asks for the link, the title, the type, a summary, and where the resource
belongs. Every question has an option that answers it beforehand. Everything else
is in the file as comments to fill in. Entries that may be the same resource are
listed before anything is written, and no file is ever overwritten.

Exit status: 0 written, 1 written but something is wrong with it, or not
written because it may be there already, 2 nothing could be written.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.entry_questions.asking import InputEndedError, Prompter
from console.entry_questions.interview import Interview
from console.mkdocs_settings import published_url
from console.streams import escape_unencodable
from console.write_errors import not_written
from resource_catalog.contribute.issue_forms.dry_run import mended_dry_run
from resource_catalog.contribute.issue_forms.entry_skeleton import entry_skeleton
from resource_catalog.contribute.issue_forms.terminal_answers import RejectedAnswerError
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.folder_layout import ENTRIES, UnusableFolderError
from resource_catalog.loading.saving.whole_file import only_writer, write_file
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model import problems
from resource_catalog.model.messages import _


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    escape_unencodable(sys.stdin, sys.stdout, sys.stderr)
    try:
        return _run(options)
    except (UnusableFolderError, RejectedAnswerError) as error:
        print(error, _("Nothing was written."), file=sys.stderr)
    except InputEndedError:
        print("\n" + _("The answers ended early. Nothing was written."), file=sys.stderr)
    except KeyboardInterrupt:
        print("\n" + _("Stopped. Nothing was written."), file=sys.stderr)
    except OSError as error:
        print(not_written(error, options.catalog), _("Nothing was written."), file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--url", metavar="URL", help="its link; title and type are read from the page if possible")
    add("--title", metavar="TEXT", help="the exact title")
    add("--type", metavar="WORD", help="its type, by id or label")
    add("--summary", metavar="TEXT", help="what it is, in a sentence or two of your own")
    add("--use", metavar="TEXT", help="who does what with it, and when")
    add("--phases", metavar="A,B", help="where it belongs, by id or label")
    add("--stages", metavar="A,B", help="for which stages of readiness, by id or label")
    add("--access", metavar="WORD", help="how readers get it, by id or label, such as open")
    add(
        "--set",
        metavar="KEY=VALUE",
        action="append",
        default=[],
        help="any other key; several values with semicolons between them, terms by id or label; "
        "repeatable",
    )
    add("--id", metavar="NAME", help="the name of the file; made from the title when left out")
    add(
        "--catalog",
        type=Path,
        default=Path(default_catalog()),
        metavar="DIR",
        help="default: %(default)s",
    )
    add("--offline", action="store_true", help="do not open the address")
    add("--all-the-same", action="store_true", help="write it even if it may be there already")
    return parser


def _run(options: argparse.Namespace) -> int:
    loaded = load(options.catalog)
    catalog = loaded.catalog
    if loaded.vocabularies.problems:
        raise RejectedAnswerError(
            _("The vocabularies have problems: run scripts/validate.py first.")
        )
    prompter = Prompter(sys.stdin, sys.stderr)
    interview = Interview(catalog, prompter, options, datetime.date.today())
    data = interview.data()
    text = entry_skeleton(data, catalog)
    similar = interview.similar_ids
    if similar and not options.all_the_same and not prompter.confirm(_("Write it anyway?")):
        print(text, end="")
        print(_("Nothing was written; --all-the-same writes it anyway."), file=sys.stderr)
        return 1
    taken = {*catalog.taken_ids, *loaded.broken_ids}
    entry_id = interview.entry_id(data["title"], taken, options.catalog / ENTRIES)
    today = datetime.date.today()
    text, remarks, found = mended_dry_run(options.catalog, entry_id, text, today)
    for remark in remarks:
        prompter.print(problems.printable(remark, keep=problems.NO_BREAK_SPACES))
    path = options.catalog / ENTRIES / f"{entry_id}.yml"
    path.parent.mkdir(exist_ok=True)
    try:
        with only_writer(options.catalog):
            write_file(path, text, over=False, inside=options.catalog)
    except FileExistsError:
        raise RejectedAnswerError(_("%(file)s already exists.", file=display_path(path))) from None
    if found:
        guide = problems.guide_url(published_url(options.catalog))
        print(problems.as_text(found, guide))
        if not guide:
            from resource_catalog.loading.problem_examples.code_explanations import (
                in_words,  # seldom needed
            )

            print(f"\n{in_words(problem.code for problem in found)}\n")
        print(_("%(file)s is written. Fix the problems listed above.", file=display_path(path)))
        return 1
    print(_("%(file)s is written. Open it in an editor to add more.", file=display_path(path)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
