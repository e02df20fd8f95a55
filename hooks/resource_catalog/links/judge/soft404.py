"""Detect soft 404s: error and home pages that are served with a success status.

Compares the text of a page, the redirect target, and the pages at probe URLs that do not exist.
Each can be wrong, so a page that shows the title of the resource always counts as good. Nothing
here makes requests.
"""

from __future__ import annotations

import hashlib
import re
from difflib import SequenceMatcher
from urllib.parse import unquote

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.html_facts import HtmlFacts
from resource_catalog.links.judge.url_normalization import ParsedUrl
from resource_catalog.model import title_matching

_BARE_PHRASE = re.compile(r"(?:404|410|not found|nothing here|nothing found|introuvable)")
_NAMES_PAGE = re.compile(r"page|pagina|seite|sidan|sid[ae]|strona|strank|страниц|site|url|file")
_FILLER_WORDS = frozenset(
    title_matching.fold_text(
        """
    oops ooops uh oh whoops sorry error http status code specified given selected the that this
    your we re are is it a an i
    page pagina seite lo siento ups hoppla leider desole entschuldigung requested you 404 410
    looking for here there s but was in on at lamento perdon ops mi dispiace huom beklager
    ошибка помилка грешка σφαλμα 오류 에러 خطا エラー 错误 錯誤
    erro errore erreur fehler fout oeps fejl feil fel virhe blad hata hiba chyba loi eroare
    """
    ).split()
)
_WEAK_PHRASE = re.compile(
    r"\b(?:page|file|document) not found\b|\berror 404\b|\b404 (?:error|not found)\b"
)
_ERROR_PATH = re.compile(
    r"(?:^|[/_.-])(?:404|410|(?:page|file)?[-_]?not[-_]?found|error[-_]?page)(?:\.\w{2,5})?/?$"
    r"|/(?:errors?|err|missing|missing-page|gone|oops|sorry|unavailable|broken-?link|dead-?link"
    r"|no-?page|invalid|fehler|erreur|errore|no-?encontrad[oa])(?:\.\w{2,5})?/?$"
    r"|^/errors?/[^/]*/?$|/404[/.]",
    re.IGNORECASE,
)
_ERROR_QUERY = re.compile(
    r"(?:^|&)(?:aspxerrorpath=|404;|(?:error|err|e|status|code|msg|message)="
    r"(?:404|410|not-?_?found|notfound|page-?_?not-?_?found)|not-?_?found|notfound=)",
    re.IGNORECASE,
)
_SEARCH_PATH = re.compile(
    r"/(?:search|suche|recherche|buscar|busca|zoeken)(?:\.\w+|/results?)?/?$", re.IGNORECASE
)
_HOME_PATH = re.compile(
    r"/?|/(?:index|default|home|main|welcome|start)(?:\.\w{2,5})?/?|/home-?page/?", re.IGNORECASE
)
_LANGUAGE_PREFIX = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.IGNORECASE)
_WORD_WITH_DIGIT = re.compile(r"\b(?=\w*\d)\w+\b")
_ID_PARAMETER = re.compile(
    r"(?:^|&)(?P<name>id|p|pid|nid|aid|uid|vid|docid|doc|document|page_?id|post|post_?id|article|article_?id|item|item_?id|entry|record|resource|resource_?id|file|key|code|guid|slug|title|name|page|view|content_?id|product_?id|story|q)=(?P<value>[^&]+)",
    re.IGNORECASE,
)
_MAX_COMPARED_WORDS = 400


def shows_title(title: str, page: HtmlFacts) -> bool:
    """Whether a page shows the title of the resource in its title, headings or text."""
    if has_title_heading(title, page):
        return True
    parts = [
        part
        for part in _title_variants(title)
        if len(title_matching.significant_words(part)) > 1 or not part.isascii()
    ]
    return any(title_matching.contains_phrase(page.text, part) for part in parts)


def has_title_heading(title: str, page: HtmlFacts, *, trust_error_titles: bool = True) -> bool:
    """Whether a page shows the title of the resource in its title or headings.

    The title of a “not found” page may contain the name of the site; it is ignored if
    ``trust_error_titles`` is false.
    """
    wanted = _title_variants(title)
    if not wanted:
        return False
    named = [page.title, page.og_title]
    if (
        not trust_error_titles
        and _is_not_found_title(page.title)
        and not _is_not_found_title(title)
    ):
        named = []
    headings = [title_matching.normalize_text(text) for text in (*named, *page.headings)]
    if any(
        title_matching.contains_phrase(heading, part) for heading in headings for part in wanted
    ):
        return True
    significant = title_matching.significant_words(wanted[0])
    return len(significant) >= 3 and any(
        len(significant & title_matching.significant_words(heading)) >= 0.75 * len(significant)
        for heading in headings
    )


