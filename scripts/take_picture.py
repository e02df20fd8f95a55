#!/usr/bin/env python3
"""Take the pictures of the built site that the README shows: home, a phase, a tool and a resource.

Each is taken wide and narrow, in light and in dark. Needs site/ (make site) and a browser
(scripts/browser.py). Exit status: 0 taken, 2 something is missing.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from environment import ROOT, enter

enter("test")

from PIL import Image
from playwright.sync_api import ViewportSize, sync_playwright

from browser import launch_options
from console.page_kinds import page_kinds
from console.static_server import serve_folder

SIZES: dict[str, ViewportSize] = {
    "": {"width": 1280, "height": 800},
    "-narrow": {"width": 375, "height": 760},
}
KINDS = {"home": "home", "phase": "phase", "tool": "tool-timeline", "resource": "resource"}
"""The pictures by name, and the kind of page in each; for a tool of another kind, the first."""


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="default: site/")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "docs/pictures", help="default: %(default)s"
    )
    arguments = parser.parse_args()
    if not (arguments.site / "index.html").is_file():
        print(f"There is no built site in {arguments.site}: run make site.", file=sys.stderr)
        return 2
    kinds = page_kinds(arguments.site)
    arguments.out.mkdir(parents=True, exist_ok=True)
    with serve_folder(arguments.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())  # type: ignore[arg-type]
        for name, kind in KINDS.items():
            tools = [other for other in kinds if other.startswith("tool-")]
            if kind not in kinds and name == "tool" and tools:
                kind = tools[0]
            if kind not in kinds:
                continue
            path = kinds[kind]
            for size, viewport in SIZES.items():
                page = browser.new_page(viewport=viewport)
                page.goto(address + path)
                for scheme in ("", "-dark"):
                    page.emulate_media(color_scheme="dark" if scheme else "light")
                    out = arguments.out / f"{name}{size}{scheme}.png"
                    page.screenshot(path=out, animations="disabled")
                    # 128 colors are enough for a page of flat colors, at a third of the size.
                    Image.open(out).convert("RGB").quantize(128).save(out, optimize=True)
                    print(f"{out.name}: {out.stat().st_size // 1024} kB")
                page.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
