"""Statuses: what a server means by the number of its answer."""

from __future__ import annotations

from resource_catalog.links import walls
from resource_catalog.links.fetch import MAX_RETRY_AFTER, retry_after
from resource_catalog.links.pages_read import Page
from resource_catalog.links.ruling import Ruling
from resource_catalog.links.visit import Visit

_MEANT = {
    400: Ruling("dead", "the server cannot make sense of the address"),
    401: Ruling("login", "asks to sign in"),
    402: Ruling("login", "asks to be paid"),
    404: Ruling("dead", "the server says that it is not there (404)"),
    410: Ruling("dead", "the server says that it is gone for good (410)"),
    451: Ruling("blocked", "withheld for legal reasons (451)"),
    999: Ruling("blocked", "turns programs away (999)"),
}  # fmt: skip


def meant_by_status(visit: Visit, page: Page | None) -> Ruling | None:
    """What the status and headers of an answer mean; nothing if the page has to be looked at."""
    status = visit.status or 0
    if walls.headers_tell_robot_check(visit.headers):
        return Ruling("blocked", "wants to see a person first")
    if status < 400:
        return None
    if page is not None and status != 404 and status != 410:
        if walls.is_for_sale(page, visit.url.host, visit.requested_url.host):
            return Ruling("parked", "the name of the site is for sale")
        if status in {403, 429, 405, 503} and walls.is_robot_check(page):
            return Ruling("blocked", "wants to see a person first")
        if status == 403 and page.asks_password:
            return Ruling("login", "asks to sign in")
    if visit.redirects and status not in {404, 410} and walls.is_sign_in_address(visit.url):
        return Ruling("login", "asks to sign in")
    if status in _MEANT:
        return _MEANT[status]
    if status == 429:
        wait = retry_after(visit.headers)
        if wait is not None and wait > MAX_RETRY_AFTER:
            return Ruling("transient", "asks to come back much later (429)")
        return Ruling("blocked", "answers every time that it is asked too often (429)")
    if status >= 500 or status in {408, 425}:
        return Ruling("transient", f"the server has trouble of its own ({status})")
    return Ruling("blocked", f"turns programs away ({status})")
