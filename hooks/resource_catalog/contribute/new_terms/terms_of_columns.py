"""Make terms of the words in the columns of a table that the vocabularies do not have yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.added_terms import NewTerm, NewTerms, NewTermsError
from resource_catalog.contribute.new_terms.facet_column import FacetColumn
from resource_catalog.contribute.new_terms.term_ids import ids_of_labels
from resource_catalog.contribute.new_terms.term_order import natural_order
from resource_catalog.contribute.new_terms.vocabulary_text import singular_of, with_terms
from resource_catalog.loading import vocabularies
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.record_folder import record_of
from resource_catalog.loading.vocabularies import VOCABULARIES, facets_of, in_order
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.messages import _
from resource_catalog.model.problems import as_text


def add_terms(
    loaded: LoadedCatalog, mapping: ColumnMapping, table: Table, names: Sequence[str]
) -> NewTerms:
    """Add the unknown words of some columns to their vocabularies.

    ``names`` are facets, their keys or labels, or headings of the table; one that no vocabulary
    has becomes a new vocabulary. Raises :class:`NewTermsError`.
    """
    terms: list[NewTerm] = []
    new_texts: dict[Path, str] = {}
    old_texts: dict[Path, str] = {}
    for name in names:
        column = FacetColumn(loaded, mapping, table, name)
        facet = column.facet
        found = _new_terms(loaded, facet, column.unknown_words())
        if not found:
            continue
        path = _path(loaded, facet)
        document = loaded.facet_documents.get(facet)
        is_english = loaded.catalog.identity.language.partition("-")[0].lower() == "en"
        text = with_terms(
            document.text if document else None,
            facet,
            column.heading,
            [(term.id, term.label) for term in found],
            singular_of(column.heading) if is_english else None,
        )
        if text is None:
            raise NewTermsError(
                _(
                    "Nothing can be added to %(file)s: edit it by hand.",
                    file=yaml_file.display_path(path),
                )
            )
        loaded = _with_vocabulary(loaded, facet, path, text)
        terms += found
        new_texts[path] = text
        if document:
            old_texts[path] = document.text
    return NewTerms(terms, loaded, new_texts, old_texts)


def _new_terms(loaded: LoadedCatalog, facet: str, words: Counter[str]) -> list[NewTerm]:
    """A term for each word; spellings that differ in case or spaces only are one term."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for word, number in words.most_common():
        spelling = NameIndex({label: label for label in labels.values()}).certain(word)
        label = labels.setdefault(word, spelling or word)
        counts[label] += number
    appeared = dict.fromkeys(labels[word] for word in words)
    in_order = natural_order(list(appeared))
    vocabulary = loaded.catalog.facets.get(facet)
    taken = list(vocabulary.by_id) if vocabulary else []
    ids = ids_of_labels(in_order, taken)
    names = facets_of(loaded.vocabularies).names_of(vocabulary).names if vocabulary else {}
    found: list[NewTerm] = []
    for label, term_id in zip(in_order, ids, strict=True):
        earlier = {**names, **{term.label: term.label for term in found}}
        found.append(
            NewTerm(facet, term_id, label, counts[label], NameIndex(earlier).likely(label))
        )
    return found


def _path(loaded: LoadedCatalog, facet: str) -> Path:
    known = loaded.vocabularies.files.get(facet)
    return Path(known) if known else loaded.folder / VOCABULARIES / f"{facet}.yml"


def _with_vocabulary(loaded: LoadedCatalog, facet: str, path: Path, text: str) -> LoadedCatalog:
    """The catalog with the vocabulary in ``text``."""
    document, problems = yaml_file.parse(yaml_file.display_path(path), text)
    record = None
    if document is not None:
        record, more = record_of(vocabularies.FOLDER, facet, document)
        problems += more
    if document is None or record is None or problems:
        raise NewTermsError(as_text(problems))
    files = {**loaded.vocabularies.files, facet: str(path)}
    by_id = {**loaded.vocabularies.by_id, facet: record}
    # In the order in which the folder will be read: keys of new entries are written in it.
    names = sorted(by_id, key=lambda name: Path(files[name]).parts)
    records = replace(
        loaded.vocabularies,
        by_id={name: by_id[name] for name in names},
        documents={**loaded.vocabularies.documents, facet: document},
        files=files,
    )
    facets = in_order(records.by_id, loaded.catalog.identity.facets)
    catalog = replace(loaded.catalog, facets=facets)
    return replace(loaded, catalog=catalog, vocabularies=records)
