"""Keep Python from looking for garbage during a build, from the first import of ours on.

Imports and builds leave next to no reference cycles, and looking for them takes a tenth of the
time. So the events import this module before any other of ours.
"""

from __future__ import annotations

import gc

gc.disable()


def collect() -> None:
    """Look for garbage after all: a server goes on for hours, other hooks may create cycles."""
    gc.enable()


def leave() -> None:
    """At the end of a program that never looked: do not look through the whole site once more."""
    if not gc.isenabled():
        gc.freeze()
