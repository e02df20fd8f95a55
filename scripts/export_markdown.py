#!/usr/bin/env python3
"""Write the whole site as Markdown with front matter, for another engine to build.

The folder has docs/, with every page and the data files, and settings. In it,
“mkdocs build”, “properdocs build” and “zensical build” each make a site. Set
SITE_URL to the address of that site.

Parts that only work on this site are left out: search, filters, forms and styles.

Exit status: 0 written, 2 not.
"""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from pathlib import Path

from environment import ROOT, default_catalog, enter

enter()

from console.mkdocs_settings import site_url
from console.valid_catalog import InvalidCatalogError, load_valid_catalog
from console.write_errors import not_written
from resource_catalog.exports.export_registry import all_exports
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.saving.whole_file import new_folder
from resource_catalog.model.messages import _
from resource_catalog.model.messages.po_files import languages
from resource_catalog.model.optional_pages import page_path
from resource_catalog.pages.hand_written.absent_page_links import without_links_left_out
from resource_catalog.pages.hand_written.catalog_words import with_addresses, with_nouns
from resource_catalog.pages.hand_written.key_table import with_key_table
from resource_catalog.pages.hand_written.translation_status import with_translation_status
from resource_catalog.pages.markdown_site.site_folder import PAGES_FOLDER, markdown_site_files
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site

HAND_WRITTEN = ROOT / "docs"
TEMPLATES = ROOT / "overrides" / "catalog"


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder")
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=default_catalog(),
        metavar="CATALOG",
        help="default: %(default)s",
    )
    arguments = parser.parse_args()
    out: Path = arguments.out
    try:
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            taken = _("%(name)s already exists and is not empty: name a new folder.", name=out)
            print(taken, file=sys.stderr)
            return 2
        catalog = load_valid_catalog(arguments.folder)
        moment = datetime.datetime.now(datetime.UTC)
        address = (site_url() or "https://example.org/").rstrip("/") + "/"
        site = Site(
            catalog, LinkStatuses(catalog, moment.date()), lambda path: address + path, moment
        )
        with new_folder(out) as draft:
            written = _write(site, draft)
        print(_("%(num)s pages written to %(name)s", num=written, name=out))
    except InvalidCatalogError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(not_written(error, out), file=sys.stderr)
        return 2
    return 0


def _write(site: Site, out: Path) -> int:
    """Write all files; return the number of pages."""
    other_languages = {*languages(), *site.catalog.identity.languages}
    sources = {
        name: path
        for path in sorted(HAND_WRITTEN.rglob("*"))
        if path.is_file()
        and page_path(name := path.relative_to(HAND_WRITTEN).as_posix()) not in site.left_out
        and name.partition("/")[0] not in other_languages
    }
    renderer = Renderer(TEMPLATES, site)
    written = 0
    for file in markdown_site_files(
        site, all_pages(site), renderer.html, all_exports(site), sources
    ):
        path = out / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        written += path.suffix == ".md"
        if isinstance(file.content, bytes):
            path.write_bytes(file.content)
        else:
            path.write_text(file.content, encoding="utf-8", newline="")
    for name, path in sources.items():
        target = out / PAGES_FOLDER / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".md":
            text = with_key_table(path.read_text(encoding="utf-8"), site.catalog)
            text = with_translation_status(text, site)
            text = with_nouns(with_addresses(text, site.catalog), name)
            text = without_links_left_out(text, name, site.has_page)
            target.write_text(text, encoding="utf-8", newline="")
            written += 1
        else:
            shutil.copyfile(path, target)
    return written


if __name__ == "__main__":
    sys.exit(main())
