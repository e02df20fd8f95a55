"""Judge pages that show nothing of what the catalog promised, or nothing beside its title.

No list of notices has them all. What they have in common is what they lack; of the rest, a few
small words of any language decide (see :mod:`…judge.phrases.small_words`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.interstitials import SHORT_PAGE_WORDS
from resource_catalog.links.judge.link_redirects import is_shortener
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.languages import may_share_language
from resource_catalog.links.judge.page.main_part import MainPart, main_part, sections_of
from resource_catalog.links.judge.page.promise import (
    Promise,
    Sentence,
    is_script_frame,
    promise_of,
    shares_nothing,
    size_of,
    stems,
)
from resource_catalog.links.judge.page_urls import registered_domain
from resource_catalog.links.judge.phrases import notice_stems, small_words
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.targets import Target
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

SHORT = 18
"""A notice is short; a longer sentence tells of something."""

BARE_REST = 16
"""A page with no more words beside its title shows nothing but that."""

CLOSED_REST = 26
"""The same for a form that is closed, which still says whom to ask."""

MOVED_REST = 30
"""The same for a page that names another site, and links to that."""

ENOUGH_WORDS = 12
"""A page with fewer words may show what was promised in a picture."""

SOLD_WORDS = 80
"""A page that offers the name of a site is short."""

ARTICLE = 4
"""Letters that may stand before the name of a site."""

NEAR = 4
"""A notice is among the first so many sentences."""

NAME_WORDS = 5
"""The name of a site has so many words at most."""

_PLAYER = re.compile(r"<(?:i?frame|video|audio|object|embed|canvas)\b")

_THINGS = (small_words.HERE, small_words.THING, small_words.ANSWERS)
_NOT_THERE = (
    notice_stems.GONE,
    notice_stems.CLOSED,
    notice_stems.SOON,
    notice_stems.MOVED,
    small_words.NO_LONGER,
    small_words.NOT_YET,
    small_words.OVER,
)


def judge_bare_page(
    target: Target,
    requested: ParsedUrl,
    page: HtmlFacts,
    promise: Promise,
    everything: Sequence[Sentence],
    *,
    is_redirected: bool,
) -> Judgment | None:
    """Whether a page that keeps little of the promise only says that something is not there."""
    if promise.is_shown or promise.headings >= 0.5:
        found = _title_only(
            target, requested, page, is_redirected=is_redirected
        ) or _notice_below_title(target, page)
        if found is not None or promise.is_shown:
            return found
    if not _may_be_another(target, page):
        return None
    main = main_part(page)
    names_site = _is_site_name(page, requested)
    if promise.is_likely:
        notice = _taken_away(main) if names_site and not promise.names_author else None
        return Judgment("soft404", f"shows its site, and says: “{notice}”") if notice else None
    if (
        not main.shows_more
        and _size(main.sentences) <= CLOSED_REST
        and _leads_away(main, requested)
    ):
        said = " ".join(sentence.normalized for sentence in main.sentences)
        if small_words.NOW.search(said):
            quoted = " ".join(sentence.text for sentence in main.sentences)[:80]
            return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    notice = _notice(everything, names_site=names_site)
    if notice is None or not (names_site or shares_nothing(target, page)):
        return None
    return Judgment("soft404", f"shows nothing of what was promised, and says: “{notice}”")


def judge_other_page(
    target: Target, requested: ParsedUrl, visit: Visit, page: HtmlFacts
) -> Judgment | None:
    """Whether a page has no word of what the catalog promised, and is in the same language."""
    if not target.title or size_of(page.text) < ENOUGH_WORDS or is_shortener(requested):
        return None
    if not shares_nothing(target, page) or is_script_frame(page):
        return None
    if promise_of(target, page).is_likely or not _may_be_another(target, page):
        return None
    shares_language = may_share_language(f"{target.title} {target.summary}", page.text)
    if shares_language is False:
        return None
    if _is_site_name(page, requested) and requested.segments and not visit.redirects:
        return Judgment("soft404", "shows its site, and nothing of what was promised")
    heading = next(filter(None, (page.title, page.og_title, *page.headings)), "")[:60]
    headed = f"headed “{heading}”" if heading else "without a heading"
    if shares_language is None:
        return Judgment("unverified", f"shows no word of the title, perhaps as it is {headed}")
    return Judgment("drift", f"shows nothing of what was promised, and is {headed}")


def _may_be_another(target: Target, page: HtmlFacts) -> bool:
    """Whether a page shows what can be compared, and not what was there at first."""
    if page.needs_script or _PLAYER.search(page.markup):
        return False
    if page.word_count < SHORT_PAGE_WORDS and page.text.count("cookie") > 1:
        return False  # it asks for consent before it shows anything
    return not (target.known_title and title_matching.same_title(target.known_title, page.title))


def is_offered_name(requested: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether a short page is headed by the name of its host, and has a price."""
    if page.word_count > SOLD_WORDS:
        return False
    host = normalize_text(requested.host.removeprefix("www."))
    headings = [normalize_text(text) for text in (page.title, *page.headings)]
    texts = " ".join((page.title, *page.headings, *main_part(page).texts))
    return host in headings and bool(
        small_words.PRICE.search(texts)
        or small_words.ADS.search(plain(page.text))
        or (page.word_count <= SOLD_WORDS / 2 and notice_stems.OFFER.search(plain(page.text)))
        or phrases.FOR_SALE.search(page.text)
    )


