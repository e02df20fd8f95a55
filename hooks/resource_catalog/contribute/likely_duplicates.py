"""Find entries that are probably the same resource, although no check forbids them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from resource_catalog.loading.duplicates import title_key
from resource_catalog.model.addresses.same_resource import probably_identical
from resource_catalog.model.field_types.urls import same_address_key, why_not_followable
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.title_matching import significant_words

MIN_LETTER_RATIO = 0.86
MIN_WORD_RATIO = 0.75
MIN_SHARED_WORDS = 3

_INDEX_PAGE = re.compile(r"/(?:index|default)\.\w{2,5}$")


@dataclass(frozen=True)
class LikelyDuplicate:
    """An entry that may be another one, and ``why``, as a clause for a message."""

    entry: Entry
    why: str


def likely_duplicates(
    titles: Collection[str], urls: Collection[str], entries: Iterable[Entry]
) -> list[LikelyDuplicate]:
    """The entries that may be the same resource as something with these titles and URLs."""
    title_keys = [title_key(title) for title in titles]
    page_keys = {key for url in urls if (key := _page_key(url))}
    reasons = ((entry, next(_reasons(title_keys, page_keys, entry), None)) for entry in entries)
    return [LikelyDuplicate(entry, why) for entry, why in reasons if why]


def _reasons(title_keys: Collection[str], page_keys: set[str], entry: Entry) -> Iterator[str]:
    if page_keys & {_page_key(link.url) for link in entry.links if link.role != "landing"}:
        yield _("it is at the same address, or nearly")
    for title in (entry.title, *entry.also_known_as):
        if any(_is_similar_title(key, title_key(title)) for key in title_keys):
            yield _("its title is much the same")


def _page_key(url: str) -> str:
    """A key that is equal for URLs of the same page; empty for the home page of a host."""
    if why_not_followable(url):
        return ""
    if known := probably_identical(urlsplit(url)):
        return known
    key = same_address_key(url).partition("#")[0]
    path, _, query = key.partition("?")
    path = _INDEX_PAGE.sub("", path.casefold())
    if "/" not in path:
        return ""
    # A query that selects the content is part of the key.
    return f"{path}?{query}" if re.search(r"(?:^|&)(?:id|v|p|page_id|item)=", query) else path


def _is_similar_title(one: str, other: str) -> bool:
    if one == other:
        return True
    words, other_words = significant_words(one), significant_words(other)
    shared = len(words & other_words)
    if shared >= MIN_SHARED_WORDS and shared >= MIN_WORD_RATIO * max(len(words), len(other_words)):
        return True
    # Different numbers mean different parts of a series.
    if any(word.isdecimal() for word in words ^ other_words):
        return False
    matcher = SequenceMatcher(None, one, other)
    return matcher.quick_ratio() >= MIN_LETTER_RATIO and matcher.ratio() >= MIN_LETTER_RATIO
