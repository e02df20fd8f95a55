"""Judge redirects to another site: is what the catalog promised there?"""

from __future__ import annotations

import re

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.link_redirects import is_shortener
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.promise import promise_of
from resource_catalog.links.judge.page_urls import registered_domain
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Target
from resource_catalog.model import title_matching


def judge_new_place(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether redirects led to another site on which nothing is as the catalog promised."""
    if not visit.redirects or not target.title or is_shortener(requested) or page.needs_script:
        return None
    if registered_domain(visit.url.host) == registered_domain(requested.host):
        return None
    if is_same_elsewhere(target, requested, visit, page):
        return None
    where = f"leads to another site, {visit.url.host}"
    return Judgment(
        "drift", f"{where}, headed “{page.title[:60]}”, which does not name the resource"
    )


def is_same_elsewhere(target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts) -> bool:
    """Whether a page on another site is likely the resource, or that site is the same one."""
    if registered_domain(visit.url.host) == registered_domain(requested.host) or not target.title:
        return False
    if (
        target.known_title
        and page.title
        and title_matching.same_title(target.known_title, page.title)
    ):
        return True
    return (
        promise_of(target, page).is_likely or _names_of(requested) & _names_of(visit.url) != set()
    )


def _names_of(url: ParsedUrl) -> set[str]:
    """The name in a host, and that of a person in a path such as ``/~name/``."""
    label = registered_domain(url.host).partition(".")[0]
    people = (part[1:] for part in url.segments if part.startswith("~"))
    return {re.sub(r"[^\w]", "", name.lower()) for name in (label, *people) if len(name) > 3}
