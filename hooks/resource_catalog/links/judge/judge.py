"""Decide the verdict on a link from the fetched response. Makes no requests itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resource_catalog.links.ask.visit import PERMANENT_STATUSES, Visit
from resource_catalog.links.judge import interstitials, soft404
from resource_catalog.links.judge.changed_content import check_drift, check_fragment
from resource_catalog.links.judge.html_facts import HtmlFacts, decode_body
from resource_catalog.links.judge.http_status import judge_status
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Finding, Target


@dataclass(slots=True)
class Evidence:
    """What was fetched for one URL: the visit and the final page, None if it is not HTML.

    ``probed`` is whether probe URLs were fetched (see :func:`soft404.probe_urls`),
    ``probe_matches`` whether they returned the same page.
    """

    visit: Visit
    page: HtmlFacts | None = None
    probed: bool = False
    probe_matches: bool = False


_SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly lnkd.in aka.ms buff.ly is.gd rebrand.ly t.ly cutt.ly
    forms.gle g.co tiny.cc shorturl.at fb.me wp.me amzn.to youtu.be doi.org dx.doi.org
    hdl.handle.net purl.org w3id.org n2t.net purl.oclc.org perma.cc eepurl.com dlvr.it trib.al
    spoti.fi apple.co smarturl.it linktr.ee qrco.de
    """.split()
)
"""Hosts whose URLs redirect elsewhere, legitimately to home pages too."""

_TEXT_TYPES = frozenset({"text/plain", "application/json", "application/xml", "text/xml"})


def judge(target: Target, requested: ParsedUrl, evidence: Evidence) -> Judgment:
    """Decide the verdict on one target. ``requested`` is its parsed URL."""
    visit, page = evidence.visit, evidence.page
    judgment = (
        _judge_error(visit)
        or _judge_final_url(visit, page, requested)
        or judge_status(visit, page)
        or _judge_content(target, requested, evidence)
        or check_drift(target, requested, visit, page)
        or check_fragment(requested, visit, page)
    )
    if judgment is not None:
        return judgment
    moved_to = permanent_redirect_target(visit, requested)
    if moved_to is not None:
        where = "another address" if moved_to.host == requested.host else moved_to.origin
        return Judgment("moved", f"has moved for good to {where}")
    return Judgment("ok", "redirects for the time being" if visit.redirects else "is there")


def make_finding(target: Target, requested: ParsedUrl, evidence: Evidence) -> Finding:
    """The finding for one target: the verdict, its reason and facts about the response."""
    judgment = judge(target, requested, evidence)
    visit, page = evidence.visit, evidence.page
    moved_to = permanent_redirect_target(visit, requested) if judgment.verdict == "moved" else None
    return Finding(
        url=target.url,
        verdict=judgment.verdict,
        reason=judgment.reason,
        status=visit.status,
        final_url=full_url(moved_to) if moved_to else None,
        content_type=visit.content_type if visit.ok else "",
        title=(page.title or page.og_title)[:200] if page and visit.ok else "",
        redirects=tuple((step.status, full_url(step.target)) for step in visit.redirects),
    )


def full_url(url: ParsedUrl) -> str:
    """The URL with its fragment."""
    return url.request_url + (f"#{url.fragment}" if url.fragment else "")


def permanent_redirect_target(visit: Visit, requested: ParsedUrl) -> ParsedUrl | None:
    """The end of the permanent redirects from the start; None if they lead nowhere else."""
    target = None
    for redirect in visit.redirects:
        if redirect.status not in PERMANENT_STATUSES:
            break
        target = redirect.target
    if target is None or target.dedup_key == requested.dedup_key:
        return None
    return (
        replace(target, fragment=requested.fragment)
        if target.fragment == visit.requested_url.fragment
        else target
    )


# --- network errors and redirects


def _judge_error(visit: Visit) -> Judgment | None:
    if visit.error is None:
        return None
    if visit.error == "unsafe":
        return Judgment("unsafe", visit.error_detail)
    match visit.error:
        case "no-host":
            return Judgment("dead", "no such host exists")
        case "tls":
            return Judgment("tls", visit.error_detail)
        case "proxy" if visit.status in {403, 451}:
            return Judgment("blocked", "the proxy of this network does not let it through")
        case "loop":
            return _judge_redirects(visit) or Judgment("dead", "redirects in a circle")
    return _judge_redirects(visit) or Judgment("transient", visit.error_detail or "did not answer")


def _judge_redirects(visit: Visit) -> Judgment | None:
    """Whether a redirect led to a bot check or a sign-in page."""
    for redirect in visit.redirects:
        if interstitials.is_robot_check_url(redirect.target):
            return Judgment("blocked", "a check against robots stands in front")
    for redirect in visit.redirects:
        if interstitials.is_sign_in_url(redirect.target):
            return Judgment("login", "asks to sign in")
    return None


def _judge_final_url(visit: Visit, page: HtmlFacts | None, requested: ParsedUrl) -> Judgment | None:
    if not visit.redirects:
        return None
    if any(
        interstitials.is_domain_sale_url(redirect.target, requested)
        or (redirect.status == 0 and redirect.target.path.rstrip("/") == "/lander")
        for redirect in visit.redirects
    ):
        return Judgment("parked", "the name of the site is for sale")
    if interstitials.is_robot_check_url(visit.url) and (
        page is None or page.word_count < interstitials.SHORT_PAGE_WORDS
    ):
        return Judgment("blocked", "redirects to a check against robots")
    return None


