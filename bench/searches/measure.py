"""The measuring of one catalog: every visit that is made to its sites, and how often."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from bench.searches import figures, visits
from bench.searches.figures import Figures
from bench.searches.index_time import index_time
from bench.searches.queries import Entry, Queries, Query
from bench.searches.server import Host

TYPED_TEXTS = 6
PRESSES = 2
INDEX_RUNS = 5
VIEWS = 3


class Measuring:
    """What is measured of one catalog, on whichever site; ``quick`` is a little of everything."""

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
        self._words = self._queries.of_words(runs)
        self._texts = self._queries.to_type(2 if quick else TYPED_TEXTS)
        paths = [f"resources/{entry['id']}/" for entry in entries]
        self._pages = paths[:: max(1, len(paths) // VIEWS)][:VIEWS]
        self.page = self._pages[0]

    def ours(self, host: Host) -> Figures:
        """Every figure of our own site but that of Python."""
        search = self.search(host, "ours", self.page)
        self._progress("first views, typing and filters …")
        browser, texts, runs = self._browser, self._texts, range(self._runs)
        presses = 1 if self._quick else PRESSES
        return {
            "search": search,
            "view": self.views(host, "/search/"),
            "typing": figures.of_typing(
                [visits.typing(browser, host, self.page, texts) for _ in runs]
            ),
            "browse": figures.of_browsing(
                [visits.browsing(browser, host, texts, presses) for _ in runs]
            ),
        }

    def search(self, host: Host, engine: str, path: str) -> Figures:
        """Every query, near and on the slow line; when quick, only the first is slow."""
        self._progress(f"searching {engine} …")

        def visit(query: Query, slow: bool) -> visits.Search:
            return visits.search(self._browser, host, path, engine, query, self._queries, slow)

        visit(self._words[0], False)  # a first one that does not count: the host is cold too
        near = [visit(query, False) for query in self._words]
        slow = [visit(query, True) for query in self._words[: 1 if self._quick else None]]
        return figures.of_searches([*near, *slow])

    def views(self, host: Host, index: str) -> Figures:
        """Some pages of resources as they are first seen."""
        return figures.of_views(
            [visits.first_view(self._browser, host, path, index) for path in self._pages]
        )

    def index(self, catalog: Path) -> Figures:
        """The index as Python makes it."""
        self._progress("building the index …")
        return figures.of_index(index_time(catalog, 1 if self._quick else INDEX_RUNS))
