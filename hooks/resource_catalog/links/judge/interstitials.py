"""Recognize interstitials: sign-in, bot check, cookie consent, outage and domain sale pages.

Each is recognized by the URL of a redirect or by the text of a short page; a long page that
merely mentions one of them is not one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.html_facts import HtmlFacts
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.model import title_matching

# --- sign-in

_SIGN_IN_HOST = re.compile(
    r"accounts\.google\.com|login\.microsoftonline\.com|login\.live\.com|login\.windows\.net"
    r"|(?:.*\.)?(?:okta\.com|oktapreview\.com|auth0\.com|onelogin\.com|b2clogin\.com)"
    r"|(?:login|signin|sign-in|logon|sso|idp|shibboleth|adfs|weblogin)\d?\..+",
    re.IGNORECASE,
)
_SIGN_IN_PATH = re.compile(
    r"(?:^|[/_.-])(?:log-?in|log-?on|sign-?in|sign_in|servicelogin|userlogin|user_login|loginpage"
    r"|login_?form|wp-login|accountchooser|authenticate|authentication|sso|saml2?|oauth2?|authorize"
    r"|openid|shibboleth|idp|cas|adfs|authwall|anmelden|anmeldung|connexion|iniciar-?sesion|acceso"
    r"|acceder|entrar|inloggen|logga-?in|accedi|members-?only|login_required|require_?login)"
    r"(?:\.\w{2,5})?(?=[/_.;-]|$)",
    re.IGNORECASE,
)
_CERTAIN_SIGN_IN_PATH = re.compile(
    r"(?:^|/)(?:log-?in|log-?on|sign-?in|sign_in|sso|servicelogin|wp-login|authwall|accountlogin)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)


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


# --- bot checks

_ROBOT_HOST = re.compile(
    r"geo\.captcha-delivery\.com|validate\.perfdrive\.com"
    r"|(?:.*\.)?(?:hcaptcha\.com|px-cloud\.net|perimeterx\.net|queue-it\.net|funcaptcha\.com)",
    re.IGNORECASE,
)
_ROBOT_PATH = re.compile(
    r"/cdn-cgi/(?:l/chk_|challenge)|/_incapsula_resource"
    r"|/(?:captcha|recaptcha|robot-?check|bot-?check|are-?you-?(?:a-)?(?:human|robot)"
    r"|human-?verification|verify-?human|validatecaptcha|distil_r_captcha)(?:\.\w+)?/?$",
    re.IGNORECASE,
)
_GOOGLE_HOST = re.compile(r"(?:^|\.)google(?:\.\w{2,3}){1,2}$")
_ROBOT_HEADERS = {"cf-mitigated": "challenge", "x-amzn-waf-action": ""}
SEARCHED_CHARS = 4000
"""Characters at the start of a text that are searched for phrases."""

SHORT_PAGE_WORDS = 150
"""A page with fewer words may be an interstitial; a longer one has content of its own."""


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


# --- consent

_CONSENT = re.compile(
    r"^(?:consent|guce|cookies|privacy-mgmt|cmp)\."
    r"|/(?:cookie-?consent|consent|cookie-?wall|gdpr|privacy-?gate|privacywall|myprivacy)(?:[./?]|$)",
    re.IGNORECASE,
)


def is_consent_url(url: ParsedUrl) -> bool:
    """Whether a URL is that of a cookie consent page, which readers just click through."""
    return bool(_CONSENT.search(url.host) or _CONSENT.search(url.path))


_RETURN_URL_PARAMETER = re.compile(
    r"(?:^|[&;])(?:return|next|continue|dest|redir|target|back|go_?to|forward|r|to|origin|then)\w*="
    r"([^&]*)",
    re.IGNORECASE,
)


def is_gate_url(url: ParsedUrl, requested: ParsedUrl) -> bool:
    """Whether a URL is that of an interstitial that links back to ``requested`` in its query."""
    if len(requested.path) < 2:
        return False
    return any(
        requested.path in unquote(return_url)
        for return_url in _RETURN_URL_PARAMETER.findall(url.query or "")
    )


# --- outages


def is_outage_page(page: HtmlFacts) -> bool:
    """Whether a page is a maintenance or server error page."""
    if page.word_count >= SHORT_PAGE_WORDS // 2:
        return False
    headings = [
        title_matching.normalize_text(text)
        for text in (*title_matching.title_parts(page.title), *page.h1_headings)
    ]
    if not any(map(phrases.OUTAGE.fullmatch, headings)):
        return False
    return page.word_count < SHORT_PAGE_WORDS // 10 or bool(phrases.OUTAGE_TEXT.search(page.text))


# --- domains for sale

_SALE_HOST = re.compile(
    r"(?:for-?sale|domain-?(?:names?-)?for-?sale|parking|parked)\..+|(?:.*\.)?(?:sedo\.com|sedoparking\.com|dan\.com|hugedomains\.com|afternic\.com|bodis\.com"
    r"|parkingcrew\.(?:net|com)|undeveloped\.com|uniregistry\.com|above\.com|parklogic\.com"
    r"|buydomains\.com|domainmarket\.com|brandbucket\.com|squadhelp\.com|domainnamesales\.com"
    r"|perfectdomain\.com|dynadot\.com|spaceship\.com|porkbun\.com|sav\.com|atom\.com|snapnames\.com|searchhounds\.com|efty\.com|cashparking\.com)",
    re.IGNORECASE,
)
_SALE_PATH = re.compile(r"/(?:for-?sale|domain_profile|buy-?domain|domain-for-sale)", re.IGNORECASE)
_CERTAIN_SALE_MARKUP = re.compile(
    r"(?:src|href)=[\"'][^\"']*(?:sedoparking\.com|parkingcrew\.net|parking\.bodis|bodis\.com"
    r"|d38psrni17bvxu|parking-lander|adsense/domains/caf\.js)|data-adblockkey|window\.park\s*="
)
_OFFERED = (
    r"(?:for sale|for purchase|to buy|zum verkauf|zu verkaufen|a vendre|en venta|a venda"
    r"|in vendita|te koop|na sprzedaz)"
)
_THIS_DOMAIN = re.compile(
    r"(?:this|the owner of|diese|ce|este|questo|deze) (?:premium |nom de )?(?:dom|web)"
)


def is_domain_sale_url(url: ParsedUrl, requested: ParsedUrl) -> bool:
    """Whether a URL is that of a domain marketplace, and ``requested`` is on another domain."""
    if _registered_domain(url.host) == _registered_domain(requested.host):
        return False
    return bool(_SALE_HOST.fullmatch(url.host) or _SALE_PATH.search(url.path))


def is_domain_sale_page(page: HtmlFacts, *hosts: str) -> bool:
    """Whether a page only offers one of ``hosts`` for sale, or only shows advertisements."""
    if page.word_count >= 400:
        return False
    headings = title_matching.normalize_text(" ".join((page.title, *page.headings[:3])))
    names = {title_matching.normalize_text(host.removeprefix("www.")) for host in hosts}
    if _CERTAIN_SALE_MARKUP.search(page.markup) and page.word_count < SHORT_PAGE_WORDS:
        return True
    if any(
        re.search(rf"\b{re.escape(name)}(?: \w+){{0,4}} {_OFFERED}", headings) for name in names
    ):
        return True
    heading_names_host = any(name in headings for name in names)
    if phrases.FOR_SALE.search(headings) and (heading_names_host or _THIS_DOMAIN.search(headings)):
        return True
    if (
        not phrases.FOR_SALE.search(page.text[:SEARCHED_CHARS])
        or page.word_count >= SHORT_PAGE_WORDS
    ):
        return False
    has_markup = bool(phrases.SALE_MARKUP.search(page.markup))
    names_host = heading_names_host or any(name in page.text for name in names)
    is_about_host = names_host or bool(_THIS_DOMAIN.search(page.text))
    return has_markup or (
        is_about_host and (page.word_count < 80 or not page.h1_headings or heading_names_host)
    )


def _registered_domain(host: str) -> str:
    return ".".join(host.split(".")[-2:])
