"""Judge search results that stand in place of a page, whether by a redirect or not."""

from __future__ import annotations

import re
from urllib.parse import unquote

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.sentences import Sentence
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases import notice_stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.url_kinds import is_search_page
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.title_matching import normalize_text

HEADING_WORDS = 18
"""A heading of search results is short."""

_NAMES_PAGE = re.compile(
    r"(?:page_?)?(?:slug|title|name|id|key|path|view|p|page|post|article|item|doc|lesson|file)"
)
_QUOTED = re.compile(r"[“„«‘‚「『\"']\s*([^”“»’」』\"']{3,})\s*[”“»’」』\"']")
_COUNT = re.compile(r"(?:^|\s|\()\d+(?:\s|\)|$)")
_NUMBER = re.compile(r"(?:^|&)[^=&]*id=\d", re.IGNORECASE)


def searches_for_address(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> bool:
    """Whether a redirect asks for the words of the address that it left, or the page has those.

    A page that was moved has a heading in capital letters and accents, as its title has.
    """
    name = requested.segments[-1] if requested.segments else ""
    asked = re.sub(r"[-_+]|\.\w{2,5}$", " ", unquote(name)).split()
    is_words = len(asked) > 1 or (name.isalpha() and len(name) > 7) or not unquote(name).isascii()
    if visit.url.path == requested.path:
        return False  # a detour, as for a cookie
    if not asked or not is_words or requested.query or not visit.redirects:
        return False
    named = [word for word in asked if not word.isdigit()]
    for part in (visit.url.query or "").split("&"):
        key, _, value = part.partition("=")
        sought = re.sub(r"[-_+]", " ", unquote(value)).split()
        some = len(sought) > 1 and set(sought) <= set(named) and 2 * len(sought) >= len(named)
        is_asked = sought == asked or some
        if is_asked and not _NAMES_PAGE.fullmatch(key):
            return not _NUMBER.search(visit.url.query or "")
    words = " ".join(asked)
    if len(asked) < 2 or not words.isascii() or target.title == words:
        return False
    with_title = [h for h in (page.title, *page.headings) if words in normalize_text(h)]
    return bool(with_title) and all(words in re.sub(r"[-_+]", " ", h) for h in with_title)


def shows_search_results(
    target: Target, requested: ParsedUrl, headings: list[Sentence]
) -> Judgment | None:
    """Whether a heading is that of search results for the words of the address."""
    if is_search_page(requested) or notice_stems.SEARCH.search(plain(normalize_text(target.title))):
        return None
    wanted = stems(target.title)
    for one in headings:
        share = len(wanted & stems(one.normalized))
        is_title = plain(normalize_text(target.title)) == one.normalized
        is_half_title = bool(requested.query) and 2 * share >= len(wanted)
        if (is_title or is_half_title) and not notice_stems.SEARCH.search(one.normalized):
            return None  # the search is the thing, or beside it
    asked = stems(f"{unquote(requested.path)} {target.title}".replace("-", " "))
    own = plain(normalize_text(target.title))
    for sentence in headings:
        quoted = _QUOTED.search(sentence.text)
        around = _QUOTED.sub(" ", sentence.text)
        if quoted and plain(normalize_text(quoted[1])) == own and _COUNT.search(around):
            return Judgment("soft404", "shows the results of a search, not the resource")
        found = notice_stems.SEARCH.search(sentence.normalized)
        if not found or sentence.size > HEADING_WORDS:
            continue
        rest = stems(notice_stems.SEARCH.sub(" ", sentence.normalized))
        if len(rest - asked) <= 2 and (found.start() == 0 or rest & asked or not rest):
            return Judgment("soft404", "shows the results of a search, not the resource")
    return None