def _title_variants(title: str) -> list[str]:
    whole, main = (
        title_matching.normalize_text(title),
        title_matching.normalize_text(title_matching.without_subtitle(title)),
    )
    return [part for part in dict.fromkeys((whole, main)) if part]


def heading_matches_url(url: ParsedUrl, page: HtmlFacts) -> bool:
    """Whether the title or a heading has most of the words in the last segment of the URL."""
    last = unquote(url.segments[-1]) if url.segments else ""
    wanted = {
        w
        for w in title_matching.significant_words(
            title_matching.normalize_text(last.rpartition(".")[0] or last)
        )
        if len(w) > 2
    }
    wanted = {word for word in wanted if not word.isdigit()}
    if len(wanted) < 2:
        return False
    return any(
        len(wanted & title_matching.significant_words(title_matching.normalize_text(heading)))
        >= 0.75 * len(wanted)
        for heading in (page.title, page.og_title, *page.headings)
    )


def is_not_found_page(page: HtmlFacts) -> bool:
    """Whether a page is a “not found” page, not an article about such pages."""
    if page.prerender_status in {"404", "410"}:
        return True
    has_error_heading = any(_is_not_found_phrase(text) for text in page.h1_headings)
    has_error_title = _is_not_found_title(page.title)
    if has_error_title and (has_error_heading or not page.h1_headings):
        return True
    is_only_heading = not page.title or len(page.h1_headings) == 1
    if has_error_heading and is_only_heading and not _is_article(page):
        return True
    if has_error_title or has_error_heading:
        return page.word_count < 150 or bool(phrases.NOT_FOUND_TEXT.search(page.text))
    if page.word_count >= 150:
        return False
    if not page.h1_headings and any(_is_not_found_phrase(text) for text in page.headings[:2]):
        return True
    if page.word_count >= 120:
        return False
    has_other_heading = any(
        len(normalized.split()) > 3 and not phrases.APOLOGY.fullmatch(normalized)
        for normalized in map(title_matching.normalize_text, page.headings)
    )
    return bool(
        phrases.NOT_FOUND_TEXT.search(page.text)
        or _is_not_found_phrase(page.text[:300])
        or (not has_other_heading and _WEAK_PHRASE.search(page.text))
    )


def seems_gone(title: str, page: HtmlFacts) -> bool:
    """Whether a short page that shows little of the title has weak “not found” phrases."""
    wanted = {
        word
        for word in title_matching.significant_words(title_matching.normalize_text(title))
        if len(word) > 3
    }
    if not wanted or page.word_count >= 100:
        return False
    headings = [title_matching.normalize_text(text) for text in (page.title, *page.headings)]
    shown = title_matching.significant_words(" ".join((*headings, page.text)))
    if 2 * len(wanted & shown) > len(wanted):
        return False
    main_headings = page.headings or (page.title,)
    apologies = [
        phrases.APOLOGY.fullmatch(title_matching.normalize_text(heading))
        or _is_not_found_phrase(heading)
        for heading in main_headings
    ]
    if all(apologies):
        if any(len(found[0]) > 12 for found in phrases.NOT_FOUND.finditer(page.text)):
            return True
        return bool(phrases.GONE_WEAK.search(page.text))
    return any(_is_gone_heading(text) for text in (page.title, *page.headings))


def _is_gone_heading(heading: str) -> bool:
    normalized = title_matching.normalize_text(heading)
    if heading.rstrip().endswith("?") or len(normalized.split()) > 9:
        return False
    return any(
        len(normalized[found.end() :].split()) <= (4 if "find" in found[0] else 1)
        for found in phrases.GONE_WEAK.finditer(normalized)
    )


def is_not_found_text(text: str) -> bool:
    """Whether a response that is not HTML is a “not found” message."""
    if text.lstrip().startswith("<"):  # an error in XML: its code, then its message
        return len(text) < 1000 and any(
            map(_is_not_found_phrase, re.findall(r">([^<>]{3,120})<", text))
        )
    normalized = title_matching.normalize_text(text[:400])
    return len(normalized) < 120 and _is_not_found_phrase(
        normalized.removeprefix("error ").removeprefix("message ")
    )


def _is_article(page: HtmlFacts) -> bool:
    return page.word_count > 400 and not phrases.NOT_FOUND_TEXT.search(page.text)


