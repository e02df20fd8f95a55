#!/usr/bin/env python3
"""Make contact sheets of the built site: one picture for each kind of page, to look at.

A sheet shows its page at four widths, each in light, in dark, in forced colors and as printed.
Needs site/ (make site) and a browser (scripts/browser.py). Exit status: 0 made, 2 something is
missing.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from environment import ROOT, enter

enter("test")

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from browser import launch_options
from console.page_kinds import STATES, page_kinds
from console.static_server import serve_folder

WIDTHS = (1280, 768, 375, 320)
SCHEMES: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colors": {"color_scheme": "light", "forced_colors": "active"},
    "print": {"forced_colors": "none", "media": "print"},
}
SCALE = 0.5
TALLEST = 3000
"""What is below this height of a page is left out."""

GAP, HEAD = 16, 20


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="default: site/")
    parser.add_argument(
        "--out", type=Path, default=ROOT / ".cache/contact-sheets", help="default: %(default)s"
    )
    parser.add_argument("kinds", nargs="*", help="kinds of pages, such as home; default: all")
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        print(f"There is no built site in {arguments.site}: run make site.", file=sys.stderr)
        return 2
    kinds = page_kinds(arguments.site)
    known = [*kinds, *(name for name, (kind, _do) in STATES.items() if kind in kinds)]
    if unknown := sorted({*arguments.kinds} - {*known}):
        print(
            f"Not on this site: {', '.join(unknown)}. Known: {', '.join(known)}.", file=sys.stderr
        )
        return 2
    arguments.out.mkdir(parents=True, exist_ok=True)
    with serve_folder(arguments.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for name in arguments.kinds or known:
            sheet = contact_sheet(browser, address, name, kinds)
            path = arguments.out / f"{name}.png"
            sheet.quantize(128).save(path, optimize=True)
            print(path)
        browser.close()
    return 0


def contact_sheet(
    browser: Browser, address: str, name: str, kinds: Mapping[str, str]
) -> Image.Image:
    """A page, or a state of one, at all widths in all schemes."""
    taken = [pictures(browser, address, name, kinds, width) for width in WIDTHS]
    rows = list(zip(*taken, strict=True))
    columns = [max(image.width for image in images) for images in taken]
    heights = [max(image.height for image in row) + HEAD + GAP for row in rows]
    sheet = Image.new("RGB", (sum(columns) + GAP * (len(columns) + 1), sum(heights) + GAP), "#777")
    draw, top = ImageDraw.Draw(sheet), GAP
    for scheme, row, height in zip(SCHEMES, rows, heights, strict=True):
        left = GAP
        for width, image, column in zip(WIDTHS, row, columns, strict=True):
            draw.text((left, top), f"{name}, {width}, {scheme}", fill="white")
            sheet.paste(image, (left, top + HEAD))
            left += column + GAP
        top += height
    return sheet


def pictures(
    browser: Browser, address: str, name: str, kinds: Mapping[str, str], width: int
) -> list[Image.Image]:
    """A page at one width in each scheme, made smaller; it is loaded once for all of them."""
    kind, do = STATES.get(name, (name, None))
    page = browser.new_page(viewport={"width": width, "height": 900})
    found: list[Image.Image] = []
    try:
        page.goto(address + kinds[kind])
        if do is not None:
            do(page)
        if (
            do is None
        ):  # what is out of sight need not be drawn, and bars stay where the window ends
            height = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": min(max(height, 900), TALLEST)})
        for scheme in SCHEMES.values():
            page.emulate_media(**scheme)
            found.append(_small(page.screenshot(full_page=do is None)))
    except BrowserError as error:
        print(f"{name} at {width}: {error.message}", file=sys.stderr)
        found += [Image.new("RGB", (int(width * SCALE), 100), "#a00")] * (len(SCHEMES) - len(found))
    finally:
        page.close()
    return found


def _small(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, TALLEST)))
    return image.resize(
        (int(image.width * SCALE), int(image.height * SCALE)), Image.Resampling.LANCZOS
    )


if __name__ == "__main__":
    sys.exit(main())
