"""Judge whether a page has the place that the end of its URL names."""

from __future__ import annotations

import re

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.page.html_facts import HtmlFacts, has_anchor
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.url_parsing import ParsedUrl

_APP_FRAGMENT = re.compile(
    r"^[!/?]|^:~:|[=&/]|^(?:top|start|main|content)?$|^L\d+|^(?:disqus|issuecomment|diff|discussion)",
    re.IGNORECASE,
)


def check_fragment(requested: ParsedUrl, visit: Visit, page: HtmlFacts | None) -> Judgment | None:
    """Whether a page lacks an anchor for the fragment of its URL; None if it does not."""
    if not requested.fragment or page is None or not visit.complete or page.needs_script:
        return None
    if is_consent_url(visit.url) or page.shows_document:
        return None
    if has_anchor(page, requested.fragment):
        return None
    if _APP_FRAGMENT.search(requested.fragment):
        return None
    return Judgment("fragment", f"the page has no place named “{requested.fragment[:60]}”")
