#!/usr/bin/env python3
"""Check that no address that was ever published is missing from the built site.

Compares the list addresses.txt in the catalog with a built site. --add puts the
site's new addresses into the list: run it when you publish, because from then on
people may have saved them. Until you publish for the first time, you may delete
the list.

Exit status: 0 all there, 1 addresses are gone, 2 nothing to compare.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from pathlib import Path

from environment import default_catalog, enter

enter()

from console.streams import escape_unencodable
from console.write_errors import not_written
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.saving.whole_file import only_writer, write_file
from resource_catalog.loading.translations.unpublished_languages import unpublished_languages
from resource_catalog.model.messages import _
from resource_catalog.model.problems import workflow_command
from resource_catalog.site import published_url_list
from resource_catalog.site.published_url_list import MissingUrl


def main() -> int:
    """Run the command; return the exit status."""
    options = _parser().parse_args()
    escape_unencodable()
    site, catalog = Path(options.site), Path(options.catalog)
    file = catalog / published_url_list.URL_LIST_FILE
    if not (site / "index.html").is_file():
        print(
            _(
                "%(name)s is not a built site. Build it with “%(command)s”.",
                name=site,
                command="make site",
            ),
            file=sys.stderr,
        )
        return 2
    if not (catalog / ENTRIES).is_dir():
        print(
            _(
                "%(name)s is not a catalog: it has no folder “%(folder)s”.",
                name=catalog,
                folder=ENTRIES,
            ),
            file=sys.stderr,
        )
        return 2
    try:
        with only_writer(catalog) if options.add else contextlib.nullcontext():
            return _compare(site, catalog, file, options)
    except UnicodeDecodeError:
        print(_("%(file)s cannot be read as UTF-8 text.", file=file), file=sys.stderr)
    except OSError as error:
        print(not_written(error, file), file=sys.stderr)
    return 2


def _compare(site: Path, catalog: Path, file: Path, options: argparse.Namespace) -> int:
    text = file.read_text(encoding="utf-8-sig") if file.exists() else ""
    known = published_url_list.parse_url_list(text)
    missing = list(published_url_list.missing_urls(known, site, catalog))
    new = published_url_list.site_urls(site, unpublished_languages(catalog)) - known.keys()
    for url in missing:
        print(_line(file, url, options.format))
    if options.add and new:
        urls = published_url_list.format_url_list({*known, *new})
        write_file(file, urls, inside=catalog)
    values = {"known": len(known), "gone": len(missing), "new": len(new)}
    if options.add and missing:
        print(_("%(known)s known addresses, %(gone)s gone; %(new)s added", **values))
    elif options.add:
        print(_("%(known)s known addresses, none gone; %(new)s added", **values))
    elif missing:
        print(_("%(known)s known addresses, %(gone)s gone; %(new)s not in the list yet", **values))
    else:
        print(_("%(known)s known addresses, none gone; %(new)s not in the list yet", **values))
    return 1 if missing else 0


def _line(file: Path, url: MissingUrl, form: str) -> str:
    message = f"{url.message} {url.hint}"
    if form == "github":
        place = {"file": file.as_posix(), "line": url.line, "title": _("address gone")}
        return workflow_command("error", place, message)
    return f"{file.as_posix()}:{url.line}: {message}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("site", nargs="?", default="site", metavar="SITE", help="default: %(default)s")
    add("--catalog", default=default_catalog(), metavar="DIR", help="default: %(default)s")
    add("--add", action="store_true", help="put new addresses into the list")
    add(
        "--format",
        choices=("text", "github"),
        default="text",
        help="github: annotations in a pull request (default: %(default)s)",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
