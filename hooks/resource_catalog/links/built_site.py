"""Check every internal link, anchor and asset of a built site against its files.

No server and no requests, so hundreds of pages take a second. Most links of a site are on most of
its pages: each is checked once for all pages of a folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_LINK_ELEMENTS = (
    "[href], [src], [srcset], [poster], [action], [data], meta[http-equiv=refresh], [style]"
)
_URL_ATTRIBUTES = ("href", "src", "poster", "action")
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_META_REFRESH_URL = re.compile(r"url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_SITEMAP_LOC = re.compile(r"<loc>([^<]*)</loc>")


@dataclass(frozen=True, order=True)
class BrokenLink:
    """A broken link: the file it is in, the link as written, and what is wrong."""

    file: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.link} {self.reason}"


@dataclass(frozen=True)
class SiteCheck:
    """The result of checking a site: how many pages and links, and the broken ones, sorted."""

    pages: int
    links: int
    broken_links: tuple[BrokenLink, ...]


@dataclass(frozen=True)
class _ParsedFile:
    """The links in a file, and its anchors."""

    links: frozenset[str]
    anchors: frozenset[str] = frozenset()


def canonical_url(site: Path) -> str:
    """The URL that a site was built for, from the canonical link of its home page, or empty."""
    try:
        home = LexborHTMLParser((site / "index.html").read_bytes())
    except OSError:
        return ""
    node = home.css_first("link[rel=canonical]")
    return str(node.attributes.get("href") or "") if node else ""


def check_site(site: Path, site_url: str = "") -> SiteCheck:
    """Check every link of a built site. ``site_url`` is the URL that it was built for."""
    root = site_url or "http://localhost/"
    parsed_files = dict(_parse_files(site))
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    reasons: dict[tuple[str, str], str] = {}
    broken_links = []
    for file, parsed in parsed_files.items():
        folder, file_url = file.rpartition("/")[0], urljoin(root, quote(file))
        for link in parsed.links:
            key = (file if link.startswith(("#", "?")) or not link else folder, link)
            reason = reasons.get(key)
            if reason is None:
                reason = reasons[key] = _why_broken(
                    urljoin(file_url, link), root, files, parsed_files
                )
            if reason:
                broken_links.append(BrokenLink(file, link, reason))
    pages = sum(file.endswith(".html") for file in parsed_files)
    links = sum(len(parsed.links) for parsed in parsed_files.values())
    return SiteCheck(pages, links, tuple(sorted(broken_links)))


def _why_broken(url: str, root: str, files: set[str], parsed_files: dict[str, _ParsedFile]) -> str:
    """What is wrong with a URL; empty if it is fine or on another site."""
    url, anchor = urldefrag(url)
    if not url.startswith(root):
        same_site = urlsplit(url)[:2] == urlsplit(root)[:2]
        return "leads out of the site" if same_site else ""
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(root).path))
    target = f"{path}index.html" if not path or path.endswith("/") else path
    if target not in files:
        return "lacks a / at its end" if f"{target}/index.html" in files else "is not there"
    page = parsed_files.get(target)
    if anchor and page and unquote(anchor) not in page.anchors | {"top"}:
        return "has no such place on its page"
    return ""


def _parse_files(site: Path) -> Iterator[tuple[str, _ParsedFile]]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name)
            if parse := _PARSERS.get(path.suffix):
                yield path.relative_to(site).as_posix(), parse(path)


def _parse_html(path: Path) -> _ParsedFile:
    tree = LexborHTMLParser(path.read_bytes())
    links: set[str] = set()
    for node in tree.css(_LINK_ELEMENTS):
        attributes = node.attributes
        links.update(attributes[name] or "" for name in _URL_ATTRIBUTES if name in attributes)
        if node.tag == "object":
            links.add(attributes.get("data") or "")
        for candidate in (attributes.get("srcset") or "").split(","):
            links.update(candidate.split()[:1])
        links.update(_CSS_URL.findall(attributes.get("style") or ""))
        if node.tag == "meta":
            links.update(_META_REFRESH_URL.findall(attributes.get("content") or ""))
    anchors = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    anchors |= {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    return _ParsedFile(frozenset(link.strip() for link in links), frozenset(anchors))


def _parse_css(path: Path) -> _ParsedFile:
    return _ParsedFile(frozenset(_CSS_URL.findall(path.read_text(encoding="utf-8"))))


def _parse_sitemap(path: Path) -> _ParsedFile:
    return _ParsedFile(frozenset(_SITEMAP_LOC.findall(path.read_text(encoding="utf-8"))))


_PARSERS = {".html": _parse_html, ".css": _parse_css, ".xml": _parse_sitemap}
