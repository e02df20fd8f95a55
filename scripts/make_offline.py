#!/usr/bin/env python3
"""Build a copy of the site that opens from a disk or a USB stick, search and filters included.

Writes one zip file: whoever unpacks it opens “Start here.html”. Exit status: 0 written,
1 the site could not be built.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "library"
START = "Start here.html"
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz")

# A disk has no server to find the index.html of a folder, so links must name it.
_FOLDER_LINK = re.compile(
    r'((?:href|content)="(?:0; url=)?(?![a-z][a-z0-9+.-]*:|//)[^"?#]*/)(?=["?#])'
)
_HOME_LINK = re.compile(r'(href="(?:\.\.?/)*\.\.?)(?=["?#])')
_ONLY_FOR_HOSTS = re.compile(r'\s*<(?:link rel="canonical"|meta property="og:url")[^>]*>')
_EPOCH = (1980, 1, 1, 0, 0, 0)


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--out", type=Path, default=ROOT / "dist" / "offline.zip", help="default: dist/offline.zip"
    )
    out: Path = parser.parse_args().out
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        print("Building the site …", file=sys.stderr)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
        built = subprocess.run(
            command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False
        )
        if built.returncode:
            return 1
        out.parent.mkdir(parents=True, exist_ok=True)
        count = _pack(site, out)
    print(f"{out}: {count} files, {out.stat().st_size / 1_000_000:.1f} MB", file=sys.stderr)
    return 0


def for_disk(html: str) -> str:
    """A page as it must be to open from a disk."""
    html = _FOLDER_LINK.sub(r"\1index.html", _ONLY_FOR_HOSTS.sub("", html))
    return _HOME_LINK.sub(r"\1/index.html", html)


def _pack(site: Path, out: Path) -> int:
    """Write the zip; the same site gives the same bytes."""
    paths = sorted(p for p in site.rglob("*") if p.is_file() and p.name not in LEFT_OUT)
    partial = out.with_suffix(".partial")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, START, _start_page())
        for path in paths:
            content = path.read_bytes()
            if path.suffix == ".html":
                content = for_disk(content.decode()).encode()
            _add(archive, f"{FOLDER}/{path.relative_to(site).as_posix()}", content)
    partial.replace(out)
    return len(paths) + 1


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _start_page() -> bytes:
    target = f"{FOLDER}/index.html"
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Start here</title>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
        f'<p><a href="{target}">Open the library</a></p></html>\n'
    ).encode()


if __name__ == "__main__":
    sys.exit(main())
