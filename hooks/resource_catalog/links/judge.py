"""The judge: from what was seen to a verdict and its reason. It asks nothing itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from resource_catalog.links import soft404, walls, words
from resource_catalog.links.fetch import FEW_SECONDS, retry_after
from resource_catalog.links.pages_read import Page, decoded, has_anchor
from resource_catalog.links.spelling import Address
from resource_catalog.links.targets import Finding, Target
from resource_catalog.links.verdicts import Verdict
from resource_catalog.links.visit import PERMANENT, Visit


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


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict with its reason."""

    verdict: Verdict
    reason: str


_SHORTENERS = frozenset(
    """
    bit.ly tinyurl.com t.co goo.gl ow.ly lnkd.in aka.ms buff.ly is.gd rebrand.ly t.ly cutt.ly
    forms.gle g.co tiny.cc shorturl.at fb.me wp.me amzn.to youtu.be doi.org dx.doi.org
    hdl.handle.net purl.org w3id.org n2t.net purl.oclc.org perma.cc eepurl.com dlvr.it trib.al
    spoti.fi apple.co smarturl.it linktr.ee qrco.de
    """.split()
)
"""Hosts whose addresses all lead elsewhere, home pages included."""

_FILES = frozenset("pdf doc docx ppt pptx xls xlsx zip epub mp3 mp4 png jpg jpeg gif".split())
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_TEXTS = _PAGES | {"application/json", "application/xml", "application/rss+xml"}
_WORDS = frozenset({"text/plain", "application/json", "application/xml", "text/xml"})
_VIEWER = re.compile(
    r"/(?:wiki/)?[^/]+:[^/]+\.\w+$|/(?:blob|tree|raw-view|details)/|/(?:view(?:er)?|preview)(?:/|$)",
    re.IGNORECASE,
)
_VIEWER_HOST = re.compile(
    r"(?:.*\.)?(?:dropbox\.com|sharepoint\.com|box\.com|drive\.google\.com|scribd\.com"
    r"|issuu\.com|web\.archive\.org|1drv\.ms)"
)
_APP_PLACE = re.compile(
    r"^[!/?]|^:~:|[=&/]|^(?:top|start|main|content)?$|^L\d+|^(?:disqus|issuecomment|diff|discussion)",
    re.IGNORECASE,
)


def rule(target: Target, asked: Address, sight: Sight) -> Ruling:
    """The verdict on one target."""
    visit, page = sight.visit, sight.page
    found = (
        _trouble(visit)
        or _walls_by_address(visit, page, asked)
        or _status(visit, page)
        or _content(target, asked, sight)
        or _drift(target, asked, visit, page)
        or _fragment(asked, visit, page)
    )
    if found is not None:
        return found
    moved = permanent_target(visit, asked)
    if moved is not None:
        where = "another address" if moved.host == asked.host else moved.origin
        return Ruling("moved", f"has moved for good to {where}")
    return Ruling("ok", "redirects for the time being" if visit.hops else "is there")


def finding(target: Target, asked: Address, sight: Sight) -> Finding:
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
        content_type=visit.content_type if visit.good else "",
        title=(sight.page.title or sight.page.og_title)[:200] if sight.page and visit.good else "",
        redirects=tuple((hop.status, with_fragment(hop.target)) for hop in visit.hops),
    )


def with_fragment(address: Address) -> str:
    """The whole address."""
    return address.url + (f"#{address.fragment}" if address.fragment else "")


def permanent_target(visit: Visit, asked: Address) -> Address | None:
    """Where the unbroken run of permanent redirects from the start ends, if anywhere else."""
    end = None
    for hop in visit.hops:
        if hop.status not in PERMANENT:
            break
        end = hop.target
    if end is None or end.key == asked.key:
        return None
    return replace(end, fragment=asked.fragment) if end.fragment == visit.asked.fragment else end


# --- no answer, or one that says what is the matter


def _trouble(visit: Visit) -> Ruling | None:
    if visit.trouble is None:
        return None
    if visit.trouble == "unsafe":
        return Ruling("unsafe", visit.detail)
    match visit.trouble:
        case "no-host":
            return Ruling("dead", "no such host exists")
        case "tls":
            return Ruling("tls", visit.detail)
        case "proxy" if visit.status in {403, 451}:
            return Ruling("blocked", "the proxy of this network does not let it through")
        case "loop":
            return _on_the_way(visit) or Ruling("dead", "redirects in a circle")
    return _on_the_way(visit) or Ruling("transient", visit.detail or "did not answer")


