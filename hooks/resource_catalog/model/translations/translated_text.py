"""A text in another language, and a catalog of such texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

WAITING = "…"
"""What stands in a file in place of a text that waits for its translator."""


@dataclass(frozen=True)
class TranslatedText:
    """A text in another language, with the fingerprint of the source that it is ``of``.

    ``by`` is the native reader who has confirmed it, if there is one yet.
    """

    text: str
    of: str
    by: str | None = None


@dataclass(frozen=True)
class Translation:
    """A catalog in another language.

    ``texts`` are its texts by file and path; a file is named as in the folder of the catalog,
    without its ending. ``pages`` are its hand-written pages by the same names, each whole.
    ``synonyms`` are groups of words of its own, beside those of the catalog.
    """

    language: str
    texts: Mapping[str, Mapping[str, TranslatedText]] = field(default_factory=dict)
    pages: Mapping[str, TranslatedText] = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()
