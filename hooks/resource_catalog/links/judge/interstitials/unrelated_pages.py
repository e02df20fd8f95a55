"""Judge pages that show nothing of what the catalog promised: notices, or something else.

No list of notices has them all. What they have in common is what they lack; of the rest, a few
small words of any language decide (see :mod:`…judge.phrases.notice_words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.link_redirects import is_shortener
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, main_part, size_of_all
from resource_catalog.links.judge.page.sentences import Sentence, is_script_frame, size_of
from resource_catalog.links.judge.page.target_match import TargetMatch, match_of, shares_nothing
from resource_catalog.links.judge.page.title_language import may_share_language
from resource_catalog.links.judge.phrases import notice_words, trade_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.notice_words import NOT_THERE, says
from resource_catalog.links.judge.phrases.page_words import specific_size
from resource_catalog.links.judge.url_kinds import registered_domain
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

SHORT = 18
"""A notice is short; a longer sentence tells of something."""

NEAR = 4
"""A notice is among the first so many sentences."""

AWAY_WORDS = 40
"""The same for a page that shows nothing of what was promised, and links to another host."""

ENOUGH_WORDS = 12
"""A page with fewer words may show what was promised in a picture."""

LONG_TEXT = 200
"""Letters of a text that surely has enough words."""

ARTICLE = 4
"""Letters that may stand before the name of a site."""

NAME_WORDS = 5
"""The name of a site has so many words at most."""

SPECIFIC = 0.2
"""A notice has no more than this share of words that no page has but one about something."""

_PLAYER = re.compile(r"<(?:i?frame|video|audio|object|embed|canvas)\b")


def judge_site_notice(
    target: Target,
    requested: ParsedUrl,
    page: HtmlFacts,
    match: TargetMatch,
    everything: Sequence[Sentence],
) -> Judgment | None:
    """Whether a page that does not show the title says that something is not there."""
    if page.needs_script:
        return _said_in_frame(page)
    if not _may_be_another(target, page):
        return None
    main = main_part(page)
    names_site = _may_be_site_name(page, requested)
    is_short = not main.shows_more and main.size <= AWAY_WORDS
    if is_short and match.headings == 0 and main.leads_away(requested.host):
        said = " ".join(sentence.normalized for sentence in main.sentences)
        if says(said, notice_words.NOW):
            quoted = " ".join(sentence.text for sentence in main.sentences)[:80]
            return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    if not match.is_likely and (notice := _plain_notice(main, page)):
        is_sure = names_site or shares_nothing(target, page)
        reason = f"does not show the title, and says: “{notice}”"
        return Judgment("soft404" if is_sure else "drift", reason)
    if match.is_likely:
        notice = _taken_away(main) if names_site and not match.names_author else None
        return Judgment("soft404", f"shows its site, and says: “{notice}”") if notice else None
    notice = _notice(everything, names_site=names_site)
    if notice is None or not (names_site or shares_nothing(target, page)):
        return None
    return Judgment("soft404", f"shows nothing of what was promised, and says: “{notice}”")


def judge_other_page(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether a page has no word of what the catalog promised, and is in the same language."""
    if not target.title or _size(page.text) < ENOUGH_WORDS or is_shortener(requested):
        return None
    if not shares_nothing(target, page) or is_script_frame(page):
        return None
    if match_of(target, page).is_likely or not _may_be_another(target, page):
        return None
    shares_language = may_share_language(
        f"{target.title} {target.summary}", page.text, page.language
    )
    if shares_language is False:
        return None
    if _is_site_name(page, requested) and requested.segments and not visit.redirects:
        return Judgment("soft404", "shows its site, and nothing of what was promised")
    heading = next(filter(None, (page.title, page.og_title, *page.headings)), "")[:60]
    headed = f"headed “{heading}”" if heading else "without a heading"
    if shares_language is None and not _sells(page):
        return Judgment("unverified", f"shows no word of the title, perhaps as it is {headed}")
    return Judgment("drift", f"shows nothing of what was promised, and is {headed}")


