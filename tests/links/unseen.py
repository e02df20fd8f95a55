"""Run the unseen links through the lab, week by week with a memory, and count which were right.

To print the figures: ``PYTHONPATH=hooks:tests python -m links.unseen --show``, with ``--third`` and
so on those of another set, which ``--help`` lists, with ``--file PATH`` those of any other.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import hashlib
import socket
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from links.lab import PATIENCE, Case, Lab, cases
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.finding import Finding
from resource_catalog.links.record.updated_records import next_record
from resource_catalog.links.target import NO_MEMORY, PageMemory, Target
from resource_catalog.model.ledger.link_ledger import LinkRecord

SETS = (
    "unseen.yml",
    "unseen_third.yml",
    "unseen_fourth.yml",
    "unseen_fifth.yml",
    "unseen_practice.yml",
    "unseen_sixth.yml",
    "unseen_weeks.yml",
    "unseen_weeks_practice.yml",
    "unseen_seventh.yml",
    "unseen_eighth.yml",
    "unseen_sparse.yml",
)
FIRST_DAY = datetime.date(2026, 9, 7)
WORKING = {"ok", "moved"}
UNSURE = {"blocked", "unverified", "transient", "tls", "login"}


@dataclass
class Seen:
    """What one week of one case came to."""

    case: Case
    finding: Finding
    record: LinkRecord

    @property
    def right(self) -> bool:
        """Whether verdict (or what readers are told) is right and neither is ruled out.

        What a week wants is never ruled out, whatever the case says of all its weeks.
        """
        told = {self.finding.verdict, self.record.state}
        wanted = {self.case.expect, *self.case.also}
        return None in wanted or (
            (self.finding.verdict in wanted or self.record.state in wanted - WORKING)
            and not told & (set(self.case.never) - wanted)
        )


def half(case: Case) -> str:
    """The half of a case: rules were written by the first, and tried on the second once."""
    return "second" if hashlib.sha256(case.name.encode()).digest()[0] % 2 else "first"


def look(chosen: Sequence[Case], folder: Path) -> list[list[Seen]]:
    """The weeks of every case, in order."""
    seen: list[list[Seen]] = [[] for _ in chosen]
    real = socket.getaddrinfo

    def no_such_host(host: Any, *rest: Any, **more: Any) -> Any:
        if host in {"127.0.0.1", None, ""}:
            return real(host, *rest, **more)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with mock.patch.object(socket, "getaddrinfo", no_such_host):
        for week in range(max(len(case.weeks) or 1 for case in chosen)):
            now = [
                (i, case.in_week(week) if case.weeks else case)
                for i, case in enumerate(chosen)
                if week < (len(case.weeks) or 1)
            ]
            day = FIRST_DAY + datetime.timedelta(weeks=week)
            known = [seen[i][-1].record if seen[i] else None for i, _ in now]
            findings = _week([case for _, case in now], known, folder)
            for (i, case), finding, record in zip(now, findings, known, strict=True):
                seen[i].append(Seen(case, finding, next_record(record, finding, day)))
    return seen


def _week(cases: Sequence[Case], known: Sequence[LinkRecord | None], folder: Path) -> list[Finding]:
    lab = Lab([replace(case) for case in cases])
    targets = [
        Target(
            case.url,
            **case.target,
            known_title=record.title if record else "",
            known_type=record.content_type if record else "",
            memory=PageMemory.of(record) if record else NO_MEMORY,
        )
        for case, record in zip(cases, known, strict=True)
    ]

    async def run() -> list[Finding]:
        async with lab.open(folder):
            settings = Settings(
                timeout=PATIENCE,
                trust_env=False,
                ca_file=str(folder / "ca.pem"),
                resolve=lab.resolve,
            )
            return await check(targets, settings)

    return asyncio.run(run())


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
    """Print the figures, and with --show the cases that were judged wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["first", "second"])
    for number, name in enumerate(SETS[1:], start=1):
        flag = name.removeprefix("unseen_").removesuffix(".yml").replace("_", "-")
        parser.add_argument(
            f"--{flag}", action="store_const", const=number, dest="number", default=0
        )
    parser.add_argument("--file", type=Path, help="a set that lies anywhere")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    name = str(options.file.resolve()) if options.file else SETS[options.number]
    chosen = [case for case in cases(name) if options.half in (None, half(case))]
    with tempfile.TemporaryDirectory() as folder:
        all_seen = look(chosen, Path(folder))
    figures: dict[str, Counter[str]] = {"first": Counter(), "second": Counter()}
    for case, weeks in zip(chosen, all_seen, strict=True):
        wrong = [seen for seen in weeks if not seen.right]
        figures[half(case)]["right" if not wrong else fault(wrong[0])] += 1
        if wrong and options.show:
            for seen in wrong:
                print(
                    f"{case.kind:2} {case.name}\n   {fault(seen)}: wanted {seen.case.expect}"
                    f" {seen.case.also}, found {seen.finding.verdict} ({seen.record.state}):"
                    f" {seen.finding.reason} | {seen.finding.title} {seen.finding.final_url or ''}"
                )
    for name, found in figures.items():
        print(name, sum(found.values()), dict(found))


if __name__ == "__main__":
    main()
