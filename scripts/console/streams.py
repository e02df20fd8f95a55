"""The streams of a command, so that neither a letter nor a closed pipe stops it."""

from __future__ import annotations

import io
import signal
import sys
from typing import TextIO


def show_everything(*streams: TextIO, encoding: str | None = None) -> None:
    """Let streams escape what they cannot show: standard output and error, if none is named.

    With an ``encoding`` they have that one, whatever the console says.
    """
    for stream in streams or (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def end_with_reader() -> None:
    """End without a word when nobody reads any more, as in “validate.py | head”."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
