"""Recognize “not found” pages by what they show, whatever their status."""

from __future__ import annotations

import re

from resource_catalog.links.judge import phrases
from resource_catalog.links.judge.page.html_facts import HtmlFacts
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
_ERROR_STATE = re.compile(
    r"\bstatus_?code[\"']?\s*:\s*[\"']?(?:404|410)\b|[\"']page[\"']\s*:\s*[\"']/(?:404|_error)[\"']"
)
"""What frameworks write into the page of an app of which the server found nothing."""

_WEAK_PHRASE = re.compile(
    r"\b(?:page|file|document) not found\b|\berror 404\b|\b404 (?:error|not found)\b"
)


def is_not_found_page(page: HtmlFacts) -> bool:
    """Whether a page is a “not found” page, not an article about such pages."""
    if page.prerender_status in {"404", "410"} or _has_error_state(page.markup):
        return True
    has_error_heading = any(_is_not_found_phrase(text) for text in page.h1_headings)
    has_error_title = is_not_found_title(page.title)
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


def _has_error_state(markup: str) -> bool:
    is_likely = "statuscode" in markup or "status_code" in markup or "_error" in markup
    return (is_likely or "/404" in markup) and bool(_ERROR_STATE.search(markup))


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


def is_not_found_title(title: str) -> bool:
    """Whether the title of a page says “not found”, beside the name of the site at most."""
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
