"""Judge pages that show the title of a resource, and beside it nothing but a notice.

No list of notices has them all. What they have in common is what they lack; of the rest, a few
small words of any language decide (see :mod:`…judge.phrases.notice_words`).
"""

from __future__ import annotations

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import (
    MainPart,
    main_part,
    size_of_all,
)
from resource_catalog.links.judge.page.sentences import Sentence
from resource_catalog.links.judge.phrases import notice_stems, notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.notice_words import NOT_THERE, says
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

BARE_REST = 16
"""A page with no more words beside its title shows nothing but that."""

CLOSED_REST = 26
"""The same for a form that is closed, which still says whom to ask."""

MOVED_REST = 30
"""The same for a page that names another site, and links to that."""

LIKE_OTHERS = 0.6
"""The same where more speaks for a notice."""

GREETING = 3
"""So few words, as “Here it is”, say nothing, not even that nothing is there."""

CLOSED_SPECIFIC = 8
"""So many words of its own has the notice of a form that is closed at most."""

FEW_SPECIFIC = 3
"""Any text may have this many of these words."""

SPECIFIC_CLOSED = 0.4
"""The share of these words in a notice about a form on the page of something else."""

FEW_SENTENCES = 4
"""Such a notice has no more sentences; what has more is a list of something."""

MOST_SPECIFIC = 2
"""It has no more of them, however long it is."""

SPECIFIC = 0.2
"""A notice has less than this share of words that no page has but one about something."""


def judge_title_only(
    target: Target, requested: ParsedUrl, page: HtmlFacts, *, is_redirected: bool
) -> Judgment | None:
    """Whether a page that shows the title only says that the rest is not there."""
    title = plain(normalize_text(target.title))
    is_about_pages = says(title, notice_words.NO, notice_words.OVER) and says(
        title, notice_words.HERE
    )
    is_about_pages = is_about_pages or says(title, notice_words.ROBOT, notice_stems.PASSWORD)
    if page.needs_script or is_about_pages:
        return None
    return _title_and_notice(target, requested, page, is_redirected=is_redirected)


def _title_and_notice(
    target: Target, requested: ParsedUrl, page: HtmlFacts, *, is_redirected: bool
) -> Judgment | None:
    name = target.title
    title = plain(normalize_text(name))
    main = main_part(page)
    has_form = page.has_contact_form and not main.asks_for_address
    rest = _beside_title(main, title)
    size = size_of_all(rest)
    if main.shows_work or main.has_button or main.leads_on or has_form or size > CLOSED_REST:
        return None
    if main.shows_more and not _says_nothing(name, page, main, rest):
        return None
    said = _said(rest, title)
    whole = " ".join(sentence.text for sentence in rest)
    quoted = whole[:80]
    is_over = says(said, notice_words.OVER, notice_words.NO_LONGER)
    is_still = says(said, notice_stems.STILL) and not says(said, notice_words.ONLY)
    if "javascript" in said or (is_over and is_still):
        return None
    if main.asks_for_address:
        is_soon = says(said, notice_words.NOT_YET, notice_stems.SOON)
        return Judgment("soft404", f"nothing is there yet: “{quoted}”") if is_soon else None
    if _says_nothing(name, page, main, rest):
        return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    cannot_answer = not page.has_script and not main.has_link and says(said, notice_words.NO)
    own = specific_size(whole, name)
    is_form = says(f"{title} {plain(normalize_text(target.summary))}", notice_words.ANSWERS)
    most = CLOSED_SPECIFIC if is_form else max(FEW_SPECIFIC, SPECIFIC_CLOSED * size)
    is_about_it = own <= most and "?" not in whole and (is_form or len(rest) <= FEW_SENTENCES)
    if is_about_it and (is_over or cannot_answer) and says(f"{title} {said}", notice_words.ANSWERS):
        return Judgment("soft404", f"it is over: “{quoted}”")
    points = says(said, notice_words.NOW, notice_words.HERE, notice_words.WE)
    points = points or specific_size(whole, name) <= SPECIFIC * size
    if main.names_other_site(requested.host) and size <= MOVED_REST and points:
        return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    if (
        size <= MOVED_REST
        and says(said, notice_words.NOW, notice_stems.MOVED)
        and _speaks_of_itself(main, name)
        and _is_only_linked(title, page, main)
    ):
        return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    if not rest or size > BARE_REST or specific_size(whole, name) > LIKE_OTHERS * size:
        return None
    if main.leads_away(requested.host) and says(said, notice_words.NOW):
        return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    if any(one.is_question for one in rest):
        return None
    speaks_of_itself = says(said, notice_words.HERE, notice_words.SORRY) or is_redirected
    if speaks_of_itself and (is_over or says(said, notice_words.NO, notice_words.NOT_YET)):
        return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    return None


def _speaks_of_itself(main: MainPart, name: str) -> bool:
    """Whether a page, its title included, has hardly a word that others have not."""
    own = specific_size(". ".join(one.text for one in main.sentences), name)
    return own <= SPECIFIC * main.size + 1


def _is_only_linked(title: str, page: HtmlFacts, main: MainPart) -> bool:
    """Whether the title stands in a link, and in no heading below the title of the page."""
    headings = (plain(normalize_text(heading)) for heading in page.headings)
    linked = (plain(normalize_text(text)) for text in main.link_texts)
    return any(title_matching.contains_phrase(text, title) for text in linked) and not any(
        title_matching.contains_phrase(heading, title) for heading in headings
    )


def _said(rest: list[Sentence], title: str) -> str:
    """What sentences say without the words of a title, which may be that of a lesson on notices."""
    given = set(title.split())
    return " ".join(
        word
        for one in rest
        for word in one.normalized.split()
        if word not in given or len(word) < 4
    )


def _says_nothing(name: str, page: HtmlFacts, main: MainPart, rest: list[Sentence]) -> bool:
    """Whether all that stands beside the title are words with which any page speaks of itself."""
    if any(one.is_question or notice_words.MORE.search(one.normalized) for one in rest):
        return False
    said = _said(rest, plain(normalize_text(name)))
    if said.isascii() and len(rest) > 2 and all(one.size < 2 for one in rest):
        return False  # a list of words
    size = size_of_all(rest)
    own = specific_size(". ".join(one.text for one in rest), name)
    if not rest or own > MOST_SPECIFIC or (own and own >= SPECIFIC * size):
        return False
    if says(said, *NOT_THERE, notice_words.SORRY):
        return True
    speaks = says(said, *notice_words.THINGS, notice_words.WE)
    if speaks and says(said, notice_words.NO):
        return True
    is_plain = not main.leads_somewhere and not main.shows_more and not page.has_script
    return is_plain and not own and size > (GREETING if said.isascii() else 1)


def _beside_title(main: MainPart, title: str) -> list[Sentence]:
    return [
        sentence
        for sentence in main.sentences
        if sentence.normalized not in title and title not in sentence.normalized
    ]
