#!/usr/bin/env python3
"""Renew all that is written from a catalog: its schemas, the issue forms, its list of addresses.

Run it when another catalog has taken the place of the one that was here, or when a check says that
something is out of date. It builds the site to see which addresses there are. Exit status: 0
renewed, 1 an address that was published is gone or the site could not be built, 2 the catalog has
problems.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from environment import ROOT, default_catalog, enter

enter()

from console.site_build import build_site


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s"
    )
    folder = Path(parser.parse_args().folder).resolve()
    for script in ("write_schemas.py", "write_issue_forms.py"):
        if status := _run(script, str(folder)):
            return status
    with tempfile.TemporaryDirectory() as site:
        if not build_site(Path(site), CATALOG_DIR=str(folder)):
            return 1
        return _run("check_addresses.py", site, "--catalog", str(folder), "--add")


def _run(script: str, *arguments: str) -> int:
    command = [sys.executable, str(ROOT / "scripts" / script), *arguments]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
