"""Judge pages on which a notice about the thing itself stands in the place of the thing.

“This lesson has been retired” is one, whatever else stands there for other things: what counts is
that nothing above or below it is about what the catalog promised.
"""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.links.judge.interstitials.sure_notices import (
    IF,
    judge_closed_form,
    judge_sure_notice,
    judge_titled_notice,
)
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part, size_of_all
from resource_catalog.links.judge.page.sentences import Sentence
from resource_catalog.links.judge.page.target_sections import OwnPart, is_menu, own_part
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases import coming_words, notice_stems, notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.notice_words import says
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 20
"""A notice is short; a longer sentence tells of something."""

LONG_PAGE = 400
"""A page with more words shows something."""

NEAR = 3
"""A notice is among this many sentences below the title."""

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
"""Any text may have this many of these words."""

BETWEEN_WORDS = 5
"""Between “this” and what happened to it there are no more words."""

MINOR = 3
"""The level of headings that a margin has."""

STRONG = (
    notice_stems.CLOSED,
    notice_stems.GONE,
    notice_stems.MOVED,
    notice_stems.SOON,
    coming_words.COMING,
)

_SUBJECTS = (*notice_words.THINGS, notice_words.WE, notice_words.THIS)
_STEMS = tuple(one for one in STRONG if one is not coming_words.COMING)


def judge_withdrawn(target: Target, requested: ParsedUrl, page: HtmlFacts) -> Judgment | None:
    """Whether a page says of the thing that it is not there, and shows nothing of it."""
    title = plain(normalize_text(target.title))
    if page.word_count > LONG_PAGE or page.needs_script:
        return None
    if says(title, *_STEMS):
        return None  # a lesson about such notices
    own = own_part(target, page)
    main = main_part(page)
    has_form = page.has_contact_form and (main.shows_work or main.asks_for_address)
    if not has_form or main.asks_for_address:  # an address is asked for to tell of the next one
        found = (
            judge_sure_notice(target, own)
            or judge_closed_form(target, own)
            or judge_titled_notice(own)
        )
        if found:
            return found
    if has_form or not own.sentences or own.shows_work or any(map(_is_still_there, own.sentences)):
        return None
    first = [one for one in own.sentences if one.size > 1][:NEAR]
    known = " ".join((target.title, *target.authors, page.title))
    for notice in filter(_points_at_thing, first):
        rest = [one for one in own.sentences if one is not notice]
        if not own.leads_on and _says_little(rest, known):
            return Judgment("soft404", f"the page says: “{notice.text[:80]}”")
    return (
        _placeholder(target.title, known, own, first)
        or _headed_by_notice(known, title, page, own)
        or _leads_away(target, requested, page, own, first)
    )


def _is_still_there(sentence: Sentence) -> bool:
    """Whether a sentence says that something stays; “not yet” has the same words."""
    said = sentence.normalized
    return says(said, notice_stems.STILL) and not says(said, notice_words.NO)


def _points_at_thing(sentence: Sentence) -> bool:
    """Whether a sentence points at the thing, and says that it was taken away, or who did it."""
    said = sentence.normalized
    if not 2 < sentence.size <= NOTICE_WORDS or sentence.is_question or IF.match(said):
        return False
    specific = specific_size(sentence.text)
    if says(said, notice_stems.GONE) and _points_at(said):
        return specific <= SPECIFIC * size_of_all([sentence])
    is_by_someone = says(said, notice_words.WHO) and says(said, notice_words.THIS)
    return not specific and is_by_someone and says(said, *notice_words.THINGS)


def _points_at(said: str) -> bool:
    """Whether “this” stands before what happened to it, or somebody did it."""
    this, gone = notice_words.THIS.search(said), notice_stems.GONE.search(said)
    if this is None or gone is None:
        return False
    if this.start() < gone.start():
        return len(said[this.end() : gone.start()].split()) <= BETWEEN_WORDS
    return says(said, notice_words.WE, notice_words.WHO)


def _says_little(rest: Sequence[Sentence], known: str, few: int = FEW_SPECIFIC) -> bool:
    """Whether hardly a word of sentences is one that no page has but one about something."""
    size = size_of_all(rest)
    own = specific_size(". ".join(one.text for one in rest), known)
    return size <= REST_WORDS and own <= max(few, SPECIFIC_REST * size)


