"""The benchmark of all goals: how figures are judged and shown; each part has tests of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.overall.command import report
from bench.overall.goal import Goal
from building import ROOT

FACTS = {"date": "2026-11-27", "cores": 2, "python": "3.11", "peers": ["Hugo 0.1"], "runs": 1}


@pytest.mark.parametrize(
    ("goal", "row"),
    [
        (Goal("builds", 1.3, "×", 1.3, "2.6 and 2.0 s"), "≤ 1.3 × | 1.30 × | met | 2.6 and 2.0 s"),
        (Goal("memory", 220, "MB", 301.4), "≤ 220 MB | 301 MB | **missed** | "),
        (Goal("beside Hugo", 0.9, "×", None, "missing"), "≤ 0.9 × | – | not measured | missing"),
        (Goal("at 50,000", None, "s", 4.5), "– | 4.50 s |  | "),
    ],
    ids=["met", "missed", "not measured", "without a limit"],
)
def test_each_goal_has_a_row_with_its_verdict(goal: Goal, row: str) -> None:
    text = report({**FACTS, "load": 0.2}, [goal])
    assert f"| {goal.text} | {row} |" in text
    assert "Hugo 0.1; medians of 1. Load of the machine before: 0.2." in text


def test_parts_that_are_left_out_are_not_measured() -> None:
    options = ["--quick", "--without", "install", "builds", "search"]
    done = subprocess.run(
        [sys.executable, "scripts/bench_goals.py", *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "medians of 1." in done.stdout
    assert done.stdout.rstrip().endswith("|---|---|---|---|---|")
