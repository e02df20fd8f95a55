"""Judge redirects: moved for good, to a home page, to a sign-in, to a domain for sale and so on."""

from __future__ import annotations

from dataclasses import replace

from resource_catalog.links.ask.visit import PERMANENT_STATUSES, Visit
from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.interstitials.domain_sales import is_domain_sale_url
from resource_catalog.links.judge.interstitials.robot_checks import is_robot_check_url
from resource_catalog.links.judge.interstitials.sign_in_pages import is_sign_in_url
from resource_catalog.links.judge.page.expected_title import heading_matches_url
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.url_kinds import is_error_page, is_home_page, is_search_page
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.url_parsing import ParsedUrl

_SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly lnkd.in aka.ms buff.ly is.gd rebrand.ly t.ly cutt.ly
    forms.gle g.co tiny.cc shorturl.at fb.me wp.me amzn.to youtu.be doi.org dx.doi.org
    hdl.handle.net purl.org w3id.org n2t.net purl.oclc.org perma.cc eepurl.com dlvr.it trib.al
    spoti.fi apple.co smarturl.it linktr.ee qrco.de
    """.split()
)
"""Hosts whose URLs redirect elsewhere, legitimately to home pages too."""


def permanent_redirect_target(visit: Visit, requested: ParsedUrl) -> ParsedUrl | None:
    """The end of the permanent redirects from the start; None if they lead nowhere else."""
    target = None
    for redirect in visit.redirects:
        if redirect.status not in PERMANENT_STATUSES:
            break
        target = redirect.target
    if target is None or target.dedup_key == requested.dedup_key:
        return None
    if requested.query is None and target.query and target.origin == requested.origin:
        path = target.path.rstrip("/")
        if path == requested.path.rstrip("/"):  # no more than a parameter was added
            return None
    return (
        replace(target, fragment=requested.fragment)
        if target.fragment == visit.requested_url.fragment
        else target
    )


def judge_stops(visit: Visit) -> Judgment | None:
    """Whether a redirect on the way led to a bot check or a sign-in page."""
    for redirect in visit.redirects:
        if is_robot_check_url(redirect.target):
            return Judgment("blocked", "a check against robots stands in front")
    for redirect in visit.redirects:
        if is_sign_in_url(redirect.target):
            return Judgment("login", "asks to sign in")
    return None


def judge_final_url(visit: Visit, page: HtmlFacts | None, requested: ParsedUrl) -> Judgment | None:
    """Whether redirects led to a domain for sale or a bot check."""
    if not visit.redirects:
        return None
    if any(
        is_domain_sale_url(redirect.target, requested)
        or (redirect.status == 0 and redirect.target.path.rstrip("/") == "/lander")
        for redirect in visit.redirects
    ):
        return Judgment("parked", "the name of the site is for sale")
    if is_robot_check_url(visit.url) and (page is None or page.word_count < SHORT_PAGE_WORDS):
        return Judgment("blocked", "redirects to a check against robots")
    return None


def judge_destination(
    requested: ParsedUrl, visit: Visit, page: HtmlFacts, title: str
) -> Judgment | None:
    """Whether redirects led to a home page, an error page or a search, not to the resource."""
    if redirects_home(visit, requested) and (title or not heading_matches_url(requested, page)):
        return Judgment("soft404", "redirects to the home page")
    if not visit.redirects:
        return None
    if is_error_page(visit.url) and not _same_file_name(visit.url, requested):
        return Judgment("soft404", "redirects to an error page")
    if is_search_page(visit.url) and not is_search_page(requested):
        return Judgment("soft404", "redirects to a search")
    return None


def redirects_home(visit: Visit, requested: ParsedUrl) -> bool:
    """Whether a URL that is not a home page was redirected to one."""
    if not visit.redirects or is_home_page(requested) or not is_home_page(visit.url):
        return False
    return not is_shortener(requested)


def is_shortener(url: ParsedUrl) -> bool:
    """Whether the host of a URL redirects elsewhere by design."""
    return url.host.removeprefix("www.") in _SHORTENERS


def _same_file_name(one: ParsedUrl, other: ParsedUrl) -> bool:
    names = [url.segments[-1].lower() if url.segments else "" for url in (one, other)]
    return names[0].partition(".")[0] == names[1].partition(".")[0]
