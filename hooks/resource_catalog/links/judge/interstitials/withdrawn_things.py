"""Judge pages on which a notice about the thing itself stands in the place of the thing.

“This lesson has been retired” is one, whatever else stands there for other things: what counts is
that nothing above or below it is about what the catalog promised.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, parts_of, size_of_all
from resource_catalog.links.judge.page.promise import stems
from resource_catalog.links.judge.page.sentences import Sentence
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.phrases import notice_stems, small_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.phrases.small_words import says
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Target
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 20
"""A notice is short; a longer sentence tells of something."""

NEAR = 3
"""A notice is among the first so many sentences below the title."""

REST_WORDS = 40
"""What is said beside it about the same thing has no more words."""

BEFORE_WORDS = 20
"""What stands above it has no more words."""

BETWEEN_WORDS = 5
"""Between “this” and what happened to it there are no more words."""

SPECIFIC = 0.35
"""It has no more than this share of words that no page has but one about something."""

SPECIFIC_REST = 0.2
"""What is said beside it has no larger share of these words."""

FEW_SPECIFIC = 3
"""So few of these words may be in anything."""

_IF = re.compile(
    r"(?:if|when|unless|si|cuando|quand|lorsque|se|quando|wenn|falls|sobald|als|wanneer|om|nar|hvis|jos|jesli|gdy"
    r"|pokud|kdyz|ha|daca|eger|jika|neu|если|когда|якщо|коли|αν|אם|إذا|اذا|اگر|もし|如果|若)\b"
)


def judge_withdrawn(target: Target, page: HtmlFacts) -> Judgment | None:
    """Whether a page says of the thing that it was taken away, and shows nothing of it."""
    title = plain(normalize_text(target.title))
    if says(title, notice_stems.GONE) or page.has_contact_form:
        return None
    parts = parts_of(page)
    for place, (_, part) in enumerate(parts):
        sentences = [one for one in part.sentences if one.normalized not in title]
        notice = next(filter(_is_notice, sentences[:NEAR]), None)
        if notice is not None:
            rest = [one for one in sentences if one is not notice]
            if (
                _says_nothing(rest, target.title)
                and _shows_nothing(part)
                and not _is_about(target, page, parts[place + 1 :])
            ):
                return Judgment("soft404", f"the page says: “{notice.text[:80]}”")
            return None
        if size_of_all(sentences) > BEFORE_WORDS or not _shows_nothing(part):
            return None
    return None


def _is_notice(sentence: Sentence) -> bool:
    """Whether a sentence points at the thing, and says that it was taken away."""
    said = sentence.normalized
    size = size_of_all([sentence])
    return (
        2 < sentence.size <= NOTICE_WORDS
        and not sentence.text.endswith(("?", "？", "؟"))
        and not _IF.match(said)
        and says(said, notice_stems.GONE)
        and _points_at(said)
        and specific_size(sentence.text) <= SPECIFIC * size
    )


def _points_at(said: str) -> bool:
    """Whether “this” stands before what happened to it, or somebody did it."""
    this, gone = small_words.THIS.search(said), notice_stems.GONE.search(said)
    if this is None or gone is None:
        return False
    if this.start() < gone.start():
        return len(said[this.end() : gone.start()].split()) <= BETWEEN_WORDS
    return says(said, small_words.WE, small_words.WHO)


def _says_nothing(rest: Sequence[Sentence], title: str) -> bool:
    """Whether hardly a word of sentences is one that no page has but one about something."""
    size = size_of_all(rest)
    own = specific_size(". ".join(one.text for one in rest), title)
    return size <= REST_WORDS and own <= max(FEW_SPECIFIC, SPECIFIC_REST * size)


def _shows_nothing(part: MainPart) -> bool:
    said = " ".join(one.normalized for one in part.sentences)
    return not (part.shows_more or part.leads_on) and not says(said, notice_stems.STILL)


def _is_about(target: Target, page: HtmlFacts, parts: Sequence[tuple[str, MainPart]]) -> bool:
    """Whether some parts of a page may be about what was promised."""
    if not parts:
        return False
    promised = f"{target.title} {target.summary}"
    if may_share_language(promised, page.text, page.language) is not True:
        return True
    text = stems(" ".join(f"{name} {' '.join(part.texts)}" for name, part in parts))
    title, summary = stems(target.title), stems(target.summary)
    return (
        bool(title & text) or len(summary & text) > 1 or any(part.shows_work for _, part in parts)
    )
