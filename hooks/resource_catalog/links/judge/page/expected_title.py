"""Recognize the title of a resource on the page at its URL."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.not_found_page import is_not_found_title
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching


def shows_title(title: str, page: HtmlFacts) -> bool:
    """Whether a page shows the title of the resource in its title, headings or text."""
    if has_title_heading(title, page):
        return True
    parts = [
        part
        for part in _title_variants(title)
        if len(title_matching.significant_words(part)) > 1 or not part.isascii()
    ]
    return any(title_matching.contains_phrase(page.text, part) for part in parts)


def has_title_heading(title: str, page: HtmlFacts, *, trust_error_titles: bool = True) -> bool:
    """Whether a page shows the title of the resource in its title or headings.

    The title of a “not found” page may contain the name of the site; it is ignored if
    ``trust_error_titles`` is false.
    """
    wanted = _title_variants(title)
    if not wanted:
        return False
    named = [page.title, page.og_title]
    if not trust_error_titles and is_not_found_title(page.title) and not is_not_found_title(title):
        named = []
    return bool(_heading_with(wanted, (*named, *page.headings)))


def title_heading(title: str, page: HtmlFacts) -> str:
    """The title or heading in which a page shows the title of the resource; empty if none."""
    return _heading_with(_title_variants(title), (page.title, page.og_title, *page.headings))


def _heading_with(wanted: list[str], texts: Iterable[str]) -> str:
    headings = [(text, title_matching.normalize_text(text)) for text in texts]
    for text, heading in headings:
        if any(title_matching.contains_phrase(heading, part) for part in wanted):
            return text
    significant = title_matching.significant_words(wanted[0]) if wanted else set()
    for text, heading in headings:
        shown = significant & title_matching.significant_words(heading)
        if len(significant) >= 3 and len(shown) >= 0.75 * len(significant):
            return text
    return ""


def _title_variants(title: str) -> list[str]:
    whole, main = (
        title_matching.normalize_text(title),
        title_matching.normalize_text(title_matching.without_subtitle(title)),
    )
    return [part for part in dict.fromkeys((whole, main)) if part]


def heading_matches_url(url: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether the title or a heading has most of the words in the last segment of the URL."""
    last = unquote(url.segments[-1]) if url.segments else ""
    wanted = {
        w
        for w in title_matching.significant_words(
            title_matching.normalize_text(last.rpartition(".")[0] or last)
        )
        if len(w) > 2
    }
    wanted = {word for word in wanted if not word.isdigit()}
    if len(wanted) < 2:
        return False
    return any(
        len(wanted & title_matching.significant_words(title_matching.normalize_text(heading)))
        >= 0.75 * len(wanted)
        for heading in (page.title, page.og_title, *page.headings)
    )
