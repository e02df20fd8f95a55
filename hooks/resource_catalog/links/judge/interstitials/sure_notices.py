"""Judge pages with a notice that is surely about the thing, or about a form that is not there.

Elsewhere much speaks against a notice: how long it is, that something “still” is so, a word of
thanks. Where it names the thing itself, that is said of the end of the thing, and stops nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.links.judge.page.main_part import size_of_all
from resource_catalog.links.judge.page.sentences import Sentence
from resource_catalog.links.judge.page.target_sections import OwnPart
from resource_catalog.links.judge.page.word_stems import STEM, stems
from resource_catalog.links.judge.phrases import notice_stems, notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.notice_words import says
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 24
"""A notice that names the thing has no more words."""

NEAR = 3
"""It is among this many sentences below the title."""

FIRST = 2
"""The same where it says “this”, which further below may be one of several things."""

BETWEEN_WORDS = 8
"""Between the thing and what happened to it there are no more words."""

SUMMARY_WORDS = 3
"""A summary with fewer words tells too little: all that the page says may be what was promised."""

NAMED = 2
"""So many words of the summary name the thing."""

REST_WORDS = 40
"""What is said beside the notice has no more words."""

SPECIFIC = 0.45
"""And no larger share of words that no page has but one about something."""

FEW_SPECIFIC = 6
"""Any farewell may have this many of these words."""

AGAIN_WORDS = 4
"""A heading that says the same as the notice has no more words."""

FORM_REST = 60
"""Beside the notice of a form that is not there, a page has no more words."""

FEW_SENTENCES = 4
"""A title that stands over nothing but a notice stands over no more sentences."""

SHORT_REST = 20
"""Nor over more words."""

IF = re.compile(
    r"(?:if|when|unless|si|cuando|quand|lorsque|se|quando|wenn|falls|sobald|als|wanneer|om|nar"
    r"|hvis|jos|jesli|gdy|pokud|kdyz|ha|daca|eger|jika|neu|если|когда|якщо|коли|αν|אם|إذا|اذا|اگر|もし|如果|若)\b"
)
"""The beginning of a sentence that says what may happen, not what has."""

_ENDS = (notice_stems.GONE, notice_stems.CLOSED, notice_words.OVER)


def judge_sure_notice(target: Target, own: OwnPart) -> Judgment | None:
    """Whether a notice names the thing and says that it is gone, and nothing of it is there."""
    if own.shows_work or own.leads_on or len(own.summary) < SUMMARY_WORDS:
        return None
    if any(_is_still_here(one.normalized) for one in own.sentences):
        return None
    first = [one for one in own.sentences if one.size > 1][:NEAR]
    for place, notice in enumerate(first):
        is_named = len(own.summary & stems(notice.normalized)) >= NAMED
        if not _is_notice(notice) or not (
            (is_named and says(notice.normalized, notice_stems.GONE))
            or (place < FIRST and _names_thing(target, notice.normalized))
        ):
            continue
        rest = _besides(own, notice)
        own_words = specific_size(". ".join(one.text for one in rest), _known(target))
        size = size_of_all(rest)
        says_little = size <= REST_WORDS and own_words <= max(FEW_SPECIFIC, SPECIFIC * size)
        if says_little and _summary_in(own, rest) < NAMED:
            return Judgment("soft404", f"the page says: “{notice.text[:80]}”")
    return None


def judge_titled_notice(own: OwnPart) -> Judgment | None:
    """Whether a page has its title over a notice that it is closed or to come, and nothing else.

    What stands below other headings, as news and other courses do, does not make up for them.
    """
    said = [one for one in own.sentences if one.size > 1]
    if own.shows_work or own.leads_on or len(own.summary) < SUMMARY_WORDS or own.summary_words():
        return None
    if not said or len(said) > FEW_SENTENCES or size_of_all(said) > SHORT_REST:
        return None
    if any(one.is_question or IF.match(one.normalized) for one in said):
        return None
    if says(" ".join(one.normalized for one in said), notice_stems.STILL):
        return None
    for one in said:
        if says(one.normalized, notice_stems.CLOSED, notice_stems.SOON):
            return Judgment("soft404", f"shows its title, and beside it only: “{one.text[:80]}”")
    return None


def judge_closed_form(target: Target, own: OwnPart) -> Judgment | None:
    """Whether a form that was promised is closed, and the page has no field to fill in.

    What else such a page says, as who ran a contest and who won it, does not bring it back.
    """
    title, summary = (plain(normalize_text(text)) for text in (target.title, target.summary))
    is_form = says(title, notice_words.ANSWERS)
    if not is_form and not says(summary, notice_words.ANSWERS):
        return None
    if any(part.shows_work or part.is_tool or part.leads_on for part in own.parts):
        return None
    if len(own.summary) < SUMMARY_WORDS:
        return None
    promised = _beginnings(f"{title} {summary}")
    for notice in own.sentences:
        if not _is_notice(notice) or not _is_closed(notice.normalized):
            continue
        if not promised & _beginnings(notice.normalized):
            continue  # another form, or an election in a story
        specific = specific_size(notice.text, _known(target))
        rest = _besides(own, notice)
        if specific > max(1, SPECIFIC * notice.size) or any(map(_asks, rest)):
            continue
        if any(says(one.normalized, notice_stems.STILL) for one in own.sentences):
            return None
        most = FORM_REST if is_form else REST_WORDS
        if size_of_all(rest) <= most and _summary_in(own, rest) <= NAMED:
            return Judgment("soft404", f"it is over: “{notice.text[:80]}”")
    return None


def _known(target: Target) -> str:
    return " ".join((target.title, *target.authors))


def _is_notice(sentence: Sentence) -> bool:
    return (
        1 < sentence.size <= NOTICE_WORDS
        and not sentence.is_question
        and not IF.match(sentence.normalized)
    )


def _is_still_here(said: str) -> bool:
    """Whether something stays on the page; printed copies may stay with whom they are."""
    return says(said, notice_stems.STILL) and says(said, notice_words.HERE, notice_words.THING)


def _beginnings(text: str) -> set[str]:
    """The beginnings of all words of a text, “registration” among them, which any page may have."""
    return {word[:STEM] for word in text.split() if len(word) >= STEM}


def _is_closed(said: str) -> bool:
    if says(said, notice_stems.CLOSED):
        return True
    is_over = says(said, notice_words.OVER, notice_words.NO_LONGER)
    return is_over and says(said, notice_words.ANSWERS)


def _names_thing(target: Target, said: str) -> bool:
    """Whether “this lesson”, or “this” with a word of the entry, stands before what happened."""
    this = notice_words.THIS.search(said)
    if this is None:
        return False
    after = said[this.end() :].split()
    named = " ".join(after[:2])
    promised = stems(f"{target.title} {target.summary}")
    if not says(named, notice_words.HERE, notice_words.THING) and not promised & {
        word[:STEM] for word in after[:1]
    }:
        return False
    for pattern in (notice_stems.GONE, notice_stems.CLOSED):
        if happened := pattern.search(said):
            between = said[this.end() : happened.start()].split()
            is_done_by_us = says(said[: this.start()], notice_words.WE)
            if happened.end() > this.start() and len(between) <= BETWEEN_WORDS:
                return happened.end() > this.end() or is_done_by_us
    return False


def _besides(own: OwnPart, notice: Sentence) -> list[Sentence]:
    """What is said beside a notice, without thanks and without headings that say the same."""
    return [
        one
        for one in own.sentences
        if one is not notice
        and not says(one.normalized, notice_words.THANKS)
        and not (one.size <= AGAIN_WORDS and says(one.normalized, *_ENDS))
    ]


def _summary_in(own: OwnPart, rest: Sequence[Sentence]) -> int:
    return len(own.summary & stems(" ".join(one.normalized for one in rest)))


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence is a question that has a word about something."""
    return sentence.is_question and specific_size(sentence.text) > 1