def _on_the_way(visit: Visit) -> Ruling | None:
    """Whether the way led past a sign-in form or a check against robots before it ended."""
    for hop in visit.hops:
        if walls.is_robot_check_address(hop.target):
            return Ruling("blocked", "a check against robots stands in front")
    for hop in visit.hops:
        if walls.is_sign_in_address(hop.target):
            return Ruling("login", "asks to sign in")
    return None


def _walls_by_address(visit: Visit, page: Page | None, asked: Address) -> Ruling | None:
    if not visit.hops:
        return None
    if any(
        walls.is_sale_address(hop.target, asked)
        or (hop.status == 0 and hop.target.path.rstrip("/") == "/lander")
        for hop in visit.hops
    ):
        return Ruling("parked", "the name of the site is for sale")
    if walls.is_robot_check_address(visit.address) and (page is None or page.words < walls.FEW):
        return Ruling("blocked", "redirects to a check against robots")
    return None


_MEANT = {
    400: Ruling("dead", "the server cannot make sense of the address"),
    401: Ruling("login", "asks to sign in"),
    402: Ruling("login", "asks to be paid"),
    404: Ruling("dead", "the server says that it is not there (404)"),
    410: Ruling("dead", "the server says that it is gone for good (410)"),
    451: Ruling("blocked", "withheld for legal reasons (451)"),
    999: Ruling("blocked", "turns programs away (999)"),
}  # fmt: skip


def _status(visit: Visit, page: Page | None) -> Ruling | None:
    status = visit.status or 0
    if walls.headers_tell_robot_check(visit.headers):
        return Ruling("blocked", "wants to see a person first")
    if status < 400:
        return None
    if page is not None and status != 404 and status != 410:
        if walls.is_for_sale(page, visit.address.host, visit.asked.host):
            return Ruling("parked", "the name of the site is for sale")
        if status in {403, 429, 405, 503} and walls.is_robot_check(page):
            return Ruling("blocked", "wants to see a person first")
        if status == 403 and page.asks_password:
            return Ruling("login", "asks to sign in")
    if visit.hops and status not in {404, 410} and walls.is_sign_in_address(visit.address):
        return Ruling("login", "asks to sign in")
    if status in _MEANT:
        return _MEANT[status]
    if status == 429:
        wait = retry_after(visit.headers)
        if wait is not None and wait > FEW_SECONDS:
            return Ruling("transient", "asks to come back much later (429)")
        return Ruling("blocked", "answers every time that it is asked too often (429)")
    if status >= 500 or status in {408, 425}:
        return Ruling("transient", f"the server has trouble of its own ({status})")
    return Ruling("blocked", f"turns programs away ({status})")


# --- what the page says


def _content(target: Target, asked: Address, sight: Sight) -> Ruling | None:
    visit, page = sight.visit, sight.page
    if not visit.body.strip() and (visit.complete or visit.status == 204):
        return Ruling("soft404", "the page is empty")
    if page is None:
        words_only = visit.content_type in _WORDS and visit.complete
        if words_only and soft404.text_says_not_found(decoded(visit)):
            return Ruling("soft404", "says “not found”")
        if visit.broke_off:
            return Ruling("transient", "broke the connection off in the middle")
        return None
    if (
        visit.broke_off
        and not page.ends
        and not (target.title and soft404.shows(target.title, page))
    ):
        return Ruling("transient", "broke the connection off in the middle")
    if walls.is_consent_address(visit.address) and visit.hops:
        return None
    on_top = bool(target.title) and soft404.shows_on_top(target.title, page)
    if not on_top and walls.is_for_sale(page, visit.address.host, visit.asked.host):
        return Ruling("parked", "the name of the site is for sale")
    if not on_top and walls.is_trouble(page) and not soft404.says_not_found(page):
        return Ruling("transient", "says that the site is down just now")
    return _wall(target, asked, visit, page) or _soft404(target, asked, sight, page)


