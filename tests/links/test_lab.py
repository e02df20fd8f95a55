"""The faulty web: every link of the lab is judged right, directly and through a proxy."""

from __future__ import annotations

import asyncio
import socket
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from links.lab import PATIENCE, Case, Lab, cases
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.finding import Finding
from resource_catalog.links.target import Target

CASES = cases("lab.yml", "providers.yml")

SHORT_TIMEOUT = 5
"""In seconds, where the right finding is that no answer comes."""


def look(lab: Lab, folder: Path, *, by_proxy: bool) -> list[Finding]:
    """Check every case; what answers may take its time, since a loaded machine is slow."""

    async def run(some: list[Case], timeout: float) -> list[Finding]:
        how: dict[str, Any] = {"proxy": lab.proxy} if by_proxy else {"resolve": lab.resolve}
        settings = Settings(timeout=timeout, trust_env=False, ca_file=str(folder / "ca.pem"), **how)
        return await check([Target(case.url, **case.target) for case in some], settings)

    async def run_all() -> dict[str, Finding]:
        never = [case for case in lab.cases if case.never_ends]
        others = [case for case in lab.cases if not case.never_ends]
        async with lab.open(folder):
            found = await asyncio.gather(run(never, SHORT_TIMEOUT), run(others, PATIENCE))
        named = zip([*never, *others], chain(*found), strict=True)
        return {case.name: finding for case, finding in named}

    by_name = asyncio.run(run_all())
    return [by_name[case.name] for case in lab.cases]


@pytest.fixture(scope="module", params=["directly", "by proxy"])
def judged(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Finding]:
    folder = tmp_path_factory.mktemp("lab")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", no_such_host)
        found = look(Lab(CASES), folder, by_proxy=request.param == "by proxy")
    return {case.name: finding for case, finding in zip(CASES, found, strict=True)}


REAL = socket.getaddrinfo


def no_such_host(host: Any, *rest: Any, **more: Any) -> Any:
    if host in {"127.0.0.1", None, ""}:
        return REAL(host, *rest, **more)
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_link_is_judged_right(case: Case, judged: dict[str, Finding]) -> None:
    finding = judged[case.name]
    assert finding.verdict == case.expect, finding
    assert finding.final_url == case.final, finding
    assert case.reason in finding.reason
    assert finding.reason


def test_names_are_used_once() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