# --- content


def _judge_content(target: Target, requested: ParsedUrl, evidence: Evidence) -> Judgment | None:
    visit, page = evidence.visit, evidence.page
    if not visit.body.strip() and (visit.complete or visit.status == 204):
        return Judgment("soft404", "the page is empty")
    if page is None:
        is_text = visit.content_type in _TEXT_TYPES and visit.complete
        if is_text and soft404.is_not_found_text(decode_body(visit)):
            return Judgment("soft404", "says “not found”")
        if visit.was_cut_off:
            return Judgment("transient", "broke the connection off in the middle")
        return None
    if (
        visit.was_cut_off
        and not page.has_end_tag
        and not (target.title and soft404.shows_title(target.title, page))
    ):
        return Judgment("transient", "broke the connection off in the middle")
    if interstitials.is_consent_url(visit.url) and visit.redirects:
        return None
    has_heading = bool(target.title) and soft404.has_title_heading(target.title, page)
    if not has_heading and interstitials.is_domain_sale_page(
        page, visit.url.host, visit.requested_url.host
    ):
        return Judgment("parked", "the name of the site is for sale")
    if (
        not has_heading
        and interstitials.is_outage_page(page)
        and not soft404.is_not_found_page(page)
    ):
        return Judgment("transient", "says that the site is down just now")
    return _judge_interstitial(target, requested, visit, page) or _judge_soft404(
        target, requested, evidence, page
    )


def _judge_interstitial(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    has_heading = bool(target.title) and soft404.has_title_heading(target.title, page)
    if not has_heading and interstitials.is_robot_check_page(page):
        return Judgment("blocked", "wants to see a person first")
    redirected = bool(visit.redirects) and interstitials.is_sign_in_url(visit.url)
    redirected = redirected and not interstitials.is_sign_in_url(requested)
    if page.has_saml_form and page.word_count < interstitials.SHORT_PAGE_WORDS:
        return Judgment("login", "asks to sign in")
    if redirected and interstitials.is_sign_in_host(visit.url):
        return Judgment("login", "asks to sign in")
    if (
        redirected
        and interstitials.is_certain_sign_in_url(visit.url)
        and (page.has_password_field or not has_heading)
    ):
        return Judgment("login", "asks to sign in")
    if interstitials.is_sign_in_page(page, redirected=redirected) and (
        page.has_password_field or not has_heading
    ):
        if (
            page.has_password_field
            and has_heading
            and page.words_outside_forms >= 30
            and not redirected
        ):
            return None
        return Judgment("login", "asks to sign in")
    return None


def _judge_soft404(
    target: Target, requested: ParsedUrl, evidence: Evidence, page: HtmlFacts
) -> Judgment | None:
    visit = evidence.visit
    title = target.title
    has_heading = bool(title) and soft404.has_title_heading(title, page, trust_error_titles=False)
    if not has_heading and (soft404.is_not_found_page(page) or soft404.seems_gone(title, page)):
        return Judgment("soft404", "says “not found”, though the server says that all is well")
    if title and soft404.shows_title(title, page):
        return None
    if visit.complete and page.is_blank and not page.has_script and not page.redirect_url:
        return Judgment("soft404", "the page is empty")
    if redirects_home(visit, requested) and (
        title or not soft404.heading_matches_url(requested, page)
    ):
        return Judgment("soft404", "redirects to the home page")
    if (
        visit.redirects
        and soft404.is_error_page(visit.url)
        and not _same_file_name(visit.url, requested)
    ):
        return Judgment("soft404", "redirects to an error page")
    if (
        visit.redirects
        and soft404.is_search_page(visit.url)
        and not soft404.is_search_page(requested)
    ):
        return Judgment("soft404", "redirects to a search")
    if evidence.probe_matches:
        return Judgment("soft404", "shows the same page for any address beside it")
    return None


def _same_file_name(one: ParsedUrl, other: ParsedUrl) -> bool:
    names = [url.segments[-1].lower() if url.segments else "" for url in (one, other)]
    return names[0].partition(".")[0] == names[1].partition(".")[0]


def redirects_home(visit: Visit, requested: ParsedUrl) -> bool:
    """Whether a URL that is not a home page was redirected to one."""
    if (
        not visit.redirects
        or soft404.is_home_page(requested)
        or not soft404.is_home_page(visit.url)
    ):
        return False
    return requested.host.removeprefix("www.") not in _SHORTENERS


def needs_probe(found: Finding, target: Target, requested: ParsedUrl, evidence: Evidence) -> bool:
    """Whether probe URLs have to be fetched to tell if the page is the expected one."""
    visit, page = evidence.visit, evidence.page
    if found.verdict not in {"ok", "moved", "drift", "fragment"} or page is None:
        return False
    if page.word_count == 0 or page.needs_script:
        return False
    if soft404.is_home_page(requested) or requested.host.removeprefix("www.") in _SHORTENERS:
        return False
    if visit.redirects and interstitials.is_consent_url(visit.url):
        return False
    if visit.redirects and interstitials.is_gate_url(visit.url, requested):
        return False
    return not (target.title and soft404.shows_title(target.title, page))
