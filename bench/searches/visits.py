"""Visit a site in fresh browser contexts, and measure time, requests and bytes.

Requests and bytes, headers included, are counted by the server. The browser's own count
(``encodedDataLength``) agrees for a page, but leaves out the requests of workers.
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
from bench.searches.server import MemoryServer

PROBES = Path(__file__).with_name("probes.js")

SLOW_NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 200_000,
    "uploadThroughput": 200_000,
}
"""The slow network of the goals: 150 ms latency, 200 kB/s."""

IDLE_SECONDS = 0.5
TIMEOUT_MS = 120_000


@dataclass(frozen=True)
class PageVisit:
    """A first view of a page, with an empty cache."""

    path: str
    requests: int
    bytes: int
    index_bytes: int


@dataclass(frozen=True)
class SearchVisit:
    """A search right after a page has loaded, until its first result is shown."""

    query: Query
    slow: bool
    ms: float
    ms_since_opened: float | None
    requests: int
    bytes: int
    results: int
    found: bool


@dataclass(frozen=True)
class TypingVisit:
    """Letters typed with everything loaded: milliseconds of the main thread for each."""

    texts: list[str]
    ms: list[float]
    long_tasks: list[float]


@dataclass(frozen=True)
class BrowsingVisit:
    """A visit to the browse page and its filters."""

    bytes: int
    requests: int
    ms: float
    slow_ms: float
    press_ms: list[float]
    press_requests: int
    most_cards: int
    nodes: int
    typing: TypingVisit


@contextmanager
def new_reader(browser: Browser, slow: bool = False) -> Iterator[Page]:
    """A page in a new browser context, with an empty cache."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(TIMEOUT_MS)
        context.add_init_script(path=PROBES)
        page = context.new_page()
        cdp = context.new_cdp_session(page)
        cdp.send("Network.enable")
        if slow:
            cdp.send("Network.emulateNetworkConditions", SLOW_NETWORK)
        yield page


def first_view(browser: Browser, server: MemoryServer, path: str, index: str) -> PageVisit:
    """Count what a page loads, and which part of it is below the path ``index``."""
    with new_reader(browser) as page:
        server.sent.clear()
        page.goto(server.address + path)
        page.wait_for_load_state("networkidle")
        _wait_until_idle(server)
        sent = list(server.sent)
    index_bytes = sum(size for name, size in sent if name.startswith(index))
    return PageVisit(path, len(sent), sum(size for _, size in sent), index_bytes)


def search(
    browser: Browser,
    server: MemoryServer,
    path: str,
    engine: str,
    query: Query,
    queries: Queries,
    slow: bool,
) -> SearchVisit:
    """Open a page and search at once with ``engine``, the name of a probe in ``probes.js``."""
    with new_reader(browser, slow) as page:
        server.sent.clear()
        page.goto(server.address + path)
        # Material loads its index without being asked, so its requests count from the start.
        before = 0 if engine == "material" else len(server.sent)
        done = page.evaluate(f"text => bench.{engine}(text)", query.text)
        # The favicon loads at any time and belongs to the page.
        sent = [(name, size) for name, size in server.sent[before:] if "favicon" not in name]
    if engine == "material":
        sent = [(name, size) for name, size in sent if "/search" in name]
    return SearchVisit(
        query=query,
        slow=slow,
        ms=done["ms"],
        ms_since_opened=done["sinceOpened"],
        requests=len(sent),
        bytes=sum(size for _, size in sent),
        results=len(done["addresses"]),
        found=queries.is_hit(query, done["addresses"]),
    )


def typing(browser: Browser, server: MemoryServer, path: str, texts: Sequence[str]) -> TypingVisit:
    """Type into the search dialog."""
    with new_reader(browser) as page:
        page.goto(server.address + path)
        page.evaluate("bench.openSearch()")
        return _type(page, server, "typedInDialog", texts)


def browsing(
    browser: Browser, server: MemoryServer, texts: Sequence[str], presses: int
) -> BrowsingVisit:
    """Open the browse page, press some filters, and type into its search field."""
    with new_reader(browser, slow=True) as page:
        page.goto(server.address + "browse/")
        slow_ms = page.evaluate("bench.usable()")
    with new_reader(browser) as page:
        server.sent.clear()
        page.goto(server.address + "browse/")
        ms = page.evaluate("bench.usable()")
        sent = list(server.sent)
        page.wait_for_load_state("networkidle")
        _wait_until_idle(server)
        page.locator(".rc-filter input").first.focus()  # loads what choices need
        _wait_until_idle(server)
        before = len(server.sent)
        pressed = page.evaluate("each => bench.pressed(each)", presses)
        _wait_until_idle(server)
        press_requests = len(server.sent) - before
        size = page.evaluate("bench.size()")
        typed = _type(page, server, "typedInList", texts)
    return BrowsingVisit(
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


def _type(page: Page, server: MemoryServer, probe: str, texts: Sequence[str]) -> TypingVisit:
    page.evaluate("names => bench.loadAll(names)", server.index_parts())
    page.evaluate("bench.longTasks().length = 0")
    keys: list[dict[str, Any]] = page.evaluate(f"texts => bench.{probe}(texts)", list(texts))
    long_tasks: list[float] = page.evaluate("bench.longTasks()")
    return TypingVisit([key["typed"] for key in keys], [key["ms"] for key in keys], long_tasks)


def _wait_until_idle(server: MemoryServer) -> None:
    """Wait until nothing has been requested for a while."""
    before = -1
    while before != len(server.sent):
        before = len(server.sent)
        time.sleep(IDLE_SECONDS)
