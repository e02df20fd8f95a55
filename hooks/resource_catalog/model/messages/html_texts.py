"""Texts that come with an element where HTML is made of them, and messages with such values.

Everywhere else they are texts like all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping


class MarkedText(str):
    """A text whose ``__html__`` gives more than its words."""

    def part(self, text: str) -> str:
        """``text``, which was made of this one, marked in the same way."""
        same = type(self)(text)
        same.__dict__.update(self.__dict__)
        return same


class MadeOfMarked(MarkedText):
    """A text in which marked ones are values or items; ``make_html`` gives it as HTML."""

    make_html: Callable[[], str]

    def __html__(self) -> str:
        """Called where HTML is made of it."""
        return self.make_html()

    def part(self, text: str) -> str:
        """Where the marked ones are in a part of it, nobody knows."""
        return text

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """To another process it goes without its marks."""
        return str, (str(self),)


def filled(text: str, template: str, values: Mapping[str, object]) -> str:
    """``text``, which is a template with its values, with the marks of these."""
    for value in values.values():
        if isinstance(value, MarkedText):
            break
    else:
        return text
    from markupsafe import Markup, escape  # only sites in several languages need it here

    made = MadeOfMarked(text)
    made.make_html = lambda: Markup(escape(template)) % values
    return made


def joined(items: Iterable[str], join: Callable[[list[str]], str]) -> str:
    """Items joined by ``join``, with the marks of these."""
    parts = [*items]
    if len(parts) == 1 and type(parts[0]) is str:
        return parts[0]  # as most are: no language has anything beside a single item
    text = join(parts)
    if not any(isinstance(part, MarkedText) for part in parts):
        return text
    from markupsafe import Markup, escape

    made = MadeOfMarked(text)
    made.make_html = lambda: Markup(join([str(escape(part)) for part in parts]))
    return made


def reworded(text: str, other: str) -> str:
    """``other``, which was made of a text, marked as that is."""
    return text.part(other) if isinstance(text, MarkedText) else other
