"""One run of the link watch, and one of LinkChecker, and what they took."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.links.servers import servers
from resource_catalog.links import second_opinion
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Settings, Target


def addresses_of(number: int, hosts: int) -> list[str]:
    """So many addresses, shared out evenly among so many hosts."""
    return [f"http://host-{n % hosts}.test/section-{n // hosts}/page-{n}" for n in range(number)]


def measure(number: int, hosts: int, delay: float) -> str:
    """Ask so many addresses, and tell what it took."""
    targets = [Target(url) for url in addresses_of(number, hosts)]
    names = [f"host-{n}.test" for n in range(hosts)]
    with servers(delay) as port:
        settings = Settings(trust_env=False, resolve=dict.fromkeys(names, f"127.0.0.1:{port}"))
        begun = time.perf_counter()
        findings = asyncio.run(check(targets, settings))
        took = time.perf_counter() - begun
    verdicts = dict(Counter(finding.verdict for finding in findings))
    used = resource.getrusage(resource.RUSAGE_SELF)
    work, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return (
        f"{number:6} addresses, {hosts:5} hosts: {took:6.2f} s ({work:.1f} s of work so far), "
        f"{memory:4.0f} MB, {verdicts}"
    )


def measure_linkchecker(number: int, hosts: int, delay: float) -> str:
    """Give LinkChecker the same addresses, and tell what it took."""
    with servers(delay) as port, tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        heard = second_opinion.ask_linkchecker(
            *(addresses_of(number, hosts), Path(folder), sys.executable),
            proxy=f"http://127.0.0.1:{port}",
        )
        took = time.perf_counter() - begun
    valid = sum(row.valid for row in heard.rows.values())
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"{number:6} addresses, LinkChecker: {took:6.2f} s, {used:4.0f} MB, {valid} valid"
