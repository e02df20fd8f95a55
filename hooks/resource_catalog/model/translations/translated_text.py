"""Define a translated text, and tell by the fingerprint of its source whether it is current."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, get_args

from resource_catalog.model.messages import N_

State = Literal["current", "same", "behind", "missing"]
STATES: tuple[State, ...] = get_args(State)

STATE_LABELS = {
    "current": N_("Current"),
    "same": N_("Same as the source"),
    "behind": N_("Behind"),
    "missing": N_("Missing"),
}
"""What readers see for each state."""

WAITING = "…"
"""What stands in a file in place of a text that waits for its translator."""

FINGERPRINT = re.compile(r"[0-9a-f]{8}")


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


def fingerprint(source: str) -> str:
    """Eight hex digits that change with the words of a text, and not with its line breaks."""
    return hashlib.sha256(_plain(source).encode()).hexdigest()[:8]


@lru_cache(maxsize=65_536)  # each is wanted for the text itself, and by two pages that count
def state_of(source: str, found: TranslatedText | None) -> State:
    """How a translated text stands to its source; ``behind`` if that has changed since."""
    if found is None or found.text == WAITING:
        return "missing"
    if found.of != fingerprint(source):
        return "behind"
    return "same" if _plain(found.text) == _plain(source) else "current"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