def _is_not_found_title(title: str) -> bool:
    parts = title_matching.title_parts(title)
    if _is_not_found_phrase(title):
        return True
    error_parts = [part for part in parts if _is_not_found_phrase(part)]
    others = [part for part in parts if part not in error_parts]
    return bool(error_parts) and all(
        len(title_matching.normalize_text(part).split()) <= 6 for part in others
    )


def _is_not_found_phrase(text: str) -> bool:
    normalized = title_matching.normalize_text(text)
    if not normalized or len(normalized) > 160 or text.rstrip().endswith("?"):
        return False
    rest = phrases.NOT_FOUND.sub(" ", normalized)
    if rest.strip() == normalized:
        return False
    other_words = [word for word in rest.split() if word not in _FILLER_WORDS]
    if not other_words:
        return True
    phrase = " ".join(found[0].strip() for found in phrases.NOT_FOUND.finditer(normalized))
    if _BARE_PHRASE.fullmatch(phrase):
        return False
    return len(other_words) <= (
        2 if _NAMES_PAGE.search(phrase) else 1 if "not found" in phrase else 0
    )


def is_home_page(url: ParsedUrl) -> bool:
    """Whether a URL is that of a home page, with or without a language prefix."""
    path, fragment = _LANGUAGE_PREFIX.sub("", url.path, count=1), url.fragment.lstrip("!")
    return (
        bool(_HOME_PATH.fullmatch(path))
        and not _ID_PARAMETER.search(url.query or "")
        and (not url.fragment.startswith(("/", "!")) or bool(_HOME_PATH.fullmatch(fragment)))
    )


def is_error_page(url: ParsedUrl) -> bool:
    """Whether a URL is that of an error page."""
    return bool(_ERROR_PATH.search(url.path) or _ERROR_QUERY.search(url.query or ""))


def is_search_page(url: ParsedUrl) -> bool:
    """Whether a URL is that of search results."""
    return bool(_SEARCH_PATH.search(url.path) or re.search(r"(?:^|&)s=", url.query or ""))


def probe_urls(url: ParsedUrl) -> list[ParsedUrl]:
    """URLs that should not exist: with the last path segment replaced, then the one before it.

    Where the resource is identified by a query parameter, only that is replaced.
    """
    token = hashlib.sha256(url.origin.encode()).hexdigest()[:10]
    query = url.query
    found = _ID_PARAMETER.search(query or "")
    if query and found:
        value = "9" + str(int(token, 16))[:9] if found["value"].isdigit() else f"no-such-{token}"
        changed = query[: found.start("value")] + value + query[found.end("value") :]
        return [_with_path(url, url.path, changed)]
    segments = url.path.split("/")
    positions = [index for index, part in enumerate(segments) if part]
    if not positions:
        return []
    probes = []
    for index in reversed(positions[-2:]):
        changed_segments = list(segments)
        _, dot, extension = changed_segments[index].rpartition(".")
        suffix = (
            f".{extension}" if dot and 0 < len(extension) <= 5 and index == positions[-1] else ""
        )
        changed_segments[index] = f"no-such-page-{token}{suffix}"
        probes.append(_with_path(url, "/".join(changed_segments), None))
    return probes


def _with_path(url: ParsedUrl, path: str, query: str | None) -> ParsedUrl:
    return ParsedUrl(url.scheme, url.host, url.port, path, query, "")


def same_page(one: HtmlFacts, one_url: ParsedUrl, other: HtmlFacts, other_url: ParsedUrl) -> bool:
    """Whether two URLs returned the same page, apart from text that varies between requests."""
    headings = [
        [_stable_text(text, url) for text in (page.title, *page.h1_headings)]
        for page, url in ((one, one_url), (other, other_url))
    ]
    if headings[0] != headings[1]:
        return False
    first, second = (
        _stable_text(one.text, one_url).split(),
        _stable_text(other.text, other_url).split(),
    )
    if first == second:
        return True
    if abs(len(first) - len(second)) > 0.1 * max(len(first), len(second)) + 3:
        return False
    first, second = first[:_MAX_COMPARED_WORDS], second[:_MAX_COMPARED_WORDS]
    if min(len(first), len(second)) < 12:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.92


def _stable_text(text: str, url: ParsedUrl) -> str:
    """Normalized text without echoes of the URL, and with numbers and dates replaced."""
    normalized = title_matching.normalize_text(text)
    path = unquote(url.path)
    for echo in (
        url.request_url,
        path,
        *sorted(path.split("/"), key=len, reverse=True)[:3],
        url.query or "",
    ):
        normalized_echo = title_matching.normalize_text(echo)
        if len(normalized_echo) >= 3:
            normalized = f" {normalized} ".replace(f" {normalized_echo} ", " ").strip()
    return " ".join(_WORD_WITH_DIGIT.sub("0", normalized).split())
