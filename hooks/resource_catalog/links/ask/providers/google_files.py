"""Check whether a file in Google Docs, Sheets, Slides or Drive exists and is public."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult
from resource_catalog.links.ask.settings import PAGE_LIMIT
from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials.robot_checks import is_robot_check_url
from resource_catalog.links.judge.interstitials.sign_in_pages import is_sign_in_page, is_sign_in_url
from resource_catalog.links.judge.page.html_facts import HtmlFacts, extract_facts
from resource_catalog.links.judge.page.not_found_page import is_not_found_page
from resource_catalog.links.judge.verdicts import Verdict
from resource_catalog.links.url_parsing import ParsedUrl, parse_url
from resource_catalog.model import title_matching

_DOCUMENT_PATH = re.compile(
    r"/(document|presentation|spreadsheets|drawings)/(?:u/\d+/)?d/(?!e/)([\w-]{3,})"
)
_FILE_PATH = re.compile(r"/file/(?:u/\d+/)?d/([\w-]{3,})")
_QUOTA = re.compile(
    "quota|kontingent|cuota|limite|limit|割り当て|配[额額]|квот|too many users", re.IGNORECASE
)
_EXPORT_PATHS = {
    "document": "export?format=txt",
    "presentation": "export/txt",
    "spreadsheets": "export?format=csv",
    "drawings": "export/png",
}


def google_file_url(url: ParsedUrl) -> str:
    """The canonical URL of the Google file at ``url``; empty if it is none."""
    if url.host == "docs.google.com":
        found = _DOCUMENT_PATH.match(url.path)
        if found:
            return f"https://docs.google.com/{found[1]}/d/{found[2]}"
    if url.host in {"drive.google.com", "docs.google.com"}:
        found = _FILE_PATH.match(url.path)
        if found:
            return f"https://drive.google.com/file/d/{found[1]}"
        ids = parse_qs(url.query or "").get("id")
        if ids and url.path.rstrip("/") in {"/open", "/uc"}:
            return f"https://drive.google.com/file/d/{ids[0]}"
    return ""


async def check_google_file(url: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
    """Check the page of a file and, if that is fine, its export: the page may be only a frame."""
    page_visit = await fetch(url, PAGE_LIMIT)
    result = _classify(page_visit)
    if result.verdict != "ok":
        return result
    content = _classify(await fetch(parse_url(_export_url(resource_url)), PAGE_LIMIT))
    if content.verdict in {"ok", "transient", "blocked", "unverified"}:
        return result
    if content.verdict == "dead" and _has_document_title(result.title):
        return result  # Google shows the titles of existing files only
    preview = _classify(await fetch(parse_url(f"{resource_url}/preview"), PAGE_LIMIT))
    if preview.verdict == "ok" and _has_document_title(result.title):
        return result  # its owner has disabled downloads
    decisive = preview if preview.verdict == "login" else content
    return ProviderResult(decisive.verdict, decisive.reason, visit=page_visit)


def _export_url(resource_url: str) -> str:
    prefix, _, file_id = resource_url.partition("/d/")
    service = prefix.rpartition("/")[2]
    if service == "file":
        return f"https://drive.google.com/uc?export=download&id={file_id}"
    return f"{resource_url}/{_EXPORT_PATHS[service]}"


def _has_document_title(title: str) -> bool:
    """Whether a title ends with the name of one of Google's products, in whatever language."""
    return bool(re.search(r".+ [-–—] Google [^\W\d_]+(?: [^\W\d_]+)?$", title))


def _classify(visit: Visit) -> ProviderResult:
    page = extract_facts(visit) if visit.is_html and visit.body else HtmlFacts()
    if any(is_robot_check_url(redirect.target) for redirect in visit.redirects):
        return ProviderResult("blocked", "Google wants to see a person first", visit=visit)
    if any(is_sign_in_url(redirect.target) for redirect in visit.redirects):
        return ProviderResult("login", "Google asks to sign in", visit=visit)
    if visit.error == "tls":
        return ProviderResult("tls", visit.error_detail, visit=visit)
    if visit.error is not None or visit.status is None:
        return ProviderResult(
            "transient", f"Google could not be asked: {visit.error_detail}", visit=visit
        )
    if visit.status in {404, 410}:
        return ProviderResult("dead", "Google says that it is gone", visit=visit)
    if visit.status in {401, 403}:
        return ProviderResult("login", "Google asks to sign in", visit=visit)
    if visit.status == 429:
        return ProviderResult("blocked", "Google is asked too often", visit=visit)
    if visit.status >= 400:
        verdict: Verdict = "unverified" if visit.status < 500 else "transient"
        return ProviderResult(
            verdict, f"Google has trouble of its own ({visit.status})", visit=visit
        )
    text = " ".join((page.title, *page.headings, page.text[:1500]))
    if page.word_count < 400 and not _has_document_title(page.title):
        normalized = title_matching.normalize_text(text)
        if phrases.GOOGLE_GONE.search(normalized) or is_not_found_page(page):
            return ProviderResult("dead", "Google says that it is gone", visit=visit)
        if phrases.GOOGLE_NEEDS_ACCESS.search(normalized) or is_sign_in_page(
            page, redirected=False
        ):
            return ProviderResult("login", "Google asks for permission", visit=visit)
    if page.title.startswith("Google Drive") and not _has_document_title(page.title):
        if _QUOTA.search(page.title) or _QUOTA.search(page.text[:1500]):
            return ProviderResult("blocked", "its downloads are used up for now", visit=visit)
        return ProviderResult("unverified", f"Google shows a notice: {page.title}", visit=visit)
    return ProviderResult("ok", "Google shows it", page.title, visit)
