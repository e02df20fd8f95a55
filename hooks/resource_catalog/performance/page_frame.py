"""Render the theme's frame once for many pages of the catalog, and join it to the body of each.

The theme would render the same head, header and footer for every page. Pages of one folder that
differ only in a few texts (title, description, address, body, ...) are a family: for the first of
them the theme renders a page with a marker in the place of each text, the result is cut at the
markers, and every page of the family is joined from the pieces and its own texts. For MkDocs
nothing changes: a page has another template, which prints what :class:`PageFrame` returns, and all
events happen as before. A "<" in the marker shows whether the theme escapes that text. What does
not safely belong to a family is rendered by the theme: pages of the menu, pages that the frame
itself links to, and families in which a marker came out changed.
``tests/performance/test_page_frame.py``
compares the bytes; ``CATALOG_PLAIN_RENDER=1`` switches it off.
"""

from __future__ import annotations

import copy
import re
import secrets
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from urllib.parse import urljoin

from jinja2 import ChoiceLoader, DictLoader, Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import escape

TEMPLATE = "page-frame.html"
"""The template of pages that are joined; :func:`install` provides it."""

THEME_TEMPLATE = "main.html"

TEXTS = ("title", "content", "canonical_url", "edit_url")
"""What the theme prints of a page; two pages of a family may differ in these."""

META_TEXTS = ("description", "structured_data", "report_url", "updated", "feed", "path")
"""The same in ``page.meta``. Pages that differ in anything else there are of different families."""

_SIGN = "\ue000"
"""Begins and ends a marker: a character of Unicode's private use area."""

_SECRET = str(secrets.randbelow(10**18))
"""Is in every marker, so that no text of a catalog can be one. Digits have no capitals."""

_MARKER = re.compile(rf"{_SIGN}{_SECRET}text(\d+){_SIGN}(<|&lt;)")
_ADDRESS = re.compile(r' (?:href|src|action|data-rc-[a-z-]+)="(?!#)([^"]*)"')
"""An address in a piece, but not a mere fragment, which is the same on every page."""


def install(env: Environment) -> None:
    """Give an environment of the theme the template :data:`TEMPLATE`."""
    ours = DictLoader({TEMPLATE: "{{ page_frame() -}}"})
    env.loader = ChoiceLoader([ours, env.loader] if env.loader else [ours])
    frame = env.get_template(TEMPLATE)
    frame.globals = {"page_frame": PageFrame(env)}  # all it needs: globals are copied for each page


@dataclass(frozen=True)
class _Frame:
    """What is between the texts of a family.

    ``gaps`` hold which text follows each piece but the last, and whether it is
    escaped. ``linked`` are the addresses that the frame links to, and those
    above them: relative links are different on those pages.
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


class PageFrame:
    """Renders the pages of one build with the theme of ``env``."""

    def __init__(self, env: Environment) -> None:
        self._theme = env.get_template(THEME_TEMPLATE)
        self._frames: dict[Hashable, _Frame | None] = {}

    @pass_context
    def __call__(self, context: Context) -> str:
        """The page of ``context``, whole."""
        page = context["page"]
        texts = _texts(page)
        if not (page.parent or page.previous_page or page.next_page):
            family = _family(page, texts)
            if family not in self._frames:
                frame = _frame(self._theme, context.parent, page, texts)
                if frame is None or page.url not in frame.linked:  # else it fits no other page
                    self._frames[family] = frame
            frame = self._frames.get(family)
            if frame is not None and page.url not in frame.linked:
                return frame.join(texts)
        return self._theme.render(context.parent)


def _family(page: Any, texts: Sequence[Any]) -> Hashable:
    """What is equal for all pages that the same pieces fit."""
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
    """The pieces for the family of ``page``; None when the theme changes a text."""
    stand_in = copy.copy(page)
    stand_in.meta = dict(page.meta)
    for number, name in enumerate((*TEXTS, *META_TEXTS)):
        if texts[number]:
            marker = f"{_SIGN}{_SECRET}text{number}{_SIGN}<"
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
    """Every address that the pieces link to, and every folder above it."""
    for value in {value for piece in pieces for value in _ADDRESS.findall(piece)}:
        steps = urljoin(base, value).split("/")
        yield from accumulate(f"{step}/" for step in steps)
