"""Tell by the fingerprint of its source whether a translated text is current or behind."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Literal, get_args

from resource_catalog.model.messages import N_
from resource_catalog.model.translations.translated_text import WAITING, TranslatedText

State = Literal["current", "same", "behind", "missing"]
STATES: tuple[State, ...] = get_args(State)

STATE_LABELS = {
    "current": N_("Current"),
    "same": N_("Same as the source"),
    "behind": N_("Behind"),
    "missing": N_("Missing"),
}
"""What readers see for each state."""

FINGERPRINT = re.compile(r"[0-9a-f]{8}")


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
