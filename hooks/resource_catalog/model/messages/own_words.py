"""Put a catalog's own words in place of ours: what ``words`` in ``catalog.yml`` may name.

A name is documented in ``docs/contribute/words.md`` and never changes without an alias. A whole
text may be replaced too, by its English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from resource_catalog.model.messages.language_messages import PLACEHOLDER, Messages, capitalized

NAMES: Mapping[str, str] = MappingProxyType(
    {
        "entry.one": "One thing in the catalog: resource.",
        "entry.many": "Several of them: resources.",
        "pack.one": "One selection of them for a purpose: pack.",
        "pack.many": "Several of those: packs.",
        "phases.one": "One phase, inside a sentence: its singular with a small letter.",
        "phases.many": "Several phases, inside a sentence: their label with a small letter.",
        "stages.one": "One stage, inside a sentence: its singular with a small letter.",
        "stages.many": "Several stages, inside a sentence: their label with a small letter.",
        "site.noun": "What readers have before them: library.",
        "nav.phases": "In the menu: the name of the phases.",
        "nav.stages": "In the menu: the name of the stages.",
        "nav.tools": "In the menu: Tools.",
        "nav.collections": "In the menu: Packs.",
        "nav.browse": "In the menu: Browse.",
        "nav.contribute": "At the foot of every page: Contribute.",
        "home.headline": "The headline of the home page: the tagline, or else the title.",
        "home.phases": "The heading above the phases on the home page.",
        "home.stages": "The heading above the stages on the home page.",
        "home.matrix": "The heading above the map of phases and stages.",
        "home.situations": "The heading above what people ask: What people ask.",
        "home.packs": "The heading above the packs: Ready-made packs.",
        "home.tools": "The heading above the tools: Tools to fill in.",
        "home.new": "The heading above what came in last: New in the library.",
        "home.other": "The heading above the other facets: Other ways in.",
    }
)
"""The names that words may have, and what each stands for."""

ALIASES: Mapping[str, str] = MappingProxyType({})
"""Names of earlier versions, and what they are now."""

_NOUNS = {
    "entry.one": "resource",
    "entry.many": "resources",
    "pack.one": "pack",
    "pack.many": "packs",
    "site.noun": "library",
}
"""The nouns in our English texts that a catalog can have others for."""

_NAME = re.compile(r"[A-Za-z]+([._][A-Za-z]+)+")
_BRACES = re.compile(r"\{(\w+)\}")
_PLACES = re.compile(r"%\((\w+)\)s")


def is_name(key: str) -> bool:
    """Whether a key of ``words`` is a name and not a text."""
    return bool(_NAME.fullmatch(key))


def as_message(text: str) -> str:
    """A text as catalogs write it, ``{name}`` for a value, as messages are written."""
    return _BRACES.sub(r"%(\1)s", text.replace("%", "%%"))


def as_written(message: str) -> str:
    """A message as catalogs write it."""
    return _PLACES.sub(r"{\1}", message).replace("%%", "%")


def lost_values(english: str, text: str) -> list[str]:
    """The values that a text asks for though the one in whose place it stands has none of them."""
    given = {name.lower() for name in _BRACES.findall(english)}
    return [name for name in _BRACES.findall(text) if name.lower() not in given]


def with_words(messages: Messages, words: Mapping[str, str]) -> Messages:
    """``messages`` with the words of a catalog in place of ours."""
    if not words:
        return messages
    names = {ALIASES.get(key, key): text for key, text in words.items() if is_name(key)}
    own = {
        as_message(key): as_message(text)
        for key, text in words.items()
        if not is_name(key) and not lost_values(key, text)
    }
    nouns = {_NOUNS[name]: text for name, text in names.items() if name in _NOUNS}
    if messages.is_english:
        convert = _with_nouns(nouns) if nouns else None
        return replace(messages, own=own, names=names, convert=convert)
    return replace(messages, own={**_counted(names), **own}, names=names)


def _counted(names: Mapping[str, str]) -> dict[str, str]:
    """The few texts of another language in which a noun stands alone, beside a number at most."""
    found = {}
    for name, noun in names.items():
        if name in _NOUNS:
            found[capitalized(_NOUNS[name])] = capitalized(noun.replace("%", "%%"))
            found[f"%(num)s {_NOUNS[name]}"] = f"%(num)s {noun.replace('%', '%%')}"
    return found


def _with_nouns(nouns: Mapping[str, str]) -> Callable[[str], str]:
    """A function that changes nouns in an English text, and “a” to “an” before them, or back."""
    ours = "|".join(sorted(nouns, key=len, reverse=True))
    place = re.compile(rf"\b(?:([Aa])n? )?({ours})\b", re.IGNORECASE)

    def changed(match: re.Match[str]) -> str:
        article, found = match.groups()
        noun = nouns[found.lower()].replace("%", "%%")
        noun = capitalized(noun) if found[0].isupper() else noun
        if not article:
            return noun
        return f"{article}{'n' if noun[0].lower() in 'aeiou' else ''} {noun}"

    def convert(text: str) -> str:
        pieces, end = [], 0
        for value in PLACEHOLDER.finditer(text):
            pieces += [place.sub(changed, text[end : value.start()]), value[0]]
            end = value.end()
        return "".join([*pieces, place.sub(changed, text[end:])])

    return convert
