"""The judge: from what was seen to a verdict and its reason. It asks nothing itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from resource_catalog.links import soft404, walls
from resource_catalog.links.drift import drifted, lacks_place
from resource_catalog.links.pages_read import Page, decoded
from resource_catalog.links.ruling import Ruling
from resource_catalog.links.spelling import ParsedUrl
from resource_catalog.links.statuses import meant_by_status
from resource_catalog.links.targets import Finding, Target
from resource_catalog.links.visit import PERMANENT_STATUSES, Visit


@dataclass(slots=True)
class Sight:
    """What was seen for one address: the visit, the page it ended at, and its neighbours.

    ``probed`` says that neighbours were asked, ``neighbour_same`` that they
    showed the same page.
    """

    visit: Visit
    page: Page | None = None
    probed: bool = False
    neighbour_same: bool = False


_SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly lnkd.in aka.ms buff.ly is.gd rebrand.ly t.ly cutt.ly
    forms.gle g.co tiny.cc shorturl.at fb.me wp.me amzn.to youtu.be doi.org dx.doi.org
    hdl.handle.net purl.org w3id.org n2t.net purl.oclc.org perma.cc eepurl.com dlvr.it trib.al
    spoti.fi apple.co smarturl.it linktr.ee qrco.de
    """.split()
)
"""Hosts whose addresses all lead elsewhere, home pages included."""

_WORDS = frozenset({"text/plain", "application/json", "application/xml", "text/xml"})


def rule(target: Target, asked: ParsedUrl, sight: Sight) -> Ruling:
    """The verdict on one target."""
    visit, page = sight.visit, sight.page
    found = (
        _trouble(visit)
        or _walls_by_address(visit, page, asked)
        or meant_by_status(visit, page)
        or _content(target, asked, sight)
        or drifted(target, asked, visit, page)
        or lacks_place(asked, visit, page)
    )
    if found is not None:
        return found
    moved = permanent_target(visit, asked)
    if moved is not None:
        where = "another address" if moved.host == asked.host else moved.origin
        return Ruling("moved", f"has moved for good to {where}")
    return Ruling("ok", "redirects for the time being" if visit.redirects else "is there")


def finding(target: Target, asked: ParsedUrl, sight: Sight) -> Finding:
    """The verdict on one target with what was seen."""
    ruling = rule(target, asked, sight)
    visit = sight.visit
    moved = permanent_target(visit, asked) if ruling.verdict == "moved" else None
    return Finding(
        url=target.url,
        verdict=ruling.verdict,
        reason=ruling.reason,
        status=visit.status,
        final_url=with_fragment(moved) if moved else None,
        content_type=visit.content_type if visit.ok else "",
        title=(sight.page.title or sight.page.og_title)[:200] if sight.page and visit.ok else "",
        redirects=tuple((hop.status, with_fragment(hop.target)) for hop in visit.redirects),
    )


def with_fragment(url: ParsedUrl) -> str:
    """The whole address."""
    return url.request_url + (f"#{url.fragment}" if url.fragment else "")


def permanent_target(visit: Visit, asked: ParsedUrl) -> ParsedUrl | None:
    """Where the unbroken run of permanent redirects from the start ends, if anywhere else."""
    end = None
    for hop in visit.redirects:
        if hop.status not in PERMANENT_STATUSES:
            break
        end = hop.target
    if end is None or end.dedup_key == asked.dedup_key:
        return None
    return (
        replace(end, fragment=asked.fragment)
        if end.fragment == visit.requested_url.fragment
        else end
    )


# --- no answer, or one that says what is the matter


def _trouble(visit: Visit) -> Ruling | None:
    if visit.error is None:
        return None
    if visit.error == "unsafe":
        return Ruling("unsafe", visit.error_detail)
    match visit.error:
        case "no-host":
            return Ruling("dead", "no such host exists")
        case "tls":
            return Ruling("tls", visit.error_detail)
        case "proxy" if visit.status in {403, 451}:
            return Ruling("blocked", "the proxy of this network does not let it through")
        case "loop":
            return _on_the_way(visit) or Ruling("dead", "redirects in a circle")
    return _on_the_way(visit) or Ruling("transient", visit.error_detail or "did not answer")


def _on_the_way(visit: Visit) -> Ruling | None:
    """Whether the way led past a sign-in form or a check against robots before it ended."""
    for hop in visit.redirects:
        if walls.is_robot_check_address(hop.target):
            return Ruling("blocked", "a check against robots stands in front")
    for hop in visit.redirects:
        if walls.is_sign_in_address(hop.target):
            return Ruling("login", "asks to sign in")
    return None


def _walls_by_address(visit: Visit, page: Page | None, asked: ParsedUrl) -> Ruling | None:
    if not visit.redirects:
        return None
    if any(
        walls.is_sale_address(hop.target, asked)
        or (hop.status == 0 and hop.target.path.rstrip("/") == "/lander")
        for hop in visit.redirects
    ):
        return Ruling("parked", "the name of the site is for sale")
    if walls.is_robot_check_address(visit.url) and (page is None or page.words < walls.FEW):
        return Ruling("blocked", "redirects to a check against robots")
    return None


