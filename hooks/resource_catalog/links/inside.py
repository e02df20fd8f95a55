"""Inside: every link, anchor and asset of a built site, looked up in its own files.

No server is started and nobody is asked, so hundreds of pages take a second. Most links of a site
stand on most of its pages: each is looked up once for all the pages of a folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_LINKED = "[href], [src], [srcset], [poster], [action], [data], meta[http-equiv=refresh], [style]"
_NAMES = ("href", "src", "poster", "action")
_IN_CSS = re.compile(r"url\(\s*[\"']?([^\"')]+)")
_ON = re.compile(r"url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")


@dataclass(frozen=True, order=True)
class Fault:
    """A link that leads nowhere: the file it stands in, the link as written, what is wrong."""

    file: str
    link: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.link} {self.reason}"


@dataclass(frozen=True)
class Findings:
    """What came of a look at a site: how much was looked at, and the faults in order."""

    pages: int
    links: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _Document:
    """What a file links to, and the places in it that can be linked to."""

    links: frozenset[str]
    anchors: frozenset[str] = frozenset()


def address_of(site: Path) -> str:
    """The address that a site was built for, as its home page says; empty when it does not."""
    try:
        home = LexborHTMLParser((site / "index.html").read_bytes())
    except OSError:
        return ""
    node = home.css_first("link[rel=canonical]")
    return str(node.attributes.get("href") or "") if node else ""


def look(site: Path, address: str = "") -> Findings:
    """Look up every link of a built site. ``address`` is the one that it was built for."""
    root = address or "http://localhost/"
    documents = dict(_documents(site))
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    known: dict[tuple[str, str], str] = {}
    faults = []
    for file, document in documents.items():
        folder, start = file.rpartition("/")[0], urljoin(root, quote(file))
        for link in document.links:
            place = (file if link.startswith(("#", "?")) or not link else folder, link)
            reason = known.get(place)
            if reason is None:
                reason = known[place] = _fault(urljoin(start, link), root, files, documents)
            if reason:
                faults.append(Fault(file, link, reason))
    pages = sum(file.endswith(".html") for file in documents)
    links = sum(len(document.links) for document in documents.values())
    return Findings(pages, links, tuple(sorted(faults)))


def _fault(url: str, root: str, files: set[str], documents: dict[str, _Document]) -> str:
    """What is wrong with an address; nothing when all is well or it is somebody else's."""
    url, anchor = urldefrag(url)
    if not url.startswith(root):
        own = urlsplit(url)[:2] == urlsplit(root)[:2]
        return "leads out of the site" if own else ""
    path = unquote(urlsplit(url).path.removeprefix(urlsplit(root).path))
    target = f"{path}index.html" if not path or path.endswith("/") else path
    if target not in files:
        return "lacks a / at its end" if f"{target}/index.html" in files else "is not there"
    page = documents.get(target)
    if anchor and page and unquote(anchor) not in page.anchors | {"top"}:
        return "has no such place on its page"
    return ""


def _documents(site: Path) -> Iterator[tuple[str, _Document]]:
    for folder, _, names in os.walk(site):
        for name in names:
            path = Path(folder, name)
            if read := _READERS.get(path.suffix):
                yield path.relative_to(site).as_posix(), read(path)


def _page(path: Path) -> _Document:
    tree = LexborHTMLParser(path.read_bytes())
    links: set[str] = set()
    for node in tree.css(_LINKED):
        given = node.attributes
        links.update(given[name] or "" for name in _NAMES if name in given)
        if node.tag == "object":
            links.add(given.get("data") or "")
        for part in (given.get("srcset") or "").split(","):
            links.update(part.split()[:1])
        links.update(_IN_CSS.findall(given.get("style") or ""))
        if node.tag == "meta":
            links.update(_ON.findall(given.get("content") or ""))
    anchors = {node.attributes.get("id") or "" for node in tree.css("[id]")}
    anchors |= {node.attributes.get("name") or "" for node in tree.css("a[name]")}
    return _Document(frozenset(link.strip() for link in links), frozenset(anchors))


def _style_sheet(path: Path) -> _Document:
    return _Document(frozenset(_IN_CSS.findall(path.read_text(encoding="utf-8"))))


def _site_map(path: Path) -> _Document:
    return _Document(frozenset(_LOCATION.findall(path.read_text(encoding="utf-8"))))


_READERS = {".html": _page, ".css": _style_sheet, ".xml": _site_map}
