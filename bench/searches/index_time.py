"""Time the search index build in Python, and check that it is reproducible.

Each measurement runs in a process of its own, so that no cache or hash seed carries over.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.project import ROOT


@dataclass(frozen=True)
class IndexTime:
    """Seconds of each run, and whether runs with different hash seeds gave the same bytes."""

    seconds: list[float]
    same_bytes: bool


def index_time(catalog: Path, runs: int) -> IndexTime:
    """Measure in two processes with different hash seeds."""
    first, second = _measure(catalog, runs, seed=1), _measure(catalog, 1, seed=2)
    digests = {*first["digests"], *second["digests"]}
    return IndexTime(first["seconds"], len(digests) == 1)


def _measure(catalog: Path, runs: int, seed: int) -> dict[str, list[Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.searches.index_time", str(catalog), str(runs)],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT / "hooks")},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    result: dict[str, list[Any]] = json.loads(done.stdout)
    return result


def _main() -> None:
    from resource_catalog.exports.search_index import search_index
    from resource_catalog.links.record.link_status import LinkStatuses
    from resource_catalog.loading.checks import open_catalog
    from resource_catalog.loading.theme_icons import theme_icons
    from resource_catalog.site.search import words
    from resource_catalog.site.site import Site

    catalog, problems = open_catalog(Path(sys.argv[1]), theme_icons())
    if catalog is None:
        raise SystemExit("\n".join(map(str, problems[:5])))
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, moment.date()), lambda path: path, moment)
    seconds, digests = [], []
    for _ in range(int(sys.argv[2])):
        for cached in vars(words).values():
            if hasattr(cached, "cache_clear"):
                cached.cache_clear()  # a build starts with empty caches
        start = time.perf_counter()
        folder, files = search_index(site, (), lambda _: "")
        seconds.append(time.perf_counter() - start)
        digest = hashlib.sha256(folder.encode())
        for file in files:
            content = file.content if isinstance(file.content, bytes) else file.content.encode()
            digest.update(b"%s\n%s\n" % (file.path.encode(), content))
        digests.append(digest.hexdigest())
    json.dump({"seconds": seconds, "digests": digests}, sys.stdout)


if __name__ == "__main__":
    _main()