def _wall(target: Target, asked: Address, visit: Visit, page: Page) -> Ruling | None:
    on_top = bool(target.title) and soft404.shows_on_top(target.title, page)
    if not on_top and walls.is_robot_check(page):
        return Ruling("blocked", "wants to see a person first")
    led_here = bool(visit.hops) and walls.is_sign_in_address(visit.address)
    led_here = led_here and not walls.is_sign_in_address(asked)
    if page.hands_over and page.words < walls.FEW:
        return Ruling("login", "asks to sign in")
    if led_here and walls.is_sign_in_host(visit.address):
        return Ruling("login", "asks to sign in")
    if led_here and walls.is_sure_sign_in(visit.address) and (page.asks_password or not on_top):
        return Ruling("login", "asks to sign in")
    if walls.is_sign_in_page(page, led_here=led_here) and (page.asks_password or not on_top):
        if page.asks_password and on_top and page.outside_forms >= 30 and not led_here:
            return None
        return Ruling("login", "asks to sign in")
    return None


def _soft404(target: Target, asked: Address, sight: Sight, page: Page) -> Ruling | None:
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
    if visit.hops and soft404.is_error_page(visit.address) and not _same_end(visit.address, asked):
        return Ruling("soft404", "redirects to an error page")
    if visit.hops and soft404.is_search(visit.address) and not soft404.is_search(asked):
        return Ruling("soft404", "redirects to a search")
    if sight.neighbour_same:
        return Ruling("soft404", "shows the same page for any address beside it")
    return None


def _same_end(one: Address, other: Address) -> bool:
    ends = [address.segments[-1].lower() if address.segments else "" for address in (one, other)]
    return ends[0].partition(".")[0] == ends[1].partition(".")[0]


def leads_home(visit: Visit, asked: Address) -> bool:
    """Whether a redirect leads from a page within a site to a home page."""
    if not visit.hops or soft404.is_home(asked) or not soft404.is_home(visit.address):
        return False
    return asked.host.removeprefix("www.") not in _SHORTENERS


def wants_neighbours(found: Finding, target: Target, asked: Address, sight: Sight) -> bool:
    """Whether only the addresses beside this one can tell if its page is the promised one."""
    visit, page = sight.visit, sight.page
    if found.verdict not in {"ok", "moved", "drift", "fragment"} or page is None:
        return False
    if page.words == 0 or page.made_by_script:
        return False
    if soft404.is_home(asked) or asked.host.removeprefix("www.") in _SHORTENERS:
        return False
    if visit.hops and walls.is_consent_address(visit.address):
        return False
    if visit.hops and walls.is_gate(visit.address, asked):
        return False
    return not (target.title and soft404.shows(target.title, page))


# --- not what it was


def _drift(target: Target, asked: Address, visit: Visit, page: Page | None) -> Ruling | None:
    if page is not None and visit.is_html and _should_be_file(target, asked):
        known_page = target.known_type in _PAGES
        shown = (
            page.shows_document or page.made_by_script or walls.is_consent_address(visit.address)
        )
        if not known_page and not shown:
            return Ruling("drift", "is a web page now, not the document that it was")
    if page is not None and target.known_title and page.title and not page.made_by_script:
        seen = (page.title, page.og_title, *page.first_headings)
        promised = bool(target.title) and soft404.shows_on_top(target.title, page)
        if not promised and not any(words.same_title(target.known_title, t) for t in seen if t):
            return Ruling(
                "drift", f"is headed “{page.title[:80]}” now, not “{target.known_title[:80]}”"
            )
    return None


def _should_be_file(target: Target, asked: Address) -> bool:
    _, dot, ending = asked.path.rpartition(".")
    ending = ending.lower()
    if _VIEWER.search(asked.path) or _VIEWER_HOST.fullmatch(asked.host):
        return False
    if target.known_type.startswith(("application/", "image/", "audio/", "video/")):
        return target.known_type not in _TEXTS
    return (bool(dot) and ending in _FILES) or target.format == "pdf"


def _fragment(asked: Address, visit: Visit, page: Page | None) -> Ruling | None:
    if not asked.fragment or page is None or not visit.complete or page.made_by_script:
        return None
    if walls.is_consent_address(visit.address) or page.shows_document:
        return None
    if has_anchor(page, asked.fragment):
        return None
    if _APP_PLACE.search(asked.fragment):
        return None
    return Ruling("fragment", f"the page has no place named “{asked.fragment[:60]}”")
