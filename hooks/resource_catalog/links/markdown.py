"""Markdown for GitHub: what strangers' pages say of themselves, without becoming markup."""

from __future__ import annotations

from resource_catalog.problems import printable

_SIGNS = frozenset("\\`*_{}[]<>()#+!|~")


def plain(text: str) -> str:
    """Text that is shown as it is: no markup, no picture, no mention of a person."""
    kept = printable(" ".join(text.split()))
    return "".join(f"\\{c}" if c in _SIGNS else c for c in kept).replace("@", "@\u200b")


def code(text: str) -> str:
    """An address or a place, shown letter by letter and not made a link of."""
    return f"`{printable(text).replace('`', '%60')}`"
