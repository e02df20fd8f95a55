"""Judge redirects to another place, on the same site or not: is what was promised there?"""

from __future__ import annotations

import re
from urllib.parse import unquote

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.link_redirects import is_shortener, permanent_redirect_target
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.sentences import is_script_frame
from resource_catalog.links.judge.page.target_match import match_of
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.url_kinds import is_home_page, registered_domain
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching

LONG_NAME = 5
"""Shorter names begin other words."""

HALF = 0.5
"""A page with this share of the promised words that an author signs anywhere is theirs."""

SOME_WORDS = 0.2
"""A page that names an author, and is theirs, has at least this share of the promised words."""


def judge_new_place(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether redirects led to a place at which nothing is as the catalog promised.

    On another site any redirect counts, on the same site one that is permanent.
    """
    if not visit.redirects or not target.title or is_shortener(requested) or page.needs_script:
        return None
    if _is_one_site(requested, visit.url):
        return _judge_same_site(target, requested, visit, page)
    if is_same_elsewhere(target, requested, visit, page):
        return None
    return _drift(f"leads to another site, {visit.url.host}", page)


def _judge_same_site(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    if permanent_redirect_target(visit, requested) is None or is_script_frame(page):
        return None
    if _has_same_path(requested, visit.url) or _has_known_title(target, page):
        return None
    if match_of(target, page).is_likely:
        return None
    return _drift(f"leads to another page of its site, {visit.url.path[:80]}", page)


def is_same_elsewhere(target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts) -> bool:
    """Whether a page on another site is likely the resource, or that site is the same one."""
    if _is_one_site(visit.url, requested) or not target.title:
        return False
    return (
        _has_known_title(target, page)
        or _keeps_promise(target, requested, visit.url, page)
        or _names_of(requested) & _names_of(visit.url) != set()
        or (_has_name_in_host(requested, visit.url) and _signs(target, page))
    )


def _has_name_in_host(requested: ParsedUrl, new: ParsedUrl) -> bool:
    """Whether the name of a person in a path such as ``/~name/`` begins that of the new host."""
    label = registered_domain(new.host)
    people = (part[1:].lower() for part in requested.segments if part.startswith("~"))
    return any(len(name) >= LONG_NAME and label.startswith(name) for name in people)


def _keeps_promise(target: Target, requested: ParsedUrl, new: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether a page is likely the resource, for more than the words in the name of its host."""
    match = match_of(target, page)
    people = "".join(part for part in requested.segments if part.startswith("~"))
    host = f"{requested.host}{people}".replace("-", "").lower()
    title = stems(re.split(r"[(:\u2013\u2014]", target.title)[0]) or stems(target.title)
    title = title - stems(" ".join(target.authors)) or stems(target.title)  # others have such names
    own = {word for word in title if word not in host}
    if match.heads_page:
        return True
    is_about = match.headings > 0 or match.words >= SOME_WORDS or _has_same_path(requested, new)
    if match.names_author and is_about:
        return True  # the news of another site may name anybody
    if match.words >= HALF and _signs(target, page):
        return True
    if not (match.is_shown or match.headings >= 0.34 or match.words >= 0.75):
        return False  # a word that two pages have in common proves nothing
    if not own or own == title:
        return match.is_likely
    headings = " ".join((page.title, page.og_title, *page.headings))
    return match.is_likely and bool(own & stems(f"{headings} {page.text}"))


def _signs(target: Target, page: HtmlFacts) -> bool:
    """Whether an author stands anywhere in a page, such as in its footer."""
    names = (plain(title_matching.normalize_text(author)) for author in target.authors)
    text = plain(page.text)
    return any(" " in name and title_matching.contains_phrase(text, name) for name in names)


def _is_one_site(one: ParsedUrl, other: ParsedUrl) -> bool:
    return registered_domain(one.host) == registered_domain(other.host)


def _has_known_title(target: Target, page: HtmlFacts) -> bool:
    """Whether a page has the title that was seen at the old address."""
    return bool(
        target.known_title
        and page.title
        and title_matching.same_title(target.known_title, page.title)
    )


def _has_same_path(old: ParsedUrl, new: ParsedUrl) -> bool:
    """Whether both are home pages, or the new path has the old name or half of its words."""
    if is_home_page(old) and is_home_page(new):
        return True
    name, names = _name(old.segments[-1] if old.segments else ""), list(map(_name, new.segments))
    if name in names or (not name and not names):
        return True
    words = stems(name)
    return bool(words) and len(words & stems(" ".join(names))) * 2 >= len(words)


def _name(segment: str) -> str:
    """A part of a path as words, without an ending such as ``.html``."""
    return re.sub(r"[-_+~\s]+", " ", re.sub(r"\.\w{2,5}$", "", unquote(segment))).strip().lower()


def _drift(where: str, page: HtmlFacts) -> Judgment:
    heading = next(filter(None, (page.title, page.og_title, *page.headings)), "")[:60]
    headed = f"headed “{heading}”" if heading else "without a heading"
    return Judgment("drift", f"{where}, {headed}, which does not name the resource")


def _names_of(url: ParsedUrl) -> set[str]:
    """The name in a host, and that of a person in a path such as ``/~name/``."""
    label = registered_domain(url.host).partition(".")[0]
    people = (part[1:] for part in url.segments if part.startswith("~"))
    return {re.sub(r"[^\w]", "", name.lower()) for name in (label, *people) if len(name) > 3}
