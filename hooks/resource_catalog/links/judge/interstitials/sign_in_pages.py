"""Recognize and judge sign-in pages."""

from __future__ import annotations

import re
from urllib.parse import unquote

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part, size_of_all
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.notice_stems import PASSWORD
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching

SENTENCE_WORDS = 6
"""Beside its form a lesson about sign-ins has at least a sentence of so many words."""

SPECIFIC = 0.25
"""A request for a password has less than this share of words of its own."""

SPECIFIC_FORM = 0.5
"""The same where it is short and has no word of the summary."""

MEMBERS_WORDS = 24
"""A page that only tells visitors to sign in has at most this many words."""

FORM_WORDS = 30
"""A short request for a password has at most this many words."""

_SIGN_IN_HOST = re.compile(
    r"accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com|login\.windows\.net"
    r"|(?:.*\.)?(?:okta\.com|oktapreview\.com|auth0\.com|onelogin\.com|b2clogin\.com)"
    r"|(?:login|signin|sign-in|logon|sso|idp|shibboleth|adfs|weblogin)\d?\..+",
    re.IGNORECASE,
)
_POST_PASSWORD = re.compile(
    r"action=postpass|[\"' ]post-password-form\b|name=[\"']?post_password\b"
)
"""What WordPress writes into the form that hides a page."""

