"""Compare the URLs of a built site with the list of those once published, which must keep working.

The list is ``addresses.txt`` in the catalog. Each of its URLs must remain a page, a file or a
redirect.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from resource_catalog.loading.context.published_ids import (
    FOLDERS,
    URL_LIST_FILE,
    how_to_keep,
    how_to_move,
)
from resource_catalog.model.problems import printable
from resource_catalog.site.shareable_pages import EMBED_ROOT

__all__ = ["URL_LIST_FILE", "MissingUrl", "missing_urls", "parse_url_list", "site_urls"]

_HEADER = """\
# Addresses that this site has published, from its root. Each of them works for ever.
# A program adds new ones; scripts/check_addresses.py says what to do when one is gone.
"""

_NOT_PERMANENT = re.compile(
    r"(?:assets|search)/.*"  # names contain a content hash, which changes with each version
    r"|(?:.*/)?page-\d+/"  # the pagination of a list changes with every entry
    r"|.*\.[0-9a-f]{8,}\.\w+"
    r"|404\.html|sitemap\.xml\.gz"
)
_META_REFRESH = re.compile(rb"""<meta http-equiv="refresh" content="0; url=([^"]+)">""")
_MAX_REDIRECT_PAGE_BYTES = 4096
_OF_A_FILE = re.compile(r"(resources|collections|tools)/([^/]+)/")


@dataclass(frozen=True)
class MissingUrl:
    """A published URL that no longer works. ``line`` is its line number in the list."""

    url: str
    line: int
    message: str
    hint: str


def parse_url_list(text: str) -> Mapping[str, int]:
    """Map the URLs of a list to their line numbers; empty lines and comments are skipped."""
    lines = ((line.strip(), number) for number, line in enumerate(text.splitlines(), start=1))
    return {line: number for line, number in lines if line and not line.startswith("#")}


def format_url_list(urls: Collection[str]) -> str:
    """Format a list of URLs, sorted so that branches seldom change the same line."""
    return _HEADER + "".join(f"{url}\n" for url in sorted(set(urls)))


def is_permanent_url(url: str) -> bool:
    """Whether a URL of a built site may be bookmarked and must keep working."""
    return not _NOT_PERMANENT.fullmatch(url)


def site_urls(site: Path, unpublished: Collection[str] = ()) -> frozenset[str]:
    """The permanent URLs of a built site, relative to its root; the home page is ``/``.

    Those below ``unpublished`` folders, of languages that are not published yet, are left out.
    """
    found = set()
    for path in site.rglob("*"):
        if path.is_file():
            path_in_site = path.relative_to(site).as_posix()
            url = (
                path_in_site.removesuffix("index.html")
                if path.name == "index.html"
                else path_in_site
            )
            if is_permanent_url(url) and url.partition("/")[0] not in unpublished:
                found.add(url or "/")
    return frozenset(found)


def missing_urls(published: Mapping[str, int], site: Path, catalog: Path) -> Iterator[MissingUrl]:
    """The published URLs that a built site does not have, each with a hint on how to fix it.

    ``published`` is as returned by :func:`parse_url_list`. ``catalog`` is the folder in which
    renamed files are looked for.
    """
    for url, line in published.items():
        page = _page_of(url)
        if page in published and not _has(site, page):
            continue  # it comes and goes with its page, which is reported
        shown = printable(f"/{url.lstrip('/')}")
        if not _has(site, url):
            message = f"{shown} was published and is no longer there."
            yield MissingUrl(url, line, message, _hint(url, catalog))
        elif target := _broken_redirect_target(site, url):
            message = f"{shown} leads to {printable(target)}."
            yield MissingUrl(url, line, message, "Let it lead to a page that is there.")


def _page_of(url: str) -> str:
    """The page beside which an embeddable list or a QR code was published; else empty."""
    if url.startswith(EMBED_ROOT):
        return url.removeprefix(EMBED_ROOT)
    folder, _slash, name = url.rpartition("/")
    return f"{folder}/" if name in ("qr.png", "qr.svg") else ""


def _file(site: Path, url: str) -> Path:
    path = site / unquote(url).lstrip("/")
    return path / "index.html" if url.endswith("/") else path


def _has(site: Path, url: str) -> bool:
    try:
        return _file(site, url).is_file()
    except (OSError, ValueError):  # no file can have such a name
        return False


def _broken_redirect_target(site: Path, url: str) -> str:
    """Where a chain of redirects ends if that does not exist or loops; empty if all is well."""
    visited = {url}
    while target := _redirect_target(_file(site, url)):
        url = urljoin(f"/{url.lstrip('/')}", target).removeprefix("/") or "/"
        if url in visited:
            return f"/{url.lstrip('/')} again and again"
        if not _has(site, url):
            return f"/{url.lstrip('/')}, where nothing is"
        visited.add(url)
    return ""


def _redirect_target(path: Path) -> str:
    if path.name != "index.html":
        return ""
    with path.open("rb") as stream:
        found = _META_REFRESH.search(stream.read(_MAX_REDIRECT_PAGE_BYTES))
    return found[1].decode("utf-8", "replace") if found else ""


def _hint(url: str, catalog: Path) -> str:
    """How to fix a missing URL, in words that can be followed literally."""
    if match := _OF_A_FILE.fullmatch(url):
        files = (catalog / FOLDERS[match[1]]).rglob("*.y*ml")
        return how_to_keep(match[1], match[2], (path.stem for path in files))
    if url.endswith("/"):
        return how_to_move(url)
    return (
        "Programs fetch this file, and a file cannot lead on to another: bring it back. Only when "
        f"nobody can be using it, take its line out of {URL_LIST_FILE}."
    )
