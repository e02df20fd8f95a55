"""Escape text from web pages for GitHub Markdown."""

from __future__ import annotations

from resource_catalog.model.problems import printable

_SPECIAL = frozenset("\\`*_{}[]<>()#+!|~")


def escape(text: str) -> str:
    """Escape ``text`` on one line, so that it contains no markup, image or mention."""
    line = printable(" ".join(text.split()))
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in line).replace("@", "@\u200b")


def code_span(text: str) -> str:
    """A URL or file location as a code span, which GitHub does not make a link."""
    return f"`{printable(text).replace('`', '%60')}`"
