"""Judge soft 404s: error and home pages that are served with a success status.

Compares the text of a page, the redirect target, and the pages at probe URLs that do not exist.
Each can be wrong, so a page that shows the title of the resource always counts as good.
"""

from __future__ import annotations

import re

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.evidence import Evidence
from resource_catalog.links.judge.link_redirects import judge_destination
from resource_catalog.links.judge.page.expected_title import has_title_heading, shows_title
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.not_found_page import is_not_found_page, seems_gone
from resource_catalog.links.judge.page.sentences import is_script_frame
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.redirect_mismatch import is_same_elsewhere
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl

KEPT_WORDS = 60
"""A page about errors has more words than one that is an error."""

_SENT_BACK = re.compile(r"<script[^<>]*>\s*alert\([^<]{0,200}history\.(?:back|go\(-1\))")
"""How sites in East Asia say that a page is gone."""

_EMPTY = Judgment("soft404", "the page is empty")


def judge_empty_body(visit: Visit) -> Judgment | None:
    """Whether the server sent nothing at all."""
    if not visit.body.strip() and (visit.complete or visit.status == 204):
        return _EMPTY
    return None


def judge_soft404(
    target: Target, requested: ParsedUrl, evidence: Evidence, page: HtmlFacts
) -> Judgment | None:
    """Whether the page is not the resource, though the server reports success."""
    visit = evidence.visit
    title = target.title
    has_heading = bool(title) and has_title_heading(title, page, trust_error_titles=False)
    is_error = not has_heading and (is_not_found_page(page) or seems_gone(title, page))
    if is_error and not (title and _is_about_errors(target, page)):
        return Judgment("soft404", "says “not found”, though the server says that all is well")
    if _SENT_BACK.search(page.markup) and is_script_frame(page):
        return Judgment("soft404", "shows a message, and sends visitors back where they came from")
    if title and shows_title(title, page):
        return None
    if visit.complete and page.is_blank and not page.has_script and not page.redirect_url:
        return _EMPTY
    if visit.redirects and is_same_elsewhere(target, requested, visit, page):
        return None
    if found := judge_destination(requested, visit, page, title):
        return found
    if evidence.probe_matches:
        if is_script_frame(page):
            return Judgment("unverified", "is filled in by a script, alike for any address")
        return Judgment("soft404", "shows the same page for any address beside it")
    return None


def _is_about_errors(target: Target, page: HtmlFacts) -> bool:
    """Whether a page shows the whole title and half of the summary, so that it is about errors."""
    if page.word_count < KEPT_WORDS or not shows_title(title := target.title, page):
        return False
    summary = stems(target.summary) - stems(title)
    return 2 * len(summary & stems(page.text)) >= len(summary) > 2
