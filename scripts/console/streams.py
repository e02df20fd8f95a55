"""Keep unencodable characters and closed pipes from failing a command."""

from __future__ import annotations

import io
import signal
import sys
from typing import TextIO


def escape_unencodable(*streams: TextIO, encoding: str | None = None) -> None:
    """Escape characters that streams cannot encode; by default standard output and error.

    With an ``encoding`` the streams use it instead of that of the console.
    """
    for stream in streams or (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def exit_on_closed_pipe() -> None:
    """Exit silently when the reader closes the pipe, as in “validate.py | head”."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
