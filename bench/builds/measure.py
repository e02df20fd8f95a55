"""The builds: one catalog, built anew by each of the programs, and how heavy its pages are."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.builds import hugo_pages, same_pages
from bench.builds.memory import most_memory
from bench.project import ROOT, installed
from bench.timed import Run, run, writing

OURS, MATERIAL, HUGO, FLOOR = "this site", "plain Material", "Hugo", "writing the same bytes"


@dataclass(frozen=True)
class Builds:
    """All runs of each program, and the usual bytes of a page of an entry where it makes one.

    ``memory`` is the most that this site takes at a time, in bytes; ``memory_of_one`` the same
    when one process does everything.
    """

    runs: dict[str, list[Run]]
    page_bytes: dict[str, float]
    memory: int
    memory_of_one: int


def measure(
    folder: Path, entries: int, times: int, with_material: bool, say: Callable[[str], None]
) -> Builds:
    """Build a catalog of some size, several times. Raises :class:`BenchError`."""
    catalog = folder / "catalog"
    say(f"{entries} entries: getting ready …")
    command = [sys.executable, "scripts/synthesize.py", "--entries", str(entries), "--force"]
    run([*command, "--out", str(catalog)], {})
    shutil.copy(ROOT / "catalog" / "synonyms.yml", catalog)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    commands = {OURS: [*mkdocs, str(folder / OURS)]}
    settings = {"CATALOG_DIR": str(catalog)}
    run(commands[OURS], settings)  # the first one warms the disk and has the data for the others
    data = folder / OURS / "data" / "catalog.json"
    if with_material:
        project = _fresh(folder / "material-source")
        written = same_pages.write(catalog, project)
        commands[MATERIAL] = [*mkdocs, str(folder / MATERIAL), "--config-file", str(written)]
    if installed("hugo"):
        project = _fresh(folder / "hugo-source")
        hugo_pages.write(data, project)
        made = str(folder / HUGO)
        program = str(hugo_pages.program())
        commands[HUGO] = [program, "--source", str(project), "--destination", made, "--quiet"]
    runs: dict[str, list[Run]] = {}
    for number in range(1, times + 1):
        for name, command in commands.items():
            say(f"{entries} entries: {name}, {number} of {times} …")
            _fresh(folder / name)
            runs.setdefault(name, []).append(run(command, settings))
        runs.setdefault(FLOOR, []).append(writing(folder / OURS, _fresh(folder / FLOOR)))
    pages = {name: list((folder / name).glob("resources/*/index.html")) for name in commands}
    sizes = {n: median(p.stat().st_size for p in found) for n, found in pages.items() if found}
    say(f"{entries} entries: how much memory …")
    one = {**settings, "CATALOG_ONE_PROCESS": "1"}
    memory = [most_memory(commands[OURS], which) for which in (settings, one)]
    return Builds(runs, sizes, *memory)


def _fresh(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    return folder