# --- what the page says


def _content(target: Target, asked: ParsedUrl, sight: Sight) -> Ruling | None:
    visit, page = sight.visit, sight.page
    if not visit.body.strip() and (visit.complete or visit.status == 204):
        return Ruling("soft404", "the page is empty")
    if page is None:
        words_only = visit.content_type in _WORDS and visit.complete
        if words_only and soft404.text_says_not_found(decoded(visit)):
            return Ruling("soft404", "says “not found”")
        if visit.was_cut_off:
            return Ruling("transient", "broke the connection off in the middle")
        return None
    if (
        visit.was_cut_off
        and not page.ends
        and not (target.title and soft404.shows(target.title, page))
    ):
        return Ruling("transient", "broke the connection off in the middle")
    if walls.is_consent_address(visit.url) and visit.redirects:
        return None
    on_top = bool(target.title) and soft404.shows_on_top(target.title, page)
    if not on_top and walls.is_for_sale(page, visit.url.host, visit.requested_url.host):
        return Ruling("parked", "the name of the site is for sale")
    if not on_top and walls.is_trouble(page) and not soft404.says_not_found(page):
        return Ruling("transient", "says that the site is down just now")
    return _wall(target, asked, visit, page) or _soft404(target, asked, sight, page)


def _wall(target: Target, asked: ParsedUrl, visit: Visit, page: Page) -> Ruling | None:
    on_top = bool(target.title) and soft404.shows_on_top(target.title, page)
    if not on_top and walls.is_robot_check(page):
        return Ruling("blocked", "wants to see a person first")
    led_here = bool(visit.redirects) and walls.is_sign_in_address(visit.url)
    led_here = led_here and not walls.is_sign_in_address(asked)
    if page.hands_over and page.words < walls.FEW:
        return Ruling("login", "asks to sign in")
    if led_here and walls.is_sign_in_host(visit.url):
        return Ruling("login", "asks to sign in")
    if led_here and walls.is_sure_sign_in(visit.url) and (page.asks_password or not on_top):
        return Ruling("login", "asks to sign in")
    if walls.is_sign_in_page(page, led_here=led_here) and (page.asks_password or not on_top):
        if page.asks_password and on_top and page.outside_forms >= 30 and not led_here:
            return None
        return Ruling("login", "asks to sign in")
    return None


def _soft404(target: Target, asked: ParsedUrl, sight: Sight, page: Page) -> Ruling | None:
    visit = sight.visit
    title = target.title
    on_top = bool(title) and soft404.shows_on_top(title, page, even_if_not_found=False)
    if not on_top and (soft404.says_not_found(page) or soft404.seems_gone(title, page)):
        return Ruling("soft404", "says “not found”, though the server says that all is well")
    if title and soft404.shows(title, page):
        return None
    if visit.complete and page.bare and not page.has_script and not page.jump:
        return Ruling("soft404", "the page is empty")
    if leads_home(visit, asked) and (title or not soft404.named_by(asked, page)):
        return Ruling("soft404", "redirects to the home page")
    if visit.redirects and soft404.is_error_page(visit.url) and not _same_end(visit.url, asked):
        return Ruling("soft404", "redirects to an error page")
    if visit.redirects and soft404.is_search(visit.url) and not soft404.is_search(asked):
        return Ruling("soft404", "redirects to a search")
    if sight.neighbour_same:
        return Ruling("soft404", "shows the same page for any address beside it")
    return None


def _same_end(one: ParsedUrl, other: ParsedUrl) -> bool:
    ends = [url.segments[-1].lower() if url.segments else "" for url in (one, other)]
    return ends[0].partition(".")[0] == ends[1].partition(".")[0]


def leads_home(visit: Visit, asked: ParsedUrl) -> bool:
    """Whether a redirect leads from a page within a site to a home page."""
    if not visit.redirects or soft404.is_home(asked) or not soft404.is_home(visit.url):
        return False
    return asked.host.removeprefix("www.") not in _SHORTENERS


def wants_neighbours(found: Finding, target: Target, asked: ParsedUrl, sight: Sight) -> bool:
    """Whether only the addresses beside this one can tell if its page is the promised one."""
    visit, page = sight.visit, sight.page
    if found.verdict not in {"ok", "moved", "drift", "fragment"} or page is None:
        return False
    if page.words == 0 or page.made_by_script:
        return False
    if soft404.is_home(asked) or asked.host.removeprefix("www.") in _SHORTENERS:
        return False
    if visit.redirects and walls.is_consent_address(visit.url):
        return False
    if visit.redirects and walls.is_gate(visit.url, asked):
        return False
    return not (target.title and soft404.shows(target.title, page))
