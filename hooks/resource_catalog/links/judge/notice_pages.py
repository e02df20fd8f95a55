"""Judge pages that stand in place of a resource: notices, search results, other trades, sign-ins.

What is recognized are a few stems in many languages. Whether they count is decided by what else
the page shows (see :mod:`…judge.page.target_match`).
"""

from __future__ import annotations

import re
from itertools import pairwise

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials import SEARCHED_CHARS
from resource_catalog.links.judge.interstitials.search_results import (
    searches_for_address,
    shows_search_results,
)
from resource_catalog.links.judge.interstitials.taken_over import judge_sale, judge_trade
from resource_catalog.links.judge.interstitials.title_only_pages import judge_title_only
from resource_catalog.links.judge.interstitials.unrelated_pages import judge_site_notice
from resource_catalog.links.judge.interstitials.withdrawn_things import judge_withdrawn
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part
from resource_catalog.links.judge.page.sentences import Sentence, heading_sentences, sentences
from resource_catalog.links.judge.page.target_match import TargetMatch, match_of
from resource_catalog.links.judge.phrases import SIGN_IN, notice_stems, notice_words
from resource_catalog.links.judge.phrases.any_of import Phrases, plain
from resource_catalog.links.judge.phrases.notice_words import says
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 18
"""A notice is short; a longer sentence tells of something."""

SHORT_REST = 16
"""A page that shows no more than so many words beside its title and a notice shows nothing."""

CLOSED_REST = 26
"""The same for a form or an event that is over, which still says when and what."""

SPECIFIC_REST = 4
"""The same for its own words (see :mod:`…judge.phrases.page_words`), the notice among them."""

LONG_PAGE = 400
"""In a page with more words a notice in the text is about something else."""

_NOTICES = (
    (notice_stems.GONE, "the page says", SHORT_REST),
    (notice_stems.CLOSED, "it is over", CLOSED_REST),
    (notice_stems.MOVED, "it has moved, and only a notice says so", SHORT_REST),
    (notice_stems.SOON, "nothing is there yet", SHORT_REST),
)

_OF_FORMS = (notice_stems.GONE, notice_stems.CLOSED)

_CLOSED_PATH = re.compile(
    r"/(?:closedform|(?:survey|form|poll)-?(?:is-?)?closed|closed-?survey)/?$"
)


def judge_notice(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether a page only says that the resource is gone, over, moved, or not there yet."""
    if searches_for_address(target, requested, visit, page):
        return Judgment("soft404", "redirects to a search for the words of the address")
    if visit.redirects and _CLOSED_PATH.search(visit.url.path):
        return Judgment("soft404", "redirects to a form that is closed")
    if page.word_count > 150 and has_title_heading(target.title, page, trust_error_titles=False):
        return None
    match = match_of(target, page)
    headings = heading_sentences(page)
    everything, main = sentences(page)
    return (
        judge_sale(target, requested, match, page, headings)
        or shows_search_results(target, requested, headings)
        or judge_trade(target, requested, match, page, headings)
        or judge_withdrawn(target, requested, page)
        or _notice(
            target,
            page,
            match,
            headings,
            everything,
            main,
            is_new_place=visit.url.host != requested.host
            and not main_part(page).leads_away(visit.url.host),
        )
        or _sign_in(match, page, headings)
        or (
            judge_title_only(target, requested, page, is_redirected=bool(visit.redirects))
            if match.is_shown or match.headings >= 0.5
            else None
        )
        or (
            judge_site_notice(target, requested, page, match, everything)
            if not match.is_shown
            else None
        )
    )


def _notice(
    target: Target,
    page: HtmlFacts,
    match: TargetMatch,
    headings: list[Sentence],
    everything: list[Sentence],
    main: list[Sentence],
    *,
    is_new_place: bool,
) -> Judgment | None:
    if page.has_empty_mount:
        return None  # what stands around the place that a script fills tells nothing
    title = plain(normalize_text(target.title))
    is_long = page.word_count > LONG_PAGE
    for pattern, meaning, short in _NOTICES:
        if pattern.search(title):
            continue  # a lesson about such notices
        if pattern is notice_stems.MOVED and is_new_place:
            continue  # it has moved here
        if match.heads_page and page.has_contact_form and pattern in _OF_FORMS:
            continue  # the form is there
        candidates = [
            sentence
            for sentence in (headings if is_long else (*headings, *(main or everything)))
            if sentence.size <= NOTICE_WORDS
            and not sentence.is_question
            and pattern.search(sentence.normalized)
        ]
        if not candidates:
            continue
        if match.heads_page and pattern is notice_stems.GONE:
            candidates = [one for one in candidates if _is_about_page(one, target.title)]
            if not candidates:
                continue
        said = candidates[0].text[:80]
        if match.is_likely and main_part(page).is_tool:
            continue
        if match.is_likely and notice_stems.STILL.search(plain(page.text[:SEARCHED_CHARS])):
            continue
        if match.is_shown or match.names_author or match.headings >= 0.5:
            if match.heads_page and (main_part(page).shows_work or _lists_notices(main)):
                continue
            if pattern is notice_stems.SOON and main_part(page).shows_more and _promises_more(said):
                continue
            if any(one.is_question and specific_size(one.text, target.title) > 1 for one in main):
                continue
            rest = sum(
                sentence.size
                for sentence in main
                if not pattern.search(sentence.normalized)
                and sentence.normalized not in title
                and title not in sentence.normalized
            )
            if rest > short or _leads_on(pattern, page):
                continue
            if specific_size(". ".join(one.text for one in main), target.title) > SPECIFIC_REST:
                continue
        return Judgment("soft404", f"{meaning}: “{said}”")
    return None


def _is_about_page(notice: Sentence, title: str) -> bool:
    """Whether a notice is about the page or the whole resource, not about a thing in its title."""
    name = plain(normalize_text(title))
    if name in notice.normalized or says(notice.normalized, *notice_words.THINGS):
        return True
    return specific_size(notice.text) == 0


def _lists_notices(main: list[Sentence]) -> bool:
    """Whether notices stand one below the other, each behind another name, as in a register."""
    places = [
        place
        for place, one in enumerate(main)
        if says(one.normalized, notice_stems.GONE, notice_stems.CLOSED)
    ]
    return any(later - place > 1 for place, later in pairwise(places))


def _promises_more(said: str) -> bool:
    """Whether more is to come, so that something is there."""
    return bool(notice_words.MORE.search(plain(normalize_text(said))))


def _leads_on(pattern: Phrases, page: HtmlFacts) -> bool:
    """Whether links speak against a notice: several where it is over, none where it has moved."""
    if pattern is notice_stems.CLOSED:
        return main_part(page).leads_on
    if pattern is notice_stems.MOVED:
        main = main_part(page)
        return not main.has_link or len(main.linked_hosts) > 1
    return False


def _sign_in(match: TargetMatch, page: HtmlFacts, headings: list[Sentence]) -> Judgment | None:
    if match.is_shown or page.word_count > 80:
        return None
    if notice_stems.PASSWORD.search(plain(page.text[:SEARCHED_CHARS])) and any(
        SIGN_IN.match(sentence.normalized) for sentence in headings
    ):
        return Judgment("login", "asks to sign in")
    return None
