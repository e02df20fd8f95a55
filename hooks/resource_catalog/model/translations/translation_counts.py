"""Count how many texts of a catalog are translated, by state, file and signature."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import N_, _, ngettext, number
from resource_catalog.model.translations.catalog_texts import TextState, text_states
from resource_catalog.model.translations.translated_text import Translation
from resource_catalog.model.translations.translation_state import STATES

_ALL = N_("All")


def states_in(catalog: Catalog, language: str) -> list[TextState]:
    """How each text of a catalog stands in a language, which it may have nothing in yet."""
    return list(text_states(catalog, catalog.translations.get(language) or Translation(language)))


def count_states(texts: Iterable[TextState]) -> Mapping[str, int]:
    """The number of texts in each state."""
    numbers = Counter(text.state for text in texts)
    return {state: numbers[state] for state in STATES}


def rows(texts: Sequence[TextState]) -> list[tuple[str, list[int]]]:
    """The numbers for each file or folder of a catalog, and for all of them."""
    parts: dict[str, list[TextState]] = {}
    for text in texts:
        parts.setdefault(text.file.partition("/")[0], []).append(text)
    parts[_(_ALL)] = list(texts)
    return [(part, list(count_states(texts).values())) for part, texts in parts.items()]


def signed_note(texts: Iterable[TextState]) -> str:
    """A sentence on how many of the translated texts a native reader has signed."""
    found = [text for text in texts if text.found and text.state != "missing"]
    signed = sum(1 for text in found if text.found and text.found.by)
    return ngettext(
        "A native reader has signed %(signed)s of %(num)s translated text.",
        "Native readers have signed %(signed)s of %(num)s translated texts.",
        len(found),
        signed=number(signed),
    )