def _placeholder(
    title: str, known: str, own: OwnPart, first: Sequence[Sentence]
) -> Judgment | None:
    """Whether a few words that say that nothing is there stand in the place of the thing."""
    if own.size > PLACEHOLDER_WORDS or own.leads_on:
        return None
    if any(_asks(one) or notice_words.MORE.search(one.normalized) for one in own.sentences):
        return None  # a question is about something; where more is to come, something is there
    quoted = " ".join(one.text for one in own.sentences)[:80]
    for notice in first:
        if not _is_strong(notice, own) or own.summary_words(notice):
            continue
        rest = [one for one in own.sentences if one is not notice]
        has_subject = _has_subject(notice, own)
        if not has_subject and not _is_bare(notice, rest):
            continue
        few = FEW_SPECIFIC if has_subject else 1
        if _says_little(rest, known, few) and not _goes_on(notice, own):
            return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    specific = own.own_words(title)
    speaks = says(own.said, *notice_words.THINGS)
    speaks = speaks and (not specific or says(own.said, notice_words.WE))
    speaks = speaks and not any(part.shows_more for part in own.parts)
    if (
        speaks
        and own.size > NEAR
        and not own.summary_words()
        and specific <= SPECIFIC_REST * own.size
    ):
        return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    return None


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question that has a word about something."""
    return sentence.is_question and specific_size(sentence.text) > 1


def _goes_on(notice: Sentence, own: OwnPart) -> bool:
    """Whether parts of a page may be about the thing although they share no word with it.

    A contest that is closed has its tasks; a page that will be updated, or whose owner moved
    house, has its text.
    """
    is_closed = says(notice.normalized, notice_stems.CLOSED)
    return any(is_closed or (level < MINOR and not is_menu(part)) for _, part, level in own.others)


def _is_strong(sentence: Sentence, own: OwnPart) -> bool:
    """Whether a sentence is a notice, and about nothing else."""
    said = sentence.normalized
    if sentence.size > NOTICE_WORDS or sentence.is_question or IF.match(said):
        return False
    specific = specific_size(sentence.text) - len(own.summary & stems(said))
    return specific <= max(1, SPECIFIC * size_of_all([sentence])) and says(said, *STRONG)


def _has_subject(sentence: Sentence, own: OwnPart) -> bool:
    """Whether a notice speaks of things, of those who make the page, or of what was promised."""
    said = sentence.normalized
    return says(said, *_SUBJECTS) or bool(own.summary & stems(said))


def _is_bare(notice: Sentence, rest: Sequence[Sentence]) -> bool:
    """Whether a notice without a subject is no line of a poem, nor that of a riddle."""
    if any(one.is_question for one in rest):
        return False
    is_coming = says(notice.normalized, notice_stems.SOON, coming_words.COMING)
    return is_coming or not specific_size(notice.text)


def _headed_by_notice(known: str, title: str, page: HtmlFacts, own: OwnPart) -> Judgment | None:
    """Whether the only heading of a page is a notice, and the page shows nothing else."""
    if not own.headings or own.size > HEADED_WORDS or own.summary_words() > 1 or own.leads_on:
        return None
    if any(title_matching.contains_phrase(plain(normalize_text(h)), title) for h in page.headings):
        return None
    for heading in own.headings:
        if heading.size > HEADING_WORDS or not _is_strong(heading, own):
            return None
    if own.own_words(known) > SPECIFIC * own.size:
        return None
    return Judgment("soft404", f"is headed “{own.headings[0].text[:80]}”")


def _leads_away(
    target: Target,
    requested: ParsedUrl,
    page: HtmlFacts,
    own: OwnPart,
    first: Sequence[Sentence],
) -> Judgment | None:
    """Whether a page says that the thing is no longer there, and links to another host."""
    title = plain(normalize_text(target.title))
    if own.size > REST_WORDS or own.summary_words() > 1:
        return None
    if any(title_matching.contains_phrase(plain(normalize_text(h)), title) for h in page.headings):
        return None
    if not any(part.leads_away(requested.host) for part in own.parts):
        return None
    for one in first:
        is_over = says(
            one.normalized, notice_words.NO_LONGER, notice_stems.MOVED, notice_stems.GONE
        )
        if is_over and says(one.normalized, notice_words.HERE, notice_words.WE):
            reason = f"it has moved, and only a notice says so: “{one.text[:80]}”"
            return Judgment("soft404", reason)
    return None
