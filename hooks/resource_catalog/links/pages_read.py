"""Reading pages: what a web page says of itself, as far as the link watch needs to know."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.links.visit import Visit
from resource_catalog.links.words import normalize_text

TEXT = 24_000
"""How many characters of a page's text are kept."""

CODE = 4000
"""How many characters of a page's scripts are looked at."""

DEPTH = 1000
"""How many open tags a page may have; browsers stop at about half of that."""

SOON = 10
"""Seconds within which a page of few words that replaces itself counts as a redirect."""

AT_ONCE = 2
"""The same for a page that can be read until then."""

FEW = 40
"""A page with no more words than this may be there only to send its reader on."""

HOLLOW = 150
"""A page of fewer words whose middle is empty has yet to be filled by its script."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NOT_NESTED = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd td th tr tbody thead tfoot option optgroup script style
    """.split()
)
_UNSEEN = ["script", "style", "template", "noscript", "svg", "head"]
_SHOWS = "img, iframe, frame, video, audio, object, embed, canvas, svg, picture, math"
_DOCUMENT = re.compile(r"\.pdf(?:$|[?#&])|pdfjs|/viewer\.html|application/pdf", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_CHARSETS = re.compile(
    r"utf|iso|windows|cp\d|x?-?mac|shift|sjis|euc|gb|big5|koi|latin|(?:us-)?ascii|tis",
    re.IGNORECASE,
)
_REFRESH = re.compile(r"\s*([\d.]*)\s*[;,]?\s*(?:url\s*=\s*)?['\"]?([^'\"]*)['\"]?", re.IGNORECASE)
_JUMP = re.compile(
    r"(?:^|[;{}\s=])(?:window\.|document\.|top\.|self\.|parent\.|globalThis\.)*location"
    r"(?:\.href)?\s*(?:=|\.replace\s*\(|\.assign\s*\()\s*(['\"`])([^'\"`\s]+)\1",
)
_FORM = "form input, form button, form textarea"
_SHELL = re.compile(
    r"<app-root|\sng-app|\sdata-reactroot"
    r"|\sid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte|main-app)\b"
)


_MOUNT = "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #main-app, app-root, [ng-app]"


@dataclass(frozen=True, slots=True)
class Page:
    """A web page.

    ``text`` is its visible text in plain words, ``jump`` where it sends its
    reader at once, ``outside_forms`` how many words stand in none of its forms.
    ``asks_words`` says that a form asks for more than a proof or a password,
    ``hands_over`` that one takes the reader to where one signs in.
    """

    title: str = ""
    og_title: str = ""
    headings: tuple[str, ...] = ()
    first_headings: tuple[str, ...] = ()
    text: str = ""
    words: int = 0
    outside_forms: int = 0
    anchors: frozenset[str] = frozenset()
    jump: str = ""
    canonical: str = ""
    status_said: str = ""
    asks_password: bool = False
    has_form: bool = False
    asks_words: bool = False
    hands_over: bool = False
    has_script: bool = False
    shows_media: bool = False
    shows_document: bool = False
    is_shell: bool = False
    is_hollow: bool = False
    markup: str = ""
    ends: bool = False

    @property
    def bare(self) -> bool:
        """Whether there is nothing that a reader could see."""
        return not self.words and not self.shows_media and not self.has_form

    @property
    def made_by_script(self) -> bool:
        """Whether a script will fill the page, so that what came says nothing yet."""
        return (
            self.has_script
            and not self.jump
            and (self.words <= 12 or (self.is_shell and self.words <= 40) or self.is_hollow)
        )


def read_page(visit: Visit) -> Page:
    """What the page that a visit ended at says."""
    html = _not_too_deep(decoded(visit))
    small = html.lower()
    tree = LexborHTMLParser(html)
    title = _clean(tree.css_first("head > title, title"))
    anchors = frozenset(
        value
        for node in tree.css("[id], a[name]")
        for value in (node.attributes.get("id"), node.attributes.get("name"))
        if value
    )
    scripts = [node for node in tree.css("script") if not _is_data(node)]
    code = "\n".join((node.text(deep=True) or "")[:CODE] for node in scripts[:20])[:CODE]
    asks_password = "password" in small and bool(tree.css_first('input[type="password" i]'))
    has_form = asks_password or ("<form" in small and bool(tree.css_first(_FORM)))
    asks_words = has_form and any(map(_is_for_words, tree.css("textarea, input")))
    hands_over = "samlrequest" in small and bool(tree.css_first('input[name="SAMLRequest" i]'))
    seconds, jump = _refresh(tree, visit, small)
    canonical = og_title = status_said = ""
    if "canonical" in small:
        canonical = _attribute(tree, 'link[rel="canonical" i]', "href")
    if "og:title" in small:
        og_title = _attribute(tree, 'meta[property="og:title" i]', "content")
    if "prerender-status-code" in small:
        status_said = _attribute(tree, 'meta[name="prerender-status-code" i]', "content")
    shows_media = tree.css_first(_SHOWS) is not None
    shows_document = shows_media and any(
        _DOCUMENT.search(
            " ".join(node.attributes.get(name) or "" for name in ("src", "data", "type", "href"))
        )
        for node in tree.css("iframe, embed, object, frame")
    )
    tree.strip_tags(_UNSEEN)
    headings = tuple(_clean(node) for node in tree.css("h1, h2")[:40])
    first = tuple(text for text in (_clean(node) for node in tree.css("h1")[:10]) if text)
    body = tree.body
    mount = tree.css_first(_MOUNT)
    text = normalize_text(body.text(separator=" ", strip=True)[: 4 * TEXT]) if body else ""
    words = _count(text)
    outside = words
    if asks_password and body:
        tree.strip_tags(["form", "header", "footer", "nav", "label", "button", "a", "h1", "title"])
        outside = (
            _count(normalize_text(tree.body.text(separator=" ", strip=True))) if tree.body else 0
        )
    if seconds > (AT_ONCE if words > FEW else SOON):
        jump = ""
    if not jump and words <= FEW:
        found = _JUMP.search(code)
        jump = found[2].replace("\\/", "/") if found and not _conditional(code) else ""
    return Page(
        title=title,
        og_title=og_title,
        headings=tuple(text for text in headings if text),
        first_headings=first,
        text=text[:TEXT],
        words=words,
        outside_forms=outside,
        anchors=anchors,
        jump=jump,
        canonical=canonical,
        status_said=status_said,
        asks_password=asks_password,
        has_form=has_form,
        asks_words=asks_words,
        hands_over=hands_over,
        has_script=bool(scripts),
        shows_media=shows_media,
        shows_document=shows_document,
        is_shell=_SHELL.search(small) is not None,
        is_hollow=words < HOLLOW
        and mount is not None
        and _count(normalize_text(mount.text())) <= 3,
        markup=small[:60_000],
        ends="</html>" in small[-2000:],
    )


def _not_too_deep(html: str) -> str:
    """The page up to where its tags are nested beyond reason: such pages take very long to read."""
    if html.count("<") - 2 * html.count("</") < DEPTH:
        return html
    depth = 0
    for tag in _TAG.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + (tag[2].lower() not in _NOT_NESTED)
        if depth > DEPTH:
            return html[: tag.start()]
    return html


def decoded(visit: Visit) -> str:
    """The body as text, in the character set that it says it is in."""
    body = visit.body
    said = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", visit.headers.get("Content-Type", ""), re.I)
    names = [said[1]] if said else []
    if body.startswith(codecs.BOM_UTF8):
        names.insert(0, "utf-8-sig")
    elif body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names.insert(0, "utf-16")
    within = _CHARSET.search(body[:4096])
    if within:
        names.append(within[1].decode("ascii", "replace"))
    for name in [*filter(_CHARSETS.match, names), "utf-8"]:
        try:
            return body.decode("gb18030" if name.lower() == "gb2312" else name)
        except UnicodeDecodeError as error:
            if not visit.complete and error.start > len(body) - 8:  # cut within a letter
                return body.decode(name, "replace")
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace")


def has_anchor(page: Page, fragment: str) -> bool:
    """Whether a page has the place that a fragment names."""
    plain_name = unquote(fragment)
    names = {fragment, plain_name, f"user-content-{plain_name}"}
    if names & page.anchors:
        return True
    small = {name.casefold() for name in page.anchors}
    if any(name.casefold() in small for name in names):
        return True
    if not page.has_script:
        return False
    wanted = normalize_text(plain_name)  # a script may give a heading its name
    return any(normalize_text(heading) == wanted for heading in page.headings)


def _clean(node: LexborNode | None) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())[:400] if node else ""


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node else ""


