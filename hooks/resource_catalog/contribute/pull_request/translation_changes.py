"""List what a change does to the translations of a catalog, and which texts it leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.contribute.pull_request.findings_schema import (
    MAX_ITEMS,
    TranslationChanges,
    truncated,
)
from resource_catalog.loading.translations.translation_folder import TRANSLATIONS
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.translations.translation_counts import count_states, states_in

_WAITING = ("behind", "missing")


def translation_changes(was: Catalog | None, now: Catalog) -> Iterator[TranslationChanges]:
    """The languages of a catalog in which the number of texts in a state is another."""
    for tag in now.translations:
        after = states_in(now, tag)
        before = states_in(was, tag) if was else []
        counts = [tuple(count_states(states).values()) for states in (before, after)]
        known = {(text.file, text.path): text.state for text in before}
        left = [
            text
            for text in after
            if text.state in _WAITING and known.get((text.file, text.path)) != text.state
        ]
        if counts[0] != counts[1] or left:
            places = [f"{TRANSLATIONS}/{tag}/{text.file}.yml: {text.path}" for text in left]
            yield TranslationChanges(
                language=tag,
                before=counts[0],
                after=counts[1],
                left=tuple(map(truncated, places[:MAX_ITEMS])),
                states=tuple(text.state for text in left[:MAX_ITEMS]),
                left_count=len(left),
            )
