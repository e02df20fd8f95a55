"""Recognize pages that say that a site is down just now."""

from __future__ import annotations

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.model import title_matching


def is_outage_page(page: HtmlFacts) -> bool:
    """Whether a page is a maintenance or server error page."""
    if page.word_count >= SHORT_PAGE_WORDS // 2:
        return False
    headings = [
        title_matching.normalize_text(text)
        for text in (*title_matching.title_parts(page.title), *page.h1_headings)
    ]
    if not any(map(phrases.OUTAGE.fullmatch, headings)):
        return False
    return page.word_count < SHORT_PAGE_WORDS // 10 or bool(phrases.OUTAGE_TEXT.search(page.text))
