"""English grammar for generated texts: articles, capitals, plurals and verb forms."""

from __future__ import annotations

import re
from functools import cache

from bench.synthetic.text_rules import RULES
from bench.synthetic.words import irregular_forms

_ARTICLE = re.compile(r"\b([Aa])~ (?=[“]?([\w-]+))")
_VOWEL = re.compile(r"(?i)(?!one|uni|us[ae]|eu)[aeiou]|hon(?:est|or)|hour|8|11|18")
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
_SECOND = re.compile(r"(?<=[?] )[a-z]")
_WORD = re.compile(r"(?<![\w'’-])\w[^ ]*")
_SMALL = frozenset("a an and at by for from in into not of on or the to who with without".split())
_IRREGULAR = irregular_forms()
_VERBS = frozenset(
    str(parts[0]) for name in ("act", "study", "show") for parts in RULES[name].items
)


def finish_text(text: str) -> str:
    """Resolve ``a~`` to “a” or “an”, and capitalize the first letter."""
    if "~" in text:
        text = _ARTICLE.sub(lambda m: f"{m[1]}n " if _VOWEL.match(m[2]) else f"{m[1]} ", text)
    if "?" in text:
        text = _SECOND.sub(lambda m: m[0].upper(), text)
    start = 1 if text.startswith("“") else 0
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def title_case(title: str) -> str:
    """Capitalize all words of a title except articles, conjunctions and prepositions."""
    return _WORD.sub(lambda m: m[0] if m[0] in _SMALL else m[0][:1].upper() + m[0][1:], title)


@cache
def inflect(text: str, form: str) -> str:
    """Inflect a noun (``s``) or the verb at the start of a phrase (``s``, ``ing``, ``ed``)."""
    if special := _IRREGULAR.get(f"{text}.{form}"):
        return special
    if form == "s" and text not in _VERBS:
        return _with_s(text)
    verb, space, rest = text.partition(" ")
    if form == "s":
        return _with_s(verb) + space + rest
    if _DOUBLED.fullmatch(verb):
        verb += verb[-1]
    elif verb.endswith("e"):
        verb = verb[:-1]
    elif form == "ed" and verb.endswith("y") and verb[-2] not in "aeiou":
        verb = verb[:-1] + "i"
    return verb + form + space + rest


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