def _size(text: str) -> int:
    """About how many words a text has; a long one need not be counted."""
    if len(text) > LONG_TEXT:
        return ENOUGH_WORDS
    return size_of_all([Sentence(text, text, size_of(text))])


def _sells(page: HtmlFacts) -> bool:
    """Whether a heading has a word of a trade, and the page has a price."""
    headings = plain(normalize_text(" ".join((page.title, *page.headings))))
    is_trade = any(pattern.search(headings) for pattern in trade_words.TRADES.values())
    return is_trade and bool(notice_words.PRICE.search(" ".join(main_part(page).texts)))


def _said_in_frame(page: HtmlFacts) -> Judgment | None:
    """Whether the server has written into the frame of a script that nothing is there."""
    for heading in page.headings:
        said = plain(normalize_text(heading))
        is_not = says(said, notice_words.NO, notice_words.OVER) and "javascript" not in said
        if is_not and says(said, *notice_words.THINGS):
            return Judgment("soft404", f"the page says: “{heading[:80]}”")
    return None


def _may_be_another(target: Target, page: HtmlFacts) -> bool:
    """Whether a page shows what can be compared, and not what was there at first."""
    if page.needs_script or _PLAYER.search(page.markup):
        return False
    if page.word_count < SHORT_PAGE_WORDS and page.text.count("cookie") > 1:
        return False  # it asks for consent before it shows anything
    return not (target.known_title and title_matching.same_title(target.known_title, page.title))


def _taken_away(main: MainPart) -> str | None:
    """What stands near the top of a page, if it says who took the thing away."""
    for sentence in [one for one in main.sentences if one.size > 2][:NEAR]:
        said = sentence.normalized
        is_taken = says(said, notice_words.WHO) and says(said, notice_words.THIS)
        if sentence.size <= SHORT and is_taken and says(said, *notice_words.THINGS):
            return sentence.text[:80]
    return None


def _plain_notice(main: MainPart, page: HtmlFacts) -> str | None:
    """A sentence near the top that says that something is not there, and nothing else."""
    if page.has_contact_form:
        return None
    for sentence in [one for one in main.sentences if one.size > 2][:NEAR]:
        said = sentence.normalized
        if sentence.size > SHORT or sentence.is_question or "cookie" in said:
            continue
        size = size_of_all([sentence])
        if specific_size(sentence.text, page.title) > SPECIFIC * size:
            continue
        is_not = says(said, *NOT_THERE, notice_words.NO, notice_words.SORRY, notice_words.WANTED)
        is_not = is_not or (says(said, notice_words.WHO) and says(said, *notice_words.THINGS))
        if is_not and not says(said, notice_words.NEED, notice_words.ROBOT):
            return sentence.text[:80]
    return None


def _notice(everything: Sequence[Sentence], *, names_site: bool) -> str | None:
    """A short sentence that says sorry, or that something here is not or no longer."""
    for sentence in everything:
        said = sentence.normalized
        if sentence.size > SHORT or sentence.is_question:
            continue
        is_over = says(said, notice_words.NO, notice_words.OVER)
        is_taken = says(said, notice_words.WHO) and says(said, notice_words.THIS)
        speaks = says(said, *notice_words.THINGS, notice_words.WE)
        if says(said, notice_words.SORRY) or (names_site and speaks and (is_over or is_taken)):
            return sentence.text[:80]
    return None


def _may_be_site_name(page: HtmlFacts, requested: ParsedUrl) -> bool:
    """Whether the title of a page is the name of its site, or so short and in other letters."""
    title = plain(normalize_text(page.title))
    if _is_site_name(page, requested):
        return True
    return not title.isascii() and size_of(title) <= NAME_WORDS


def _is_site_name(page: HtmlFacts, requested: ParsedUrl) -> bool:
    """Whether the title of a page begins with the name of its host."""
    host = normalize_text(registered_domain(requested.host).partition(".")[0]).replace(" ", "")
    title = plain(normalize_text(page.title)).replace(" ", "")
    if len(host) > 3 and host in title[: len(host) + ARTICLE]:
        return True
    name = plain(normalize_text(next(iter(title_matching.title_parts(page.title)), "")))
    return len(name) > 5 and host.startswith(name.replace(" ", ""))
