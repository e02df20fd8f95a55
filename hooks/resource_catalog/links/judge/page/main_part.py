"""The main part of a page: what is left without menus, margins and footers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.sentences import (
    CONTROLS,
    Sentence,
    main_tree_of,
    sentences_of,
)

TOOL_BUTTONS = 4
"""A page with so many buttons is a tool; consent and a menu need fewer."""

MOST_PARTS = 30
"""At most this many parts of a page are looked at."""

_PLAYER = "iframe, frame, video, audio, object, embed, canvas"
_WORK = f"{_PLAYER}, math, table:not([data-layout]), meter"
_TABLE_OF_PAGE = "h1, h2, table"
"""A table with one of these holds the page, not figures."""

_BUTTON = "button:not([role=tab])"
_MORE = f"img, picture, svg, {_WORK}"
_FIELDS = (
    "textarea, select, input[type=text], input[type=email], input[type=password],"
    " input[type=radio], input[type=checkbox], input[type=file]"
)
_HEADING = re.compile(r"<h([1-6])(?=[\s>])")
_NOWHERE = re.compile(r"/?(?:[?#].*)?$|mailto:|tel:|javascript:", re.IGNORECASE)
FILE = re.compile(
    r"\.(?:pdf|docx?|pptx?|xlsx?|odt|odp|ods|zip|epub|mp[34]|ogg|wav|m4a|png|jpe?g|gif|svg|csv|txt|ggb|sb[23]?)\b|download",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MainPart:
    """The sentences of the main part of a page, its plain texts, and what else it shows.

    ``link_texts`` are the texts of the links in it, ``linked_hosts`` their hosts; ``shows_more``
    is whether it has pictures, players, tables, fields, buttons or links to files, ``shows_work``
    the same without pictures and buttons, which a notice may have. ``is_tool`` is whether it has
    many buttons, ``leading`` are the addresses that its links have, that of the home page not
    counted.
    """

    sentences: tuple[Sentence, ...]
    texts: tuple[str, ...]
    link_texts: tuple[str, ...]
    linked_hosts: frozenset[str]
    shows_more: bool
    shows_work: bool
    has_button: bool
    is_tool: bool
    leading: frozenset[str]
    has_link: bool
    asks_for_address: bool

    @property
    def size(self) -> int:
        """About how many words it has."""
        return size_of_all(self.sentences)

    @property
    def leads_on(self) -> bool:
        """Whether it has several links."""
        return len(self.leading) > 1

    @property
    def leads_somewhere(self) -> bool:
        """Whether it has a link, that to the home page not counted."""
        return bool(self.leading)

    def leads_away(self, host: str) -> bool:
        """Whether it links to another host."""
        return any(_plain_host(other) != _plain_host(host) for other in self.linked_hosts)

    def names_other_site(self, host: str) -> bool:
        """Whether it links to another host, and has the name of that in its text."""
        text = " ".join(self.texts).lower()
        others = {_plain_host(other) for other in self.linked_hosts} - {_plain_host(host)}
        return any(other in text for other in others)


def main_part(page: HtmlFacts) -> MainPart:
    """The main part of a page."""
    return _main_part(page.markup)


@lru_cache(maxsize=2)
def _main_part(markup: str) -> MainPart:
    return _part_of(_laid_out(main_tree_of(markup)))


def _laid_out(tree: LexborHTMLParser) -> LexborHTMLParser:
    """Mark tables that only lay a page out, and take out fields that nobody can fill in."""
    for table in tree.css("table"):
        if any(node.mem_id != table.mem_id for node in table.css(_TABLE_OF_PAGE)):
            table.attrs["data-layout"] = ""
    for node in tree.css("input[disabled], textarea[disabled], select[disabled], button[disabled]"):
        node.decompose()
    return tree


class Section(NamedTuple):
    """A heading of the main part of a page, its level, and what follows it."""

    name: str
    part: MainPart
    level: int


def sections_of(page: HtmlFacts) -> list[Section]:
    """What stands above the first heading of the main part, and each heading with what follows.

    What stands above has no name; it is left out where it is empty.
    """
    body = _laid_out(main_tree_of(page.markup)).body
    before, *pieces = _HEADING.split(body.html or "" if body else "")
    first = _part_of(LexborHTMLParser(before))
    found = [Section("", first, 0)] if first.sentences or first.shows_more else []
    for level, piece in zip(pieces[0::2], pieces[1::2], strict=True):
        if len(found) > MOST_PARTS:
            break
        heading, _, rest = piece.partition("</h")
        tree = LexborHTMLParser(f"<body>{heading.partition('>')[2]}</body>")
        name = tree.body.text(separator=" ", strip=True) if tree.body else ""
        part = _part_of(LexborHTMLParser(f"<body>{rest.partition('>')[2]}</body>"))
        found.append(Section(name, part, int(level)))
    return found


def shows_player(tree: LexborHTMLParser) -> bool:
    """Whether a page has a player, a frame or a link to a file."""
    links = (node.attributes.get("href") or "" for node in tree.css("a[href]"))
    return tree.css_first(_PLAYER) is not None or any(map(FILE.search, links))


def shows_work(tree: LexborHTMLParser) -> bool:
    """Whether a page has a player, a frame, a table, a file, or fields beyond an e-mail address."""
    if tree.css_first(_WORK) is not None or shows_player(tree):
        return True
    fields = tree.css(_FIELDS)
    return bool(fields) and not _is_for_address(fields)


def _is_for_address(fields: Sequence[LexborNode]) -> bool:
    """Whether the fields of a page ask for an e-mail address and nothing else."""
    return len(fields) == 1 and (fields[0].attributes.get("type") or "") == "email"


def _part_of(tree: LexborHTMLParser) -> MainPart:
    has_work = shows_work(tree)
    shows_more = tree.css_first(_MORE) is not None
    fields = tree.css(_FIELDS)
    buttons = tree.css(_BUTTON)
    has_button = not fields and bool(buttons)
    tree.strip_tags(CONTROLS)
    link_texts = tuple(node.text(separator=" ") for node in tree.css("a[href]"))
    links = {(node.attributes.get("href") or "").strip() for node in tree.css("a[href]")}
    leading = {link for link in links if not _NOWHERE.match(link)}
    texts = tuple(_texts(tree))
    return MainPart(
        sentences=tuple(sentences_of(tree)),
        texts=texts,
        link_texts=link_texts,
        linked_hosts=frozenset(filter(None, map(_host, links))),
        shows_more=shows_more or has_work or has_button,
        shows_work=has_work,
        is_tool=len(buttons) >= TOOL_BUTTONS,
        has_button=has_button,
        leading=frozenset(leading),
        has_link=any(link and not link.startswith("#") for link in links),
        asks_for_address=_is_for_address(fields),
    )


def size_of_all(sentences: Iterable[Sentence]) -> int:
    """About how many words some sentences have; two signs of an unspaced script are one."""
    return sum(
        max(one.size, sum("\u3040" <= sign <= "\u9fff" for sign in one.normalized) // 2)
        for one in sentences
    )


def _plain_host(host: str) -> str:
    return host.removeprefix("www.")


def _texts(tree: LexborHTMLParser) -> list[str]:
    return tree.body.text(separator="\n", strip=True).split("\n") if tree.body else []


def _host(link: str) -> str:
    try:
        return urlsplit(link).hostname or ""
    except ValueError:
        return ""
