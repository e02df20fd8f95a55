"""Moulds: what a template draws, drawn once with gaps in it and then cast for thousands of things.

A template escapes every text by itself and looks everything up anew. Where it draws the same small
thing for every entry, it is given marks instead of texts, once for each set of texts that are
there; what comes out is a mould, and all it takes from then on is to fill in texts, which are
escaped together. So the template may print its texts and ask whether they are there: nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

_BETWEEN = "\0"
"""Stands between texts while they are escaped; no text can hold it."""

_MARK = re.compile("<text(\\d+)>")


class Mould:
    """The moulds of one macro, which ``draw`` calls with a text for each of its arguments."""

    def __init__(self, draw: Callable[..., str]) -> None:
        self._draw = draw
        self._forms: dict[tuple[bool, ...], tuple[str, Sequence[int]]] = {}

    def cast(self, texts: Sequence[str]) -> str:
        """What the macro draws with ``texts``; one that is empty is not there."""
        there = tuple(map(bool, texts))
        form = self._forms.get(there)
        if form is None:
            form = self._forms[there] = self._form(there)
        pattern, order = form
        escaped = str(escape(_BETWEEN.join(texts))).split(_BETWEEN)
        return pattern % tuple([escaped[place] for place in order])

    def _form(self, there: Sequence[bool]) -> tuple[str, Sequence[int]]:
        """A pattern to be filled in, and which texts belong into its gaps."""
        marks = [
            Markup(f"<text{place}>") if is_there else "" for place, is_there in enumerate(there)
        ]
        pieces = _MARK.split(str(self._draw(*marks)).replace("%", "%%"))
        return "%s".join(pieces[::2]), [int(place) for place in pieces[1::2]]
