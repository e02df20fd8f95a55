"""Recognize domains that are for sale, and pages that offer them."""

from __future__ import annotations

import re

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials import SEARCHED_CHARS, SHORT_PAGE_WORDS
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part
from resource_catalog.links.judge.phrases import notice_stems, notice_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.url_kinds import registered_domain
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching

SOLD_WORDS = 80
"""A page that offers the name of a site has no more words."""

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
    if registered_domain(url.host) == registered_domain(requested.host):
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


def is_offered_name(requested: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether a short page is headed by the name of its host alone, and has an offer or a price."""
    if page.word_count > SOLD_WORDS:
        return False
    host = title_matching.normalize_text(requested.host.removeprefix("www."))
    headings = (page.title, *page.headings)
    if host not in map(title_matching.normalize_text, headings):
        return False
    text = plain(page.text)
    is_offer = page.word_count <= SOLD_WORDS / 2 and notice_stems.OFFER.search(text)
    return bool(
        is_offer
        or notice_words.ADS.search(text)
        or phrases.FOR_SALE.search(page.text)
        or notice_words.PRICE.search(" ".join((*headings, *main_part(page).texts)))
    )


def is_titled_by_name(requested: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether the title of a short page is the name of its host, and the page is about that name.

    The title has nothing else but words of the trade with names, or such as any page has.
    """
    if page.word_count > SOLD_WORDS:
        return False
    host = title_matching.normalize_text(requested.host.removeprefix("www."))
    title = plain(title_matching.normalize_text(page.title))
    if f" {host} " not in f" {title} ":
        return False
    rest = title.replace(host, " ")
    text = plain(f"{title} {page.text}")
    is_about_name = notice_stems.DOMAIN.search(text) or notice_words.NAME_TRADE.search(text)
    is_trade = notice_words.NAME_TRADE.search(rest) or notice_stems.OFFER.search(rest)
    return bool(is_about_name) and (bool(is_trade) or specific_size(rest) == 0)
