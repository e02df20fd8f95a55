"""Likeness: entries that may be the same resource, though no rule says that they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from resource_catalog.duplicates import title_key
from resource_catalog.links.words import significant_words
from resource_catalog.model import Entry
from resource_catalog.urls import same_address_key, why_not_followable

SAME_LETTERS = 0.86
SAME_WORDS = 0.75
FEWEST_WORDS = 3

_INDEX_PAGE = re.compile(r"/(?:index|default)\.\w{2,5}$")


@dataclass(frozen=True)
class Likeness:
    """An entry that is like another one, and in what, as half a sentence."""

    entry: Entry
    why: str


def like(titles: Collection[str], urls: Collection[str], others: Iterable[Entry]) -> list[Likeness]:
    """The entries among ``others`` that something with these titles and addresses may be."""
    keys = [title_key(title) for title in titles]
    pages = {page for url in urls if (page := _page(url))}
    found = (Likeness(other, why) for other in others for why in _whys(keys, pages, other))
    return list({one.entry.id: one for one in reversed(list(found))}.values())[::-1]


def _whys(keys: Collection[str], pages: set[str], other: Entry) -> Iterator[str]:
    if pages & {_page(link.url) for link in other.links if link.role != "landing"}:
        yield "it is at the same address, or nearly"
    for title in (other.title, *other.also_known_as):
        if any(_same_title(key, title_key(title)) for key in keys):
            yield "its title is much the same"


def _page(url: str) -> str:
    """What an address leads to when small differences are left aside; nothing for a whole host."""
    if why_not_followable(url):
        return ""
    key = same_address_key(url).partition("#")[0]
    path, _, query = key.partition("?")
    path = _INDEX_PAGE.sub("", path.casefold())
    if "/" not in path:
        return ""
    # Where the query chooses what is shown, it is part of the page.
    return f"{path}?{query}" if re.search(r"(?:^|&)(?:id|v|p|page_id|item)=", query) else path


def _same_title(one: str, other: str) -> bool:
    if one == other:
        return True
    first, second = significant_words(one), significant_words(other)
    shared = len(first & second)
    if shared >= FEWEST_WORDS and shared >= SAME_WORDS * max(len(first), len(second)):
        return True
    # Numbers tell the parts of a series apart.
    if {w for w in first ^ second if w.isdecimal()}:
        return False
    match = SequenceMatcher(None, one, other)
    return match.quick_ratio() >= SAME_LETTERS and match.ratio() >= SAME_LETTERS
