"""Visits: one reader after another, each with an empty cache, and what it took to serve them.

Bytes and requests are counted where they leave the host, with their headers. The browser's own
count (``encodedDataLength``) is the same for a page, and knows nothing of what a worker asks for.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from bench.searches.queries import Queries, Query
from bench.searches.server import Host

PROBES = Path(__file__).with_name("probes.js")

SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 200_000,
}
"""The slow line of the goals: 150 ms until an answer begins, 200 kB a second."""

QUIET_SECONDS = 0.5
PATIENCE_MS = 120_000


@dataclass(frozen=True)
class View:
    """A page as it is first seen."""

    path: str
    requests: int
    bytes: int
    index_bytes: int


@dataclass(frozen=True)
class Search:
    """A search right after a page has come, until its first result stands in it."""

    query: Query
    slow: bool
    ms: float
    ms_since_opened: float | None
    requests: int
    bytes: int
    results: int
    found: bool


@dataclass(frozen=True)
class Typing:
    """Letters typed with everything loaded: what each cost the main thread."""

    texts: list[str]
    ms: list[float]
    long_tasks: list[float]


@dataclass(frozen=True)
class Browsing:
    """The page with the filters: what it takes to use them."""

    bytes: int
    requests: int
    ms: float
    slow_ms: float
    press_ms: list[float]
    press_requests: int
    most_cards: int
    nodes: int
    typing: Typing


@contextmanager
def reader(browser: Browser, slow: bool = False) -> Iterator[Page]:
    """A page of a reader who was never here before."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(path=PROBES)
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        if slow:
            line.send("Network.emulateNetworkConditions", SLOW)
        yield page


def first_view(browser: Browser, host: Host, path: str, index: str) -> View:
    """Everything that comes with a page, and what of it lies below the folder of an index."""
    with reader(browser) as page:
        host.sent.clear()
        page.goto(host.address + path)
        page.wait_for_load_state("networkidle")
        _wait_for_quiet(host)
        sent = list(host.sent)
    of_index = sum(size for name, size in sent if name.startswith(index))
    return View(path, len(sent), sum(size for _, size in sent), of_index)


def search(
    browser: Browser, host: Host, path: str, engine: str, query: Query, queries: Queries, slow: bool
) -> Search:
    """Open a page and search at once, as ``engine`` (a probe) does it."""
    with reader(browser, slow) as page:
        host.sent.clear()
        page.goto(host.address + path)
        # Material asks for its index by itself, so what it sends counts from the beginning.
        before = 0 if engine == "material" else len(host.sent)
        done = page.evaluate(f"text => bench.{engine}(text)", query.text)
        # The icon of a page comes when it likes and belongs to the page.
        sent = [(name, size) for name, size in host.sent[before:] if "favicon" not in name]
    if engine == "material":
        sent = [(name, size) for name, size in sent if "/search" in name]
    return Search(
        query=query,
        slow=slow,
        ms=done["ms"],
        ms_since_opened=done["sinceOpened"],
        requests=len(sent),
        bytes=sum(size for _, size in sent),
        results=len(done["addresses"]),
        found=queries.finds(query, done["addresses"]),
    )


def typing(browser: Browser, host: Host, path: str, texts: Sequence[str]) -> Typing:
    """Type into the dialog of the header."""
    with reader(browser) as page:
        page.goto(host.address + path)
        page.evaluate("bench.openSearch()")
        return _type(page, host, "typedInDialog", texts)


def browsing(browser: Browser, host: Host, texts: Sequence[str], presses: int) -> Browsing:
    """Open the page with the filters, press some, and type into its field."""
    with reader(browser, slow=True) as page:
        page.goto(host.address + "browse/")
        slow_ms = page.evaluate("bench.usable()")
    with reader(browser) as page:
        host.sent.clear()
        page.goto(host.address + "browse/")
        ms = page.evaluate("bench.usable()")
        sent = list(host.sent)
        page.wait_for_load_state("networkidle")
        _wait_for_quiet(host)
        before = len(host.sent)
        pressed = page.evaluate("each => bench.pressed(each)", presses)
        _wait_for_quiet(host)
        press_requests = len(host.sent) - before
        size = page.evaluate("bench.size()")
        typed = _type(page, host, "typedInList", texts)
    return Browsing(
        bytes=sum(size for _, size in sent),
        requests=len(sent),
        ms=ms,
        slow_ms=slow_ms,
        press_ms=[press["ms"] for press in pressed],
        press_requests=press_requests,
        most_cards=max(press["cards"] for press in pressed),
        nodes=size["nodes"],
        typing=typed,
    )


def _type(page: Page, host: Host, probe: str, texts: Sequence[str]) -> Typing:
    page.evaluate("names => bench.loadAll(names)", host.parts_of_index())
    page.evaluate("bench.longTasks().length = 0")
    keys: list[dict[str, Any]] = page.evaluate(f"texts => bench.{probe}(texts)", list(texts))
    long_tasks: list[float] = page.evaluate("bench.longTasks()")
    return Typing([key["typed"] for key in keys], [key["ms"] for key in keys], long_tasks)


def _wait_for_quiet(host: Host) -> None:
    """Until nothing has been asked for in a while."""
    before = -1
    while before != len(host.sent):
        before = len(host.sent)
        time.sleep(QUIET_SECONDS)
