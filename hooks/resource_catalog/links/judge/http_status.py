"""Map HTTP statuses and response headers to verdicts."""

from __future__ import annotations

from resource_catalog.links.ask.retries import MAX_RETRY_AFTER, retry_after
from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials.domain_sales import is_domain_sale_page
from resource_catalog.links.judge.interstitials.robot_checks import (
    has_robot_check_headers,
    is_robot_check_page,
)
from resource_catalog.links.judge.interstitials.sign_in_pages import is_sign_in_url
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.verdicts import Judgment

_BY_STATUS = {
    400: Judgment("blocked", "the server takes the question amiss (400)"),
    401: Judgment("login", "asks to sign in"),
    402: Judgment("blocked", "asks programs, or everybody, to be paid (402)"),
    404: Judgment("dead", "the server says that it is not there (404)"),
    410: Judgment("dead", "the server says that it is gone for good (410)"),
    451: Judgment("blocked", "withheld for legal reasons (451)"),
    999: Judgment("blocked", "turns programs away (999)"),
}  # fmt: skip


def judge_status(visit: Visit, page: HtmlFacts | None) -> Judgment | None:
    """The verdict by status and headers; None if the content has to be judged."""
    status = visit.status or 0
    if has_robot_check_headers(visit.headers):
        return Judgment("blocked", "wants to see a person first")
    if status < 400:
        return None
    if page is not None and status != 404 and status != 410:
        if is_domain_sale_page(page, visit.url.host, visit.requested_url.host):
            return Judgment("parked", "the name of the site is for sale")
        if status in {403, 429, 405, 503} and is_robot_check_page(page):
            return Judgment("blocked", "wants to see a person first")
        if status == 403 and page.has_password_field:
            return Judgment("login", "asks to sign in")
    if visit.redirects and status not in {404, 410} and is_sign_in_url(visit.url):
        return Judgment("login", "asks to sign in")
    if status in _BY_STATUS:
        return _BY_STATUS[status]
    if status == 429:
        wait = retry_after(visit.headers)
        if wait is not None and wait > MAX_RETRY_AFTER:
            return Judgment("transient", "asks to come back much later (429)")
        return Judgment("blocked", "answers every time that it is asked too often (429)")
    if status >= 500 or status in {408, 425}:
        return Judgment("transient", f"the server has trouble of its own ({status})")
    return Judgment("blocked", f"turns programs away ({status})")
