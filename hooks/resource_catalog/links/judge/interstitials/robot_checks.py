"""Recognize bot checks, which want to see a person first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials import SEARCHED_CHARS, SHORT_PAGE_WORDS
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import size_of_all
from resource_catalog.links.judge.page.sentences import Sentence, size_of
from resource_catalog.links.judge.phrases import browser_words, notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching

_ROBOT_HOST = re.compile(
    r"geo\.captcha-delivery\.com|validate\.perfdrive\.com"
    r"|(?:queue|waitingroom|waiting-room)\..+"
    r"|(?:.*\.)?(?:hcaptcha\.com|px-cloud\.net|perimeterx\.net|queue-it\.net|funcaptcha\.com)",
    re.IGNORECASE,
)
_ROBOT_PATH = re.compile(
    r"/\.well-known/(?:sg)?captcha|/cdn-cgi/(?:l/chk_|challenge)|/_incapsula_resource"
    r"|/(?:captcha|recaptcha|robot-?check|bot-?check|are-?you-?(?:a-)?(?:human|robot)"
    r"|human-?verification|verify-?human|validatecaptcha|distil_r_captcha)(?:\.\w+)?/?$",
    re.IGNORECASE,
)
_GOOGLE_HOST = re.compile(r"(?:^|\.)google(?:\.\w{2,3}){1,2}$")
CHECK_WORDS = 60
"""A check against robots with no mark of its maker says no more than so many words."""

SPECIFIC = 0.2
"""Its share of words that no page has but one about something is no larger than this."""

CHECK_HEADING = 8
"""The heading of a check of the browser has at most this many words."""

_ROBOT_HEADERS = {"cf-mitigated": "challenge", "x-amzn-waf-action": "", "sg-captcha": "challenge"}


def is_robot_check_url(url: ParsedUrl) -> bool:
    """Whether a URL is that of a bot check."""
    if _GOOGLE_HOST.search(url.host) and url.path.startswith("/sorry"):
        return True
    return bool(_ROBOT_HOST.fullmatch(url.host) or _ROBOT_PATH.search(url.path))


def has_robot_check_headers(headers: Mapping[str, str]) -> bool:
    """Whether response headers announce a bot check."""
    return any(
        name in headers and headers[name].lower().startswith(value)
        for name, value in _ROBOT_HEADERS.items()
    )


def _asks_for_person(page: HtmlFacts) -> bool:
    """Whether a page says that it wants to see a person, or turns visitors away."""
    text = plain(f"{title_matching.normalize_text(page.title)} {page.text}")
    headings = plain(title_matching.normalize_text(" ".join((page.title, *page.headings))))
    if notice_words.TOO_MANY.search(text) or notice_words.DENIED.search(headings):
        return True
    asks = notice_words.ROBOT.search(text) and notice_words.PROVE.search(text)
    return page.has_script and (bool(asks) or _checks_browser(page) or _only_checks(page, text))


def _is_refusal(page: HtmlFacts) -> bool:
    """Whether both the title and the heading of a page say that a visitor asked too often."""
    headings = (page.title, *page.h1_headings[:1])
    return len(headings) > 1 and all(
        notice_words.TOO_MANY.search(plain(title_matching.normalize_text(heading)))
        for heading in headings
    )


def is_waiting_room(page: HtmlFacts) -> bool:
    """Whether a short page is headed by a queue of visitors."""
    if page.word_count >= SHORT_PAGE_WORDS or page.has_contact_form:
        return False
    headings = (plain(title_matching.normalize_text(h)) for h in (page.title, *page.headings))
    return any(
        size_of(heading) <= CHECK_HEADING and browser_words.QUEUE.search(heading)
        for heading in headings
    )


def is_wall(page: HtmlFacts) -> bool:
    """Whether a page that is alike for any address wants to know who asks."""
    if page.word_count >= SHORT_PAGE_WORDS:
        return False
    text = plain(f"{title_matching.normalize_text(page.title)} {page.text}")
    asks = notice_words.ROBOT.search(text) or browser_words.ADDRESS.search(text)
    return bool(asks and notice_words.PROVE.search(text))


def _checks_browser(page: HtmlFacts) -> bool:
    """Whether a heading says that the browser is being checked."""
    headings = (plain(title_matching.normalize_text(h)) for h in (page.title, *page.headings))
    return any(
        size_of(heading) <= CHECK_HEADING
        and browser_words.BROWSER.search(heading)
        and notice_words.PROVE.search(heading)
        for heading in headings
    )


def _only_checks(page: HtmlFacts, text: str) -> bool:
    """Whether a page has hardly a word that is none of a check, and says that it checks."""
    if not page.text or not notice_words.PROVE.search(text):
        return False
    return specific_size(f"{page.title}. {page.text}".lower()) <= SPECIFIC * _size(text)


def _size(text: str) -> int:
    return size_of_all([Sentence(text, text, size_of(text))])


def is_robot_check_page(page: HtmlFacts) -> bool:
    """Whether a page is only a bot check."""
    if page.word_count >= SHORT_PAGE_WORDS or page.has_contact_form:
        return False
    headings = [
        title_matching.normalize_text(text) for text in title_matching.title_parts(page.title)
    ]
    if (
        len(title_matching.significant_words(title_matching.normalize_text(page.title))) < 3
    ):  # no title about something else
        headings += [
            title_matching.normalize_text(text) for text in (*page.h1_headings, *page.headings[:1])
        ]
    if page.word_count < CHECK_WORDS and _asks_for_person(page):
        return True
    if phrases.CHALLENGE.search(page.markup) or _is_refusal(page):
        return True
    has_heading = any(map(phrases.ROBOT_CHECK.fullmatch, headings))
    has_markup = bool(phrases.ROBOT_MARKUP.search(page.markup))
    if has_heading and (has_markup or page.word_count < 80):
        return True
    if has_markup and (page.word_count < 25 and not page.h1_headings):
        return True
    other_headings = [
        text
        for text in map(title_matching.normalize_text, page.h1_headings)
        if len(text.split()) > 4
    ]
    if not has_markup and not all(map(phrases.ROBOT_TEXT.search, other_headings)):
        return False
    return page.word_count < 100 and bool(phrases.ROBOT_TEXT.search(page.text[:SEARCHED_CHARS]))
