"""Judge the pages of new owners of a site: its name for sale, or another trade under it."""

from __future__ import annotations

import re

from resource_catalog.links.judge.interstitials import SEARCHED_CHARS
from resource_catalog.links.judge.interstitials.domain_sales import (
    is_offered_name,
    is_titled_by_name,
)
from resource_catalog.links.judge.page.expected_title import has_title_heading
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import MainPart, main_part
from resource_catalog.links.judge.page.sentences import Sentence, heading_sentences
from resource_catalog.links.judge.page.target_match import TargetMatch, is_named_like, match_of
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases import notice_stems, notice_words, trade_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target
from resource_catalog.links.url_parsing import ParsedUrl
from resource_catalog.model.title_matching import normalize_text

FEW_TRADE_WORDS = 3
"""So many words of a trade decide, one of them in a heading."""

SOME_TRADE_WORDS = 4
"""The same for a page that is called like its host, as the entry is."""

MANY_TRADE_WORDS = 6
"""The same for a page that has words of the title as well, or none of the trade in a heading."""

SUSPENDED_WORDS = 80
"""The page of a hosting service that switched a site off has no more words."""

SUSPENDED_HEADING = 8
"""Its heading has no more words."""

SOLD_WORDS = 20
"""A page with no more words in its main part shows nothing but its offer."""


def judge_suspended_account(target: Target, page: HtmlFacts) -> Judgment | None:
    """Whether a hosting service says that it switched the site off."""
    if page.word_count > SUSPENDED_WORDS or has_title_heading(target.title, page):
        return None
    for sentence in heading_sentences(page):
        if sentence.size <= SUSPENDED_HEADING and notice_stems.SUSPENDED.search(
            sentence.normalized
        ):
            return Judgment("soft404", f"the site was switched off: “{sentence.text[:80]}”")
    return None


def judge_new_sign_in(target: Target, requested: ParsedUrl, page: HtmlFacts) -> Judgment | None:
    """Whether a page that asks to sign in is that of another trade."""
    if not target.title or not page.has_password_field:
        return None
    match = match_of(target, page)
    return judge_trade(target, requested, match, page, heading_sentences(page))


def judge_sale(
    target: Target,
    requested: ParsedUrl,
    match: TargetMatch,
    page: HtmlFacts,
    headings: list[Sentence],
) -> Judgment | None:
    """Whether a short page offers the name of the site, which may be that of the entry."""
    if page.word_count > 150 or (match.is_shown and not is_named_like(target.title, requested)):
        return None
    if match.words >= 0.5 and len(stems(target.summary)) > 2:
        return None  # the site is at work, whatever it says of its name
    host = re.escape(normalize_text(requested.host.removeprefix("www.")))
    offered = any(
        re.search(rf"\b{host}\b", sentence.normalized)
        and notice_stems.OFFER.search(sentence.normalized)
        for sentence in headings
    )
    text = " ".join(
        (*(sentence.normalized for sentence in headings), plain(page.text[:SEARCHED_CHARS]))
    )
    if (
        offered
        or is_offered_name(requested, page)
        or is_titled_by_name(requested, page)
        or _offers_domain(headings, text, main_part(page))
    ):
        return Judgment("parked", "the name of the site is for sale")
    return None


def _offers_domain(headings: list[Sentence], text: str, main: MainPart) -> bool:
    """Whether one sentence speaks of domains and of an offer, or the whole of a very short page."""
    if main.size <= SOLD_WORDS:
        return bool(notice_stems.DOMAIN.search(text) and notice_stems.OFFER.search(text))
    return any(
        notice_stems.DOMAIN.search(one.normalized)
        and (notice_stems.OFFER.search(one.normalized) or notice_words.PRICE.search(one.text))
        for one in (*headings, *main.sentences)
    )


def judge_trade(
    target: Target,
    requested: ParsedUrl,
    match: TargetMatch,
    page: HtmlFacts,
    headings: list[Sentence],
) -> Judgment | None:
    """Whether a page sells what those sell who take over lapsed names.

    A new owner may keep the name of a site: where the entry is called like its host, the name in
    the page proves nothing, and more words of the trade decide.
    """
    host = requested.host.replace("-", "")
    keeps_name = match.is_shown and all(
        word in host for word in plain(normalize_text(target.title)).split()
    )
    if (match.is_shown and not keeps_name) or match.names_author:
        return None
    is_about = keeps_name or _is_about(target, requested, page, headings)
    promised = plain(normalize_text(f"{target.title} {target.summary}"))
    heading = " ".join(sentence.normalized for sentence in headings)
    for trade, pattern in trade_words.TRADES.items():
        known = {found[0] for found in pattern.finditer(promised)}
        if known and not notice_words.PRICE.search(page.markup):
            continue  # a lesson about it
        in_headings = {found[0] for found in pattern.finditer(heading)}
        everywhere = in_headings | {
            found[0] for found in pattern.finditer(plain(page.text[:SEARCHED_CHARS]))
        }
        if known:  # a lesson has no price, and these words in its title
            in_headings, everywhere = in_headings - known, everywhere - known
            many = MANY_TRADE_WORDS
        elif keeps_name and in_headings:
            many = SOME_TRADE_WORDS
        else:
            many = MANY_TRADE_WORDS if is_about else FEW_TRADE_WORDS
        if (in_headings or keeps_name) and len(everywhere) >= many:
            return Judgment("parked", f"the page now sells {trade}; it was “{page.title[:60]}”")
    return None


def count_trade_words(target: Target, page: HtmlFacts) -> int:
    """How many words a page has of one trade that nothing in the entry speaks of."""
    promised = plain(normalize_text(f"{target.title} {target.summary}"))
    text = plain(page.text[:SEARCHED_CHARS])
    trades = (trade for trade in trade_words.TRADES.values() if not trade.search(promised))
    return max((len({found[0] for found in trade.finditer(text)}) for trade in trades), default=0)


def _is_about(
    target: Target, requested: ParsedUrl, page: HtmlFacts, headings: list[Sentence]
) -> bool:
    """Whether a page has half of the title's words, without those in the name of the host."""
    host = normalize_text(requested.host).replace(" ", "")
    wanted = {word for word in stems(target.title) if word not in host}
    text = " ".join((*(sentence.normalized for sentence in headings), page.text))
    return bool(wanted) and len(wanted & stems(text)) * 2 >= len(wanted)
