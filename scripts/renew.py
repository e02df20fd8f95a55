#!/usr/bin/env python3
"""Renew the files that are made from a catalog: schemas, issue forms, the list of addresses.

Run it when you have replaced the catalog with another one, or when a check reports that something
is out of date. The issue forms belong to this project: for a folder outside it they are left alone,
unless CATALOG_DIR names that folder. It builds the site to see which addresses there are. Exit
status: 0 renewed, 1 an address that was published is gone or the site could not be built, 2 the
catalog has problems.
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
from console.streams import escape_unencodable
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _
from resource_catalog.site.published_url_list import URL_LIST_FILE


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "folder", nargs="?", default=default_catalog(), metavar="DIR", help="default: %(default)s"
    )
    folder = Path(parser.parse_args().folder).resolve()
    escape_unencodable()
    if status := _run("write_schemas.py", str(folder)):
        return status
    if not (folder.is_relative_to(ROOT) or folder == Path(default_catalog()).resolve()):
        print(_("The issue forms were left alone: this catalog is outside this project."))
    elif status := _run("write_issue_forms.py", str(folder)):
        return status
    addresses = folder / URL_LIST_FILE
    is_first_list = not addresses.exists()
    with tempfile.TemporaryDirectory() as site:
        if not build_site(Path(site), CATALOG_DIR=str(folder)):
            return 1
        status = _run("check_addresses.py", site, "--catalog", str(folder), "--add")
    if is_first_list and addresses.exists():
        name = yaml_file.display_path(addresses)
        print(
            _("Until the site is published for the first time, you may delete %(file)s.", file=name)
        )
    return status


def _run(script: str, *arguments: str) -> int:
    command = [sys.executable, str(ROOT / "scripts" / script), *arguments]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
