"""The texts of one language: the messages, their plurals, and a catalog's own words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from resource_catalog.model.messages.html_texts import filled, reworded

PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%")
"""Where a value belongs in a text, or a percent sign."""

Forms = tuple[str, ...]


def _english_form(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, eq=False)
class Messages:
    """The messages of a language, by their English.

    ``plurals`` are the forms of those for a number, by the English for one; ``form_of`` gives
    the place of the form for a number, and ``plural_rule`` is the same as gettext writes it.
    ``own`` are texts that the catalog puts in place of ours, by the English text, and ``names``
    those by a name. ``convert`` makes a text from the English where no message is.
    """

    language: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)
    plurals: Mapping[str, Forms] = field(default_factory=dict)
    form_of: Callable[[int], int] = _english_form
    plural_rule: str = "n != 1"
    own: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    convert: Callable[[str], str] | None = None
    _found: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @property
    def is_english(self) -> bool:
        """Whether dates, lists and numbers are written as in English."""
        return self.language == "en"

    @property
    def key(self) -> str:
        """Differs where any message does: part of the name of what is kept between builds."""
        if not (self.texts or self.own or self.names):
            return self.language
        content = repr((self.texts, self.plurals, self.own, self.names))
        digest = blake2b(content.encode(), digest_size=8).hexdigest()
        return f"{self.language}-{digest}"

    def text(self, english: str) -> str:
        """The message whose English is given."""
        found = self._found.get(english)
        if found is None:
            found = self.own.get(english) or self.texts.get(english) or self._made(english)
            self._found[english] = found
        return found

    def forms(self, one: str, many: str) -> Forms:
        """All forms of a message for a number: as many as ``form_of`` tells apart."""
        forms = self.plurals.get(one) or (self._made(one), self._made(many))
        if not self.own:
            return forms
        first, *others = forms
        return self.own.get(one, first), *(self.own.get(many, other) for other in others)

    def plural(self, one: str, many: str, number: int) -> str:
        """The form of a message for a number."""
        return self.forms(one, many)[self.form_of(number)]

    def _made(self, english: str) -> str:
        return self.convert(english) if self.convert else english


def fill(text: str, values: Mapping[str, object]) -> str:
    """``text`` with its values. ``%(Name)s`` is the value of ``name`` with a capital letter."""
    try:
        return filled(text % values, text, values)
    except KeyError:
        values = _WithCapitals(values)
        return filled(text % values, text, values)


def capitalized(text: str) -> str:
    """``text`` with a capital letter at its beginning."""
    return reworded(text, text[:1].upper() + text[1:])


class _WithCapitals(dict[str, object]):
    def __missing__(self, name: str) -> str:
        lower = name[:1].lower() + name[1:]
        if lower not in self:
            raise KeyError(name)
        value = self[lower]
        return capitalized(value if isinstance(value, str) else str(value))


ENGLISH = Messages()
