"""Get a second opinion on links from LinkChecker.

It checks a generated page with the links. Disagreements are recorded; our verdict decides.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from resource_catalog.links import linkchecker_process
from resource_catalog.links.ask.proxies.guarding_proxy import guarding_proxy
from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.linkchecker_process import LinkCheckerError, LinkCheckerRow, RunProcess

DEFAULT_SETTINGS = Settings()
LINK_PAGE = "links.html"

_EXPECTED_VALID = {"ok": True, "moved": True, "fragment": True, "dead": False}
"""Whether LinkChecker should find a link with this verdict valid; other verdicts are beyond it."""


@dataclass(frozen=True)
class SecondOpinion:
    """LinkChecker's result for each URL; ``as_root`` is whether it had to run as root."""

    rows: Mapping[str, LinkCheckerRow]
    as_root: bool = False


def link_page(urls: Iterable[str]) -> str:
    """An HTML page with a link to each URL."""
    items = "\n".join(f'<li><a href="{escape(u)}">{escape(u)}</a></li>' for u in urls)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Links</title></head>\n'
        f"<body><ul>\n{items}\n</ul></body></html>\n"
    )


def disagreement(verdict: str, row: LinkCheckerRow | None) -> str:
    """LinkChecker's result as a clause if it disagrees with our verdict; else empty."""
    expected = _EXPECTED_VALID.get(verdict)
    if row is None or expected is None or row.valid is expected:
        return ""
    message = row.message or "no reason given"
    return f"LinkChecker finds it {'fine' if row.valid else 'broken'}: {message}"[:200]


def ask_linkchecker(
    urls: Sequence[str],
    folder: Path,
    python: str,
    run: RunProcess = subprocess.run,
    *,
    settings: Settings = DEFAULT_SETTINGS,
) -> SecondOpinion:
    """Check URLs with LinkChecker. ``folder`` is an empty temporary folder.

    LinkChecker has no SSRF protection of its own, so all its requests go through a proxy that has
    ours. URLs that it skipped are missing in the result. Raises :class:`LinkCheckerError`.
    """
    path = folder / LINK_PAGE
    path.write_text(link_page(urls), encoding="utf-8")
    config = (
        f"[checking]\nmaxrequestspersecond=10\ntimeout={max(1, round(settings.timeout))}\n"
        "recursionlevel=1\n[filtering]\ncheckextern=1\n"
    )
    arguments = ["-r1", "--check-extern", path.as_uri()]
    try:
        with guarding_proxy(settings) as proxy:
            table = linkchecker_process.run_linkchecker(
                arguments, folder, python, config, proxy=proxy, run=run
            )
    except OSError as error:
        raise LinkCheckerError(f"The proxy for LinkChecker could not be run: {error}") from None
    by_url = {row.name or row.url: row for row in table.rows}
    rows = {url: by_url[url] for url in urls if url in by_url}
    if urls and not rows:
        raise LinkCheckerError("LinkChecker looked at none of the links.")
    return SecondOpinion(rows, table.as_root)
