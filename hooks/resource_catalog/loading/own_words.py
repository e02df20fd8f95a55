"""Check the words that a catalog has in place of ours: their names, and the texts they replace."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from resource_catalog.loading.catalog_folder import IDENTITY_FILE, LoadedCatalog
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.messages import _, listed
from resource_catalog.model.messages.named_words import (
    ALIASES,
    NAMES,
    as_message,
    as_written,
    is_name,
    lost_values,
)
from resource_catalog.model.messages.po_files import english_texts
from resource_catalog.model.problems import Problem, quoted

KEY = "words"


def wrong_words(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Names are known, and a text asks for no value that the one it replaces does not have."""
    document = loaded.identity_document
    if document is None:
        return
    for key, text in loaded.catalog.identity.words.items():
        if is_name(key) and key not in NAMES and key not in ALIASES:
            yield document.problem(
                "unknown-key",
                (KEY, key),
                _("%(name)s is not the name of a word.", name=quoted(key)),
                did_you_mean(key, NAMES) or _("Known are: %(terms)s.", terms=listed(NAMES)),
                key=True,
            )
        elif not is_name(key) and (unknown := lost_values(key, text)):
            yield document.problem(
                "unknown-value",
                (KEY, key),
                _("Nothing gives the value of %(names)s here.", names=listed(unknown)),
                _("Use only what stands in braces in the text that this one replaces."),
            )


def outdated_words(folder: Path) -> list[Problem]:
    """Texts in ``words`` that the site does not say, or says otherwise by now.

    They have no effect, which is no reason to stop a build. Empty for a folder whose
    ``catalog.yml`` cannot be read.
    """
    document, _problems = yaml_file.read(folder / IDENTITY_FILE)
    words = document.data.get(KEY) if document else None
    if document is None or not isinstance(words, dict):
        return []
    asked = [key for key in words if not is_name(key)]
    known = english_texts() if asked else frozenset()
    return [
        document.problem(
            "unknown-value",
            (KEY, key),
            _("The site has no text %(text)s.", text=quoted(key)),
            _nearest(key, known),
            key=True,
        )
        for key in asked
        if as_message(key) not in known
    ]


def _nearest(text: str, known: frozenset[str]) -> str:
    """A hint at the text that is most alike."""
    nearest = difflib.get_close_matches(as_message(text), known, n=1)
    return _("Is it now “%(text)s”?", text=as_written(nearest[0])) if nearest else ""
