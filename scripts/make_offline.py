#!/usr/bin/env python3
"""Build a copy of the site that opens from a disk or a USB stick, search and filters included.

Writes one zip file: unpack it and open “Start here.html”. Exit status: 0 written,
1 the site could not be built, 2 the file could not be written.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import zipfile
from pathlib import Path

from environment import ROOT, enter

enter()

from console.site_build import build_site
from console.write_errors import not_written
from resource_catalog.loading.saving.whole_file import new_file
from resource_catalog.model.messages import _
from resource_catalog.pages.rendering.offline_html import make_offline, start_page

FOLDER = "library"
START = "Start here.html"
SERVER_ONLY_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz")
"""Files that only servers and search engines use."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def main() -> int:
    """Run the command; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist" / "offline.zip", help="default: dist/offline.zip"
    )
    out: Path = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        print(_("Building the site …"), file=sys.stderr)
        if not build_site(site):
            return 1
        try:
            out.parent.mkdir(parents=True, exist_ok=True)
            count = _pack(site, out)
        except OSError as error:
            print(not_written(error, out), file=sys.stderr)
            return 2
    size = f"{out.stat().st_size / 1_000_000:.1f}"
    print(
        _("%(file)s: %(count)s files, %(size)s MB", file=out, count=count, size=size),
        file=sys.stderr,
    )
    return 0


def _pack(site: Path, out: Path) -> int:
    """Write a reproducible zip file; return the number of files."""
    paths = sorted(p for p in site.rglob("*") if p.is_file() and p.name not in SERVER_ONLY_FILES)
    with new_file(out) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, START, start_page(FOLDER).encode())
        for path in paths:
            content = path.read_bytes()
            if path.suffix == ".html":
                content = make_offline(content.decode()).encode()
            _add(archive, f"{FOLDER}/{path.relative_to(site).as_posix()}", content)
    return len(paths) + 1


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


if __name__ == "__main__":
    sys.exit(main())
