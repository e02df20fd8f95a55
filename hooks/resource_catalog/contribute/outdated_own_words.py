"""Find texts that a catalog puts in place of ours, but that the site does not use any more."""

from __future__ import annotations

import difflib
from pathlib import Path

from resource_catalog.loading.folder_layout import IDENTITY_FILE
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _
from resource_catalog.model.messages.own_words import (
    as_message,
    as_written,
    is_name,
)
from resource_catalog.model.messages.po_files import english_texts
from resource_catalog.model.problems import Problem, quoted

KEY = "words"


def outdated_words(folder: Path) -> list[Problem]:
    """Texts in ``words`` that the site does not use, or has worded otherwise by now.

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
