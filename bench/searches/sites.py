"""Build the sites to compare: ours, the same pages in plain Material, and Pagefind on our pages.

All are built below one work folder. A file beside each site holds a digest of its sources, so that
another run builds only what has changed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.project import ROOT, copy_synonyms, is_installed
from bench.searches import plain_pages
from bench.timed import run_timed

OWN_SOURCES = ("hooks", "overrides", "docs", "mkdocs.yml", "catalog/synonyms.yml")
CATALOG_SOURCES = ("scripts/synthesize.py", "bench/synthetic")
PEERS = ("mkdocs", "mkdocs-material", "pagefind", "pagefind-bin")

PAGEFIND_PAGE = (
    '<!doctype html><html lang="en"><title>Pagefind</title><ol id="results"></ol></html>\n'
)
"""A page with nothing but a list for the results."""


@dataclass(frozen=True)
class BuiltSite:
    """A site on disk, and the seconds it took to build."""

    folder: Path
    seconds: float


@dataclass(frozen=True)
class ComparedSites:
    """The sites of a catalog; instead of a site that is missing there is the reason."""

    catalog: Path
    ours: BuiltSite
    material: BuiltSite | str
    pagefind: BuiltSite | str


def build_sites(
    work: Path, entries: int, with_material: bool, progress: Callable[[str], None]
) -> ComparedSites:
    """Build the sites for a catalog of ``entries`` entries. Raises :class:`BenchError`."""
    folder = work / str(entries)
    of_catalog = f"{entries} {_digest(CATALOG_SOURCES)}"
    of_ours = of_catalog + _digest(OWN_SOURCES)
    of_peers = of_catalog + _versions() + _digest(("bench/searches/plain_pages.py",))

    def step(name: str, key: str, build: Callable[[Path], None]) -> BuiltSite:
        return _cached(folder / name, key, build, progress)

    catalog = step("catalog", of_catalog, lambda out: _synthesize(entries, out)).folder
    ours = step("ours", of_ours, lambda out: _build_ours(catalog, out))
    material: BuiltSite | str = "not measured"
    if with_material:
        material = step("material", of_peers, lambda out: _build_material(ours.folder, out))
    pagefind: BuiltSite | str = "not installed"
    if is_installed("pagefind") and is_installed("pagefind-bin"):
        pagefind = step("pagefind", of_ours + _versions(), lambda out: _index(ours.folder, out))
    return ComparedSites(catalog, ours, material, pagefind)


def _cached(
    folder: Path, key: str, build: Callable[[Path], None], progress: Callable[[str], None]
) -> BuiltSite:
    """The site from an earlier run, or a new one if its sources have changed."""
    note = folder.with_suffix(".json")
    if note.is_file():
        noted = json.loads(note.read_text(encoding="utf-8"))
        if noted["key"] == key:
            return BuiltSite(folder, noted["seconds"])
        note.unlink()
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    progress(f"{folder.parent.name} entries: making {folder.name} …")
    start = time.perf_counter()
    build(folder)
    seconds = time.perf_counter() - start
    note.write_text(json.dumps({"key": key, "seconds": seconds}), encoding="utf-8")
    return BuiltSite(folder, seconds)


def _synthesize(entries: int, out: Path) -> None:
    command = [sys.executable, "scripts/synthesize.py", "--entries", str(entries)]
    run_timed([*command, "--out", str(out)], {})
    # An invented catalog has no synonyms of its own, and without them a search does less.
    copy_synonyms(out)


def _build_ours(catalog: Path, out: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]
    run_timed(command, {"CATALOG_DIR": str(catalog)})


def _build_material(ours: Path, out: Path) -> None:
    project = out.with_name("material-source")
    if project.exists():
        shutil.rmtree(project)
    plain_pages.write_project(ours / "data" / "catalog.json", project)
    settings = str(project / "mkdocs.yml")
    run_timed([sys.executable, "-m", "mkdocs", "build", "-f", settings, "--site-dir", str(out)], {})


def _index(ours: Path, out: Path) -> None:
    """Index only the content of resource pages, which suits Pagefind best."""
    out.mkdir()
    (out / "index.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(ours)]
    command += ["--output-path", str(out / "pagefind"), "--glob", "resources/*/index.html"]
    run_timed([*command, "--root-selector", ".rc-page"], {})


def _digest(sources: tuple[str, ...]) -> str:
    """A short hash of the contents of the sources."""
    digest = hashlib.sha256()
    for source in sources:
        path = ROOT / source
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(file.relative_to(ROOT).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _versions() -> str:
    return " ".join(f"{name} {version(name)}" for name in PEERS if is_installed(name))
