"""Read the vocabularies of a catalog, which are the facets by which records are tagged."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from resource_catalog.loading.record_folder import RecordFolder, Records, read_folder
from resource_catalog.loading.tags import LEADING, Facets
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.vocabulary import VOCABULARY_TYPES, Term, Vocabulary

VOCABULARIES = "vocabularies"


def _sort_key(facet: str) -> tuple[int, str]:
    """A sort key for facets: phases, stages and types first, the rest by name."""
    return (LEADING.index(facet) if facet in LEADING else len(LEADING)), facet


FOLDER = RecordFolder(
    VOCABULARIES,
    Vocabulary[Term],
    variants=lambda: VOCABULARY_TYPES,
    defaults=lambda facet: {"label": facet.replace("-", " ").capitalize()},
    order=_sort_key,
)


def read_vocabularies(catalog: Path) -> Records[Vocabulary[Term]]:
    """Read the vocabularies of a catalog, of which it need not have any."""
    return read_folder(catalog, FOLDER)


def in_order(
    vocabularies: Mapping[str, Vocabulary[Term]], order: Iterable[str]
) -> dict[str, Vocabulary[Term]]:
    """The vocabularies that have terms: those named in ``order``, then the others."""
    return {
        facet: vocabularies[facet]
        for facet in dict.fromkeys((*order, *vocabularies))
        if facet in vocabularies and vocabularies[facet].terms
    }


def missing_vocabularies(
    catalog: Path, facets: Facets, present: Iterable[str], documents: Iterable[Document]
) -> Iterator[Problem]:
    """A problem for each vocabulary that is not ``present`` though entries name terms of it."""
    missing = set(LEADING) - set(present)
    if not missing:
        return
    named = Counter(
        key
        for document in documents
        for key, value in document.data.items()
        if value and facets.keys.get(key) in missing
    )
    for key, count in sorted(named.items()):
        file = yaml_file.display_path(catalog / VOCABULARIES / f"{facets.keys[key]}.yml")
        message = ngettext(
            "%(num)s entry has the key “%(key)s”, but this vocabulary is missing.",
            "%(num)s entries have the key “%(key)s”, but this vocabulary is missing.",
            count,
            key=key,
        )
        hint = _(
            "Add this file with a label and the terms, or remove “%(key)s” from the entries.",
            key=key,
        )
        yield Problem(file, 1, 1, "missing-file", message, hint)


def facets_of(
    vocabularies: Records[Vocabulary[Term]], synonyms: tuple[tuple[str, ...], ...] = ()
) -> Facets:
    """The facets of a catalog, including those with a broken or missing vocabulary.

    A vocabulary without terms whose file has problems is a broken one: its terms may be there, but
    could not be read, so entries that name them are not at fault.
    """
    usable = {
        facet: vocabulary
        for facet, vocabulary in vocabularies.by_id.items()
        if vocabulary.terms or facet not in vocabularies.doubtful
    }
    return Facets(usable, _keys(vocabularies), synonyms)


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
    for facet in LEADING:
        if facet not in vocabularies.files:
            yield from _possible_keys(facet)


def _possible_keys(facet: str, key: Any = None) -> Iterator[tuple[str, str]]:
    for possible in (key, facet, facet.removesuffix("s")):
        if isinstance(possible, str):
            yield possible, facet
