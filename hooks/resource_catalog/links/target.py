"""What the link checker is asked about: a link, its entry, and what is remembered of its page."""

from __future__ import annotations

from dataclasses import dataclass

from resource_catalog.model.ledger.link_ledger import LinkRecord

LEAST_WORDS = 8
"""A page of which fewer words are known is not known again."""

MOST_WORDS = 40
"""No more words are read from a ledger, which anybody may have changed."""


@dataclass(frozen=True, slots=True)
class PageMemory:
    """What is remembered of the text of a page from when it was well.

    ``words`` are words that it had at every successful check for ``days``; ``size`` is the number
    of characters that it had outside its menus at the first of these checks, ``shows_work`` whether
    it had a player, a table, fields or a file then.
    """

    words: tuple[str, ...] = ()
    days: int = 0
    size: int = 0
    shows_work: bool = False

    @staticmethod
    def of(record: LinkRecord) -> PageMemory:
        """What a record of the ledger remembers."""
        words = tuple(record.words.split()[:MOST_WORDS])
        if len(words) < LEAST_WORDS:
            return NO_MEMORY
        return PageMemory(words, record.word_days, record.size, record.shows_work)


NO_MEMORY = PageMemory()
"""A page of which nothing is remembered."""


@dataclass(frozen=True, slots=True)
class Target:
    """One link to check, and what is known about its resource.

    ``entry``, ``file`` and ``line`` are where it is written; ``title``, ``summary`` and ``authors``
    are what the entry promises. ``former`` are addresses that the link had before. ``known_title``
    and ``known_type`` are those of the page at an earlier check, ``memory`` is what is known of its
    text; without them drift cannot be detected.
    """

    url: str
    title: str = ""
    entry: str = ""
    file: str = ""
    line: int = 0
    access: str = ""
    format: str = "html"
    summary: str = ""
    authors: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    known_title: str = ""
    known_type: str = ""
    memory: PageMemory = NO_MEMORY
