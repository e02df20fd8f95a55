"""What a page has about the thing that the catalog promised, without what is about others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, Section, sections_of, size_of_all
from resource_catalog.links.judge.page.sentences import Sentence, sentences_of_texts
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.target import Target
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

ABOUT_WORDS = 2
"""A part of a page that is about the same thing has at least this many of its words."""

MARGIN_LEVEL = 3
"""The level of the headings that a margin has."""

LINKED = 0.7
"""A menu consists of links to this part at least."""


@dataclass(frozen=True)
class OwnPart:
    """What a page has about one thing: sentences beside its title, and the parts they are of.

    ``summary`` are the stems of the summary that the title has not, ``others`` the levels of the
    headings of the parts of the page that are about other things.
    """

    sentences: Sequence[Sentence]
    headings: Sequence[Sentence]
    parts: Sequence[MainPart]
    summary: frozenset[str]
    others: Sequence[int]

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
        """Whether it has several links."""
        return any(part.leads_on for part in self.parts)

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
    if len(parts) > 1 and not parts[0].level and _is_menu(parts[0].part):
        parts = parts[1:]
    known = stems(target.title)
    summary = stems(target.summary) - known
    others: list[Section] = []
    while len(parts) > 1 and not _is_about(target, page, [*others, parts[-1]]):
        others.append(parts.pop())
    authors = {plain(normalize_text(author)) for author in target.authors}
    headings = [
        one
        for one in sentences_of_texts(name for name, _, _ in parts)
        if one.normalized not in title and not title_matching.contains_phrase(one.normalized, title)
    ]
    sentences = [
        one
        for one in chain(headings, *(part.sentences for _, part, _ in parts))
        if one.normalized not in title and one.normalized not in authors
    ]
    return OwnPart(
        sentences,
        headings,
        [part for _, part, _ in parts],
        summary,
        others=[other.level for other in others],
    )


def _is_menu(part: MainPart) -> bool:
    text, linked = (sum(map(len, texts)) for texts in (part.texts, part.link_texts))
    return linked >= LINKED * text


def _is_about(target: Target, page: HtmlFacts, sections: Sequence[Section]) -> bool:
    """Whether some parts of a page, taken together, may be about what was promised."""
    if any(section.part.shows_work for section in sections):
        return True
    promised = (target.title, f"{target.title} {target.summary}")
    shares = {may_share_language(one, page.text, page.language) for one in promised}
    is_margin = all(section.level >= MARGIN_LEVEL for section in sections)
    if True not in shares and not (is_margin and None in shares):
        return True
    text = stems(" ".join(f"{name} {' '.join(part.texts)}" for name, part, _ in sections))
    wanted = stems(promised[1])
    return len(wanted & text) >= min(ABOUT_WORDS, len(wanted))
