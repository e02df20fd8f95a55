"""Define language tags, parse names of languages that people write, and name them for readers."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.messages.language import capitalized
from resource_catalog.model.problems import quoted

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
WRITTEN_TAG = re.compile(
    r"(?P<name>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?"
)
LANGUAGES = {
    "arabic": "ar",
    "chinese": "zh",
    "english": "en",
    "french": "fr",
    "german": "de",
    "hindi": "hi",
    "italian": "it",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "tagalog": "tl",
    "ukrainian": "uk",
    "vietnamese": "vi",
    "american english": "en-US",
    "british english": "en-GB",
    "brazilian portuguese": "pt-BR",
    "haitian creole": "ht",
    "simplified chinese": "zh-Hans",
    "traditional chinese": "zh-Hant",
    "العربية": "ar",
    "中文": "zh",
    "deutsch": "de",
    "español": "es",
    "castellano": "es",
    "français": "fr",
    "italiano": "it",
    "日本語": "ja",
    "한국어": "ko",
    "polski": "pl",
    "português": "pt",
    "русский": "ru",
    "українська": "uk",
    "tiếng việt": "vi",
}
"""The languages that schools name most often, also in the language itself; others need a tag."""


def _check_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise validation_error(
            "bad-language",
            _("%(value)s is not a language tag.", value=quoted(value)),
            _("Write en for English, es for Spanish, pt-BR for Brazilian Portuguese, or the like."),
            parse_language(value),
        )
    return value


def is_language(tag: str) -> bool:
    """Whether a text is a language tag, written as they are here."""
    return _LANGUAGE.fullmatch(tag) is not None


def parse_language(text: str) -> str | None:
    """``es`` for ``Spanish``, ``en-US`` for ``EN_us``."""
    plain = text.strip().casefold()
    if plain in LANGUAGES:
        return LANGUAGES[plain]
    if found := WRITTEN_TAG.fullmatch(plain):
        parts = (found["name"], (found["script"] or "").title(), (found["region"] or "").upper())
        return "-".join(filter(None, parts))
    return None


def language_name(tag: str, shown_in: str | None = None) -> str:
    """``Spanish`` for ``es``, ``Portuguese (Brazil)`` for ``pt-BR``; the tag if it is unknown.

    ``shown_in`` is the tag of the language in which the name is wanted, that of the site if None.
    Where nothing is known of that one, the name is English.
    """
    from resource_catalog.model.messages import cldr  # slow to import, and only pages need it

    return cldr.language_name(tag, shown_in)


def own_language_name(tag: str) -> str:
    """What a language calls itself, with a capital letter: ``Español`` for ``es``."""
    return capitalized(language_name(tag, tag))


def language_names(tag: str, shown_in: str) -> tuple[str, ...]:
    """The names that readers may look for: in the language ``shown_in``, in English, in its own."""
    languages = (shown_in, "en", tag)
    return tuple(dict.fromkeys(language_name(tag, language) for language in languages))


Language = Annotated[
    str, AfterValidator(_check_language), schema_pattern(_LANGUAGE), ValueType("language")
]
