#!/usr/bin/env python3
"""Find a Chromium for the browser tests, or get one.

Looks at the variable CHROMIUM, then for Chromium, Chrome or Edge where they
are usually installed, then for one that Playwright has downloaded. When there
is none it is installed with apt-get where that is possible, else downloaded by
Playwright. Prints the path. Exit status: 0 found, 2 none to be had.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import enter

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)
"""Turn off the browser's own background requests, so that every request is the page's."""


def find() -> str | None:
    """The path of an installed Chromium, or None."""
    chosen = os.environ.get("CHROMIUM")
    if chosen:
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for candidate in PATHS:
        if Path(candidate).exists():
            return candidate
    return _from_playwright()


def launch_options() -> dict[str, object]:
    """Arguments for Playwright's ``launch``. Raises ``LookupError`` if there is no browser."""
    path = find()
    if path is None:
        raise LookupError("No Chromium: run scripts/browser.py first.")
    arguments = list(ARGUMENTS)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses to run as root
    return {"executable_path": path, "args": arguments}


def install() -> None:
    """Install Chromium with apt-get if possible, otherwise with Playwright."""
    apt = shutil.which("apt-get")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt and (root or shutil.which("sudo")):
        sudo = [] if root else ["sudo", "-n"]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        apt_install = [*sudo, apt, "install", "-y", "--no-install-recommends", "chromium"]
        for command in ([*sudo, apt, "update"], apt_install):
            print("+", " ".join(command), file=sys.stderr)
            subprocess.run(command, env=environment, stdout=sys.stderr, check=False)
    if find() is None:
        enter("handouts")  # the part that contains Playwright
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        print("+", " ".join(command), file=sys.stderr)
        subprocess.run(command, stdout=sys.stderr, check=False)


def _from_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def main() -> int:
    """Run the command; return the exit status."""
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    if find() is None:
        install()
    path = find()
    if path is None:
        print(
            "No Chromium could be found or installed. Install Chromium or Chrome yourself, "
            "or set CHROMIUM to the path of one.",
            file=sys.stderr,
        )
        return 2
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
