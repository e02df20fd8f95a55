#!/usr/bin/env python3
"""Measure the link watch on loopback: 1,000 addresses over 50 hosts, and memory at 20,000.

The servers run in a process of their own. For the 1,000 they answer after 50 ms each, for the
20,000 at once. With --linkchecker, LinkChecker is given the same 1,000 at the same rate for each
host; it finds the servers through a proxy, as it cannot be told where a name leads.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from environment import enter

enter()

from resource_catalog.links import witness
from resource_catalog.links.checker import check
from resource_catalog.links.targets import Settings, Target

PAGE = (
    "<!DOCTYPE html><html><head><title>Guide {path}</title></head><body><h1>Guide {path}</h1>"
    + "<p>Teachers meet, choose what to learn, and show what they have made.</p>" * 40
    + "</body></html>"
)


def serve(pipe: Connection, delay: float) -> None:
    """Answer every address with a page of its own, and every made-up one with 404."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                path = head.split(" ", 2)[1]
                await asyncio.sleep(delay)
                missing = "no-such" in path
                body = ("Not found" if missing else PAGE.format(path=path)).encode()
                status = "404 Not Found" if missing else "200 OK"
                writer.write(
                    f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\n"
                    f"Content-Length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            writer.close()

    async def run() -> None:
        server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=1000)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(run())


@contextmanager
def servers(delay: float) -> Iterator[int]:
    """The servers in a process of their own; gives their port."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=serve, args=(there, delay), daemon=True)
    server.start()
    try:
        yield here.recv()
    finally:
        server.terminate()
        server.join()


def addresses_of(number: int, hosts: int) -> list[str]:
    """So many addresses, shared out evenly among so many hosts."""
    return [f"http://host-{n % hosts}.test/section-{n // hosts}/page-{n}" for n in range(number)]


def measure(number: int, hosts: int, delay: float) -> None:
    """Ask so many addresses, and say what it took."""
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
    print(
        f"{number:6} addresses, {hosts:5} hosts: {took:6.2f} s ({work:.1f} s of work so far), "
        f"{memory:4.0f} MB, {verdicts}"
    )


def measure_linkchecker(number: int, hosts: int, delay: float) -> None:
    """Give LinkChecker the same addresses, and say what it took."""
    with servers(delay) as port, tempfile.TemporaryDirectory() as folder:
        begun = time.perf_counter()
        heard = witness.ask_linkchecker(
            *(addresses_of(number, hosts), Path(folder), sys.executable),
            proxy=f"http://127.0.0.1:{port}",
        )
        took = time.perf_counter() - begun
    valid = sum(row.valid for row in heard.rows.values())
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{number:6} addresses, LinkChecker: {took:6.2f} s, {used:4.0f} MB, {valid} valid")


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--addresses", type=int, help="only so many")
    parser.add_argument("--hosts", type=int, default=50, help="default: %(default)s")
    parser.add_argument("--linkchecker", action="store_true", help="measure it as well")
    arguments = parser.parse_args()
    if arguments.addresses:
        measure(arguments.addresses, arguments.hosts, 0.05)
    else:
        measure(1_000, 50, 0.05)
        measure(20_000, 2_000, 0)
    if arguments.linkchecker:
        measure_linkchecker(arguments.addresses or 1_000, arguments.hosts, 0.05)
    return 0


if __name__ == "__main__":
    sys.exit(main())
