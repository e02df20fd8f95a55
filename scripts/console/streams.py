"""Keep texts from harming a terminal, and odd letters and closed pipes from failing a command."""

from __future__ import annotations

import io
import signal
import sys
from typing import TextIO

from resource_catalog.model.terminal_text import for_terminal


def escape_unencodable(*streams: TextIO, encoding: str | None = None) -> None:
    """Escape characters that streams cannot encode; by default standard output and error.

    With an ``encoding`` the streams use it instead of that of the console.
    """
    for stream in streams or (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


class SafeStream(io.TextIOWrapper):
    """A text stream for people, in which nothing that a terminal would obey is left."""

    def write(self, text: str) -> int:
        """Write a text; gives its length."""
        super().write(for_terminal(text))
        return len(text)


def protect_terminal() -> None:
    """Let everything go through safe streams that is printed from here on."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is getattr(sys, f"__{name}__") and type(stream) is io.TextIOWrapper:
            encoding, errors, lines = stream.encoding, stream.errors, stream.line_buffering
            through = stream.write_through
            safe = SafeStream(
                stream.detach(), encoding, errors, line_buffering=lines, write_through=through
            )
            setattr(sys, name, safe)
            setattr(sys, f"__{name}__", safe)


def exit_on_closed_pipe() -> None:
    """Exit silently when the reader closes the pipe, as in “validate.py | head”."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
