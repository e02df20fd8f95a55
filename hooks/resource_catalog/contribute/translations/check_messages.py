"""Check the messages that translators have written against those that the product says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel.messages.catalog import Catalog, Message

from resource_catalog.model.messages.language_messages import PLACEHOLDER

MAX_TIMES, NEVER_TOO_LONG = 3, 24
"""How many times as long as its English a translation may be, and the letters any may have."""

LABEL, MAX_LABEL = re.compile(r"[^.?!:]{1,20}"), 36
"""The English of a button or a heading, and how many letters there is room for on a phone."""

_SHOWN_IN = "overrides/"
"""Where pages and browser code are; other texts stand where there is room."""


def faults_of_template(template: Catalog) -> Iterator[str]:
    """What is wrong with messages of the product: markup, or a percent sign that stands alone."""
    for english in (text for message in template for text in _texts(message.id)):
        if "<" in english:
            yield f"Messages are plain text, without markup: {english}"
        if "%" in PLACEHOLDER.sub("", english):
            yield f"Write %% for a percent sign, and %(name)s for a value: {english}"


def faults_of_language(translated: Catalog, template: Catalog) -> Iterator[str]:
    """What is missing in a language, what is no longer used, and what is wrong in the rest.

    That is a value in the wrong place, a plural without all its forms, or a text too long to fit.
    """
    for message in template:
        if not message.id:
            continue
        found = translated.get(message.id)
        if found is None or not all(_texts(found.string)):
            yield f"missing: {_first(message)}"
        elif found.fuzzy:
            yield f"not confirmed: {_first(message)}"
        else:
            yield from _wrong_values(found, translated.num_plurals)
            yield from _too_long(found, message)
    for message in translated:
        if message.id and template.get(message.id) is None:
            yield f"no longer used: {_first(message)}"


def _wrong_values(message: Message, num_plurals: int) -> Iterator[str]:
    forms = _texts(message.string)
    if isinstance(message.id, tuple) and len(forms) != num_plurals:
        yield f"{len(forms)} forms instead of {num_plurals}: {_first(message)}"
    given = {name.lower() for english in _texts(message.id) for name in _values(english)}
    for form in forms:
        if unknown := [name for name in _values(form) if name.lower() not in given]:
            yield f"nothing gives the value of {', '.join(unknown)}: {form}"
        if "%" in PLACEHOLDER.sub("", form) or "<" in form:
            yield f"a percent sign is written %%, and markup not at all: {form}"
    last = {name.lower() for name in _values(forms[-1])}
    if lost := sorted(given - last):
        yield f"the value of {', '.join(lost)} is lost: {forms[-1]}"


def _too_long(translated: Message, message: Message) -> Iterator[str]:
    """Forms with more letters than fit, their values not counted."""
    english = PLACEHOLDER.sub("", _texts(message.id)[-1]).strip()
    is_shown = any(str(place[0]).startswith(_SHOWN_IN) for place in message.locations)
    most = max(NEVER_TOO_LONG, MAX_TIMES * len(english))
    if is_shown and LABEL.fullmatch(english):
        most = min(most, MAX_LABEL)
    for form in _texts(translated.string):
        length = len(PLACEHOLDER.sub("", form).strip())
        if length > most:
            yield f"{length} letters, and there is room for {most}: {form}"


def _values(text: str) -> list[str]:
    return [place[1] for place in PLACEHOLDER.finditer(text) if place[1]]


def _texts(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def _first(message: Message) -> str:
    return _texts(message.id)[0]
