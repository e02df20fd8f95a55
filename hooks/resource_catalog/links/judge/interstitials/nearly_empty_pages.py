"""Judge what is left of a page that was given up: a few words, a list of files, its name."""

from __future__ import annotations

import re

from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import FILE, main_part
from resource_catalog.links.judge.page.target_match import match_of
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases import notice_words
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.title_matching import normalize_text

LEAST_WORDS = 4
"""A page with fewer words may show what was promised in a way that is not seen."""

FEW_WORDS = 12
"""A page with no more words shows nothing but these."""

FEW_LINKS = 6
"""A list of files with no more links, most of them to sort it, is empty."""

LIKE = 0.34
"""A page with a larger share of the promised words may be about the same thing."""

SOME_WORDS = 2
"""Of this many promised words, a page about the same thing has at least one."""

LEAST_OFFER = 30
"""A page that sells something has at least this many words."""

_FILE_LIST = re.compile(r"index of /", re.IGNORECASE)


def judge_remains(target: Target, requested: ParsedUrl, page: HtmlFacts) -> Judgment | None:
    """Whether next to nothing is left of a page that does not show the title."""
    if page.word_count > SHORT_PAGE_WORDS or page.has_form or page.needs_script:
        return None
    match = match_of(target, page)
    if match.heads_page:
        return None
    main = main_part(page)
    if _FILE_LIST.match(page.title):
        files = " ".join((*main.link_texts, *main.texts))
        is_there = FILE.search(files) or len(main.link_texts) > FEW_LINKS
        return None if is_there else Judgment("drift", "is a list of files now, without one")
    shows_something = main.shows_more or main.leads_somewhere or page.has_script
    if shows_something or match.is_shown or match.names_author or page.headings:
        return None
    if match.headings or match.words > LIKE or len(main.sentences) != 1 or not page.title:
        return None
    if requested.segments and LEAST_WORDS <= main.size <= FEW_WORDS:
        said = " ".join(one.text for one in main.sentences)
        return Judgment("drift", f"shows nothing but “{said[:80]}”")
    return None


def judge_kept_name(target: Target, requested: ParsedUrl, page: HtmlFacts) -> Judgment | None:
    """Whether a page that sells has no more of what was promised than the name of its host."""
    host = normalize_text(requested.host).replace(" ", "")
    promised = stems(f"{target.title} {target.summary}")
    wanted = {word for word in promised if word not in host}
    if len(wanted) < SOME_WORDS or wanted == promised or page.word_count < LEAST_OFFER:
        return None
    headings = normalize_text(" ".join((page.title, page.og_title, *page.headings)))
    if any(word in page.text or word in headings for word in wanted):
        return None
    if not notice_words.PRICE.search(" ".join(main_part(page).texts)):
        return None
    if not may_share_language(f"{target.title} {target.summary}", page.text, page.language):
        return None
    return Judgment("drift", f"keeps its name, and sells something: “{page.title[:60]}”")
