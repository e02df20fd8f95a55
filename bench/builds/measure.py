"""Build one catalog with each site generator, and measure time, memory and page size."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.builds import hugo_pages, same_pages
from bench.builds.memory import peak_memory
from bench.project import copy_synonyms, is_installed
from bench.timed import Measurement, run_timed, time_writing

OURS, MATERIAL, HUGO, WRITING = "this site", "plain Material", "Hugo", "writing the same bytes"


@dataclass(frozen=True)
class BuildResults:
    """All runs of each generator, and the median size of its entry pages in bytes.

    ``memory`` is the peak memory of building this site, in bytes; ``single_process_memory`` is the
    same with worker processes turned off.
    """

    runs: dict[str, list[Measurement]]
    page_bytes: dict[str, float]
    memory: int
    single_process_memory: int


def measure(
    folder: Path, entries: int, times: int, with_material: bool, progress: Callable[[str], None]
) -> BuildResults:
    """Build a catalog of ``entries`` entries ``times`` times. Raises :class:`BenchError`."""
    catalog = folder / "catalog"
    progress(f"{entries} entries: getting ready …")
    command = [sys.executable, "scripts/synthesize.py", "--entries", str(entries), "--force"]
    run_timed([*command, "--out", str(catalog)], {})
    copy_synonyms(catalog)
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--site-dir"]
    commands = {OURS: [*mkdocs, str(folder / OURS)]}
    settings = {"CATALOG_DIR": str(catalog)}
    # This first run warms the file cache and provides the data for the others.
    run_timed(commands[OURS], settings)
    data = folder / OURS / "data" / "catalog.json"
    if with_material:
        project = _removed(folder / "material-source")
        config = same_pages.write_project(catalog, project)
        commands[MATERIAL] = [*mkdocs, str(folder / MATERIAL), "--config-file", str(config)]
    if is_installed("hugo"):
        project = _removed(folder / "hugo-source")
        hugo_pages.write_project(data, project)
        destination = str(folder / HUGO)
        executable = str(hugo_pages.hugo_executable())
        commands[HUGO] = [
            executable,
            "--source",
            str(project),
            "--destination",
            destination,
            "--quiet",
        ]
    runs: dict[str, list[Measurement]] = {}
    for number in range(1, times + 1):
        for name, command in commands.items():
            progress(f"{entries} entries: {name}, {number} of {times} …")
            _removed(folder / name)
            runs.setdefault(name, []).append(run_timed(command, settings))
        runs.setdefault(WRITING, []).append(time_writing(folder / OURS, _removed(folder / WRITING)))
    pages = {name: list((folder / name).glob("resources/*/index.html")) for name in commands}
    sizes = {n: median(p.stat().st_size for p in found) for n, found in pages.items() if found}
    progress(f"{entries} entries: how much memory …")
    single = {**settings, "CATALOG_ONE_PROCESS": "1"}
    memory = [peak_memory(commands[OURS], which) for which in (settings, single)]
    return BuildResults(runs, sizes, *memory)


def _removed(folder: Path) -> Path:
    if folder.exists():
        shutil.rmtree(folder)
    return folder
