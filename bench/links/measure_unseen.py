"""Count how many of the unseen links are judged right, by half."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from links.lab import cases
from links.unseen import UNSURE, WORKING, Seen, half, look


def fault(seen: Seen) -> str:
    """What kind of error a wrong verdict is."""
    wanted, found = seen.case.expect, seen.finding.verdict
    if found == "moved" and "moved" in seen.case.never:
        return "wrong fix"
    if wanted in WORKING:
        return "false alarm" if found not in WORKING | UNSURE else "unsure of a working one"
    if wanted in UNSURE:
        return "false alarm" if found not in WORKING | UNSURE else "other"
    return "missed" if found in WORKING else "unsure of a broken one"


def main() -> None:
    """Print the figures, and with --show the cases of a half that were judged wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["first", "second"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    chosen = [c for c in cases("unseen.yml") if options.half in (None, half(c))]
    with tempfile.TemporaryDirectory() as folder:
        all_seen = look(chosen, Path(folder))
    figures: dict[str, Counter[str]] = {"first": Counter(), "second": Counter()}
    for case, weeks in zip(chosen, all_seen, strict=True):
        wrong = [seen for seen in weeks if not seen.right]
        figures[half(case)]["right" if not wrong else fault(wrong[0])] += 1
        if wrong and options.show:
            for seen in wrong:
                print(f"{case.kind:2} {case.name}\n   {fault(seen)}: wanted {seen.case.expect}"
                      f" {seen.case.also}, found {seen.finding.verdict} ({seen.record.state}):"
                      f" {seen.finding.reason} | {seen.finding.title} {seen.finding.final_url or ''}")
    for name, found in figures.items():
        print(name, sum(found.values()), dict(found))


if __name__ == "__main__":
    main()
