"""Run every visit to the sites of one catalog, and summarize them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from bench.searches import figures, visits
from bench.searches.figures import Figures
from bench.searches.index_time import index_time
from bench.searches.queries import Entry, Queries, Query
from bench.searches.server import MemoryServer

TYPED_TEXTS = 6
PRESSES = 2
INDEX_RUNS = 5
PAGE_VIEWS = 3


class CatalogBenchmark:
    """The measurements of one catalog, on any of its sites; ``quick`` makes fewer of each."""

    def __init__(
        self,
        browser: Browser,
        entries: Sequence[Entry],
        *,
        runs: int,
        quick: bool,
        progress: Callable[[str], None],
    ) -> None:
        self._browser = browser
        self._quick = quick
        self._runs = runs
        self._progress = progress
        self._queries = Queries(entries)
        self._word_queries = self._queries.word_queries(runs)
        self._texts = self._queries.typing_texts(1 if quick else TYPED_TEXTS)
        paths = [f"resources/{entry['id']}/" for entry in entries]
        views = 1 if quick else PAGE_VIEWS
        self._pages = paths[:: max(1, len(paths) // views)][:views]
        self.page = self._pages[0]

    def ours(self, server: MemoryServer) -> Figures:
        """Every figure of our own site except the index build time."""
        search = self.search(server, "ours", self.page)
        self._progress("first views, typing and filters …")
        browser, texts, runs = self._browser, self._texts, range(self._runs)
        presses = 1 if self._quick else PRESSES
        return {
            "search": search,
            "view": self.views(server, "/search/"),
            "typing": figures.summarize_typing(
                [visits.typing(browser, server, self.page, texts) for _ in runs]
            ),
            "browse": figures.summarize_browsing(
                [visits.browsing(browser, server, texts, presses) for _ in runs]
            ),
        }

    def search(self, server: MemoryServer, engine: str, path: str) -> Figures:
        """Run every query on loopback and on the slow network; only one slow query when quick."""
        self._progress(f"searching {engine} …")

        def visit(query: Query, slow: bool) -> visits.SearchVisit:
            return visits.search(self._browser, server, path, engine, query, self._queries, slow)

        if not self._quick:
            visit(self._word_queries[0], False)  # a warm-up that does not count
        fast = [visit(query, False) for query in self._word_queries]
        slow = [visit(query, True) for query in self._word_queries[: 1 if self._quick else None]]
        return figures.summarize_searches([*fast, *slow])

    def views(self, server: MemoryServer, index: str) -> Figures:
        """First views of some resource pages."""
        return figures.summarize_views(
            [visits.first_view(self._browser, server, path, index) for path in self._pages]
        )

    def index(self, catalog: Path) -> Figures:
        """The time to build the index in Python."""
        self._progress("building the index …")
        return figures.summarize_index(index_time(catalog, 1 if self._quick else INDEX_RUNS))
