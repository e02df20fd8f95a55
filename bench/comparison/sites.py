"""Build each catalog with two checkouts, for comparison."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.project import ROOT, copy_synonyms
from bench.synthetic.catalog_files import write_catalog
from bench.timed import run_timed

BUILD_EPOCH = "1795700000"
"""``SOURCE_DATE_EPOCH`` of both builds, unless the environment sets it."""

SITE_URL = "https://library.example.org/roadmap/"
"""The URL of both sites: below a path, so that wrong links show."""

_SETTINGS = {
    "SITE_URL": SITE_URL,
    "EDIT_URI": "https://code.example.org/edit/docs/",
    "REPORT_URI": "https://code.example.org/issues/new?title={title}&body={body}",
    "HANDOUTS_DIR": None,
}


def build_pairs(
    old: Path, work: Path, sizes: Sequence[int], progress: Callable[[str], None]
) -> Iterator[tuple[str, Path, Path]]:
    """Build each catalog with the checkout ``old`` and with this one.

    Yields the name of the catalog and both sites, the real one first. Raises :class:`BenchError`.
    """
    yield from _pair("the real catalog", None, old, work / "real", progress)
    for size in sizes:
        catalog = work / str(size) / "catalog"
        write_catalog(catalog, size, 0, lambda _: None)
        copy_synonyms(catalog)
        yield from _pair(f"{size:,} synthetic entries", catalog, old, work / str(size), progress)


def copy_hand_written_pages(old: Path) -> None:
    """Replace the hand-written pages of a checkout with those of this one."""
    shutil.rmtree(old / "docs")
    shutil.copytree(ROOT / "docs", old / "docs")


def _pair(
    name: str, catalog: Path | None, old: Path, folder: Path, progress: Callable[[str], None]
) -> Iterator[tuple[str, Path, Path]]:
    sites = folder / "there", folder / "here"
    for checkout, site in zip((old, ROOT), sites, strict=True):
        progress(f"{name}: building {site.name} …")
        _build(checkout, catalog, site)
    yield name, *sites


def _build(checkout: Path, catalog: Path | None, site: Path) -> None:
    unset = {name: None for name in os.environ if name.startswith("CATALOG_")}
    epoch = os.environ.get("SOURCE_DATE_EPOCH", BUILD_EPOCH)
    environment = {**unset, **_SETTINGS, "SOURCE_DATE_EPOCH": epoch}
    if catalog is not None:
        environment["CATALOG_DIR"] = str(catalog)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    run_timed(command, environment, checkout)
