"""Parse an HTML page and extract the facts that the link checker needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.page.html_charset import decode_body
from resource_catalog.links.judge.page.html_redirects import (
    find_refresh,
    page_redirect,
    script_text_of,
)
from resource_catalog.model.title_matching import normalize_text

MAX_TEXT_CHARS = 24_000
"""Characters of a page's text that are kept."""

MAX_MARKUP_CHARS = 60_000
"""Characters of a page's HTML that are kept."""

MAX_NESTING = 1000
"""Nesting depth at which a page is truncated; browsers stop at about half of that."""

EMPTY_APP_WORDS = 150
"""A page with fewer words and an empty app container is rendered by its script."""

EMPTY_MOUNT_WORDS = 3
"""An app container with no more words is empty."""

BUSY_WORDS = 20
"""One that says that it is being filled has no more, in two languages."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NON_NESTING_TAGS = frozenset(
    """
    area base br col embed hr img input link meta param source track wbr
    p li dt dd td th tr tbody thead tfoot option optgroup script style
    """.split()
)
_INVISIBLE_TAGS = ["script", "style", "template", "noscript", "svg", "head"]
_MEDIA = "img, iframe, frame, video, audio, object, embed, canvas, svg, picture, math"
_EMBEDDED_DOCUMENT = re.compile(
    r"\.pdf(?:$|[?#&])|pdfjs|/viewer\.html|application/pdf", re.IGNORECASE
)
_FORM_CONTROLS = "form input, form button, form textarea"
_APP_SHELL = re.compile(
    r"<app-root|\sng-app|\sdata-reactroot"
    r"|\sid\s*=\s*[\"']?(?:_*root|_*app|__next|__nuxt|___gatsby|svelte|main-app)\b"
)
_APP_MOUNT = (
    "#root, #app, #__root, #__app, #_app, #__next, #__nuxt, #___gatsby, #svelte, #main-app,"
    " app-root, [ng-app]"
)
_BUSY = "main[aria-busy=true], main [aria-busy=true]"
"""What a script is about to fill, as it tells readers' devices."""


