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
from resource_catalog.model.messages.language_messages import capitalized
from resource_catalog.model.problems import quoted


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.rsplit(" ", 1) for pair in text.split(", "))


_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu xx"
).split()
"""All codes of two letters; xx is what no language has, and what a test may call one."""
_LONG_CODES = _pairs(
    "ara ar, ben bn, chi zh, zho zh, deu de, ger de, eng en, fas fa, fra fr, fre fr, hat ht, "
    "hin hi, ita it, jpn ja, kor ko, pol pl, por pt, rus ru, som so, spa es, tgl tl, ukr uk, "
    "urd ur, vie vi"
)
"""Codes of languages that have a shorter one, which browsers and screen readers want."""
_NO_CODES = _pairs("cn zh, cz cs, dk da, gr el, iw he, jp ja, sp es, ua uk, vn vi, asl ase")
"""What people take for the code of a language, mostly that of a country."""
_LANGUAGE = re.compile(
    rf"(?:{'|'.join(_CODES)}|(?!(?:{'|'.join((*_LONG_CODES, 'asl'))})(?![a-z]))[a-z]{{3}})"
    r"(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
)
WRITTEN_TAG = re.compile(
    r"(?P<name>[a-z]{2,3})(?:[-_](?P<script>[a-z]{4}))?(?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?"
)
LANGUAGES = {
    **_pairs(
        "arabic ar, chinese zh, english en, french fr, german de, hindi hi, italian it, japanese "
        "ja, korean ko, polish pl, portuguese pt, russian ru, spanish es, tagalog tl, ukrainian "
        "uk, vietnamese vi, american english en-US, british english en-GB, brazilian portuguese "
        "pt-BR, haitian creole ht, simplified chinese zh-Hans, traditional chinese zh-Hant, "
        "العربية ar, 中文 zh, deutsch de, español es, castellano es, français fr, italiano it, "
        "日本語 ja, 한국어 ko, polski pl, português pt, русский ru, українська uk, "
        "tiếng việt vi, american sign language ase, amharic am, "
        "armenian hy, bengali bn, bosnian bs, burmese my, dutch "
        "nl, farsi fa, filipino fil, greek el, gujarati gu, hawaiian haw, hebrew he, hmong hmn, "
        "khmer km, lao lo, mandarin zh, marshallese mh, navajo nv, nepali ne, persian fa, punjabi "
        "pa, romanian ro, samoan sm, somali so, swahili sw, tamil ta, telugu te, thai th, turkish "
        "tr, urdu ur, espanol es, inglés en, ingles en, francés fr, portugués pt, portugues pt, "
        "anglais en, espagnol es"
    ),
    **_LONG_CODES,
    **_NO_CODES,
}
"""The languages that schools name most often, also in the language itself; others need a tag."""


def _check_language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        tag = parse_language(value)
        hint = _("Write %(tag)s.", tag=tag) if tag else ""
        raise validation_error(
            "bad-language",
            _("%(value)s is not a language tag.", value=quoted(value)),
            hint
            or _(
                "Write en for English, es for Spanish, pt-BR for Brazilian Portuguese, or the like."
            ),
            tag,
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
        name = LANGUAGES.get(found["name"], found["name"])
        parts = (name, (found["script"] or "").title(), (found["region"] or "").upper())
        tag = "-".join(filter(None, parts))
        return tag if is_language(tag) else None
    return None


def language_name(tag: str, shown_in: str | None = None) -> str:
    """``Spanish`` for ``es``, ``Portuguese (Brazil)`` for ``pt-BR``; the tag if it is unknown.

    ``shown_in`` is the tag of the language in which the name is wanted, that of the site if None.
    Where nothing is known of that one, the name is English.
    """
    from resource_catalog.model.messages import (
        babel_formats,  # slow to import, and only pages need it
    )

    return babel_formats.language_name(tag, shown_in)


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
