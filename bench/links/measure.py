"""Measure one run of the link checker, or of LinkChecker: time, CPU and memory."""

from __future__ import annotations

import asyncio
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from bench.links.servers import server
from resource_catalog.links import linkchecker_opinion
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.target import Target


def make_urls(number: int, hosts: int) -> list[str]:
    """``number`` URLs, distributed evenly over ``hosts`` hosts."""
    return [f"http://host-{n % hosts}.test/section-{n // hosts}/page-{n}" for n in range(number)]


def measure(number: int, hosts: int, delay: float) -> str:
    """Check ``number`` URLs, each answered after ``delay`` seconds; return a report line."""
    targets = [Target(url) for url in make_urls(number, hosts)]
    names = [f"host-{n}.test" for n in range(hosts)]
    with server(delay) as port:
        settings = Settings(trust_env=False, resolve=dict.fromkeys(names, f"127.0.0.1:{port}"))
        start = time.perf_counter()
        findings = asyncio.run(check(targets, settings))
        seconds = time.perf_counter() - start
    verdicts = dict(Counter(finding.verdict for finding in findings))
    usage = resource.getrusage(resource.RUSAGE_SELF)
    cpu, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    return (
        f"{number:6} addresses, {hosts:5} hosts: {seconds:6.2f} s ({cpu:.1f} s of work so far), "
        f"{memory:4.0f} MB, {verdicts}"
    )


def measure_linkchecker(number: int, hosts: int, delay: float) -> str:
    """Check the same URLs with LinkChecker; return a report line."""
    with server(delay) as port, tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        opinion = linkchecker_opinion.ask_linkchecker(
            *(make_urls(number, hosts), Path(folder), sys.executable),
            settings=Settings(proxy=f"http://127.0.0.1:{port}"),
        )
        seconds = time.perf_counter() - start
    valid = sum(row.valid for row in opinion.rows.values())
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return f"{number:6} addresses, LinkChecker: {seconds:6.2f} s, {memory:4.0f} MB, {valid} valid"
