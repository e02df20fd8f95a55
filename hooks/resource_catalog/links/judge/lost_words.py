"""Judge pages that have lost the words that they had whenever they were well.

No rule needs to know what they say instead: that the thing is gone, in whatever words, a list
without items, filler text, or the offers of a new owner. What speaks against it is that the thing
may be there in another way: rewritten, shortened, in a film or a file, or behind a click.
"""

from __future__ import annotations

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials.consent_pages import is_consent_url
from resource_catalog.links.judge.interstitials.taken_over import count_trade_words
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.page_memory import Main, share_left
from resource_catalog.links.judge.page.sentences import is_script_frame
from resource_catalog.links.judge.page.target_match import match_of
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.model.ledger.link_ledger import DAYS_TO_KNOW

LOST = 0.34
"""A page with no larger share of its words left may have lost what it said …"""

ALL_LOST = 0.14
"""… and one with no larger share than this has, but for a few words that any text may share."""

SMALLER = 0.6
"""A page has lost much of its text if no larger share of that is left."""

TRADE_WORDS = 4
"""So many words of a trade that buys lapsed names tell that it has moved in under an old title."""

LIKE = 0.34
"""A page with a larger share of the promised words may be about the same thing …"""

ABOUT_IT = 0.6
"""… and one with this share of them is."""


def judge_lost_words(target: Target, visit: Visit, page: HtmlFacts | None) -> Judgment | None:
    """Whether a page has lost its words; None if it has not, or if too few are known."""
    memory = target.memory
    if page is None or page.is_cut or memory.days < DAYS_TO_KNOW or is_consent_url(visit.url):
        return None
    share = share_left(memory, page)
    if share > LOST or page.shows_document:
        return None
    if page.needs_script:
        return Judgment("unverified", "is filled in by a script now, which this program cannot run")
    has_title = bool(target.title) and has_title_heading(target.title, page)
    if is_script_frame(page) and (has_title or share > ALL_LOST):
        return None
    if not has_title:
        if _may_be_called_otherwise(target, page, share):
            return None
        heading = next(filter(None, (page.title, page.og_title, *page.headings)), "")[:80]
        now = f", and is headed “{heading}” now" if heading else ""
        return Judgment("drift", f"has hardly any of the words that it had before{now}")
    if _has_lost_text(target, page):
        return Judgment(
            "drift", "still has its title, but hardly any of the text that stood below it"
        )
    return None


def _may_be_called_otherwise(target: Target, page: HtmlFacts, share: float) -> bool:
    """Whether a page without the title may be the thing all the same."""
    main, memory = Main(page), target.memory
    works_now = main.shows_work and not memory.shows_work
    if share > ALL_LOST and works_now and main.shows_player:
        return True  # what was text is a file or a video now
    if not target.title or (main.size <= SMALLER * memory.size and not works_now):
        return False
    return match_of(target, page).words > (LIKE if share > ALL_LOST else ABOUT_IT)


def _has_lost_text(target: Target, page: HtmlFacts) -> bool:
    """Whether a page with the title has nothing in place of the text that it had."""
    main, memory = Main(page), target.memory
    is_elsewhere = main.shows_player and not memory.shows_work
    if is_elsewhere or main.can_unfold:
        return False
    is_smaller = main.size <= SMALLER * memory.size
    lost_work = memory.shows_work and not (main.shows_work or main.has_button)
    return is_smaller or lost_work or count_trade_words(target, page) >= TRADE_WORDS