@dataclass(frozen=True, slots=True)
class HtmlFacts:
    """The facts of one HTML page.

    ``headings`` are those of h1 and h2, ``text`` the visible text, normalized. ``redirect_url`` is
    the target of a meta refresh or script redirect. ``has_contact_form`` is whether a form has a
    message, e-mail or phone field, ``has_saml_form`` whether one posts a SAML sign-in request.
    ``markup`` is the lower-cased HTML, ``body_markup`` that of the visible body, and ``language``
    the code of the language it declares.
    """

    title: str = ""
    og_title: str = ""
    headings: tuple[str, ...] = ()
    h1_headings: tuple[str, ...] = ()
    text: str = ""
    word_count: int = 0
    words_outside_forms: int = 0
    anchors: frozenset[str] = frozenset()
    redirect_url: str = ""
    canonical: str = ""
    prerender_status: str = ""
    has_password_field: bool = False
    has_form: bool = False
    has_contact_form: bool = False
    has_saml_form: bool = False
    has_script: bool = False
    shows_media: bool = False
    shows_document: bool = False
    is_app_shell: bool = False
    has_empty_mount: bool = False
    markup: str = ""
    body_markup: str = ""
    has_end_tag: bool = False
    language: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether the page shows nothing."""
        return not self.word_count and not self.shows_media and not self.has_form

    @property
    def is_cut(self) -> bool:
        """Whether the page has more text or HTML than is kept."""
        is_long = len(self.text) >= MAX_TEXT_CHARS
        return is_long or len(self.body_markup) >= MAX_MARKUP_CHARS

    @property
    def needs_script(self) -> bool:
        """Whether the page is rendered by a script, so that its HTML has no content."""
        return (
            self.has_script
            and not self.redirect_url
            and (
                self.word_count <= 12
                or (self.is_app_shell and self.word_count <= 40)
                or self.has_empty_mount
            )
        )


def extract_facts(visit: Visit) -> HtmlFacts:
    """Parse the page at the end of a visit."""
    html = _limit_nesting(decode_body(visit))
    lower_html = html.lower()
    tree = LexborHTMLParser(html)
    title = _element_text(tree.css_first("head > title, title"))
    anchors = frozenset(
        value
        for node in tree.css("[id], a[name]")
        for value in (node.attributes.get("id"), node.attributes.get("name"))
        if value
    )
    scripts = [node for node in tree.css("script") if not _is_data_script(node)]
    script_text = script_text_of(scripts)
    has_password_field = "password" in lower_html and bool(
        tree.css_first('input[type="password" i]' + ("" if scripts else ":not([disabled])"))
    )
    has_form = has_password_field or (
        "<form" in lower_html and bool(tree.css_first(_FORM_CONTROLS))
    )
    has_contact_form = has_form and any(map(_is_contact_field, tree.css("textarea, input")))
    has_saml_form = "samlrequest" in lower_html and bool(
        tree.css_first('input[name="SAMLRequest" i]')
    )
    refresh = find_refresh(tree, visit, lower_html)
    canonical = og_title = prerender_status = ""
    if "canonical" in lower_html:
        canonical = _attribute(tree, 'link[rel="canonical" i]', "href")
    if "og:title" in lower_html:
        og_title = _attribute(tree, 'meta[property="og:title" i]', "content")
    if "prerender-status-code" in lower_html:
        prerender_status = _attribute(tree, 'meta[name="prerender-status-code" i]', "content")
    shows_media = tree.css_first(_MEDIA) is not None
    shows_document = shows_media and any(
        _EMBEDDED_DOCUMENT.search(
            " ".join(node.attributes.get(name) or "" for name in ("src", "data", "type", "href"))
        )
        for node in tree.css("iframe, embed, object, frame")
    )
    tree.strip_tags(_INVISIBLE_TAGS)
    headings = tuple(_element_text(node) for node in tree.css("h1, h2")[:40])
    h1_headings = tuple(
        text for text in (_element_text(node) for node in tree.css("h1")[:10]) if text
    )
    body = tree.body
    body_markup = (body.html or "").lower()[:MAX_MARKUP_CHARS] if body else ""
    mount, busy = tree.css_first(_APP_MOUNT), tree.css_first(_BUSY)
    text = (
        normalize_text(body.text(separator=" ", strip=True)[: 4 * MAX_TEXT_CHARS]) if body else ""
    )
    word_count = _count_words(text)
    words_outside_forms = word_count
    if has_password_field and body:
        tree.strip_tags(["form", "header", "footer", "nav", "label", "button", "a", "h1", "title"])
        words_outside_forms = (
            _count_words(normalize_text(tree.body.text(separator=" ", strip=True)))
            if tree.body
            else 0
        )
    return HtmlFacts(
        title=title,
        og_title=og_title,
        headings=tuple(text for text in headings if text),
        h1_headings=h1_headings,
        text=text[:MAX_TEXT_CHARS],
        word_count=word_count,
        words_outside_forms=words_outside_forms,
        anchors=anchors,
        redirect_url=page_redirect(refresh, script_text, word_count),
        canonical=canonical,
        prerender_status=prerender_status,
        has_password_field=has_password_field,
        has_form=has_form,
        has_contact_form=has_contact_form,
        has_saml_form=has_saml_form,
        has_script=bool(scripts),
        shows_media=shows_media,
        shows_document=shows_document,
        is_app_shell=_APP_SHELL.search(lower_html) is not None,
        has_empty_mount=word_count < EMPTY_APP_WORDS
        and (_has_few_words(mount, EMPTY_MOUNT_WORDS) or _has_few_words(busy, BUSY_WORDS)),
        markup=lower_html[:MAX_MARKUP_CHARS],
        body_markup=body_markup,
        has_end_tag="</html>" in lower_html[-2000:],
        language=_attribute(tree, "html", "lang")[:2].lower(),
    )


def _limit_nesting(html: str) -> str:
    """Truncate HTML where its tags are nested too deeply, which is very slow to parse."""
    if html.count("<") - 2 * html.count("</") < MAX_NESTING:
        return html
    depth = 0
    for tag in _TAG.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + (tag[2].lower() not in _NON_NESTING_TAGS)
        if depth > MAX_NESTING:
            return html[: tag.start()]
    return html


def has_anchor(page: HtmlFacts, fragment: str) -> bool:
    """Whether a page has an anchor for a URL fragment."""
    decoded_name = unquote(fragment)
    names = {fragment, decoded_name, f"user-content-{decoded_name}"}
    if names & page.anchors:
        return True
    folded = {name.casefold() for name in page.anchors}
    if any(name.casefold() in folded for name in names):
        return True
    if not page.has_script:
        return False
    wanted = normalize_text(decoded_name)  # a script may derive the id from the heading
    return any(normalize_text(heading) == wanted for heading in page.headings)


def _element_text(node: LexborNode | None) -> str:
    return " ".join(node.text(deep=True, separator=" ").split())[:400] if node else ""


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    node = tree.css_first(selector)
    return (node.attributes.get(name) or "").strip() if node else ""


def _has_few_words(node: LexborNode | None, few: int) -> bool:
    return node is not None and _count_words(normalize_text(node.text())) <= few


def _is_data_script(node: LexborNode) -> bool:
    script_type = (node.attributes.get("type") or "").lower()
    return "json" in script_type or "template" in script_type


def _is_contact_field(node: LexborNode) -> bool:
    """Whether a form field is for a message, an e-mail address or a phone number."""
    attributes = node.attributes
    if "captcha" in f"{attributes.get('name')} {attributes.get('id')}".lower():
        return False
    return node.tag == "textarea" or (attributes.get("type") or "").lower() in {"email", "tel"}


def _count_words(text: str) -> int:
    """Count the words of a normalized text; in scripts without spaces, 8 characters are a word."""
    if text.isascii():
        return text.count(" ") + 1 if text else 0
    return sum(1 if word.isascii() else max(1, len(word) // 8 + 1) for word in text.split())
