"""Progress of a run: a bar on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

LINES = 10
"""How many lines a run says where there is no terminal."""


class Progress:
    """Counts up to ``total`` on standard error."""

    def __init__(self, words: str, total: int) -> None:
        self._words = words
        self._total = total
        self._done = 0
        self._bar: Bar | None = None

    def __enter__(self) -> Progress:
        if self._total and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.add_task(self._words, total=self._total)
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def step(self) -> None:
        """One more is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])
        elif self._done * LINES // self._total > (self._done - 1) * LINES // self._total:
            print(f"{self._words}: {self._done} of {self._total}", file=sys.stderr, flush=True)


def _bar() -> Bar:
    # Loaded here, since a workflow has no terminal and the package takes a while to load.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True)
    return Progress(*columns, TimeRemainingColumn(), console=console, transient=True)
