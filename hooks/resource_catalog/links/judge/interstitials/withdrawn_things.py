"""Judge pages on which a notice about the thing itself stands in the place of the thing.

“This lesson has been retired” is one, whatever else stands there for other things: what counts is
that nothing above or below it is about what the catalog promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, parts_of, size_of_all
from resource_catalog.links.judge.page.promise import stems
from resource_catalog.links.judge.page.sentences import Sentence, sentences_of_texts
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.phrases import notice_stems, small_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.phrases.small_words import says
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Target
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 20
"""A notice is short; a longer sentence tells of something."""

LONG_PAGE = 400
"""A page with more words shows something."""

NEAR = 3
"""A notice is among the first so many sentences below the title."""

REST_WORDS = 40
"""What is said beside a notice about the same thing has no more words."""

PLACEHOLDER_WORDS = 24
"""What stands in the place of a thing has no more words, if it does not point at the thing."""

HEADED_WORDS = 60
"""The same below a heading that is a notice."""

HEADING_WORDS = 8
"""Such a heading has no more words."""

SPECIFIC = 0.35
"""A notice has no more than this share of words that no page has but one about something."""

SPECIFIC_REST = 0.2
"""What is said beside it has no larger share of these words."""

FEW_SPECIFIC = 3
"""So few of these words may be in anything."""

BETWEEN_WORDS = 5
"""Between “this” and what happened to it there are no more words."""

ABOUT_WORDS = 2
"""A part of a page that is about the same thing has so many of its words."""

LINKED = 0.7
"""A menu consists of links to this part at least."""

NOT_CLOSED = (notice_stems.GONE, notice_stems.MOVED, notice_stems.SOON)
"""Notices beside which nothing is left; a contest that is closed still has its tasks."""

STRONG = (notice_stems.CLOSED, *NOT_CLOSED)

_IF = re.compile(
    r"(?:if|when|unless|si|cuando|quand|lorsque|se|quando|wenn|falls|sobald|als|wanneer|om|nar|hvis|jos|jesli|gdy"
    r"|pokud|kdyz|ha|daca|eger|jika|neu|если|когда|якщо|коли|αν|אם|إذا|اذا|اگر|もし|如果|若)\b"
)


@dataclass(frozen=True)
class _OwnPart:
    """What a page has about one thing: sentences beside the title, and the parts they are of.

    ``summary_words`` are those of the summary that it has; ``is_all`` is whether the page has no
    part about other things.
    """

    sentences: Sequence[Sentence]
    headings: Sequence[Sentence]
    parts: Sequence[MainPart]
    summary_words: int
    is_all: bool

    @property
    def size(self) -> int:
        return size_of_all(self.sentences)

    @property
    def said(self) -> str:
        return " ".join(one.normalized for one in self.sentences)

    @property
    def shows_work(self) -> bool:
        return any(part.shows_work or part.has_button or part.is_tool for part in self.parts)

    @property
    def leads_on(self) -> bool:
        return any(part.leads_on for part in self.parts)

    def own_words(self, known: str) -> int:
        """The words that no page has but one about something."""
        return specific_size(". ".join(one.text for one in self.sentences), known)


def judge_withdrawn(target: Target, requested: ParsedUrl, page: HtmlFacts) -> Judgment | None:
    """Whether a page says of the thing that it is not there, and shows nothing of it."""
    title = plain(normalize_text(target.title))
    if page.word_count > LONG_PAGE or page.has_contact_form or page.needs_script:
        return None
    if says(title, *STRONG):
        return None  # a lesson about such notices
    own = _own_part(target, title, page)
    if not own.sentences or own.shows_work or any(map(_is_still_there, own.sentences)):
        return None
    first = [one for one in own.sentences if one.size > 1][:NEAR]
    known = " ".join((target.title, *target.authors, page.title))
    for notice in filter(_points_at_thing, first):
        rest = [one for one in own.sentences if one is not notice]
        if not own.leads_on and _says_little(rest, known):
            return Judgment("soft404", f"the page says: “{notice.text[:80]}”")
    return (
        _placeholder(known, own, first)
        or _headed_by_notice(known, title, page, own)
        or _leads_away(target, requested, page, own, first)
    )


def _own_part(target: Target, title: str, page: HtmlFacts) -> _OwnPart:
    """The parts of a page without a menu at its beginning and what is about others at its end."""
    parts = parts_of(page)
    if parts and not parts[0][0] and len(parts) > 1 and _is_menu(parts[0][1]):
        parts = parts[1:]
    known = stems(target.title)
    summary = stems(target.summary) - known
    count = len(parts)
    while len(parts) > 1 and not _is_about(target, page, *parts[-1]):
        parts = parts[:-1]
    authors = {plain(normalize_text(author)) for author in target.authors}
    headings = [
        one
        for one in sentences_of_texts(name for name, _ in parts)
        if one.normalized not in title and not title_matching.contains_phrase(one.normalized, title)
    ]
    sentences = [
        one
        for one in chain(headings, *(part.sentences for _, part in parts))
        if one.normalized not in title and one.normalized not in authors
    ]
    text = " ".join(one.normalized for one in sentences)
    return _OwnPart(
        sentences,
        headings,
        [part for _, part in parts],
        len(summary & stems(text)),
        is_all=len(parts) == count,
    )


def _is_menu(part: MainPart) -> bool:
    text, linked = (sum(map(len, texts)) for texts in (part.texts, part.link_texts))
    return linked >= LINKED * text


def _is_about(target: Target, page: HtmlFacts, name: str, part: MainPart) -> bool:
    """Whether a part of a page may be about what was promised."""
    if part.shows_work:
        return True
    promised = (target.title, f"{target.title} {target.summary}")
    if not any(may_share_language(one, page.text, page.language) for one in promised):
        return True
    text = stems(f"{name} {' '.join(part.texts)}")
    wanted = stems(promised[1])
    return len(wanted & text) >= min(ABOUT_WORDS, len(wanted))


def _is_still_there(sentence: Sentence) -> bool:
    """Whether a sentence says that something stays; “not yet” has the same words."""
    said = sentence.normalized
    return says(said, notice_stems.STILL) and not says(said, small_words.NO)


def _points_at_thing(sentence: Sentence) -> bool:
    """Whether a sentence points at the thing, and says that it was taken away."""
    said = sentence.normalized
    return (
        2 < sentence.size <= NOTICE_WORDS
        and not sentence.text.endswith(("?", "？", "؟"))
        and not _IF.match(said)
        and says(said, notice_stems.GONE)
        and _points_at(said)
        and specific_size(sentence.text) <= SPECIFIC * size_of_all([sentence])
    )


def _points_at(said: str) -> bool:
    """Whether “this” stands before what happened to it, or somebody did it."""
    this, gone = small_words.THIS.search(said), notice_stems.GONE.search(said)
    if this is None or gone is None:
        return False
    if this.start() < gone.start():
        return len(said[this.end() : gone.start()].split()) <= BETWEEN_WORDS
    return says(said, small_words.WE, small_words.WHO)


def _says_little(rest: Sequence[Sentence], known: str) -> bool:
    """Whether hardly a word of sentences is one that no page has but one about something."""
    size = size_of_all(rest)
    own = specific_size(". ".join(one.text for one in rest), known)
    return size <= REST_WORDS and own <= max(FEW_SPECIFIC, SPECIFIC_REST * size)


def _placeholder(known: str, own: _OwnPart, first: Sequence[Sentence]) -> Judgment | None:
    """Whether a few words that say that nothing is there stand in the place of the thing."""
    if own.size > PLACEHOLDER_WORDS or own.summary_words or own.leads_on or "?" in own.said:
        return None
    specific = own.own_words(known)
    quoted = " ".join(one.text for one in own.sentences)[:80]
    for notice in filter(_is_strong, first):
        is_closed = not says(notice.normalized, *NOT_CLOSED)
        rest = [one for one in own.sentences if one is not notice]
        if _says_little(rest, known) and (own.is_all or not is_closed):
            return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    speaks = says(own.said, *small_words.THINGS)
    speaks = speaks and (not specific or says(own.said, small_words.WE))
    if speaks and own.size > NEAR and specific <= SPECIFIC_REST * own.size:
        return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    return None


def _is_strong(sentence: Sentence) -> bool:
    """Whether a sentence is a notice, and about nothing else."""
    size = size_of_all([sentence])
    return (
        sentence.size <= NOTICE_WORDS
        and not sentence.text.endswith(("?", "？", "؟"))
        and not _IF.match(sentence.normalized)
        and not small_words.MORE.search(sentence.normalized)
        and says(sentence.normalized, *STRONG)
        and specific_size(sentence.text) <= max(1, SPECIFIC * size)
    )


def _headed_by_notice(known: str, title: str, page: HtmlFacts, own: _OwnPart) -> Judgment | None:
    """Whether the only heading of a page is a notice, and the page shows nothing else."""
    if not own.headings or own.size > HEADED_WORDS or own.summary_words > 1 or own.leads_on:
        return None
    if any(title_matching.contains_phrase(plain(normalize_text(h)), title) for h in page.headings):
        return None
    for heading in own.headings:
        if heading.size > HEADING_WORDS or not _is_strong(heading):
            return None
    if own.own_words(known) > SPECIFIC * own.size:
        return None
    return Judgment("soft404", f"is headed “{own.headings[0].text[:80]}”")


def _leads_away(
    target: Target,
    requested: ParsedUrl,
    page: HtmlFacts,
    own: _OwnPart,
    first: Sequence[Sentence],
) -> Judgment | None:
    """Whether a page says that the thing is no longer there, and links to another host."""
    title = plain(normalize_text(target.title))
    if own.size > REST_WORDS or own.summary_words > 1:
        return None
    if any(title_matching.contains_phrase(plain(normalize_text(h)), title) for h in page.headings):
        return None
    if not any(part.leads_away(requested.host) for part in own.parts):
        return None
    for one in first:
        is_over = says(one.normalized, small_words.NO_LONGER, notice_stems.MOVED, notice_stems.GONE)
        if is_over and says(one.normalized, small_words.HERE, small_words.WE):
            reason = f"it has moved, and only a notice says so: “{one.text[:80]}”"
            return Judgment("soft404", reason)
    return None
