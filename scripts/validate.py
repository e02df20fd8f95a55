#!/usr/bin/env python3
"""Check a catalog folder and list everything that is wrong with it.

With --fix, whatever has only one right answer is fixed first: labels instead of
ids, capitals, spaces and hyphens in keys, terms and ids, words that synonyms.yml
lists for a term, dates and languages written another way, tabs, colons in text,
the order of keys, spaces at the ends of lines, and http where the link watch
knows that https works. A word that is only nearly right is left alone, with a
suggestion. Every change is shown, and comments are kept. Read the changes
before you commit them.

Exit status: 0 nothing wrong, 1 problems, 2 the folder cannot be read at all.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.mkdocs_settings import published_url
from console.own_page_links import wrong_links
from console.streams import escape_unencodable, exit_on_closed_pipe
from console.write_errors import nothing_changed
from resource_catalog.contribute.autofix.diff import format_diff
from resource_catalog.contribute.autofix.fix_catalog import fix_catalog, left_alone
from resource_catalog.contribute.outdated_own_words import outdated_words
from resource_catalog.loading import theme_icons
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.context.published_ids import URL_LIST_FILE, gone_ids
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.saving.file_changes import FileChangedError, save_changes
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model import problems
from resource_catalog.model.addresses.tracking import without_tracking
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import N_, _, ngettext, together
from resource_catalog.model.messages.po_files import note_on
from resource_catalog.model.records.entry import Entry

_NO_LASTING_NAMES = N_(
    "Some questions or tasks in vocabularies/stages.yml have no id. A link to a plan breaks "
    "when the text of one of them changes."
)

FORMATS = {"text": problems.as_text, "json": problems.as_json, "github": problems.as_github}


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s"
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text: file:line:column: code message; json: a list of objects; "
        "github: annotations in a pull request (default: %(default)s)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="fix whatever has only one right answer, and show the changes",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="with --fix: show the changes and write nothing"
    )
    parser.add_argument(
        "--links-from-text",
        nargs="?",
        const="",
        metavar="SITE",
        help="with --fix: keep the words of links in plain texts of entries and make their "
        "addresses links of the entry; SITE is the address that those stand for which begin with / "
        "or {{site.baseurl}}",
    )
    arguments = parser.parse_args()
    if arguments.dry_run and not arguments.fix:
        parser.error("--dry-run goes with --fix")
    site = arguments.links_from_text
    if site is not None and not arguments.fix:
        parser.error("--links-from-text goes with --fix")
    if site and (why := _why_no_site(site)):
        parser.error(_("--links-from-text needs the address of a site: %(reason)s.", reason=why))
    escape_unencodable()
    exit_on_closed_pipe()
    folder = Path(arguments.folder)
    try:
        if arguments.fix:
            out = sys.stderr if arguments.format == "json" else sys.stdout
            print(_fix(folder, arguments.dry_run, site), file=out)
        catalog, found = open_catalog(
            folder, theme_icons.theme_icons(), today=datetime.date.today()
        )
    except (UnusableFolderError, LookupError) as error:
        print(error, file=sys.stderr)
        return 2
    except (FileChangedError, OSError) as error:
        print(nothing_changed(error, folder), file=sys.stderr)
        return 2
    if catalog is not None:
        found = wrong_links(catalog, folder)
    guide = problems.guide_url(published_url(folder))
    listing = FORMATS[arguments.format](found, guide)
    if listing:
        print(listing)
    if found and not guide and arguments.format == "text":
        _explain(found)
    for outdated in outdated_words(folder):
        print(_("Note: %(note)s", note=outdated), file=sys.stderr)
    if catalog is not None and (note := note_on(catalog.identity.language)):
        print(_("Note: %(note)s", note=note), file=sys.stderr)
    if catalog is not None and catalog.has_check and not catalog.has_lasting_names:
        print(_("Note: %(note)s", note=_(_NO_LASTING_NAMES)), file=sys.stderr)
    for line, gone in gone_ids(catalog, folder) if catalog is not None else ():
        place = f"{display_path(folder / URL_LIST_FILE)}:{line}"
        print(_("Note: %(note)s", note=f"{place}: {gone}"), file=sys.stderr)
    if number := sum(map(_has_tracking, catalog.entries.values())) if catalog is not None else 0:
        note = ngettext(
            "%(num)s resource has a link with tracking codes (utm_source and the like); --fix "
            "removes them.",
            "%(num)s resources have links with tracking codes (utm_source and the like); --fix "
            "removes them.",
            number,
        )
        print(_("Note: %(note)s", note=note), file=sys.stderr)
    summary = problems.summary(found)
    if catalog is not None and not found:
        summary = _sizes(catalog)
    print(summary, file=sys.stderr if arguments.format == "json" else sys.stdout)
    return 1 if found else 0


def _explain(found: Sequence[problems.Problem]) -> None:
    """Say beside the list what its codes mean, since there is no page that could be opened."""
    from resource_catalog.loading.problem_examples.code_explanations import (
        in_words,  # seldom needed
    )

    if text := in_words(problem.code for problem in found):
        sys.stdout.flush()
        print(f"\n{text}\n", file=sys.stderr, flush=True)


def _why_no_site(site: str) -> str:
    """Why links in texts cannot be read with this address; empty if they can."""
    from resource_catalog.contribute.import_table.text_links import TextLinks  # seldom needed

    try:
        TextLinks(site=site)
    except ValueError as error:
        return str(error)
    return ""


def _has_tracking(entry: Entry) -> bool:
    return any(without_tracking(link.url) != link.url for link in entry.links)


def _sizes(catalog: Catalog) -> str:
    """What is right, such as ``0 problems in 1 entry and 4 vocabularies``."""
    entries, tools = len(catalog.entries), len(catalog.tools)
    packs, facets = len(catalog.collections), len(catalog.facets)
    parts = [
        ngettext("%(num)s entry", "%(num)s entries", entries) if entries else "",
        ngettext("%(num)s tool", "%(num)s tools", tools) if tools else "",
        ngettext("%(num)s collection", "%(num)s collections", packs) if packs else "",
        ngettext("%(num)s vocabulary", "%(num)s vocabularies", facets) if facets else "",
    ]
    found = [part for part in parts if part] or [_("an empty catalog")]
    return _(
        "%(problems)s in %(parts)s",
        problems=problems.summary([]),
        parts=together(found),
    )


def _fix(folder: Path, dry_run: bool, links_from_text: str | None) -> str:
    """Fix a folder, unless ``dry_run``; return the diff and a summary."""
    gc.disable()  # there are next to no cycles; looking for them takes a fifth longer
    with tempfile.TemporaryDirectory() as scratch:
        changes = fix_catalog(folder, Path(scratch), theme_icons.theme_icons(), links_from_text)
    if not dry_run:
        save_changes(folder, changes)
    summary = ngettext("%(num)s file fixed", "%(num)s files fixed", len(changes))
    if dry_run:
        summary = ngettext(
            "%(num)s file would be fixed", "%(num)s files would be fixed", len(changes)
        )
    left = [
        _(
            "%(file)s is left alone: it is a link that leads out of the catalog.",
            file=display_path(folder / name),
        )
        for name in left_alone(folder)
    ]
    return "\n".join([*(format_diff(folder, change) for change in changes), *left, summary])


if __name__ == "__main__":
    sys.exit(main())
