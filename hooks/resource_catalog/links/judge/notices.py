"""Judge pages that stand in place of a resource: notices, search results, other trades, sign-ins.

What is recognized are a few stems in many languages. Whether they count is decided by what else
the page shows (see :mod:`…judge.page.promise`).
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.bare_pages import is_offered_name, judge_bare_page
from resource_catalog.links.judge.interstitials import SEARCHED_CHARS
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part
from resource_catalog.links.judge.page.promise import (
    Promise,
    Sentence,
    heading_sentences,
    is_named_like,
    promise_of,
    sentences,
    stems,
)
from resource_catalog.links.judge.page_urls import is_search_page
from resource_catalog.links.judge.phrases import SIGN_IN, notice_stems, trade_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Target
from resource_catalog.model.title_matching import normalize_text

NOTICE_WORDS = 18
"""A notice is short; a longer sentence tells of something."""

SHORT_REST = 16
"""A page that shows no more than so many words beside its title and a notice shows nothing."""

CLOSED_REST = 26
"""The same for a form or an event that is over, which still says when and what."""

MANY_TRADE_WORDS = 6
"""So many words of a trade decide though a page has words of the title as well."""

LONG_PAGE = 400
"""In a page with more words a notice in the text is about something else."""

_NOTICES = (
    (notice_stems.GONE, "the page says", SHORT_REST),
    (notice_stems.CLOSED, "it is over", CLOSED_REST),
    (notice_stems.MOVED, "it has moved, and only a notice says so", SHORT_REST),
    (notice_stems.SOON, "nothing is there yet", SHORT_REST),
)

_OF_FORMS = (notice_stems.GONE, notice_stems.CLOSED)
_NAMES_PAGE = re.compile(
    r"(?:page_?)?(?:slug|title|name|id|key|path|view|p|page|post|article|item|doc|lesson|file)"
)

_CLOSED_PATH = re.compile(
    r"/(?:closedform|(?:survey|form|poll)-?(?:is-?)?closed|closed-?survey)/?$"
)
_QUOTED = re.compile(r"[“„«‘‚「『\"']\s*([^”“»’」』\"']{3,})\s*[”“»’」』\"']")
_COUNT = re.compile(r"(?:^|\s|\()\d+(?:\s|\)|$)")
_NUMBER = re.compile(r"(?:^|&)[^=&]*id=\d", re.IGNORECASE)


def judge_notice(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether a page only says that the resource is gone, over, moved, or not there yet."""
    if _searches_for_address(target, requested, visit, page):
        return Judgment("soft404", "redirects to a search for the words of the address")
    if visit.redirects and _CLOSED_PATH.search(visit.url.path):
        return Judgment("soft404", "redirects to a form that is closed")
    if page.word_count > 150 and has_title_heading(target.title, page, trust_error_titles=False):
        return None
    promise = promise_of(target, page)
    headings = heading_sentences(page)
    everything, main = sentences(page)
    return (
        _for_sale(target, requested, promise, page, headings)
        or _search_results(target, requested, headings)
        or _trade(target, requested, promise, page, headings)
        or _notice(target, page, promise, headings, everything, main)
        or _sign_in(promise, page, headings)
        or judge_bare_page(
            target, requested, page, promise, everything, is_redirected=bool(visit.redirects)
        )
    )


