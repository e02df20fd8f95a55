"""What a page has about the thing that the catalog promised, without what is about others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urljoin

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, Section, sections_of, size_of_all
from resource_catalog.links.judge.page.sentences import Sentence, sentences_of_texts
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases import notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.target import Target
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

ABOUT_WORDS = 2
"""A part of a page that is about the same thing has at least this many of its words."""

MARGIN_LEVEL = 3
"""The level of the headings that a margin has."""

FIELDS = 2
"""A line with so many fields, as “Source: …, hits: …”, tells of the page, not of the thing."""

_FIELD = re.compile(r"\w\s?[:\uff1a]\s?\w")

LINKED = 0.7
"""A menu consists of links to this part at least."""


@dataclass(frozen=True)
class OwnPart:
    """What a page has about one thing: sentences beside its title, and the parts they are of.

    ``summary`` are the stems of the summary that the title has not, ``others`` the parts of the
    page that are about other things, ``address`` is where the page is.
    """

    sentences: Sequence[Sentence]
    headings: Sequence[Sentence]
    parts: Sequence[MainPart]
    summary: frozenset[str]
    others: Sequence[Section]
    address: str

    @property
    def size(self) -> int:
        """About how many words its sentences have."""
        return size_of_all(self.sentences)

    @property
    def said(self) -> str:
        """Its sentences, normalized."""
        return " ".join(one.normalized for one in self.sentences)

    @property
    def shows_work(self) -> bool:
        """Whether it has a player, a table, fields, buttons or links to files."""
        return any(part.shows_work or part.has_button or part.is_tool for part in self.parts)

    @property
    def leads_on(self) -> bool:
        """Whether it has several links, those to the folders above it not counted."""
        return any(len(part.leading - self._ways_up(part)) > 1 for part in self.parts)

    def _ways_up(self, part: MainPart) -> set[str]:
        here = self.address.partition("?")[0].rstrip("/")
        return {
            link
            for link in part.leading
            if here.startswith(urljoin(self.address, link).rstrip("/") + "/")
        }

    def own_words(self, known: str) -> int:
        """The words that no page has but one about something."""
        return specific_size(". ".join(one.text for one in self.sentences), known)

    def summary_words(self, besides: Sentence | None = None) -> int:
        """How many words of the summary it has, beside those of a notice."""
        text = " ".join(one.normalized for one in self.sentences if one is not besides)
        return len(self.summary & stems(text))


def own_part(target: Target, page: HtmlFacts) -> OwnPart:
    """The parts of a page without a menu at its beginning and what is about others at its end."""
    title = plain(normalize_text(target.title))
    parts = sections_of(page)
    if len(parts) > 1 and not parts[0].level and is_menu(parts[0].part):
        parts = parts[1:]
    known = stems(target.title)
    summary = stems(target.summary) - known
    others: list[Section] = []
    while len(parts) > 1 and not (
        _is_headed(parts[-1], title) or _is_about(target, page, [*others, parts[-1]])
    ):
        others.append(parts.pop())
    start = next((i for i, part in enumerate(parts) if _is_headed(part, title)), 0)
    if start and not _is_about(target, page, parts[:start]):
        parts = parts[start:]
    authors = {plain(normalize_text(author)) for author in target.authors}
    headings = [
        one
        for one in sentences_of_texts(name for name, _, _ in parts)
        if one.normalized not in title and not title_matching.contains_phrase(one.normalized, title)
    ]
    sentences = [
        one
        for one in chain(headings, *(part.sentences for _, part, _ in parts))
        if one.normalized not in title
        and one.normalized not in authors
        and len(_FIELD.findall(one.text)) < FIELDS
    ]
    return OwnPart(
        sentences,
        headings,
        [part for _, part, _ in parts],
        summary,
        others=others,
        address=target.url,
    )


def _is_headed(section: Section, title: str) -> bool:
    """Whether the title heads a part of a page."""
    return title_matching.contains_phrase(plain(normalize_text(section.name)), title)


def _is_more(name: str) -> bool:
    """Whether a heading, as “More events you may like”, stands over other things."""
    return notice_words.MORE.match(plain(normalize_text(name))) is not None


def is_menu(part: MainPart) -> bool:
    """Whether a part of a page is hardly more than its links."""
    text, linked = (sum(map(len, texts)) for texts in (part.texts, part.link_texts))
    return linked >= LINKED * text


def _is_about(target: Target, page: HtmlFacts, sections: Sequence[Section]) -> bool:
    """Whether some parts of a page, taken together, may be about what was promised."""
    if any(section.part.shows_work for section in sections):
        return True
    promised = (target.title, f"{target.title} {target.summary}")
    wanted = stems(promised[1])
    if all(_is_more(name) and not wanted & stems(name) for name, _, _ in sections):
        return False
    shares = {may_share_language(one, page.text, page.language) for one in promised}
    is_margin = all(section.level >= MARGIN_LEVEL for section in sections)
    if True not in shares and not (is_margin and None in shares):
        return True
    text = stems(" ".join(f"{name} {' '.join(part.texts)}" for name, part, _ in sections))
    return len(wanted & text) >= min(ABOUT_WORDS, len(wanted))
