"""Open a built site, served on the loopback address, in a real browser.

Pages come with the strict policy of ``security_policy.py``, so ``wait_for_function`` needs a
function: a mere expression would have to be evaluated in the page.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Response, expect, sync_playwright

from browser import launch_options
from console.static_server import serve_folder as serve
from windows import tab

KINDS = (
    *("home", "phases", "phase", "cell", "empty cell", "stages", "stage", "facet", "term"),
    *("browse", "searched", "resource", "unlocated", "on request", "retired", "everything"),
    *("data", "problems", "about", "contribute", "not found"),
    *("links", "health", "gone", "watched", "packs", "pack", "embedded", "embedding"),
    *("suggest", "gaps", "due", "check", "plan", "situations"),
)
"""Every kind of page the site has, and the kinds of resource that look different."""

PATIENCE = 60_000
"""The timeout of all browser operations in milliseconds; workers outnumber cores."""

expect.set_options(timeout=PATIENCE)

WIDE, NARROW, NARROWEST = 1280, 375, 320
"""Widths in CSS pixels: a laptop, a phone, and what WCAG 1.4.10 asks a page to reflow to."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Launch a browser and close it at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(), timeout=PATIENCE)
        try:
            yield browser
        finally:
            browser.close()


def visit(page: Page, url: str) -> Response:
    """Open a page and wait until it is complete: the browse page loads its list later."""
    answer = page.goto(url)
    if "/browse/" in url:
        page.wait_for_load_state("networkidle")
    assert answer
    return answer


@contextmanager
def reader(browser: Browser, *, alone: bool = False, **options: Any) -> Iterator[Page]:
    """A page in a browser context with ``options``, without cookies, storage or cache.

    ``alone`` makes a new context, for what cannot be removed from one, such as a clock, and for
    tests of requests: a renderer that is used again may have scripts in its memory.
    """
    options = {"reduced_motion": "reduce", **options}
    if not alone:
        with tab(browser, options, PATIENCE) as page:
            yield page
        return
    with browser.new_context(**options) as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def addresses(site: str, sample: str, folder: Path) -> dict[str, str]:
    """A URL for each of :data:`KINDS`, found in the catalog that ``folder`` was built from.

    ``site`` is the URL of the real site. Kinds that it need not have are taken from ``sample``, so
    that the tests pass for any catalog.
    """
    data = json.loads((folder / "data" / "catalog.json").read_text(encoding="utf-8"))
    phase, stage = max(
        ((p["id"], s["id"]) for p in data["phases"] for s in data["stages"]),
        key=lambda cell: len(_cell(data, *cell)),
    )
    facet = data["vocabularies"]["types"]["terms"]
    asked = next(s["questions"] for s in data["stages"] if len(s["questions"]) > 1)
    entry = max(data["entries"], key=lambda e: len(e["title"]) if e["links"] else 0)
    own = {
        "home": "",
        "phases": "phases/",
        "phase": f"phases/{phase}/",
        "cell": f"phases/{phase}/{stage}/",
        "stages": "stages/",
        "stage": f"stages/{stage}/",
        "facet": "types/",
        "term": f"types/{facet[0]['id']}/",
        "browse": "browse/",
        "searched": f"browse/?q={quote(entry['title'].split()[0])}",
        "resource": f"resources/{entry['id']}/",
        "data": "data/",
        "situations": "situations/",
        "links": "links/",
        "problems": "contribute/problems/",
        "suggest": "contribute/suggest/",
        "gaps": "contribute/gaps/",
        "check": "check/",
        "plan": f"plan/#{asked[0]['id']}=n&{asked[1]['id']}=u&once-asked=p",
        "about": "about/",
        "contribute": "contribute/",
        "not found": "no/such/page/",
    }
    others = {
        "empty cell": "phases/second/late/",
        "unlocated": "resources/unlocated/",
        "on request": "resources/on-request/",
        "retired": "resources/retired/",
        "everything": "resources/everything/",
        "health": "links/",
        "due": "contribute/due/",
        "gone": "resources/gone/",
        "watched": "resources/watched/",
        "packs": "collections/",
        "pack": "collections/start/",
        "embedded": "embed/collections/start/",
        "embedding": "embedding/",
    }
    found = {kind: site + path for kind, path in own.items()}
    return found | {kind: sample + path for kind, path in others.items()}


def _cell(data: dict[str, Any], phase: str, stage: str) -> list[str]:
    return [e["id"] for e in data["entries"] if phase in e["phases"] and stage in e["stages"]]


def complaints(page: Page) -> list[str]:
    """Record errors, dialogs, failed loads and requests to other hosts on a page from now on."""
    found: list[str] = []

    def asked(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:")):
            found.append(f"request to {url}")

    def failed(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # as above
            found.append(f"{request.failure}: {request.url}")

    page.on("console", lambda m: found.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("requestfailed", failed)
    page.on("request", lambda request: asked(request.url))
    page.on("dialog", lambda dialog: (found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    return found


def listen(region: Locator) -> None:
    """Keep in ``said`` what an element says from now on, also what it says for a moment only."""
    region.evaluate(
        """region => {
            const said = globalThis.said = [];
            new MutationObserver(() => said.push(region.textContent)).observe(region,
                { childList: true, characterData: true, subtree: true });
        }"""
    )


def wait_until_said(page: Page, words: str = "") -> None:
    """Wait until the element that :func:`listen` listens to has said some words, or anything."""
    page.wait_for_function("words => said.some((text) => text.includes(words))", arg=words)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[str]:
    """The URL of the site of the known catalog."""
    with serve(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Iterator[str]:
    """The URL of the sample site."""
    with serve(sample_folder) as url:
        yield url


@pytest.fixture(scope="session")
def kinds(site: str, sample: str, built_site: Path) -> dict[str, str]:
    """The URL of a page of each kind."""
    return addresses(site, sample, built_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of a worker; each test opens contexts of its own."""
    with chromium() as started:
        yield started


@contextmanager
def _playwright_loop_hidden(item: pytest.Item) -> Iterator[None]:
    """Let a test that uses no browser run asyncio.

    While a browser is open, Playwright keeps an event loop on this thread. It is suspended between
    calls, but asyncio considers it running.
    """
    if "browser" in getattr(item, "fixturenames", ()):
        yield
        return
    suspended = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(suspended)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Set up the fixtures of a test."""
    with _playwright_loop_hidden(item):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Run a test."""
    with _playwright_loop_hidden(item):
        yield
