"""The benchmark of builds: a small run, and the goals held against figures that are known."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest

from bench.builds import paired
from bench.builds.measure import HUGO, MATERIAL, OURS, WRITING, BuildResults
from bench.builds.report import report
from bench.builds.saving import free_port, save_latency
from bench.project import is_installed
from bench.timed import Measurement
from building import ROOT, run_script
from golden import copy_of_good_catalog

FACTS = {"date": "2026-11-22", "cores": 2, "python": "3.11", "peers": [], "runs": 1, "load": 9.0}


def builds(ours: float, material: float, hugo: float) -> BuildResults:
    """Build results with these seconds."""
    seconds = {OURS: ours, MATERIAL: material, HUGO: hugo, WRITING: 0.1}
    runs = {name: [Measurement(took, took, 100_000_000)] for name, took in seconds.items()}
    return BuildResults(runs, {OURS: 10_000, MATERIAL: 20_000}, 300_000_000, 200_000_000)


def test_goals_are_judged_by_the_figures() -> None:
    sizes = {500: builds(1, 9, 1), 2_000: builds(2, 30, 1), 5_000: builds(3.7, 70, 4)}
    text = report(FACTS, sizes, {"size": 2_000, "seconds": 0.5})
    rows = {line.split(" | ")[0].strip("| "): line for line in text.splitlines()}
    assert rows["2,000 entries against plain Material"].endswith("| 0.07 × | met |")
    assert rows["2,000 entries against Hugo"].endswith("| 2.00 × | **missed** |")
    assert rows["each entry from 500 to 5,000"].endswith("| 0.60 ms | met |")
    assert "300 / 200" in text
    assert rows["10,000 entries against Hugo"].endswith("| – | not measured |")
    assert rows["a saved entry of 2,000 is served"].endswith("| 0.50 s | met |")
    assert "Load of the machine before: 9.0." in text


def test_builds_of_two_revisions_are_compared_in_pairs() -> None:
    """A machine that is slow for a while is slow for both."""
    here = [Measurement(2, 1, 0), Measurement(20, 11, 0), Measurement(2.2, 1.1, 0)]
    there = [Measurement(1, 1, 0), Measurement(10, 10, 0), Measurement(1, 1, 0)]
    text = paired.report("main", FACTS, {paired.REAL: paired.PairedRuns(here, there)})
    assert text.splitlines()[-1] == (
        "| the real catalog | 2.20 / 1.00 | 2.00 × | 1.10 / 1.00 | 1.10 × |"
    )
    assert "This checkout against main, 2026-11-22" in text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--against", "no-such-revision"], "git knows no revision “no-such-revision” here."),
        (["--against", "HEAD", "--write"], "--write goes without --against"),
    ],
)
def test_what_cannot_be_compared_is_refused(options: list[str], message: str) -> None:
    done = run_script("bench_build.py", *options, "--entries", "10")
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_small_run_measures_real_builds(tmp_path: Path) -> None:
    command = [sys.executable, "scripts/bench_build.py", "--entries", "10", "--runs", "1"]
    command += ["--saves", "0", "--no-material-above", "0", "--work", str(tmp_path / "work")]
    done = subprocess.run(
        [*command, "--json", str(tmp_path / "it.json"), "--date", "2026-11-22"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads((tmp_path / "it.json").read_text(encoding="utf-8"))["sizes"]["10"]
    assert set(found) == {OURS, WRITING, *([HUGO] if is_installed("hugo") else [])}
    assert all(run["seconds"] > 0 for runs in found.values() for run in runs)
    folder = tmp_path / "work" / "10"
    assert len(list((folder / OURS / "resources").glob("*/index.html"))) == 10
    if is_installed("hugo"):
        pages = sorted((folder / HUGO / "resources").glob("*/index.html"))
        assert len([page for page in pages if "ld+json" in page.read_text("utf-8")]) == 10


def test_a_saved_entry_is_served_though_another_process_has_the_port(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        ports = chain([other.getsockname()[1]], iter(free_port, None))
        assert save_latency(copy_of_good_catalog(tmp_path), 1, lambda: next(ports)) > 0
