"""Limit the rate of requests and the number of parallel requests to each host."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

REQUESTS_PER_SECOND = 10
"""To one host, unless a run is told otherwise."""

PARALLEL_REQUESTS = 2
"""To one host at the same time."""

ARCHIVE_REQUESTS_PER_SECOND = 1
"""To the web archive, which serves everybody."""

REQUESTS_A_WEEK = 5000
"""To one host in one run, of which there is one a week; more links wait for the next."""

WINDOW_SECONDS = 1.01
"""The rate window: one second, and a margin for clock differences."""


class HostRateLimiter:
    """Allow one host at most ``rate`` requests a second and ``parallel`` at once.

    A request counts until one second after it ended: the host saw it at some time between its
    start and its end. ``started`` counts all of them.
    """

    def __init__(self, rate: int, parallel: int) -> None:
        self._rate = rate
        self._slots = asyncio.Semaphore(parallel)
        self._running = 0
        self._ended: deque[float] = deque(maxlen=rate)
        self.started = 0

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """Wait until a request is allowed, and count it while the context is open."""
        now = asyncio.get_running_loop().time
        async with self._slots:
            while self._running + len(self._ended) >= self._rate and self._ended:
                wait = self._ended[0] + WINDOW_SECONDS - now()
                if wait > 0:
                    await asyncio.sleep(wait)
                elif self._ended:
                    self._ended.popleft()
            self._running += 1
            self.started += 1
            try:
                yield
            finally:
                self._running -= 1
                self._ended.append(now())


class RateLimiters:
    """One :class:`HostRateLimiter` per host."""

    def __init__(self, rate: int, parallel: int) -> None:
        self._rate = rate
        self._parallel = parallel
        self._limiters: dict[str, HostRateLimiter] = {}

    def for_host(self, host: str) -> HostRateLimiter:
        """The rate limiter of ``host``, created on first use."""
        limiter = self._limiters.get(host)
        if limiter is None:
            limiter = self._limiters[host] = HostRateLimiter(self._rate, self._parallel)
        return limiter
