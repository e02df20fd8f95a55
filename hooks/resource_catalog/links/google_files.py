"""Google's files: whether a document, a table, slides or a file in Drive is open to all."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from resource_catalog.links import phrases, soft404, walls, words
from resource_catalog.links.oembed import Ask, Word
from resource_catalog.links.pages_read import Page, read_page
from resource_catalog.links.reading import PAGE_LIMIT
from resource_catalog.links.spelling import ParsedUrl, parse_url
from resource_catalog.links.verdicts import Verdict
from resource_catalog.links.visit import Visit

_DOCUMENT = re.compile(
    r"/(document|presentation|spreadsheets|drawings)/(?:u/\d+/)?d/(?!e/)([\w-]{3,})"
)
_FILE = re.compile(r"/file/(?:u/\d+/)?d/([\w-]{3,})")
_EXPORTS = {
    "document": "export?format=txt",
    "presentation": "export/txt",
    "spreadsheets": "export?format=csv",
    "drawings": "export/png",
}


def google_file(url: ParsedUrl) -> str:
    """The file that an address stands for, if it is one of Google's."""
    if url.host == "docs.google.com":
        found = _DOCUMENT.match(url.path)
        if found:
            return f"https://docs.google.com/{found[1]}/d/{found[2]}"
    if url.host in {"drive.google.com", "docs.google.com"}:
        found = _FILE.match(url.path)
        if found:
            return f"https://drive.google.com/file/d/{found[1]}"
        name = parse_qs(url.query or "").get("id")
        if name and url.path.rstrip("/") in {"/open", "/uc"}:
            return f"https://drive.google.com/file/d/{name[0]}"
    return ""


async def ask_google(url: ParsedUrl, subject: str, ask: Ask) -> Word:
    """Ask the page, and where that says yes, its content: the page may be only a frame."""
    first = await ask(url, PAGE_LIMIT)
    word = _google_word(first)
    if word.verdict != "ok":
        return word
    content = _google_word(await ask(parse_url(_content_address(subject)), PAGE_LIMIT))
    if content.verdict in {"ok", "transient", "blocked", "unverified"}:
        return word
    if content.verdict == "dead" and _names_document(word.title):
        return word  # Google names only what is there
    preview = _google_word(await ask(parse_url(f"{subject}/preview"), PAGE_LIMIT))
    if preview.verdict == "ok" and _names_document(word.title):
        return word  # its owner does not let it be downloaded
    sure = preview if preview.verdict == "login" else content
    return Word(sure.verdict, sure.reason, visit=first)


def _content_address(subject: str) -> str:
    kind, _, name = subject.partition("/d/")
    service = kind.rpartition("/")[2]
    if service == "file":
        return f"https://drive.google.com/uc?export=download&id={name}"
    return f"{subject}/{_EXPORTS[service]}"


def _names_document(title: str) -> bool:
    return bool(re.search(r".+ [-–] Google (?:Docs|Sheets|Slides|Drive|Drawings|Forms)", title))


def _google_word(visit: Visit) -> Word:
    page = read_page(visit) if visit.is_html and visit.body else Page()
    if any(walls.is_robot_check_address(hop.target) for hop in visit.redirects):
        return Word("blocked", "Google wants to see a person first", visit=visit)
    if any(walls.is_sign_in_address(hop.target) for hop in visit.redirects):
        return Word("login", "Google asks to sign in", visit=visit)
    if visit.error == "tls":
        return Word("tls", visit.error_detail, visit=visit)
    if visit.error is not None or visit.status is None:
        return Word("transient", f"Google could not be asked: {visit.error_detail}", visit=visit)
    if visit.status in {404, 410}:
        return Word("dead", "Google says that it is gone", visit=visit)
    if visit.status in {401, 403}:
        return Word("login", "Google asks to sign in", visit=visit)
    if visit.status == 429:
        return Word("blocked", "Google is asked too often", visit=visit)
    if visit.status >= 400:
        verdict: Verdict = "unverified" if visit.status < 500 else "transient"
        return Word(verdict, f"Google has trouble of its own ({visit.status})", visit=visit)
    tops = " ".join((page.title, *page.headings, page.text[:1500]))
    if page.words < 400 and not _names_document(page.title):
        normalized = words.normalize_text(tops)
        if phrases.GOOGLE_GONE.search(normalized) or soft404.says_not_found(page):
            return Word("dead", "Google says that it is gone", visit=visit)
        if phrases.GOOGLE_NEEDS_ACCESS.search(normalized) or walls.is_sign_in_page(
            page, led_here=False
        ):
            return Word("login", "Google asks for permission", visit=visit)
    return Word("ok", "Google shows it", page.title, visit)
