"""Show the progress of a run: a bar on a terminal, a few plain lines elsewhere."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from resource_catalog.model.messages import _

if TYPE_CHECKING:
    from rich.progress import Progress as ProgressBar

MAX_LINES = 10
"""How many progress lines are printed without a terminal."""


class Progress:
    """A progress display on standard error that counts to ``total``."""

    def __init__(self, description: str, total: int) -> None:
        self._description = description
        self._total = total
        self._done = 0
        self._bar: ProgressBar | None = None

    def __enter__(self) -> Progress:
        if self._total and sys.stderr.isatty():
            self._bar = _bar()
            self._bar.add_task(self._description, total=self._total)
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
        """Count one more item."""
        self._done += 1
        if self._bar is not None:
            self._bar.advance(self._bar.task_ids[0])
        elif self._done * MAX_LINES // self._total > (self._done - 1) * MAX_LINES // self._total:
            print(
                _(
                    "%(what)s: %(done)s of %(total)s",
                    what=self._description,
                    done=self._done,
                    total=self._total,
                ),
                file=sys.stderr,
                flush=True,
            )


def _bar() -> ProgressBar:
    # Imported here: rich is slow to import and not needed without a terminal.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    # Not sys.stderr, in which the codes that move the bar are no codes.
    raw = open(sys.stderr.fileno(), "w", encoding=sys.stderr.encoding, closefd=False)  # noqa: SIM115
    return Progress(
        *columns,
        TimeRemainingColumn(),
        console=Console(file=raw),
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
