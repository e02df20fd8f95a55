"""Pace: how fast one host may be asked. All hosts are asked side by side, each at its own pace."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

WINDOW = 1.01
"""Seconds in which the rate must not be exceeded: one, and a little for uneven clocks."""


class Pace:
    """Turns at one host: no more than ``rate`` within a second, no more than ``parallel`` at once.

    A turn counts until a second after its end: somewhere between its beginning
    and its end the host has seen it, and only the host's own clock matters.
    """

    def __init__(self, rate: int, parallel: int) -> None:
        self._rate = rate
        self._room = asyncio.Semaphore(parallel)
        self._running = 0
        self._ended: deque[float] = deque(maxlen=rate)

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn, and hold it."""
        now = asyncio.get_running_loop().time
        async with self._room:
            while self._running + len(self._ended) >= self._rate and self._ended:
                wait = self._ended[0] + WINDOW - now()
                if wait > 0:
                    await asyncio.sleep(wait)
                elif self._ended:
                    self._ended.popleft()
            self._running += 1
            try:
                yield
            finally:
                self._running -= 1
                self._ended.append(now())


class Paces:
    """The pace of every host that is asked."""

    def __init__(self, rate: int, parallel: int) -> None:
        self._rate = rate
        self._parallel = parallel
        self._hosts: dict[str, Pace] = {}

    def of(self, host: str) -> Pace:
        """The pace at ``host``."""
        pace = self._hosts.get(host)
        if pace is None:
            pace = self._hosts[host] = Pace(self._rate, self._parallel)
        return pace
