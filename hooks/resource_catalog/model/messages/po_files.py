"""Read the messages of a language from ``po/``, where translators write them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from resource_catalog.model.messages import pseudo
from resource_catalog.model.messages.language_messages import ENGLISH, Messages

_ENGLISH = re.compile(r'^msgid(?:_plural)? ((?:".*"\n)+)', re.MULTILINE)
_QUOTED = re.compile(r'^"(.*)"$', re.MULTILINE)

FOLDER = Path(__file__).with_name("po")
"""``messages.pot`` has every message; a file such as ``fr.po`` or ``pt-BR.po``, one language."""


@cache
def english_texts() -> frozenset[str]:
    """Every text that the product says, as ``messages.pot`` has it; those for a number twice."""
    text = (FOLDER / "messages.pot").read_text(encoding="utf-8")
    found = ("".join(_QUOTED.findall(lines)) for lines in _ENGLISH.findall(text))
    return frozenset(json.loads(f'"{english}"') for english in found if english)


def languages() -> frozenset[str]:
    """The tags of the languages that there are messages in, English aside."""
    return frozenset(path.stem for path in FOLDER.glob("*.po"))


@cache
def messages_in(language: str) -> Messages:
    """The messages of a language, or of the nearest that has some, or English.

    The nearest to ``pt-BR`` is ``pt``. English is that of the United States; other kinds, such as
    ``en-GB``, have the same words, and write dates in their own way.
    """
    if language in pseudo.TAGS:
        return pseudo.pseudo(language)
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        path = FOLDER / f"{'-'.join(parts[:length])}.po"
        if path.is_file():
            return replace(read(path), language=language)
    if parts[0] == ENGLISH.language and language not in ("en", "en-US"):
        return replace(ENGLISH, language=language)
    return ENGLISH


def note_on(language: str) -> str:
    """What a maintainer should know about a language: that our words are not in it; or nothing."""
    if language.split("-")[0] == "en" or messages_in(language) is not ENGLISH:
        return ""
    return (
        f"language: {language}: the site's own words are in English; see docs/contribute/words.md"
    )


def read(path: Path) -> Messages:
    """The messages in a file; those that nobody has translated or confirmed are left out."""
    from gettext import c2py  # what only other languages than English need

    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        found = read_po(file, locale=path.stem.replace("-", "_"))
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, ...]] = {}
    for message in found:
        if not message.id or message.fuzzy:
            continue
        forms = message.string or ()
        if isinstance(message.id, str):
            texts[message.id] = str(message.string or "")
        elif all(forms):
            plurals[message.id[0]] = tuple(forms)
    return Messages(
        language=path.stem,
        texts=_without_empty(texts),
        plurals=plurals,
        form_of=c2py(found.plural_expr),
        plural_rule=found.plural_expr,
    )


def _without_empty(texts: Mapping[str, str]) -> dict[str, str]:
    return {english: text for english, text in texts.items() if text}