def _title_only(
    target: Target, requested: ParsedUrl, page: HtmlFacts, *, is_redirected: bool
) -> Judgment | None:
    """Whether a page has the title, and beside it a short notice or nothing."""
    main = main_part(page)
    title = plain(normalize_text(target.title))
    if small_words.NO.search(title) or small_words.OVER.search(title):
        return None  # a lesson about such notices
    if main.shows_more or main.leads_on or page.needs_script or page.has_contact_form:
        return None
    rest = _beside_title(main, target.title)
    size = _size(rest)
    if size > CLOSED_REST:
        return None
    said = " ".join(sentence.normalized for sentence in rest)
    quoted = " ".join(sentence.text for sentence in rest)[:80]
    is_over = small_words.OVER.search(said) or small_words.NO_LONGER.search(said)
    if "javascript" in said or (is_over and notice_stems.STILL.search(said)):
        return None
    asks = small_words.ANSWERS.search(f"{title} {said}")
    if is_over and asks:
        return Judgment("soft404", f"it is over: “{quoted}”")
    if (
        _names_other_site(main, requested)
        and size <= MOVED_REST
        and any(words.search(said) for words in (small_words.NOW, small_words.HERE, small_words.WE))
    ):
        return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    if size > BARE_REST:
        return None
    if not rest:
        return None
    if _leads_away(main, requested) and small_words.NOW.search(said):
        return Judgment("soft404", f"it has moved, and only a notice says so: “{quoted}”")
    speaks_of_itself = small_words.HERE.search(said) or small_words.SORRY.search(said)
    is_not_there = is_over or any(
        words.search(said) for words in (small_words.NO, small_words.NOT_YET)
    )
    if (speaks_of_itself or is_redirected) and is_not_there:
        return Judgment("soft404", f"shows its title, and beside it only: “{quoted}”")
    return None


def _notice_below_title(target: Target, page: HtmlFacts) -> Judgment | None:
    """Whether all that stands below the title is a notice, and the rest is about other things."""
    title = normalize_text(target.title)
    sections = sections_of(page)
    named = [title_matching.contains_phrase(normalize_text(name), title) for name, _ in sections]
    if named.count(True) != 1 or named[-1] or page.needs_script:
        return None
    place = named.index(True)
    below, rest = sections[place][1], sections[place + 1 :]
    if below.shows_more or below.leads_on or not 0 < _size(below.sentences) <= BARE_REST:
        return None
    if stems(title) & stems(" ".join(f"{name} {' '.join(part.texts)}" for name, part in rest)):
        return None
    for sentence in below.sentences:
        if _matches(sentence, _THINGS) and _matches(sentence, _NOT_THERE):
            return Judgment("soft404", f"below its title only: “{sentence.text[:80]}”")
    return None


def _taken_away(main: MainPart) -> str | None:
    """What stands near the top of a page, if it says who took the thing away."""
    for sentence in [one for one in main.sentences if one.size > 2][:NEAR]:
        is_taken = _matches(sentence, (small_words.WHO,)) and _matches(
            sentence, (small_words.THIS,)
        )
        if sentence.size <= SHORT and is_taken and _matches(sentence, _THINGS):
            return sentence.text[:80]
    return None


def _matches(sentence: Sentence, words: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.search(sentence.normalized) for pattern in words)


def _notice(everything: Sequence[Sentence], *, names_site: bool) -> str | None:
    """A short sentence that says sorry, or that something here is not or no longer."""
    for sentence in everything:
        said = sentence.normalized
        if sentence.size > SHORT or sentence.text.endswith(("?", "？", "؟")):
            continue
        is_over = small_words.NO.search(said) or small_words.OVER.search(said)
        speaks = any(words.search(said) for words in (*_THINGS, small_words.WE))
        is_taken = small_words.WHO.search(said) and small_words.THIS.search(said)
        if small_words.SORRY.search(said) or (names_site and speaks and (is_over or is_taken)):
            return sentence.text[:80]
    return None


def _is_site_name(page: HtmlFacts, requested: ParsedUrl) -> bool:
    """Whether the title of a page begins with the name of its host, as far as that is readable."""
    host = normalize_text(registered_domain(requested.host).partition(".")[0]).replace(" ", "")
    title = plain(normalize_text(page.title))
    if len(host) > 3 and host in title.replace(" ", "")[: len(host) + ARTICLE]:
        return True
    return not title.isascii() and size_of(title) <= NAME_WORDS


def _beside_title(main: MainPart, title: str) -> list[Sentence]:
    own = plain(normalize_text(title))
    return [
        sentence
        for sentence in main.sentences
        if sentence.normalized not in own and own not in sentence.normalized
    ]


def _names_other_site(main: MainPart, requested: ParsedUrl) -> bool:
    """Whether a page links to another site, and names it in its text."""
    here, text = registered_domain(requested.host), " ".join(main.texts).lower()
    return any(
        registered_domain(host) != here and host.removeprefix("www.") in text
        for host in main.linked_hosts
    )


def _size(sentences: Sequence[Sentence]) -> int:
    return sum(max(sentence.size, _signs(sentence) // 2) for sentence in sentences)


def _signs(sentence: Sentence) -> int:
    """The signs of a sentence in an unspaced script; two of them are about a word."""
    return sum("\u3040" <= sign <= "\u9fff" for sign in sentence.normalized)


def _leads_away(main: MainPart, requested: ParsedUrl) -> bool:
    here = registered_domain(requested.host)
    return any(registered_domain(host) != here for host in main.linked_hosts)
