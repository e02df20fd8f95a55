"""Recognize markup in plain texts, which readers would see as it is written."""

from __future__ import annotations

import html
import re

from pydantic_core import PydanticCustomError

from resource_catalog.model.field_types.value_type import validation_error
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_SIGNS = ("](", "<", "{")
_LINKS = re.compile(
    r"""
    !?\[[^\[\]]*\]\((?:https?://|mailto:|\.?\.?/|\#)[^()\s]*(?:\s"[^"]*")?\)
    | <a\s[^<>]*>.*?</a>
    | (?<!\$)\{\{-?\s*[a-z_]+\.[a-z_.]+[^{}]*\}\}  # {{ site.baseurl }}
    | \{%-?\s*(?:include|link|post_url|assign|if|for)\b[^{}]*%\}
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_FORUM = re.compile(
    r"\[(b|i|u|s|color|size|quote|center)(?:=[^\[\]]*)?\](.*?)\[/\1\]", re.DOTALL | re.IGNORECASE
)
"""Formatting as forums write it: ``[b]…[/b]``."""
_HEADING = re.compile(r"^#{2,6}[ \t]+(?=[^\W\d])", re.MULTILINE)
_REPLACED = (("[/", _FORUM, r"\2"), ("##", _HEADING, ""))
"""Markup with a sign that is in each, and what is left of it."""
_FORMATTING = re.compile(
    r"<(b|i|em|strong|u|p|span|div|h[1-6]|ul|ol|li|font|center|small|code|sup|sub)\b[^<>]*>"
    r"(.*?)</\1\s*>|<br\s*/?>",
    re.DOTALL | re.IGNORECASE,
)
_EMPHASIS = re.compile(
    r"""
    (?<![\w*_\\/])
    (?P<mark> \*\*? | _(?!_) )
    (?P<words> (?=[^\W_])[^*_\n]*[^\s*_] )
    (?P=mark)
    (?![\w*_/(])
    """,
    re.VERBOSE,
)
"""Emphasis in Markdown. ``*.txt``, ``**kwargs`` and ``__init__`` are none."""

_SPACES = re.compile(r"[ \t]+")


def refuse_links(text: str) -> str:
    """A text without links or template variables written as markup. Raises pydantic's errors."""
    if any(sign in text for sign in _SIGNS) and (found := _LINKS.search(text)):
        message = _(
            "%(found)s is markup, which readers would see as typed.", found=quoted(found[0])
        )
        hint = _(
            "This is plain text: write the words only. An address belongs under links, or in "
            "the body."
        )
        raise validation_error("markup", message, hint)
    return text


def refuse_markup(text: str) -> str:
    """A text without any markup. Raises pydantic's errors."""
    refuse_links(text)
    for sign, pattern, words in _REPLACED:
        if sign in text and (found := pattern.search(text)):
            better = _SPACES.sub(" ", pattern.sub(words, text)).strip() or None
            raise _refusal(found[0], better)
    if "<" in text and (found := _FORMATTING.search(text)):
        raise _refusal(found[0], _without_formatting(text))
    if ("*" in text or "_" in text) and (found := _EMPHASIS.search(text)):
        raise _refusal(found[0], _EMPHASIS.sub(r"\g<words>", text))
    return text


def _refusal(found: str, better: str | None) -> PydanticCustomError:
    message = _("%(found)s is markup, which readers would see as typed.", found=quoted(found))
    hint = _(
        "This is plain text: write the words only. Headings, lists, and the like belong in "
        "the body."
    )
    return validation_error("markup", message, hint, better)


def _without_formatting(text: str) -> str | None:
    """The words alone, where taking the tags out loses nothing else."""
    for _round in range(20):  # tags inside tags
        plain = _FORMATTING.sub(
            lambda found: f" {found[2] or ''} " if _is_block(found) else found[2], text
        )
        if plain == text:
            break
        text = plain
    if "<" in text or ">" in text:
        return None
    return _SPACES.sub(" ", html.unescape(text)).strip() or None


def _is_block(found: re.Match[str]) -> bool:
    return (found[1] or "br").lower() in {
        *("br", "p", "div", "ul", "ol", "li", "center"),
        *(f"h{level}" for level in range(1, 7)),
    }
