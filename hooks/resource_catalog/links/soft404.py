"""Soft 404s: pages that say “not here” although the server says that all is well.

Nothing here asks anything. What a page says of itself, where a redirect ended
and what a made-up neighbour showed are compared; any of them can be wrong, so
a page that shows the title of the resource is always believed.
"""

from __future__ import annotations

import hashlib
import re
from difflib import SequenceMatcher
from urllib.parse import unquote

from resource_catalog.links import phrases, words
from resource_catalog.links.pages_read import Page
from resource_catalog.links.spelling import ParsedUrl

_BARE = re.compile(r"(?:404|410|not found|nothing here|nothing found|introuvable)")
_OF_PAGE = re.compile(r"page|pagina|seite|sidan|sid[ae]|strona|strank|страниц|site|url|file")
_FILLER = frozenset(
    words.fold_text(
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
_WEAK = re.compile(
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
_HOME = re.compile(
    r"/?|/(?:index|default|home|main|welcome|start)(?:\.\w{2,5})?/?|/home-?page/?", re.IGNORECASE
)
_LANGUAGE = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.IGNORECASE)
_CHANGING = re.compile(r"\b(?=\w*\d)\w+\b")
_IDENTITY = re.compile(
    r"(?:^|&)(?P<name>id|p|pid|nid|aid|uid|vid|docid|doc|document|page_?id|post|post_?id|article|article_?id|item|item_?id|entry|record|resource|resource_?id|file|key|code|guid|slug|title|name|page|view|content_?id|product_?id|story|q)=(?P<value>[^&]+)",
    re.IGNORECASE,
)
_ENOUGH = 400


def shows(title: str, page: Page) -> bool:
    """Whether a page shows the title of the resource anywhere a reader would see it."""
    if shows_on_top(title, page):
        return True
    parts = [
        part
        for part in _parts(title)
        if len(words.significant_words(part)) > 1 or not part.isascii()
    ]
    return any(words.contains_phrase(page.text, part) for part in parts)


def shows_on_top(title: str, page: Page, *, even_if_not_found: bool = True) -> bool:
    """Whether a page is headed by the title of the resource.

    The title of a page that says “not found” may still hold the name of its
    site; with ``even_if_not_found`` unset it is not looked at then.
    """
    wanted = _parts(title)
    if not wanted:
        return False
    named = [page.title, page.og_title]
    if not even_if_not_found and _title_says(page.title) and not _title_says(title):
        named = []
    tops = [words.normalize_text(text) for text in (*named, *page.headings)]
    if any(words.contains_phrase(top, part) for top in tops for part in wanted):
        return True
    telling = words.significant_words(wanted[0])
    return len(telling) >= 3 and any(
        len(telling & words.significant_words(top)) >= 0.75 * len(telling) for top in tops
    )


def _parts(title: str) -> list[str]:
    whole, main = words.normalize_text(title), words.normalize_text(words.without_subtitle(title))
    return [part for part in dict.fromkeys((whole, main)) if part]


def named_by(url: ParsedUrl, page: Page) -> bool:
    """Whether a page is headed by most of the words that its address was made of."""
    last = unquote(url.segments[-1]) if url.segments else ""
    wanted = {
        w
        for w in words.significant_words(words.normalize_text(last.rpartition(".")[0] or last))
        if len(w) > 2
    }
    wanted = {word for word in wanted if not word.isdigit()}
    if len(wanted) < 2:
        return False
    return any(
        len(wanted & words.significant_words(words.normalize_text(top))) >= 0.75 * len(wanted)
        for top in (page.title, page.og_title, *page.headings)
    )


def says_not_found(page: Page) -> bool:
    """Whether a page says of itself that nothing is here; an article about that does not."""
    if page.status_said in {"404", "410"}:
        return True
    heading = any(_is_phrase(text) for text in page.first_headings)
    title = _title_says(page.title)
    if title and (heading or not page.first_headings):
        return True
    if heading and (not page.title or len(page.first_headings) == 1) and not _long(page):
        return True
    if title or heading:
        return page.words < 150 or bool(phrases.NOT_FOUND_TEXT.search(page.text))
    if page.words >= 150:
        return False
    if not page.first_headings and any(_is_phrase(text) for text in page.headings[:2]):
        return True
    if page.words >= 120:
        return False
    headed = any(
        len(normalized.split()) > 3 and not phrases.APOLOGY.fullmatch(normalized)
        for normalized in map(words.normalize_text, page.headings)
    )
    return bool(
        phrases.NOT_FOUND_TEXT.search(page.text)
        or _is_phrase(page.text[:300])
        or (not headed and _WEAK.search(page.text))
    )


def seems_gone(title: str, page: Page) -> bool:
    """Whether a short page that shows little of the title says that something is gone."""
    wanted = {
        word for word in words.significant_words(words.normalize_text(title)) if len(word) > 3
    }
    if not wanted or page.words >= 100:
        return False
    tops = [words.normalize_text(text) for text in (page.title, *page.headings)]
    shown = words.significant_words(" ".join((*tops, page.text)))
    if 2 * len(wanted & shown) > len(wanted):
        return False
    headings = page.headings or (page.title,)
    sorry = [phrases.APOLOGY.fullmatch(words.normalize_text(h)) or _is_phrase(h) for h in headings]
    if all(sorry):
        if any(len(found[0]) > 12 for found in phrases.NOT_FOUND.finditer(page.text)):
            return True
        return bool(phrases.GONE_WEAK.search(page.text))
    return any(_ends_gone(text) for text in (page.title, *page.headings))


def _ends_gone(heading: str) -> bool:
    normalized = words.normalize_text(heading)
    if heading.rstrip().endswith("?") or len(normalized.split()) > 9:
        return False
    return any(
        len(normalized[found.end() :].split()) <= (4 if "find" in found[0] else 1)
        for found in phrases.GONE_WEAK.finditer(normalized)
    )


def text_says_not_found(text: str) -> bool:
    """The same for an answer that is no web page."""
    if text.lstrip().startswith("<"):  # an error in XML: its code, then its message
        return len(text) < 1000 and any(map(_is_phrase, re.findall(r">([^<>]{3,120})<", text)))
    normalized = words.normalize_text(text[:400])
    return len(normalized) < 120 and _is_phrase(
        normalized.removeprefix("error ").removeprefix("message ")
    )


def _long(page: Page) -> bool:
    return page.words > 400 and not phrases.NOT_FOUND_TEXT.search(page.text)


def _title_says(title: str) -> bool:
    parts = words.title_parts(title)
    if _is_phrase(title):
        return True
    said = [part for part in parts if _is_phrase(part)]
    others = [part for part in parts if part not in said]
    return bool(said) and all(len(words.normalize_text(part).split()) <= 6 for part in others)


def _is_phrase(text: str) -> bool:
    normalized = words.normalize_text(text)
    if not normalized or len(normalized) > 160 or text.rstrip().endswith("?"):
        return False
    rest = phrases.NOT_FOUND.sub(" ", normalized)
    if rest.strip() == normalized:
        return False
    left = [word for word in rest.split() if word not in _FILLER]
    if not left:
        return True
    said = " ".join(found[0].strip() for found in phrases.NOT_FOUND.finditer(normalized))
    if _BARE.fullmatch(said):
        return False
    return len(left) <= (2 if _OF_PAGE.search(said) else 1 if "not found" in said else 0)


def is_home(url: ParsedUrl) -> bool:
    """Whether an address is that of a home page, in whichever language."""
    path, fragment = _LANGUAGE.sub("", url.path, count=1), url.fragment.lstrip("!")
    return (
        bool(_HOME.fullmatch(path))
        and not _IDENTITY.search(url.query or "")
        and (not url.fragment.startswith(("/", "!")) or bool(_HOME.fullmatch(fragment)))
    )


def is_error_page(url: ParsedUrl) -> bool:
    """Whether an address is that of an error page."""
    return bool(_ERROR_PATH.search(url.path) or _ERROR_QUERY.search(url.query or ""))


def is_search(url: ParsedUrl) -> bool:
    """Whether an address is that of a list of search results."""
    return bool(_SEARCH_PATH.search(url.path) or re.search(r"(?:^|&)s=", url.query or ""))


def neighbours(url: ParsedUrl) -> list[ParsedUrl]:
    """Made-up addresses beside this one: first another last part, then another part before it."""
    mark = hashlib.sha256(url.origin.encode()).hexdigest()[:10]
    query = url.query
    found = _IDENTITY.search(query or "")
    if query and found:
        value = "9" + str(int(mark, 16))[:9] if found["value"].isdigit() else f"no-such-{mark}"
        changed = query[: found.start("value")] + value + query[found.end("value") :]
        return [_at(url, url.path, changed)]
    segments = url.path.split("/")
    named = [index for index, part in enumerate(segments) if part]
    if not named:
        return []
    made_up = []
    for index in reversed(named[-2:]):
        other = list(segments)
        _, dot, ending = other[index].rpartition(".")
        kept = f".{ending}" if dot and 0 < len(ending) <= 5 and index == named[-1] else ""
        other[index] = f"no-such-page-{mark}{kept}"
        made_up.append(_at(url, "/".join(other), None))
    return made_up


def _at(url: ParsedUrl, path: str, query: str | None) -> ParsedUrl:
    return ParsedUrl(url.scheme, url.host, url.port, path, query, "")


def same_page(one: Page, one_asked: ParsedUrl, other: Page, other_asked: ParsedUrl) -> bool:
    """Whether two addresses showed the same page, apart from what changes with each visit."""
    tops = [
        [_settled(text, asked) for text in (page.title, *page.first_headings)]
        for page, asked in ((one, one_asked), (other, other_asked))
    ]
    if tops[0] != tops[1]:
        return False
    first, second = _settled(one.text, one_asked).split(), _settled(other.text, other_asked).split()
    if first == second:
        return True
    if abs(len(first) - len(second)) > 0.1 * max(len(first), len(second)) + 3:
        return False
    first, second = first[:_ENOUGH], second[:_ENOUGH]
    if min(len(first), len(second)) < 12:
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.92


def _settled(text: str, asked: ParsedUrl) -> str:
    """Plain text without what it repeats of its address and without numbers, dates and the like."""
    normalized = words.normalize_text(text)
    path = unquote(asked.path)
    for echo in (
        asked.request_url,
        path,
        *sorted(path.split("/"), key=len, reverse=True)[:3],
        asked.query or "",
    ):
        echo_plain = words.normalize_text(echo)
        if len(echo_plain) >= 3:
            normalized = f" {normalized} ".replace(f" {echo_plain} ", " ").strip()
    return " ".join(_CHANGING.sub("0", normalized).split())
