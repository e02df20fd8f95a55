"""The sites that are compared: ours, the same pages in plain Material, and Pagefind over our pages.

Everything lies below one work folder, with a note beside each site of what it
was made from, so that a further run makes only what has changed since.
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

from bench.project import ROOT, is_installed
from bench.searches import plain_pages
from bench.timed import run_timed

OWN_SOURCES = ("hooks", "overrides", "docs", "mkdocs.yml", "catalog/synonyms.yml")
CATALOG_SOURCES = ("scripts/synthesize.py", "bench/synthetic")
PEERS = ("mkdocs", "mkdocs-material", "pagefind", "pagefind-bin")

PAGEFIND_PAGE = (
    '<!doctype html><html lang="en"><title>Pagefind</title><ol id="results"></ol></html>\n'
)
"""A page that does nothing but wait for a search."""


@dataclass(frozen=True)
class Site:
    """A site on disk and how long it took to build."""

    folder: Path
    seconds: float


@dataclass(frozen=True)
class Sites:
    """The sites of a catalog; a peer that is not there has the reason in its place."""

    catalog: Path
    ours: Site
    material: Site | str
    pagefind: Site | str


def make(work: Path, entries: int, with_material: bool, progress: Callable[[str], None]) -> Sites:
    """Make the sites for a catalog of some size. Raises :class:`BenchError`."""
    folder = work / str(entries)
    of_catalog = f"{entries} {_digest(CATALOG_SOURCES)}"
    of_ours = of_catalog + _digest(OWN_SOURCES)
    of_peers = of_catalog + _versions() + _digest(("bench/searches/plain_pages.py",))

    def step(name: str, key: str, work_on: Callable[[Path], None]) -> Site:
        return _kept(folder / name, key, work_on, progress)

    catalog = step("catalog", of_catalog, lambda out: _synthesize(entries, out)).folder
    ours = step("ours", of_ours, lambda out: _build_ours(catalog, out))
    material: Site | str = "not measured"
    if with_material:
        material = step("material", of_peers, lambda out: _build_material(ours.folder, out))
    pagefind: Site | str = "not installed"
    if is_installed("pagefind") and is_installed("pagefind-bin"):
        pagefind = step("pagefind", of_ours + _versions(), lambda out: _index(ours.folder, out))
    return Sites(catalog, ours, material, pagefind)


def _kept(
    folder: Path, key: str, work_on: Callable[[Path], None], progress: Callable[[str], None]
) -> Site:
    """The folder as it was left, or made anew when its sources have changed."""
    note = folder.with_suffix(".json")
    if note.is_file():
        noted = json.loads(note.read_text(encoding="utf-8"))
        if noted["key"] == key:
            return Site(folder, noted["seconds"])
        note.unlink()
    if folder.exists():
        shutil.rmtree(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    progress(f"{folder.parent.name} entries: making {folder.name} …")
    start = time.perf_counter()
    work_on(folder)
    seconds = time.perf_counter() - start
    note.write_text(json.dumps({"key": key, "seconds": seconds}), encoding="utf-8")
    return Site(folder, seconds)


def _synthesize(entries: int, out: Path) -> None:
    command = [sys.executable, "scripts/synthesize.py", "--entries", str(entries)]
    run_timed([*command, "--out", str(out)], {})
    # An invented catalog has no synonyms of its own, and without them a search does less.
    shutil.copy(ROOT / "catalog" / "synonyms.yml", out)


def _build_ours(catalog: Path, out: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(out)]
    run_timed(command, {"CATALOG_DIR": str(catalog)})


def _build_material(ours: Path, out: Path) -> None:
    project = out.with_name("material-source")
    if project.exists():
        shutil.rmtree(project)
    plain_pages.write(ours / "data" / "catalog.json", project)
    settings = str(project / "mkdocs.yml")
    run_timed([sys.executable, "-m", "mkdocs", "build", "-f", settings, "--site-dir", str(out)], {})


def _index(ours: Path, out: Path) -> None:
    """Index the pages of resources and nothing of the frame around them, which suits it best."""
    out.mkdir()
    (out / "index.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(ours)]
    command += ["--output-path", str(out / "pagefind"), "--glob", "resources/*/index.html"]
    run_timed([*command, "--root-selector", ".rc-page"], {})


def _digest(sources: tuple[str, ...]) -> str:
    """What the sources hold, in a few letters."""
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
