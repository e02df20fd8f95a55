"""Parse the body of an entry: from Markdown to HTML that is safe to show, and what it refers to.

Whatever a body holds, its HTML has only the elements and attributes below: no script, no style, no
form, no frame. Its headings are below that of the page. Links without a scheme are ids of entries;
pictures are files of the catalog.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote

PICTURES = "pictures"
"""The folder of a catalog that has the pictures."""

PICTURES_PATH = "assets/pictures/"
"""Where the site has them, below its root."""

PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif")
"""What pictures may be; SVG is left out, since it is a program as well as a picture."""

_TAGS = frozenset(
    """
    a abbr b blockquote br code dd del dl dt em h2 h3 h4 h5 h6 hr i img li ol p pre q s strong sub
    sup table tbody td th thead tr ul
    """.split()
)
_ATTRIBUTES: Mapping[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"alt", "src", "title"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
_LINK = re.compile(r'<a(?: [a-z]+="[^"]*")*>')
_LEADS_OUT = re.compile(r' href="https?:', re.IGNORECASE)
_HEADING = re.compile(r"<(/?)h([1-6])\b[^>]*>")


@dataclass(frozen=True)
class ParsedBody:
    """A body as ``html`` for the page of its entry, and as plain ``text`` for the search.

    ``urls`` are the addresses that it links to, ``entry_ids`` the entries, ``pictures`` the paths
    of pictures, each as it is written and once.
    """

    html: str
    text: str
    urls: tuple[str, ...]
    entry_ids: tuple[str, ...]
    pictures: tuple[str, ...]


@lru_cache(maxsize=20_000)
def parse_body(body: str) -> ParsedBody:
    """Parse a body. Never raises for its content."""
    import nh3  # both are slow to import, and most catalogs have no body
    from markdown import Markdown

    tables = {"tables": {"use_align_attribute": True}}
    extensions = ["tables", "fenced_code", "sane_lists", "def_list", "abbr"]
    converter = Markdown(extensions=extensions, extension_configs=tables)
    converted = _with_page_headings(converter.convert(body))
    found = _References()
    found.feed(converted)
    found.close()
    safe = nh3.clean(
        converted,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_on_this_site,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return ParsedBody(
        html=_LINK.sub(_leading_out, safe),
        text=html.unescape(nh3.clean(safe.replace("<", " <"), tags=set())),
        urls=tuple(dict.fromkeys(url for url in found.links if _SCHEME.match(url))),
        entry_ids=tuple(dict.fromkeys(url for url in found.links if not _SCHEME.match(url))),
        pictures=tuple(dict.fromkeys(found.pictures)),
    )


def _leading_out(tag: re.Match[str]) -> str:
    """The start tag of a link, with what links to other sites have."""
    leads_out = _LEADS_OUT.search(tag[0]) is not None
    return f'{tag[0][:-1]} rel="external noopener noreferrer">' if leads_out else tag[0]


def picture_name(path: str) -> str | None:
    """The path of a picture below the folder of pictures; None if it cannot be one."""
    folder, _, name = unquote(path).partition("/")
    parts = name.split("/")
    is_below = folder == PICTURES and name and not {"", ".", ".."} & set(parts)
    is_picture = name.lower().endswith(PICTURE_SUFFIXES) and "\\" not in name
    return name if is_below and is_picture else None


def _on_this_site(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute on the page of an entry; None if it must not be there."""
    if tag == "img" and attribute == "src":
        name = picture_name(value)
        return f"../../{PICTURES_PATH}{value.partition('/')[2]}" if name else None
    if tag == "a" and attribute == "href" and not _SCHEME.match(value):
        return f"../{value}/"
    if attribute == "align" and value not in ("left", "center", "right"):
        return None
    return value


def _with_page_headings(converted: str) -> str:
    """The HTML with its levels of headings as h2, h3 and so on, whatever they were."""
    levels = sorted({int(level) for _, level in _HEADING.findall(converted)})
    below = {str(level): min(6, number) for number, level in enumerate(levels, start=2)}
    return _HEADING.sub(lambda found: f"<{found[1]}h{below[found[2]]}>", converted)


class _References(HTMLParser):
    """Collects what HTML refers to, including what is not shown for safety's sake."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called for each start tag."""
        given = dict(attrs)
        if tag == "a" and "href" in given:
            self.links.append((given["href"] or "").strip())
        elif tag == "img":
            self.pictures.append((given.get("src") or "").strip())
