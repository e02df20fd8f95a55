"""The shell: the theme's frame around the pages of the catalog, rendered once for many pages.

The theme would render the same head, header and footer for every page. Pages in one folder that
differ in nothing but a few texts (title, description, address, body, …) are a family: the first is
rendered by the theme with a marker in the place of each text, what comes out is cut at the
markers, and every page of the family is joined from the pieces and its own texts. To MkDocs a page
is a page: its template, ``shell.html``, prints what ``Shell`` gives, and every event of every hook
happens as before. A “<” in the marker tells whether the theme escapes that text. What is not
safely of a family is left to the theme: pages of the menu or that the frame itself links to, a
marker that came out changed, and everything once another hook gives templates a context of its
own. ``CATALOG_PLAIN_RENDER=1`` switches this off;
``tests/performance/test_page_frame.py`` compares the bytes.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import escape

TEMPLATE = "shell.html"
"""The template in ``overrides/`` whose only content is what the shell gives."""

THEME_TEMPLATE = "main.html"

TEXTS = ("title", "content", "canonical_url", "edit_url")
"""What the theme prints of a page; two pages of a family may differ in these."""

META_TEXTS = ("description", "structured_data", "report_url", "updated", "feed")
"""The same of what ``page.meta`` holds. Anything else in there makes families of its own."""

_SIGN = "\ue000"
"""Stands at both ends of a marker; Unicode leaves its meaning to whoever uses it."""

_MARKER = re.compile(rf"{_SIGN}text(\d+){_SIGN}(<|&lt;)")
_ADDRESS = re.compile(r' (?:href|src|action|data-rc-[a-z-]+)="(?!#)([^"]*)"')
"""An address in a piece, unless it is of a place on the same page: those look alike everywhere."""


@dataclass(frozen=True)
class _Frame:
    """What stands between the texts of a family.

    ``gaps`` say which text comes after each piece but the last, and whether it
    is escaped. ``linked`` are the addresses that the frame leads to, and those
    above them: a relative link looks different from there.
    """

    pieces: Sequence[str]
    gaps: Sequence[tuple[int, bool]]
    linked: Collection[str]

    def join(self, texts: Sequence[Any]) -> str:
        """A page from its texts."""
        found = [self.pieces[0]]
        for (number, is_escaped), piece in zip(self.gaps, self.pieces[1:], strict=True):
            text = texts[number]
            found += (str(escape(text) if is_escaped else text), piece)
        return "".join(found)


class Shell:
    """Renders the pages of one build with the theme that ``env`` knows."""

    def __init__(self, env: Environment) -> None:
        self._theme = env.get_template(THEME_TEMPLATE)
        self._frames: dict[Hashable, _Frame | None] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """The whole page that ``context`` is about."""
        page = context["page"]
        texts = _texts(page)
        if not (page.parent or page.previous_page or page.next_page):
            family = _family(page, texts)
            if family not in self._frames:
                frame = _frame(self._theme, context.parent, page, texts)
                if frame is None or page.url not in frame.linked:  # else it is fit for no other
                    self._frames[family] = frame
            frame = self._frames.get(family)
            if frame is not None and page.url not in frame.linked:
                return frame.join(texts)
        return self._theme.render(context.parent)


def _family(page: Any, texts: Sequence[Any]) -> Hashable:
    """What a page has in common with all others that the same pieces fit."""
    folder = page.url.rstrip("/").rpartition("/")[0]
    own = [
        (name, value if isinstance(value, Hashable) else repr(value))
        for name, value in page.meta.items()
        if name not in META_TEXTS
    ]
    toc = [(item.id, item.level) for item in page.toc]
    return folder, page.is_homepage, tuple(map(bool, texts)), tuple(own), tuple(toc)


def _frame(
    theme: Template, variables: Mapping[str, Any], page: Any, texts: Sequence[Any]
) -> _Frame | None:
    """The pieces for all pages that are like ``page``; None when the theme changes a text."""
    stand_in = copy.copy(page)
    stand_in.meta = dict(page.meta)
    for number, name in enumerate((*TEXTS, *META_TEXTS)):
        if texts[number]:
            marker = f"{_SIGN}text{number}{_SIGN}<"
            if name in TEXTS:
                setattr(stand_in, name, marker)
            else:
                stand_in.meta[name] = marker
    found = _MARKER.split(theme.render({**variables, "page": stand_in}))
    pieces = found[::3]
    if any(_SIGN in piece for piece in pieces):
        return None
    gaps = [
        (int(number), sign != "<") for number, sign in zip(found[1::3], found[2::3], strict=True)
    ]
    return _Frame(pieces, gaps, frozenset(_linked(pieces, page.url)))


def _texts(page: Any) -> list[Any]:
    texts = [page.title, page.content, page.canonical_url, page.edit_url]
    return texts + [page.meta.get(name) for name in META_TEXTS]


def _linked(pieces: Sequence[str], base: str) -> Iterator[str]:
    """Every address that the pieces lead to, and every folder above it."""
    for value in {value for piece in pieces for value in _ADDRESS.findall(piece)}:
        steps = urljoin(base, value).split("/")
        yield from accumulate(f"{step}/" for step in steps)
