#!/usr/bin/env python3
"""Find a Chromium for the browser tests, or get one.

Looks at the variable CHROMIUM, then for Chromium, Chrome or Edge where they
are usually installed, then for one that Playwright has downloaded. When there
is none it is installed with apt-get where that is possible, else downloaded by
Playwright. For root, as in a container, the Chromium without windows is
installed even if there is another, since pages cost it a third less work.
Prints the path. Exit status: 0 found, 2 none to be had.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import enter

WITHOUT_WINDOWS = "chromium-headless-shell"
"""The name of the program and of its package in Debian."""

NAMES = (
    *(WITHOUT_WINDOWS, "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "msedge"),
)
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
    if _is_root():
        arguments.append("--no-sandbox")  # Chromium's sandbox refuses to run as root
    return {"executable_path": path, "args": arguments}


def install() -> None:
    """Install Chromium with apt-get if possible, otherwise with Playwright."""
    for package in (WITHOUT_WINDOWS, "chromium"):
        if find() is None:
            _apt_install(package)
    if find() is None:
        enter("handouts")  # the part that contains Playwright
        _run([sys.executable, "-m", "playwright", "install", "chromium"])


def _apt_install(package: str) -> None:
    """Install a package where there is apt-get and the right to use it."""
    apt = shutil.which("apt-get")
    if apt and (_is_root() or shutil.which("sudo")):
        sudo = [] if _is_root() else ["sudo", "-n"]
        _run([*sudo, apt, "update"])
        _run([*sudo, apt, "install", "-y", "--no-install-recommends", "--no-remove", package])


def _run(command: list[str]) -> None:
    """Run a command, which may fail, and show what it does."""
    print("+", " ".join(command), file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, env=environment, stdout=sys.stderr, check=False, timeout=600)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


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
    elif _is_root() and not os.environ.get("CHROMIUM") and not shutil.which(WITHOUT_WINDOWS):
        _apt_install(WITHOUT_WINDOWS)
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
