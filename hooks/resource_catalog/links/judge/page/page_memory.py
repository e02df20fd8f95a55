"""Remember a page that is well by a sample of its words, and see later what is left of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import islice, pairwise
from zlib import crc32

from resource_catalog.links.judge.page.html_facts import MAX_TEXT_CHARS, HtmlFacts
from resource_catalog.links.judge.page.main_part import shows_player, shows_work
from resource_catalog.links.judge.page.sentences import UNSPACED, main_tree_of
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import is_page_word
from resource_catalog.links.target import LEAST_WORDS, NO_MEMORY, PageMemory, Target
from resource_catalog.model.title_matching import normalize_text

SAMPLE = 24
"""So many words of a page are remembered."""

STEM = 5
"""Letters of a word that are compared, so that other endings do not matter."""

LONGEST = 20
"""Longer runs of letters are not words."""


def remember(target: Target, page: HtmlFacts) -> PageMemory:
    """What to remember of a page that is well.

    Of the words known of it those that it still has: what is left after some looks are the words
    that stay. Where too few are left, the page lives, and a new sample is taken of what stands
    outside its menus, without its title and the words that any page may have.
    """
    known = target.memory
    text = _text_of(page)
    kept = tuple(_left(known.words, text))
    if len(kept) >= LEAST_WORDS:
        return replace(known, words=kept)
    if page.needs_script:
        return NO_MEMORY
    title = plain(normalize_text(f"{target.title} {page.title}"))
    main = Main(page)
    words = tuple(islice((w for w in _left(_sampled(main.text), text) if w not in title), SAMPLE))
    if len(words) < LEAST_WORDS:
        return NO_MEMORY
    return PageMemory(words, size=main.size, shows_work=main.shows_work)


def share_left(memory: PageMemory, page: HtmlFacts) -> float:
    """The share of the words known of a page, from 0 to 1, that a page has; 1 if none is known."""
    if not memory.words:
        return 1.0
    return len(list(_left(memory.words, _text_of(page)))) / len(memory.words)


class Main:
    """What a page has outside its menus."""

    def __init__(self, page: HtmlFacts) -> None:
        self._tree = main_tree_of(page.body_markup)

    @cached_property
    def text(self) -> str:
        """Its text, lower-cased."""
        body = self._tree.body
        return body.text(separator=" ", strip=True)[:MAX_TEXT_CHARS] if body else ""

    @property
    def size(self) -> int:
        """The number of characters of its text."""
        return len(self.text)

    @property
    def shows_player(self) -> bool:
        """Whether it has a player, a frame or a link to a file."""
        return shows_player(self._tree)

    @property
    def has_button(self) -> bool:
        """Whether it has a button, with which a script may start what it shows."""
        return self._tree.css_first("button") is not None

    @property
    def can_unfold(self) -> bool:
        """Whether it has a part that is shown on a click."""
        return self._tree.css_first("details, [aria-expanded]") is not None

    @property
    def shows_work(self) -> bool:
        """Whether it has one of these, a table or fields."""
        return shows_work(self._tree)


def _sampled(text: str) -> list[str]:
    """The telling words of a text, shuffled; in scripts without spaces, pairs of characters."""
    found: set[str] = set()
    for word in set(plain(normalize_text(text)).split()):
        if run := UNSPACED.search(word):
            found.update(map("".join, pairwise(run[0])))
        elif _least(word) <= len(word) <= LONGEST and not is_page_word(word):
            found.add(word)
    # The order of checksums has nothing to do with that of the text, and is always the same.
    return sorted(found, key=lambda word: crc32(word.encode()))


def _least(word: str) -> int:
    """Letters of the shortest telling word: fewer in scripts whose letters are syllables."""
    return 4 if word < "\u0590" else 3 if word < "\u0900" else 2


def _text_of(page: HtmlFacts) -> str:
    headings = normalize_text(" ".join((page.title, *page.headings)))
    return plain(f" {headings} {page.text}")


def _left(words: Iterable[str], text: str) -> Iterator[str]:
    for word in words:
        if (word if UNSPACED.search(word) else f" {word[:STEM]}") in text:
            yield word
