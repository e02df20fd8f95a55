#!/usr/bin/env python3
"""Build the site with a hand-out to print for every phase, stage, pack and cell of the matrix.

Builds the site, prints its pages with Chromium into tagged PDF files, for A4 and for Letter paper,
and builds it once more with the files beside the pages they belong to. The settings of the build
(SITE_URL, CATALOG_DIR and so on) hold here too. Exit status: 0 written, 1 the site could not be
built, 2 there is no browser (get one with scripts/browser.py), or the site has no address that
others could open, so that nothing was written.
"""

from __future__ import annotations

import argparse
import json
import mimetypes
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from environment import ROOT, enter

enter("handouts")

from playwright.sync_api import Route, sync_playwright

from browser import launch_options
from console.link_watch.progress import Progress
from console.site_build import build_site
from resource_catalog.exports.handout_files import PAPERS, printed_urls
from resource_catalog.links.built_site import canonical_url
from resource_catalog.model.messages import N_, _
from resource_catalog.site.localhost import is_local

_NO_ADDRESS = N_(
    "No hand-outs were made: their addresses and QR codes would lead to this computer only. "
    "Give the address of the site: “SITE_URL=https://library.example.org/ make handouts”, or "
    "“site_url: https://library.example.org/” in catalog.yml."
)


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--site", type=Path, default=ROOT / "site", metavar="DIR", help="default: site/"
    )
    target: Path = parser.parse_args().site.resolve()
    try:
        browser = launch_options()
    except LookupError as error:
        print(error, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        plain, handouts = Path(folder, "site"), Path(folder, "handouts")
        if not build_site(plain):
            return 1
        root, pages = pages_of(plain)
        if is_local(root):
            print(_(_NO_ADDRESS), file=sys.stderr)
            return 2
        print_pages(pages, root, plain, handouts, browser)
        if not build_site(target, HANDOUTS_DIR=str(handouts)):
            return 1
    print(
        _("%(number)s pages have hand-outs in %(folder)s", number=len(pages), folder=target),
        file=sys.stderr,
    )
    return 0


def pages_of(site: Path) -> tuple[str, list[str]]:
    """The URL of a built site, and the paths of its pages with a list, in all its languages."""
    root = canonical_url(site)  # a catalog may have no phases
    files = [site / "data" / "catalog.json", *sorted(site.glob("*/data/catalog.json"))]
    catalogs = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return root, [url.removeprefix(root) for data in catalogs for url in printed_urls(data)]


def print_pages(
    pages: Sequence[str], root: str, site: Path, target: Path, browser: dict[str, object]
) -> None:
    """Print pages of a built site with the URL ``root`` as PDF into the folder ``target``."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(**browser)  # type: ignore[arg-type]
        tab = chromium.new_page(java_script_enabled=False, color_scheme="light")
        # Requests to the published URL are answered from disk, so that links in the PDF are right.
        tab.route("**/*", lambda route: _fulfill(route, root, site))
        with Progress(_("Printing pages"), len(pages)) as progress:
            for page in pages:
                tab.goto(root + page)
                for paper, name in PAPERS.items():
                    file = target / page / name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(tab.pdf(format=paper, tagged=True, outline=True))
                progress.step()
        chromium.close()


def _fulfill(route: Route, root: str, site: Path) -> None:
    """Answer a request with a file of the site."""
    path = route.request.url.partition("?")[0].removeprefix(root)
    file = site / path / "index.html" if not path or path.endswith("/") else site / path
    if route.request.url.startswith(root) and file.is_file():
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        route.fulfill(body=file.read_bytes(), content_type=kind)
    else:
        route.abort()


if __name__ == "__main__":
    sys.exit(main())
