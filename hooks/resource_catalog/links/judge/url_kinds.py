"""Recognize URLs of home pages, error pages and search results."""

from __future__ import annotations

import re

from resource_catalog.links.url_parsing import ParsedUrl

_ERROR_PATH = re.compile(
    r"(?:^|[/_.-])(?:(?:error[-_]?)?(?:404|410)(?:[-_]?error)?|(?:page|file)?[-_]?not[-_]?found|error[-_]?page)(?:\.\w{2,5})?/?$"
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
    r"/(?:search|suche|suchen|recherche|chercher|rechercher|buscar|busca|pesquisa|zoeken|cerca|ricerca"
    r"|szukaj|poisk|arama|ara|hledat|kereses|sok|sog|search-?results?)(?:\.\w+|/[^/]*)?/?$",
    re.IGNORECASE,
)
_SEARCH_QUERY = re.compile(
    r"(?:^|&)(?:s|q|query|search|keywords?|term|termo|text|wd|kw|busca|buscar|suche|zoekterm|cerca"
    r"|szukaj|ara|kelime|mots?|recherche)=[^&]+",
    re.IGNORECASE,
)
_HOME_PATH = re.compile(
    r"/?|/(?:index|default|home|main|welcome|start)(?:\.\w{2,5})?/?|/home-?page/?", re.IGNORECASE
)
_LANGUAGE_PREFIX = re.compile(r"/[a-z]{2}(?:[-_][a-z]{2,4})?(?=/|$)", re.IGNORECASE)
_SECOND_LEVELS = frozenset("co com org ac edu gov net or ne go sch k12 gob gov edu nom".split())
ID_PARAMETER = re.compile(
    r"(?:^|&)(?P<name>id|p|pid|nid|aid|uid|vid|docid|doc|document|page_?id|post|post_?id|article|article_?id|item|item_?id|entry|record|resource|resource_?id|file|key|code|guid|slug|title|name|page|view|content_?id|product_?id|story|q)=(?P<value>[^&]+)",
    re.IGNORECASE,
)


def is_home_page(url: ParsedUrl) -> bool:
    """Whether a URL is that of a home page, with or without a language prefix."""
    path, fragment = _LANGUAGE_PREFIX.sub("", url.path, count=1), url.fragment.lstrip("!")
    return (
        bool(_HOME_PATH.fullmatch(path))
        and not ID_PARAMETER.search(url.query or "")
        and (not url.fragment.startswith(("/", "!")) or bool(_HOME_PATH.fullmatch(fragment)))
    )


def is_error_page(url: ParsedUrl) -> bool:
    """Whether a URL is that of an error page."""
    return bool(_ERROR_PATH.search(url.path) or _ERROR_QUERY.search(url.query or ""))


def is_search_page(url: ParsedUrl) -> bool:
    """Whether a URL may be that of search results."""
    return bool(_SEARCH_PATH.search(url.path) or _SEARCH_QUERY.search(url.query or ""))


def registered_domain(host: str) -> str:
    """The part of a host name that somebody registered, as far as its labels tell."""
    labels = host.split(".")
    is_country = len(labels[-1]) == 2 and len(labels) > 2
    size = 3 if is_country and labels[-2] in _SECOND_LEVELS else 2
    return ".".join(labels[-size:])
