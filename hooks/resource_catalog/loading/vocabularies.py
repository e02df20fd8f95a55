"""Read the vocabularies of a catalog, which are the facets by which records are tagged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from resource_catalog.loading.record_folder import RecordFolder, Records, read_folder
from resource_catalog.loading.tags import REQUIRED, Facets
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.vocabulary import VOCABULARY_TYPES, Term, Vocabulary

VOCABULARIES = "vocabularies"


def _sort_key(facet: str) -> tuple[int, str]:
    """A sort key for facets: phases, stages and types first, the rest by name."""
    return (REQUIRED.index(facet) if facet in REQUIRED else len(REQUIRED)), facet


FOLDER = RecordFolder(
    VOCABULARIES,
    Vocabulary[Term],
    variants=VOCABULARY_TYPES,
    defaults=lambda facet: {"label": facet.replace("-", " ").capitalize()},
    order=_sort_key,
)


def read_vocabularies(catalog: Path) -> Records[Vocabulary[Term]]:
    """Read the vocabularies of a catalog; a missing required one is a problem."""
    found = read_folder(catalog, FOLDER)
    for facet in REQUIRED:
        if facet not in found.files:
            file = yaml_file.display_path(catalog / VOCABULARIES / f"{facet}.yml")
            message = _("Every catalog needs the vocabulary “%(facet)s”.", facet=facet)
            hint = _("Add this file with a label and at least one term.")
            found.problems.append(Problem(file, 1, 1, "missing-file", message, hint))
    return found


def facets_of(
    vocabularies: Records[Vocabulary[Term]], synonyms: tuple[tuple[str, ...], ...] = ()
) -> Facets:
    """The facets of a catalog, including those with a broken or missing vocabulary."""
    return Facets(vocabularies.by_id, _keys(vocabularies), synonyms)


def _keys(vocabularies: Records[Vocabulary[Term]]) -> Iterator[tuple[str, str]]:
    """The keys of each facet; of one that could not be read, all possible keys."""
    for file in vocabularies.unread:  # such as topics.yml.txt: entries may well use it
        yield from _possible_keys(os.path.basename(file).split(".")[0])
    for facet in vocabularies.files:
        vocabulary = vocabularies.by_id.get(facet)
        if vocabulary is not None:
            yield vocabulary.key or facet, facet
        else:
            document = vocabularies.documents.get(facet)
            yield from _possible_keys(facet, document.data.get("key") if document else None)
    for facet in REQUIRED:
        if facet not in vocabularies.files:
            yield from _possible_keys(facet)


def _possible_keys(facet: str, key: Any = None) -> Iterator[tuple[str, str]]:
    for possible in (key, facet, facet.removesuffix("s")):
        if isinstance(possible, str):
            yield possible, facet
