"""Find the menus, margins, footers and offers of a page by what their elements are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

FURNITURE = ["nav", "footer", "aside", "dialog"]
"""Elements that are furniture by their kind, as is a header outside the main part."""

MOST_OF_PAGE = 0.6
"""An element with more than this share of a page’s text is not furniture, whatever its name."""

MOST_MARKED = 3000
"""In a page with more elements that have an id or a class, names are not looked at: reading them
would take too long, and no page that people read has as many."""

DEEPEST = 200
"""At most this many ancestors of an element are looked at."""

_NAMES = re.compile(
    r"(?:(?:site|page|main|top|bottom|left|right|global|primary|secondary|mobile|header|footer)[_-]?)*"
    r"(?:nav(?:bar|igation|i)?|menu(?:s|bar)?|topbar|masthead|hdr|header|head|kopf|kop|tete|entete|cabecera"
    r"|foot(?:er)?|fuss(?:zeile)?|fot|voet(?:tekst)?|peu|pie|pied|rodape|stopka|pata|paticka|lablec|altbilgi"
    r"|podval|alatunniste|sidfot|bunn|side(?:bar|column|panel)?|aside|seitenleiste|marge|margin|lateral|barra"
    r"|breadcrumbs?|crumbs?|brotkrumen|ariane|kruimelpad|cookies?|consent|gdpr|rgpd|lgpd|dsgvo|lopd|rodo|kvkk|ccpa|newsletter|rundbrief"
    r"|nieuwsbrief|infolettre|boletin|social|share|sharing|reseaux|partage|teilen|compartir|promos?|werbung"
    r"|advert(?:isement)?s?|ads|sponsors?|related|similar|recommended|recommendations|empfehlungen"
    r"|destacados|destaques|verwandt\w*|reklama?|popular|trending|copyright|legal|imprint|gnb|lnb|snb|quick|ust|alt|yan|piede|piepagina|rodapie|nozka"
    r"|cabecalho|encabezado|intestazione|kopfzeile|koptekst|sidhuvud|ylatunniste|naglowek|hlavicka"
    r"|zahlavi|zapati|fejlec|antet|subsol|shapka|pidval|zaglavlje|podnozje|ustbilgi|ustmenu"
    r"|meniu|meny|menue|meni|izbornik|valikko)"
    r"(?:[_-]?(?:left|right|top|bottom|bar|box|area|links?|list|items?|wrap(?:per)?|container|inner|menu|nav|\d))*"
    r"|[a-z]+[_-](?:nav|navigation|sidebar|breadcrumbs?)"
)
_MAIN = "h1, main, article"
_KEPT = frozenset({"h1", "h2", "main", "article"})


def strip_furniture(tree: LexborHTMLParser, tags: list[str]) -> None:
    """Take ``tags`` out of a page, and elements that are called like menus, margins or footers.

    A name counts for what holds neither the main part of the page nor most of its text.
    """
    tree.strip_tags(tags)
    if tree.body is None:
        return
    most = MOST_OF_PAGE * len(tree.body.text())
    has_main = tree.css_first("main h1") is not None  # what stands outside it is not most of it
    marked = {node.mem_id: node for node in tree.css("body header, body [class], body [id]")}
    if len(marked) > MOST_MARKED:
        return
    # The last first, so that what lies in another element is gone before that is.
    for node in reversed(marked.values()):
        is_header = node.tag == "header" and not _is_in_main(node)
        if is_header or (
            node.tag not in _KEPT
            and _is_named(node)
            and _is_beside(node, most if not has_main or _is_in_main(node) else len(node.text()))
        ):
            node.decompose()


def _is_beside(node: LexborNode, most: float) -> bool:
    """Whether an element holds neither the main part of the page nor most of its text."""
    return not node.css_first(_MAIN) and len(node.text()) <= most


def _is_in_main(node: LexborNode) -> bool:
    return any(parent.tag in {"main", "article"} for parent in _parents(node))


def _parents(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    for _ in range(DEEPEST):
        if parent is None:
            return
        yield parent
        parent = parent.parent


def _is_named(node: LexborNode) -> bool:
    attributes = node.attributes
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}".lower().split()
    return any(map(_NAMES.fullmatch, names))
