"""Decide the verdict on a link from the fetched response. Makes no requests itself."""

from __future__ import annotations

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.content_drift import check_drift
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.fetch_errors import judge_error
from resource_catalog.links.judge.fragment import check_fragment
from resource_catalog.links.judge.http_status import judge_status
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.interstitials.domain_sales import is_domain_sale_page
from resource_catalog.links.judge.interstitials.nearly_empty_pages import (
    judge_kept_name,
    judge_remains,
)
from resource_catalog.links.judge.interstitials.outage_pages import is_outage_page
from resource_catalog.links.judge.interstitials.placeholder_text import judge_placeholder_text
from resource_catalog.links.judge.interstitials.robot_checks import (
    is_robot_check_page,
    is_waiting_room,
    is_wall,
)
from resource_catalog.links.judge.interstitials.sign_in_pages import judge_sign_in
from resource_catalog.links.judge.interstitials.taken_over import (
    judge_new_sign_in,
    judge_suspended_account,
)
from resource_catalog.links.judge.interstitials.unrelated_pages import judge_other_page
from resource_catalog.links.judge.link_redirects import (
    judge_final_url,
    permanent_redirect_target,
)
from resource_catalog.links.judge.lost_words import judge_lost_words
from resource_catalog.links.judge.notice_pages import judge_notice
from resource_catalog.links.judge.page.expected_title import (
    has_title_heading,
    shows_title,
    title_heading,
)
from resource_catalog.links.judge.page.html_charset import decode_body
from resource_catalog.links.judge.page.not_found_page import is_not_found_page, is_not_found_text
from resource_catalog.links.judge.page.page_memory import remember
from resource_catalog.links.judge.redirect_mismatch import judge_new_place
from resource_catalog.links.judge.soft404 import judge_empty_body, judge_soft404
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl

_WELL = frozenset({"ok", "moved", "fragment"})
_TEXT_TYPES = frozenset({"text/plain", "application/json", "application/xml", "text/xml"})


def judge(target: Target, requested: ParsedUrl, evidence: Evidence) -> Judgment:
    """Decide the verdict on one target. ``requested`` is its parsed URL."""
    visit, page = evidence.visit, evidence.page
    judgment = (
        judge_error(visit)
        or judge_final_url(visit, page, requested)
        or judge_status(visit, page)
        or _judge_content(target, requested, evidence)
        or check_drift(target, requested, visit, page)
        or judge_lost_words(target, visit, page)
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
        shown_title=title_heading(target.title, page)[:200] if page and visit.ok else "",
        memory=remember(target, page) if page and _is_well(visit, judgment) else None,
        postponed=visit.error == "postponed",
        redirects=tuple((step.status, full_url(step.target)) for step in visit.redirects),
    )


def _is_well(visit: Visit, judgment: Judgment) -> bool:
    """Whether a page is what it should be, and does not only ask for consent."""
    return judgment.verdict in _WELL and not is_consent_url(visit.url)


def full_url(url: ParsedUrl) -> str:
    """The URL with its fragment."""
    return url.request_url + (f"#{url.fragment}" if url.fragment else "")


def _judge_content(target: Target, requested: ParsedUrl, evidence: Evidence) -> Judgment | None:
    visit, page = evidence.visit, evidence.page
    if empty := judge_empty_body(visit):
        return empty
    if page is None:
        is_text = visit.content_type in _TEXT_TYPES and visit.complete
        if is_text and is_not_found_text(decode_body(visit)):
            return Judgment("soft404", "says “not found”")
        if visit.was_cut_off:
            return Judgment("transient", "broke the connection off in the middle")
        return None
    if (
        visit.was_cut_off
        and not page.has_end_tag
        and not (target.title and shows_title(target.title, page))
    ):
        return Judgment("transient", "broke the connection off in the middle")
    if is_consent_url(visit.url) and visit.redirects:
        return None
    has_heading = bool(target.title) and has_title_heading(target.title, page)
    if not has_heading and is_domain_sale_page(page, visit.url.host, visit.requested_url.host):
        return Judgment("parked", "the name of the site is for sale")
    if not has_heading and is_outage_page(page) and not is_not_found_page(page):
        return Judgment("transient", "says that the site is down just now")
    if not has_heading and evidence.probe_matches and is_wall(page):
        return Judgment("blocked", "wants to know who asks, whatever the address")
    if not has_heading and is_waiting_room(page):
        return Judgment("blocked", "lets visitors wait for their turn")
    if not has_heading and is_robot_check_page(page):
        return Judgment("blocked", "wants to see a person first")
    return (
        judge_suspended_account(target, page)
        or judge_new_sign_in(target, requested, page)
        or judge_sign_in(target, requested, visit, page)
        or judge_soft404(target, requested, evidence, page)
        or (judge_notice(target, requested, visit, page) if target.title else None)
        or judge_placeholder_text(target, page)
        or judge_new_place(target, requested, visit, page)
        or judge_other_page(target, requested, visit, page)
        or (judge_remains(target, requested, page) if target.title else None)
        or (judge_kept_name(target, requested, page) if target.title else None)
    )