_SIGN_IN_PATH = re.compile(
    r"(?:^|[/_.-])(?:blogin\.g$|log-?in|log-?on|sign-?in|sign_in|servicelogin|userlogin|user_login|loginpage"
    r"|login_?form|wp-login|accountchooser|authenticate|authentication|sso|saml2?|oauth2?|authorize"
    r"|openid|shibboleth|idp|cas|adfs|authwall|anmelden|anmeldung|connexion|iniciar-?sesion|acceso"
    r"|acceder|entrar|inloggen|logga-?in|accedi|members-?only|login_required|require_?login)"
    r"(?:\.\w{2,5})?(?=[/_.;-]|$)",
    re.IGNORECASE,
)
_CERTAIN_SIGN_IN_PATH = re.compile(
    r"(?:^|/)(?:blogin\.g$|log-?in|log-?on|sign-?in|sign_in|sso|servicelogin|wp-login|authwall|accountlogin)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)


def judge_sign_in(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether a page only asks to sign in."""
    has_heading = bool(target.title) and has_title_heading(target.title, page)
    redirected = bool(visit.redirects) and is_sign_in_url(visit.url)
    redirected = redirected and not is_sign_in_url(requested)
    if page.has_saml_form and page.word_count < SHORT_PAGE_WORDS:
        return Judgment("login", "asks to sign in")
    if redirected and is_sign_in_host(visit.url):
        return Judgment("login", "asks to sign in")
    if (
        redirected
        and is_certain_sign_in_url(visit.url)
        and (page.has_password_field or not has_heading)
    ):
        return Judgment("login", "asks to sign in")
    if page.has_password_field and _POST_PASSWORD.search(page.markup):
        return Judgment("login", "asks for a password")
    if page.has_password_field and _is_led_here(requested, visit) and not has_heading:
        return Judgment("login", "asks to sign in")
    if page.has_password_field and not redirected and _asks_for_password(target, page):
        return Judgment("login", "asks for a password")
    is_short = page.word_count < SHORT_PAGE_WORDS
    if is_short and has_heading and not page.has_form and _only_members(target, page):
        return Judgment("login", "asks to sign in")
    if is_sign_in_page(page, redirected=redirected) and (
        page.has_password_field or not has_heading
    ):
        if page.has_password_field and has_heading and not redirected:
            asks = phrases.SIGN_IN_TEXT.search(page.text) or any(
                _is_sign_in_heading(text, loose=True) for text in (page.title, *page.headings)
            )
            title = plain(title_matching.normalize_text(target.title))
            is_about = phrases.SIGN_IN.search(title) or PASSWORD.search(title)
            if page.words_outside_forms >= (SENTENCE_WORDS if is_about else 30) or not asks:
                return None
        return Judgment("login", "asks to sign in")
    return None


def _only_members(target: Target, page: HtmlFacts) -> bool:
    """Whether a page shows beside its title only that visitors have to sign in."""
    main = main_part(page)
    title = plain(title_matching.normalize_text(target.title))
    rest = [one for one in main.sentences if one.normalized not in title]
    said = " ".join(one.normalized for one in rest)
    is_bare = size_of_all(rest) <= MEMBERS_WORDS and not main.shows_more
    return is_bare and bool(phrases.SIGN_IN_TEXT.search(said))


def _is_led_here(requested: ParsedUrl, visit: Visit) -> bool:
    """Whether a redirect took the address along, to lead back to it."""
    path = requested.path.rstrip("/")
    is_away = visit.url.path.rstrip("/") != path
    return len(path) > 1 and is_away and path in unquote(visit.url.query or "")


def _asks_for_password(target: Target, page: HtmlFacts) -> bool:
    """Whether a page with a password field has hardly a word beside its title and the request."""
    title = plain(title_matching.normalize_text(target.title))
    if phrases.SIGN_IN.search(title) or PASSWORD.search(title):
        return False  # a lesson about passwords
    main = main_part(page)
    rest = [one for one in main.sentences if one.normalized not in title]
    said = " ".join(one.normalized for one in rest)
    own = specific_size(". ".join(one.text for one in rest), target.title)
    size = size_of_all(rest)
    shows_summary = bool((stems(target.summary) - stems(target.title)) & stems(said))
    most = SPECIFIC if shows_summary or size > FORM_WORDS else SPECIFIC_FORM
    most = most if "<form" in page.markup else SPECIFIC
    return bool(PASSWORD.search(said)) and own < most * size


def is_sign_in_url(url: ParsedUrl) -> bool:
    """Whether a URL looks like that of a sign-in page."""
    return bool(_SIGN_IN_HOST.fullmatch(url.host) or _SIGN_IN_PATH.search(url.path))


def is_sign_in_host(url: ParsedUrl) -> bool:
    """Whether a host serves sign-in pages only."""
    return bool(_SIGN_IN_HOST.fullmatch(url.host))


def is_certain_sign_in_url(url: ParsedUrl) -> bool:
    """Whether a URL is certainly that of a sign-in page."""
    return bool(_SIGN_IN_HOST.fullmatch(url.host) or _CERTAIN_SIGN_IN_PATH.search(url.path))


def is_sign_in_page(page: HtmlFacts, *, redirected: bool) -> bool:
    """Whether a page is only a sign-in form; ``redirected`` to a sign-in URL lowers the bar."""
    loose = page.has_form or redirected
    headings = (*page.h1_headings, *page.headings[:1])
    has_heading = any(_is_sign_in_heading(text, loose=loose) for text in headings)
    has_title = any(
        _is_sign_in_heading(part, loose=loose)
        for part in title_matching.title_parts(page.title) or [""]
    )
    if page.has_password_field:
        if redirected or has_heading or has_title:
            return redirected or page.words_outside_forms < 120
        return page.words_outside_forms < 30 and not (
            page.h1_headings and page.words_outside_forms >= 12
        )
    if redirected:
        return has_heading or has_title or (page.has_form and page.word_count < 60)
    if (
        page.word_count < 100
        and not page.has_contact_form
        and phrases.SIGN_IN_TEXT.search(page.text)
    ):
        return True
    return (
        (has_heading or has_title)
        and page.word_count < 80
        and (page.has_form or has_heading or page.word_count < 5)
    )


def _is_sign_in_heading(text: str, *, loose: bool) -> bool:
    """Whether a heading is that of a sign-in page; ``loose`` allows up to three more words."""
    normalized = title_matching.normalize_text(text)
    found = phrases.SIGN_IN.match(normalized)
    if not found or len(normalized) > 120:
        return False
    rest = normalized[found.end() :]
    if rest and not rest.startswith(" "):
        return False
    return len(rest.split()) <= (3 if loose else 0) or bool(
        re.match(r"(?:sign|log) ?(?:in|on) (?:to|with|required)\b", normalized)
    )
