#!/usr/bin/env python3
"""Take the picture of the home page that the README shows, from the built site.

Needs site/ (make site) and a browser (scripts/browser.py). Exit status: 0 taken,
2 something is missing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import ROOT, enter

enter("test")

from PIL import Image
from playwright.sync_api import sync_playwright

from browser import launch_options
from console.static_server import serve_folder

VIEWPORT = {"width": 1280, "height": 800}


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="default: site/")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "docs/pictures/home.png", help="default: %(default)s"
    )
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        print(f"There is no built site in {arguments.site}: run make site.", file=sys.stderr)
        return 2
    with serve_folder(arguments.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        page = browser.new_page(viewport=VIEWPORT, color_scheme="light")  # type: ignore[arg-type]
        page.goto(address)
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=arguments.out)
        browser.close()
    # 128 colours are enough for a page of flat colours, at a third of the size.
    Image.open(arguments.out).convert("RGB").quantize(128).save(arguments.out, optimize=True)
    print(f"{arguments.out.name}: {arguments.out.stat().st_size // 1024} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
