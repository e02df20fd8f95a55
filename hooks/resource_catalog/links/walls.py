"""Walls: pages that stand in front of the page that was asked for.

Sign-in forms, checks against robots, consent questions, and the
advertisements on a name that is for sale. Each is known by where a redirect
led or by what a short page says; a long page that merely mentions one of them
is not one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from resource_catalog.links import phrases, words
from resource_catalog.links.pages_read import Page
from resource_catalog.links.spelling import ParsedUrl

# --- sign-in

_SURE_HOST = re.compile(
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
_PLAIN_SIGN_IN = re.compile(
    r"(?:^|/)(?:log-?in|log-?on|sign-?in|sign_in|sso|servicelogin|wp-login|authwall|accountlogin)"
    r"(?:\.\w{2,5})?/?$",
    re.IGNORECASE,
)


def is_sign_in_address(url: ParsedUrl) -> bool:
    """Whether an address looks like that of a sign-in form."""
    return bool(_SURE_HOST.fullmatch(url.host) or _SIGN_IN_PATH.search(url.path))


def is_sign_in_host(url: ParsedUrl) -> bool:
    """Whether a host has nothing but sign-in forms."""
    return bool(_SURE_HOST.fullmatch(url.host))


def is_sure_sign_in(url: ParsedUrl) -> bool:
    """Whether an address can be nothing but that of a sign-in form."""
    return bool(_SURE_HOST.fullmatch(url.host) or _PLAIN_SIGN_IN.search(url.path))


def is_sign_in_page(page: Page, *, led_here: bool) -> bool:
    """Whether a page is only a sign-in form; less proof is asked if a redirect led to one."""
    loose = page.has_form or led_here
    tops = (*page.first_headings, *page.headings[:1])
    headed = any(_is_sign_in(text, loose=loose) for text in tops)
    titled = any(_is_sign_in(part, loose=loose) for part in words.title_parts(page.title) or [""])
    if page.asks_password:
        if led_here or headed or titled:
            return led_here or page.outside_forms < 120
        return page.outside_forms < 30 and not (page.first_headings and page.outside_forms >= 12)
    if led_here:
        return headed or titled or (page.has_form and page.words < 60)
    if page.words < 100 and not page.asks_words and phrases.SIGN_IN_TEXT.search(page.text):
        return True
    return (headed or titled) and page.words < 80 and (page.has_form or headed or page.words < 5)


def _is_sign_in(text: str, *, loose: bool) -> bool:
    """Whether a heading is that of a sign-in form; ``loose`` lets a few more words follow."""
    normalized = words.normalize_text(text)
    found = phrases.SIGN_IN.match(normalized)
    if not found or len(normalized) > 120:
        return False
    rest = normalized[found.end() :]
    if rest and not rest.startswith(" "):
        return False
    return len(rest.split()) <= (3 if loose else 0) or bool(
        re.match(r"(?:sign|log) ?(?:in|on) (?:to|with|required)\b", normalized)
    )


# --- checks against robots

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
_SORRY_HOST = re.compile(r"(?:^|\.)google(?:\.\w{2,3}){1,2}$")
_ROBOT_HEADERS = {"cf-mitigated": "challenge", "x-amzn-waf-action": ""}
BEGINNING = 4000
"""How many characters of a text are searched for what walls say."""

FEW = 150
"""A page of fewer words may be a wall; a longer one is about something."""


def is_robot_check_address(url: ParsedUrl) -> bool:
    """Whether an address is that of a check against robots."""
    if _SORRY_HOST.search(url.host) and url.path.startswith("/sorry"):
        return True
    return bool(_ROBOT_HOST.fullmatch(url.host) or _ROBOT_PATH.search(url.path))


def headers_tell_robot_check(headers: Mapping[str, str]) -> bool:
    """Whether a server says in its headers that it wants to see a person."""
    return any(
        name in headers and headers[name].lower().startswith(value)
        for name, value in _ROBOT_HEADERS.items()
    )


def is_robot_check(page: Page) -> bool:
    """Whether a page is only a check against robots."""
    if page.words >= FEW or page.asks_words:
        return False
    tops = [words.normalize_text(text) for text in words.title_parts(page.title)]
    if (
        len(words.significant_words(words.normalize_text(page.title))) < 3
    ):  # no title that speaks of something else
        tops += [words.normalize_text(text) for text in (*page.first_headings, *page.headings[:1])]
    headed = any(map(phrases.ROBOT_CHECK.fullmatch, tops))
    marked = bool(phrases.ROBOT_MARKUP.search(page.markup))
    if headed and (marked or page.words < 80):
        return True
    if marked and (page.words < 25 and not page.first_headings):
        return True
    others = [
        text for text in map(words.normalize_text, page.first_headings) if len(text.split()) > 4
    ]
    if not marked and not all(map(phrases.ROBOT_TEXT.search, others)):
        return False
    return page.words < 100 and bool(phrases.ROBOT_TEXT.search(page.text[:BEGINNING]))


# --- consent

_CONSENT = re.compile(
    r"^(?:consent|guce|cookies|privacy-mgmt|cmp)\."
    r"|/(?:cookie-?consent|consent|cookie-?wall|gdpr|privacy-?gate|privacywall|myprivacy)(?:[./?]|$)",
    re.IGNORECASE,
)


def is_consent_address(url: ParsedUrl) -> bool:
    """Whether an address is that of a question about cookies, which a reader just answers."""
    return bool(_CONSENT.search(url.host) or _CONSENT.search(url.path))


_WAY_BACK = re.compile(
    r"(?:^|[&;])(?:return|next|continue|dest|redir|target|back|go_?to|forward|r|to|origin|then)\w*="
    r"([^&]*)",
    re.IGNORECASE,
)


def is_gate(url: ParsedUrl, asked: ParsedUrl) -> bool:
    """Whether an address is that of a question which is asked before what was asked for is shown.

    It can be told by the way back that it carries.
    """
    if len(asked.path) < 2:
        return False
    return any(asked.path in unquote(way) for way in _WAY_BACK.findall(url.query or ""))


# --- trouble that passes


def is_trouble(page: Page) -> bool:
    """Whether a page only stands in for a site that is down just now."""
    if page.words >= FEW // 2:
        return False
    tops = [
        words.normalize_text(text)
        for text in (*words.title_parts(page.title), *page.first_headings)
    ]
    if not any(map(phrases.OUTAGE.fullmatch, tops)):
        return False
    return page.words < FEW // 10 or bool(phrases.OUTAGE_TEXT.search(page.text))


# --- names for sale

_SALE_HOST = re.compile(
    r"(?:for-?sale|domain-?(?:names?-)?for-?sale|parking|parked)\..+|(?:.*\.)?(?:sedo\.com|sedoparking\.com|dan\.com|hugedomains\.com|afternic\.com|bodis\.com"
    r"|parkingcrew\.(?:net|com)|undeveloped\.com|uniregistry\.com|above\.com|parklogic\.com"
    r"|buydomains\.com|domainmarket\.com|brandbucket\.com|squadhelp\.com|domainnamesales\.com"
    r"|perfectdomain\.com|dynadot\.com|spaceship\.com|porkbun\.com|sav\.com|atom\.com|snapnames\.com|searchhounds\.com|efty\.com|cashparking\.com)",
    re.IGNORECASE,
)
_SALE_PATH = re.compile(r"/(?:for-?sale|domain_profile|buy-?domain|domain-for-sale)", re.IGNORECASE)
_SURE_SALE_MARKS = re.compile(
    r"(?:src|href)=[\"'][^\"']*(?:sedoparking\.com|parkingcrew\.net|parking\.bodis|bodis\.com"
    r"|d38psrni17bvxu|parking-lander|adsense/domains/caf\.js)|data-adblockkey|window\.park\s*="
)
_ON_OFFER = (
    r"(?:for sale|for purchase|to buy|zum verkauf|zu verkaufen|a vendre|en venta|a venda"
    r"|in vendita|te koop|na sprzedaz)"
)
_THIS_NAME = re.compile(
    r"(?:this|the owner of|diese|ce|este|questo|deze) (?:premium |nom de )?(?:dom|web)"
)


def is_sale_address(url: ParsedUrl, asked: ParsedUrl) -> bool:
    """Whether an address is that of a trader in names, and another one was asked for."""
    if _site(url.host) == _site(asked.host):
        return False
    return bool(_SALE_HOST.fullmatch(url.host) or _SALE_PATH.search(url.path))


def is_for_sale(page: Page, *hosts: str) -> bool:
    """Whether a page only offers the name of its site for sale, or fills it with advertisements."""
    if page.words >= 400:
        return False
    tops = words.normalize_text(" ".join((page.title, *page.headings[:3])))
    names = {words.normalize_text(host.removeprefix("www.")) for host in hosts}
    if _SURE_SALE_MARKS.search(page.markup) and page.words < FEW:
        return True
    if any(re.search(rf"\b{re.escape(name)}(?: \w+){{0,4}} {_ON_OFFER}", tops) for name in names):
        return True
    named_on_top = any(name in tops for name in names)
    if phrases.FOR_SALE.search(tops) and (named_on_top or _THIS_NAME.search(tops)):
        return True
    if not phrases.FOR_SALE.search(page.text[:BEGINNING]) or page.words >= FEW:
        return False
    marked = bool(phrases.SALE_MARKUP.search(page.markup))
    named = named_on_top or any(name in page.text for name in names)
    about_this = named or bool(_THIS_NAME.search(page.text))
    return marked or (about_this and (page.words < 80 or not page.first_headings or named_on_top))


def _site(host: str) -> str:
    return ".".join(host.split(".")[-2:])
