"""Define the error that ends a run of the link watch."""

from __future__ import annotations


class CannotCheckError(Exception):
    """The links cannot be checked. The message says why."""
