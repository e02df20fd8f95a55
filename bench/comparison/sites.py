"""The sites that are compared: one catalog after another, built by each of two checkouts."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.project import ROOT
from bench.synthetic.folder import write_catalog
from bench.timed import run

MOMENT = "1795700000"
"""The day of both builds, unless the environment has one."""

ADDRESS = "https://library.example.org/roadmap/"
"""Where both sites say that they are: below a path, so that every link has to be right."""

_SETTINGS = {
    "SITE_URL": ADDRESS,
    "EDIT_URI": "https://code.example.org/edit/docs/",
    "REPORT_URI": "https://code.example.org/issues/new?title={title}&body={body}",
    "HANDOUTS_DIR": None,
}


def built(
    old: Path, work: Path, sizes: Sequence[int], say: Callable[[str], None]
) -> Iterator[tuple[str, Path, Path]]:
    """Build each catalog with the checkout ``old`` and with this one.

    Gives what the catalog is called and both sites, the real one first. Raises :class:`BenchError`.
    """
    yield from _pair("the real catalog", None, old, work / "real", say)
    for size in sizes:
        catalog = work / str(size) / "catalog"
        write_catalog(catalog, size, 0, lambda _: None)
        shutil.copy(ROOT / "catalog" / "synonyms.yml", catalog)
        yield from _pair(f"{size:,} synthetic entries", catalog, old, work / str(size), say)


def share_hand_written(old: Path) -> None:
    """Give a checkout the hand-written pages of this one."""
    shutil.rmtree(old / "docs")
    shutil.copytree(ROOT / "docs", old / "docs")


def _pair(
    name: str, catalog: Path | None, old: Path, folder: Path, say: Callable[[str], None]
) -> Iterator[tuple[str, Path, Path]]:
    sites = folder / "there", folder / "here"
    for checkout, site in zip((old, ROOT), sites, strict=True):
        say(f"{name}: building {site.name} …")
        _build(checkout, catalog, site)
    yield name, *sites


def _build(checkout: Path, catalog: Path | None, site: Path) -> None:
    own = {name: None for name in os.environ if name.startswith("CATALOG_")}
    moment = os.environ.get("SOURCE_DATE_EPOCH", MOMENT)
    environment = {**own, **_SETTINGS, "SOURCE_DATE_EPOCH": moment}
    if catalog is not None:
        environment["CATALOG_DIR"] = str(catalog)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    run(command, environment, checkout)