def _is_data(node: LexborNode) -> bool:
    kind = (node.attributes.get("type") or "").lower()
    return "json" in kind or "template" in kind


def _is_for_words(node: LexborNode) -> bool:
    """Whether a field is there for a message or an address, as in a form to write to someone."""
    attributes = node.attributes
    if "captcha" in f"{attributes.get('name')} {attributes.get('id')}".lower():
        return False
    return node.tag == "textarea" or (attributes.get("type") or "").lower() in {"email", "tel"}


def _refresh(tree: LexborHTMLParser, visit: Visit, small: str) -> tuple[float, str]:
    """After how many seconds a page sends its reader on, and where to."""
    said = [visit.headers.get("Refresh", "")]
    for node in tree.css("meta") if "refresh" in small else []:
        if (node.attributes.get("http-equiv") or "").lower() != "refresh":
            continue
        parent = node.parent
        while parent is not None and parent.tag != "noscript":
            parent = parent.parent
        if parent is None:
            said.append(node.attributes.get("content") or "")
    for text in said:
        found = _REFRESH.fullmatch(text.strip()[:2000])
        if not found or not found[2].strip():
            continue
        try:
            return float(found[1] or 0), found[2].strip()
        except ValueError:
            continue
    return 0, ""


def _conditional(code: str) -> bool:
    """Whether a script decides something before it sends its reader away."""
    return (
        re.search(r"\bif\s*\(|\?[^:\n]+:|onclick|addEventListener|function\s+\w+\s*\(", code)
        is not None
    )


def _count(text: str) -> int:
    """How many words a plain text has; scripts without spaces count two letters as one."""
    if text.isascii():
        return text.count(" ") + 1 if text else 0
    return sum(1 if word.isascii() else max(1, len(word) // 8 + 1) for word in text.split())
