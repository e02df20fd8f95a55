"""The second witness: LinkChecker's word on the same links, noted beside ours.

It looks at a generated sheet of links. Where it disagrees both words stand; ours decides.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from resource_catalog.links import linkchecker
from resource_catalog.links.linkchecker import NotHeard, Row, Run

SHEET = "links.html"

_AGREE = {"ok": True, "moved": True, "fragment": True, "dead": False}
"""Whether LinkChecker should call a link valid that has this verdict; of others it cannot judge."""


@dataclass(frozen=True)
class Testimony:
    """What LinkChecker says of each address; ``as_root`` when it had to run with all rights."""

    said: Mapping[str, Row]
    as_root: bool = False


def sheet(urls: Iterable[str]) -> str:
    """A page with a link to each address."""
    items = "\n".join(f'<li><a href="{escape(u)}">{escape(u)}</a></li>' for u in urls)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Links</title></head>\n'
        f"<body><ul>\n{items}\n</ul></body></html>\n"
    )


def disagreement(verdict: str, said: Row | None) -> str:
    """What LinkChecker says when it is not what we say; nothing when they agree."""
    expected = _AGREE.get(verdict)
    if said is None or expected is None or said.valid is expected:
        return ""
    words = said.words or "no reason given"
    return f"LinkChecker finds it {'fine' if said.valid else 'broken'}: {words}"[:200]


def ask(
    urls: Sequence[str],
    folder: Path,
    python: str,
    run: Run = subprocess.run,
    *,
    proxy: str | None = None,
    timeout: float = 20,
) -> Testimony:
    """Let LinkChecker look at addresses. ``folder`` is an empty one to work in.

    Give it no address that our own guard refused: it has no guard. Addresses
    that it skipped are missing in what it said. Raises :class:`NotHeard`.
    """
    path = folder / SHEET
    path.write_text(sheet(urls), encoding="utf-8")
    rules = (
        f"[checking]\nmaxrequestspersecond=10\ntimeout={max(1, round(timeout))}\n"
        "recursionlevel=1\n[filtering]\ncheckextern=1\n"
    )
    arguments = ["-r1", "--check-extern", path.as_uri()]
    table = linkchecker.hear(arguments, folder, python, rules, proxy=proxy, run=run)
    rows = {row.name or row.url: row for row in table.rows}
    said = {url: rows[url] for url in urls if url in rows}
    if urls and not said:
        raise NotHeard("LinkChecker looked at none of the links.")
    return Testimony(said, table.as_root)
