"""Probe URLs that do not exist, to compare what a host serves there with the page of a link."""

from __future__ import annotations

import hashlib
import re
from difflib import SequenceMatcher
from urllib.parse import unquote

from resource_catalog.links.finding import Finding
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url, is_gate_url
from resource_catalog.links.judge.link_redirects import is_shortener
from resource_catalog.links.judge.page.expected_title import shows_title
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.url_kinds import ID_PARAMETER, is_home_page
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching

_WORD_WITH_DIGIT = re.compile(r"\b(?=\w*\d)\w+\b")
_MAX_COMPARED_WORDS = 400


def needs_probe(found: Finding, target: Target, requested: ParsedUrl, evidence: Evidence) -> bool:
    """Whether probe URLs have to be fetched to tell if the page is the expected one."""
    visit, page = evidence.visit, evidence.page
    if found.verdict not in {"ok", "moved", "drift", "fragment"} or page is None:
        return False
    if page.word_count == 0 or page.needs_script:
        return False
    if is_home_page(requested) or is_shortener(requested):
        return False
    if visit.redirects and is_consent_url(visit.url):
        return False
    if visit.redirects and is_gate_url(visit.url, requested):
        return False
    return not (target.title and shows_title(target.title, page))


def probe_urls(url: ParsedUrl) -> list[ParsedUrl]:
    """URLs that should not exist: with the last path segment replaced, then the one before it.

    Where the resource is identified by a query parameter, only that is replaced.
    """
    token = hashlib.sha256(url.origin.encode()).hexdigest()[:10]
    query = url.query
    found = ID_PARAMETER.search(query or "")
    if query and found:
        value = "9" + str(int(token, 16))[:9] if found["value"].isdigit() else f"no-such-{token}"
        changed = query[: found.start("value")] + value + query[found.end("value") :]
        return [_with_path(url, url.path, changed)]
    segments = url.path.split("/")
    positions = [index for index, part in enumerate(segments) if part]
    if not positions:
        return []
    probes = []
    for index in reversed(positions[-2:]):
        changed_segments = list(segments)
        _, dot, extension = changed_segments[index].rpartition(".")
        suffix = (
            f".{extension}" if dot and 0 < len(extension) <= 5 and index == positions[-1] else ""
        )
        changed_segments[index] = f"no-such-page-{token}{suffix}"
        probes.append(_with_path(url, "/".join(changed_segments), None))
    return probes


def _with_path(url: ParsedUrl, path: str, query: str | None) -> ParsedUrl:
    return ParsedUrl(url.scheme, url.host, url.port, path, query, "")


def same_page(one: HtmlFacts, one_url: ParsedUrl, other: HtmlFacts, other_url: ParsedUrl) -> bool:
    """Whether two URLs returned the same page, apart from text that varies between requests."""
    headings = [
        [_stable_text(text, url) for text in (page.title, *page.h1_headings)]
        for page, url in ((one, one_url), (other, other_url))
    ]
    if headings[0] != headings[1]:
        return False
    first, second = (
        _stable_text(one.text, one_url).split(),
        _stable_text(other.text, other_url).split(),
    )
    if first == second:
        return True
    if abs(len(first) - len(second)) > 0.1 * max(len(first), len(second)) + 3:
        return False
    first, second = first[:_MAX_COMPARED_WORDS], second[:_MAX_COMPARED_WORDS]
    if min(len(first), len(second)) < 12:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.92


def _stable_text(text: str, url: ParsedUrl) -> str:
    """Normalized text without echoes of the URL, and with numbers and dates replaced."""
    normalized = title_matching.normalize_text(text)
    path = unquote(url.path)
    for echo in (
        url.request_url,
        path,
        *sorted(path.split("/"), key=len, reverse=True)[:3],
        url.query or "",
    ):
        normalized_echo = title_matching.normalize_text(echo)
        if len(normalized_echo) >= 3:
            normalized = f" {normalized} ".replace(f" {normalized_echo} ", " ").strip()
    return " ".join(_WORD_WITH_DIGIT.sub("0", normalized).split())
