"""Run the unseen links through the lab, week by week with a memory, and say which were right."""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest import mock

from links.lab import Case, Lab
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.record.strikes import next_record
from resource_catalog.links.targets import Finding, Target
from resource_catalog.model.link_ledger import LinkRecord

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
        """Whether verdict (or what readers are told) is right and neither is ruled out."""
        told = {self.finding.verdict, self.record.state}
        wanted = {self.case.expect, *self.case.also}
        return None in wanted or (
            (self.finding.verdict in wanted or self.record.state in wanted - WORKING)
            and not told & set(self.case.never)
        )


def half(case: Case) -> str:
    """The half of a case: rules were written by the first, and tried on the second once."""
    return "second" if hashlib.sha256(case.name.encode()).digest()[0] % 2 else "first"


def look(cases: Sequence[Case], folder: Path) -> list[list[Seen]]:
    """The weeks of every case, in order."""
    seen: list[list[Seen]] = [[] for _ in cases]
    real = socket.getaddrinfo

    def no_such_host(host: Any, *rest: Any, **more: Any) -> Any:
        if host in {"127.0.0.1", None, ""}:
            return real(host, *rest, **more)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with mock.patch.object(socket, "getaddrinfo", no_such_host):
        for week in range(max(len(case.weeks) or 1 for case in cases)):
            now = [
                (i, case.in_week(week) if case.weeks else case)
                for i, case in enumerate(cases)
                if week < (len(case.weeks) or 1)
            ]
            day = FIRST_DAY + datetime.timedelta(weeks=week)
            known = [seen[i][-1].record if seen[i] else None for i, _ in now]
            findings = _week([case for _, case in now], known, folder)
            for (i, case), finding, record in zip(now, findings, known, strict=True):
                seen[i].append(Seen(case, finding, next_record(record, finding, day)))
    return seen


def _week(
    cases: Sequence[Case], known: Sequence[LinkRecord | None], folder: Path
) -> list[Finding]:
    lab = Lab([replace(case) for case in cases])
    targets = [
        Target(
            case.url,
            **case.target,
            known_title=record.title if record else "",
            known_type=record.content_type if record else "",
        )
        for case, record in zip(cases, known, strict=True)
    ]

    async def run() -> list[Finding]:
        async with lab.open(folder):
            settings = Settings(
                timeout=5, trust_env=False, ca_file=str(folder / "ca.pem"), resolve=lab.resolve
            )
            return await check(targets, settings)

    return asyncio.run(run())
