"""Compare a page with what the catalog promised: title, words of the summary, authors, host.

All rules about pages that answer “fine” and are something else rest on this: a notice, a trade or
a search counts against a page only as far as the page does not show what was promised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser

from resource_catalog.links.judge.page.expected_title import has_title_heading, shows_title
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.sentences import UNSPACED, sentences
from resource_catalog.links.judge.page.word_stems import _telling_words, stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

SHORT_STEM = 4
"""The same where a single word that agrees is enough to keep a page."""

SHORTEST_NAME = 5
"""The name of an author that tells has more letters."""

MAX_DATA_CHARS = 20_000
"""Characters of a script of data that are looked at."""

_RUNS = re.compile(r"[\u30a1-\u30fa]{3,}|[\u0e00-\u0e7f]{4,}")
_SIGN = re.compile(r"[\u3400-\u9fff]")
_COMMON_SIGNS = frozenset(
    "的里在是和了有不我们你他她它这那个一上下中大小人到为以与及等子多長长日本生学年時时会分天月"
)
_TOLD = re.compile(
    r"(?:\balt|\bcontent|aria-label|\btitle)\s?=\s?(?:\"[^\"]{3,400}\"|'[^']{3,400}')"
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")


@dataclass(frozen=True, slots=True)
class TargetMatch:
    """How far a page is what the catalog promised.

    ``heads_page`` is whether its title or a heading is the resource's title, ``is_shown`` whether
    the title stands anywhere. ``headings`` and ``words`` are the shares, from 0 to 1, of the
    title's words in the headings and of all promised words in the page.
    """

    heads_page: bool
    is_shown: bool
    headings: float
    words: float
    names_author: bool

    @property
    def is_likely(self) -> bool:
        """Whether the page is about the same thing, though it may be called otherwise."""
        return self.is_shown or self.names_author or self.headings >= 0.34 or self.words >= 0.5


def match_of(target: Target, page: HtmlFacts) -> TargetMatch:
    """Compare a page with a target that has a title."""
    heading_text = normalize_text(" ".join((page.title, page.og_title, *page.headings)))
    people = stems(" ".join(target.authors))  # in a title they tell no more than elsewhere
    wanted = stems(target.title) - people or stems(target.title)
    promised = wanted | stems(target.summary)
    in_headings, in_page = stems(heading_text), stems(f"{heading_text} {page.text}")
    heads = has_title_heading(target.title, page, trust_error_titles=False)
    return TargetMatch(
        heads_page=heads,
        is_shown=heads or shows_title(target.title, page) or _names(target.title, page),
        headings=_share(wanted, in_headings),
        words=max(_share(promised, in_page), _share(wanted, in_page) if len(wanted) > 2 else 0),
        names_author=bool(target.authors) and _names_author(target, page),
    )


def _names_author(target: Target, page: HtmlFacts) -> bool:
    """Whether a page names an author, who is not its site and not what all of it is about."""
    parts = (*title_matching.title_parts(page.title), *page.headings)
    heads = {plain(normalize_text(part)) for part in parts}
    host = re.sub(r"[^\w]", "", target.url.split("/")[2:3][0]) if "//" in target.url else ""
    text = ""
    for author in target.authors:
        name = plain(normalize_text(author))
        if len(name) <= SHORTEST_NAME or name in heads or name.replace(" ", "") in host:
            continue
        text = text or " ".join((*heads, *(one.normalized for one in sentences(page)[1])))
        if title_matching.contains_phrase(text, name):
            return True
    return False


def _names(title: str, page: HtmlFacts) -> bool:
    """Whether the text has a title of one word that is long enough to be a name."""
    name = normalize_text(title)
    return len(name) >= 8 and title_matching.contains_phrase(page.text, name)


def shares_nothing(target: Target, page: HtmlFacts) -> bool:
    """Whether a page has no word of a title, and hardly one of the summary, that could tell.

    What pictures, descriptions and data of the page say counts as well. Words count that begin
    alike, or stand within a compound; in unspaced scripts a fifth of the single signs do.
    """
    headings = normalize_text(" ".join((page.title, page.og_title, *page.headings)))
    text = f" {headings} {page.text}"
    title, summary = _beginnings(target.title), _beginnings(target.summary)
    if len(title) + len(summary) < 2 or any(_has(text, word) for word in title):
        return False
    text = f"{text} {normalize_text(' '.join(_told_beside(page)))}"
    if any(_has(text, word) for word in title):
        return False
    if sum(_has(text, word) for word in summary - title) > 1:
        return False
    signs = set(_SIGN.findall(target.title)) - _COMMON_SIGNS
    return len(signs) < 2 or len([sign for sign in signs if sign in text]) < 0.2 * len(signs)


def _told_beside(page: HtmlFacts) -> Iterator[str]:
    """What a page says of itself outside its text: descriptions, and data such as JSON-LD."""
    yield from _TOLD.findall(page.markup)
    if "json" in page.markup:
        for node in LexborHTMLParser(page.markup).css("script[type*=json]"):
            yield (node.text(deep=True) or "")[:MAX_DATA_CHARS]


def _has(text: str, word: tuple[str, ...]) -> bool:
    return any(piece in text for piece in word)


def _beginnings(text: str) -> set[tuple[str, ...]]:
    """For each word of a text what another has if it has that word: one of a few pieces."""
    found: set[tuple[str, ...]] = set()
    for word in _telling_words(text):
        if unspaced := UNSPACED.search(word):
            run = unspaced[0]
            found.update((piece,) for piece in _RUNS.findall(run))
            found.update((a + b,) for a, b in pairwise(run) if _SIGN.match(a))
        elif _ARABIC.match(word):
            bare = word.removeprefix("ال") if len(word) > SHORT_STEM else word
            found.update([(bare[:SHORT_STEM],)] if len(bare) >= 3 else [])
        elif len(word) >= SHORT_STEM + 2:
            found.add((f" {word[:SHORT_STEM]}", word[: SHORT_STEM + 2]))
        elif len(word) >= SHORT_STEM:
            found.add((f" {word[:SHORT_STEM]}",))
    return found


def _share(wanted: frozenset[str], shown: frozenset[str]) -> float:
    return len(wanted & shown) / len(wanted) if wanted else 0.0


def is_named_like(title: str, url: ParsedUrl) -> bool:
    """Whether a resource is called like its host, as whole sites are."""
    name = plain(normalize_text(title)).replace(" ", "")
    labels = url.host.removeprefix("www.").split(".")
    hosts = {"".join(labels[:1]), "".join(labels)}
    return name in {host.replace("-", "") for host in hosts}