def _searches_for_address(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> bool:
    """Whether a redirect asks for the words of the address that it left, or the page has those.

    A page that was moved has a heading in capital letters and accents, as its title has.
    """
    name = requested.segments[-1] if requested.segments else ""
    asked = re.sub(r"[-_+]|\.\w{2,5}$", " ", unquote(name)).split()
    is_words = len(asked) > 1 or (name.isalpha() and len(name) > 7) or not unquote(name).isascii()
    if not asked or not is_words or requested.query or not visit.redirects:
        return False
    for part in (visit.url.query or "").split("&"):
        key, _, value = part.partition("=")
        is_asked = re.sub(r"[-_+]", " ", unquote(value)).split() == asked
        if is_asked and not _NAMES_PAGE.fullmatch(key):
            return not _NUMBER.search(visit.url.query or "")
    words = " ".join(asked)
    if len(asked) < 2 or not words.isascii() or target.title == words:
        return False
    with_title = [h for h in (page.title, *page.headings) if words in normalize_text(h)]
    return bool(with_title) and all(words in h for h in with_title)


def _notice(
    target: Target,
    page: HtmlFacts,
    promise: Promise,
    headings: list[Sentence],
    everything: list[Sentence],
    main: list[Sentence],
) -> Judgment | None:
    title = plain(normalize_text(target.title))
    is_long = page.word_count > LONG_PAGE
    for pattern, meaning, short in _NOTICES:
        if pattern.search(title):
            continue  # a lesson about such notices
        if promise.heads_page and page.has_contact_form and pattern in _OF_FORMS:
            continue  # the form is there
        candidates = [
            sentence
            for sentence in (headings if is_long else (*headings, *everything))
            if sentence.size <= NOTICE_WORDS
            and not sentence.text.endswith(("?", "？", "؟"))
            and pattern.search(sentence.normalized)
        ]
        if not candidates:
            continue
        said = candidates[0].text[:80]
        if promise.is_likely and notice_stems.STILL.search(plain(page.text[:SEARCHED_CHARS])):
            continue
        if promise.is_shown or promise.names_author or promise.headings >= 0.5:
            rest = sum(
                sentence.size
                for sentence in main
                if not pattern.search(sentence.normalized)
                and sentence.normalized not in title
                and title not in sentence.normalized
            )
            if rest > short or (pattern is notice_stems.CLOSED and main_part(page).leads_on):
                continue
        return Judgment("soft404", f"{meaning}: “{said}”")
    return None


def _for_sale(
    target: Target,
    requested: ParsedUrl,
    promise: Promise,
    page: HtmlFacts,
    headings: list[Sentence],
) -> Judgment | None:
    """Whether a short page offers the name of the site, which may be that of the entry."""
    if page.word_count > 150 or (promise.is_shown and not is_named_like(target.title, requested)):
        return None
    host = re.escape(normalize_text(requested.host.removeprefix("www.")))
    offered = any(
        re.search(rf"\b{host}\b", sentence.normalized)
        and notice_stems.OFFER.search(sentence.normalized)
        for sentence in headings
    )
    text = " ".join(
        (*(sentence.normalized for sentence in headings), plain(page.text[:SEARCHED_CHARS]))
    )
    if (
        offered
        or is_offered_name(requested, page)
        or (notice_stems.DOMAIN.search(text) and notice_stems.OFFER.search(text))
    ):
        return Judgment("parked", "the name of the site is for sale")
    return None


def _search_results(
    target: Target, requested: ParsedUrl, headings: list[Sentence]
) -> Judgment | None:
    """Whether a heading is that of search results for the words of the address."""
    if is_search_page(requested) or notice_stems.SEARCH.search(plain(normalize_text(target.title))):
        return None
    asked = stems(f"{unquote(requested.path)} {target.title}".replace("-", " "))
    own = plain(normalize_text(target.title))
    for sentence in headings:
        quoted = _QUOTED.search(sentence.text)
        around = _QUOTED.sub(" ", sentence.text)
        if quoted and plain(normalize_text(quoted[1])) == own and _COUNT.search(around):
            return Judgment("soft404", "shows the results of a search, not the resource")
        found = notice_stems.SEARCH.search(sentence.normalized)
        if not found or sentence.size > NOTICE_WORDS:
            continue
        rest = stems(notice_stems.SEARCH.sub(" ", sentence.normalized))
        if len(rest - asked) <= 2 and (found.start() == 0 or rest & asked or not rest):
            return Judgment("soft404", "shows the results of a search, not the resource")
    return None


def _trade(
    target: Target,
    requested: ParsedUrl,
    promise: Promise,
    page: HtmlFacts,
    headings: list[Sentence],
) -> Judgment | None:
    if promise.is_shown or promise.names_author:
        return None
    is_about = _is_about(target, requested, page, headings)
    heading = " ".join(sentence.normalized for sentence in headings)
    for trade, pattern in trade_words.TRADES.items():
        in_headings = {found[0] for found in pattern.finditer(heading)}
        everywhere = in_headings | {
            found[0] for found in pattern.finditer(plain(page.text[:SEARCHED_CHARS]))
        }
        many = MANY_TRADE_WORDS if is_about else 3
        if in_headings and len(everywhere) >= many:
            return Judgment("parked", f"the page now sells {trade}; it was “{page.title[:60]}”")
    return None


def _is_about(
    target: Target, requested: ParsedUrl, page: HtmlFacts, headings: list[Sentence]
) -> bool:
    """Whether a page has half of the title's words, without those in the name of the host."""
    host = normalize_text(requested.host).replace(" ", "")
    wanted = {word for word in stems(target.title) if word not in host}
    text = " ".join((*(sentence.normalized for sentence in headings), page.text))
    return bool(wanted) and len(wanted & stems(text)) * 2 >= len(wanted)


def _sign_in(promise: Promise, page: HtmlFacts, headings: list[Sentence]) -> Judgment | None:
    if promise.is_shown or page.word_count > 80:
        return None
    if notice_stems.PASSWORD.search(plain(page.text[:SEARCHED_CHARS])) and any(
        SIGN_IN.match(sentence.normalized) for sentence in headings
    ):
        return Judgment("login", "asks to sign in")
    return None
