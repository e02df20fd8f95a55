"""Browser windows that serve one test after another, as a new one takes longer than most tests."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, Page


class _Window:
    """A browser context whose first tab stays open; each test has a tab of its own beside it."""

    def __init__(self, browser: Browser, options: dict[str, Any]) -> None:
        self._context = browser.new_context(**options)
        self._permissions = options.get("permissions", [])
        self._first = self._context.new_page()
        self._devtools = self._context.new_cdp_session(self._first)
        self._seen: set[str] = set()
        self._context.on("page", self._note_addresses)

    def tab(self, timeout: float) -> Page:
        self._context.set_default_timeout(timeout)
        return self._context.new_page()

    def clean(self) -> bool:
        """Remove all traces of a test; whether that is possible."""
        for page in self._context.pages:
            if page is not self._first:
                page.close()
        origins = {f"{url.scheme}://{url.netloc}" for url in map(urlsplit, self._seen)}
        self._seen.clear()
        if "file://" in origins:  # which is an origin without a name
            return False
        self._context.unroute_all(behavior="ignoreErrors")
        self._context.clear_cookies()
        self._context.clear_permissions()
        self._context.grant_permissions(self._permissions)
        self._devtools.send("Network.clearBrowserCache")
        for origin in origins:
            where = {"origin": origin, "storageTypes": "all"}
            self._devtools.send("Storage.clearDataForOrigin", where)
        return True

    def close(self) -> None:
        self._context.close()

    def _note_addresses(self, page: Page) -> None:
        page.on("framenavigated", lambda frame: self._seen.add(frame.url))


_idle: WeakKeyDictionary[Browser, dict[str, list[_Window]]] = WeakKeyDictionary()


@contextmanager
def tab(browser: Browser, options: dict[str, Any], timeout: float) -> Iterator[Page]:
    """A tab in a window with these options that has no cookies, storage, cache or history."""
    idle = _idle.setdefault(browser, defaultdict(list))[json.dumps(options, sort_keys=True)]
    window = idle.pop() if idle else _Window(browser, options)
    kept = False
    try:
        yield window.tab(timeout)
        kept = window.clean()
    finally:
        if kept:
            idle.append(window)
        else:
            window.close()
