"""Take links out of plain texts: the words stay, the addresses become links of the entry."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.model.field_types.urls import why_not_followable

_LINK = re.compile(
    r"""
    <a\s(?:[^<>]*?\s)?href\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')[^<>]*>
        (?P<html>(?:(?!<a\b).)*?)</a\s*>
    | (?<!!)\[(?P<markdown>[^\[\]]+)\]\((?P<address>(?:[^()\s]|\([^()\s]*\))+)\)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_SITE = re.compile(r"\{\{-?\s*site\.(?:base_?)?url\s*-?\}\}", re.IGNORECASE)
"""What stands for the address of a site in the templates of Jekyll and the like."""
_TAG = re.compile(r"<[^<>]*>")


class TextLink(NamedTuple):
    """A link in a text: its words, and its address, which is empty if it is not known."""

    words: str
    url: str


class TakenLink(NamedTuple):
    """A link that was taken out of the cell of a column in a row."""

    row: int
    column: str
    link: TextLink


@dataclass
class TextLinks:
    """Takes links out of the texts of rows, if ``is_wanted``.

    ``site`` is the address that relative ones and ``{{site.baseurl}}`` stand for; it may be empty.
    ``taken`` are the links of all rows. ``left`` are the cells, as pairs of row and column, whose
    links stay in the text: none is wanted, or an address in it is not known. Raises ``ValueError``
    if ``site`` is not an address.
    """

    is_wanted: bool = False
    site: str = ""
    taken: list[TakenLink] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)
    without_site: int = 0
    """How many of ``left`` have an address that needs a site to be known."""

    def __post_init__(self) -> None:
        if self.site and (why := why_not_followable(self.site)):
            raise ValueError(why)

    def words_of(self, row: int, column: Column, cell: str) -> tuple[str, list[TextLink]]:
        """The text of a cell without markup for links, and these links."""
        if not _may_have_links(column, cell):
            return cell, []
        text, links = without_links(cell, self.site)
        if not links:
            return cell, []
        is_known = all(link.url for link in links)
        if self.is_wanted and is_known:
            self.taken += [TakenLink(row, column.name, link) for link in links]
            return text, links
        self.left.append((row, column.name))
        self.without_site += not is_known and all(
            link.url for link in without_links(cell, self.site or "https://example.org")[1]
        )
        return cell, []


def without_links(text: str, site: str = "") -> tuple[str, list[TextLink]]:
    """A text with the words of its links in their place, and the links.

    Links are written in HTML or Markdown. ``site`` is as for :class:`TextLinks`.
    """
    found: list[TextLink] = []

    def words(match: re.Match[str]) -> str:
        inner = match["html"] if match["html"] is not None else match["markdown"]
        label = " ".join(html.unescape(_TAG.sub("", inner)).split())
        address = next(a for a in match.group("double", "single", "address") if a is not None)
        if not label:
            return match[0]
        found.append(TextLink(label, _full_address(html.unescape(address.strip()), site)))
        return str(inner)

    return _LINK.sub(words, text), found


def likely_site(urls: Iterable[str]) -> str:
    """The address of the site that most of some addresses are on; empty if there are none."""
    parts = [urlsplit(url) for url in urls if not why_not_followable(url)]
    roots = Counter(f"{part.scheme}://{part.netloc}" for part in parts)
    return max(roots, key=lambda root: (roots[root], root), default="")


def rows_of(cells: Sequence[tuple[int, str]]) -> list[int]:
    """The numbers of the rows that cells are in, each once."""
    return sorted({row for row, _ in cells})


def _may_have_links(column: Column, cell: str) -> bool:
    is_plain = not column.terms and column.value_type in ("line", "prose", "duration")
    return is_plain and ("](" in cell or "</a" in cell.lower())


def _full_address(address: str, site: str) -> str:
    """An address that can be opened from anywhere; empty if that is not known."""
    if template := _SITE.match(address):
        address = f"{site.rstrip('/')}{address[template.end() :]}" if site else ""
    elif address.startswith("/"):
        try:
            address = urljoin(site, address) if site else ""
        except ValueError:  # a bracket of an IPv6 address that is not closed
            return ""
    return "" if not address or why_not_followable(address) else address
