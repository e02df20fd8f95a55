"""Make terms of the words in the columns of a table that the vocabularies do not have yet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from resource_catalog.contribute.import_table.cell_values import CellReader, looks_like_comma_list
from resource_catalog.contribute.import_table.heading_columns import Headings, normalized
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.term_order import natural_order
from resource_catalog.contribute.new_terms.vocabulary_text import singular_of, with_terms
from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.loading import vocabularies
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.record_folder import record_of
from resource_catalog.loading.reserved_facet_names import RESERVED_FACETS, RESERVED_KEYS
from resource_catalog.loading.vocabularies import VOCABULARIES, facets_of, in_order
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.problems import as_text, quoted
from resource_catalog.model.records.vocabulary import PHASES, TYPE, TYPES

_SIGNS = {"+": " plus", "#": " sharp", "&": " and ", "@": " at ", "*": " star", "%": " percent"}


class NewTermsError(Exception):
    """Terms cannot be made of a column. The message has the reason."""


@dataclass(frozen=True)
class NewTerm:
    """A new term of a facet, in how many cells its word stands, and a term that is much like it."""

    facet: str
    id: str
    label: str
    count: int
    like: str | None = None


@dataclass(frozen=True)
class NewTerms:
    """New terms, the catalog that has them, and the files to write; see ``ImportPlan``."""

    terms: Sequence[NewTerm] = ()
    loaded: LoadedCatalog | None = None
    new_texts: Mapping[Path, str] = field(default_factory=dict)
    old_texts: Mapping[Path, str] = field(default_factory=dict)

    def as_data(self) -> list[dict[str, Any]]:
        """The terms as data for programs."""
        return [
            {"facet": t.facet, "id": t.id, "label": t.label, "count": t.count, "like": t.like}
            for t in self.terms
        ]


NO_NEW_TERMS = NewTerms()


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
        facet = _facet(loaded, name) or _new_facet(name)
        place = _place(loaded, mapping, table, name, facet)
        words = _words(loaded, mapping, table, place, facet)
        found = _new_terms(loaded, facet, words)
        if not found:
            continue
        path = _path(loaded, facet)
        document = loaded.facet_documents.get(facet)
        heading = table.headings[place]
        is_english = loaded.catalog.identity.language.partition("-")[0].lower() == "en"
        text = with_terms(
            document.text if document else None,
            facet,
            heading,
            [(term.id, term.label) for term in found],
            singular_of(heading) if is_english else None,
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


def new_terms_lines(new: NewTerms) -> Iterator[str]:
    """The lines of a report on new terms: each with the number of its rows."""
    by_facet: defaultdict[str, list[NewTerm]] = defaultdict(list)
    for term in new.terms:
        by_facet[term.facet].append(term)
    for facet, terms in by_facet.items():
        if _is_new(new, facet):
            yield ngettext(
                "%(facet)s: a new vocabulary with %(num)s new term",
                "%(facet)s: a new vocabulary with %(num)s new terms",
                len(terms),
                facet=facet,
            )
        else:
            yield ngettext(
                "%(facet)s: %(num)s new term",
                "%(facet)s: %(num)s new terms",
                len(terms),
                facet=facet,
            )
        width = max(len(term.id) for term in terms)
        for term in terms:
            like = _("Is it the same as “%(term)s”?", term=term.like) if term.like else ""
            line = f"  {term.count:>5} × {term.id.ljust(width)}  {term.label}"
            yield f"{line}  {like}" if like else line
        if facet == PHASES and _is_new(new, facet):
            note = _(
                "Phases are steps, one after the other; “cycle: true” in their file makes a ring "
                "of them. What is no sequence is better a facet of its own: name its column."
            )
            yield f"  {note}"
        if _is_new(new, facet):
            yield from (f"  {note}" for note in _notes_on_new_vocabulary(new, facet))
        if any(term.like for term in terms):
            note = _(
                "If they mean the same, put them under “values:” in a mapping file, as their "
                "word: ours."
            )
            yield f"  {note}"


def ids_of_labels(labels: Sequence[str], taken: Sequence[str] = ()) -> list[str]:
    """An id for each label. Two labels never have the same: C++ is ``c-plus-plus``."""
    used = set(taken)
    found = []
    for label in labels:
        plain = "".join(_SIGNS.get(sign, sign) for sign in label)
        if plain.startswith("."):
            plain = f"dot {plain[1:]}"
        stem = suggest_slug(plain) or "term"
        name, number = stem, 1
        while name in used:
            number += 1
            name = f"{stem}-{number}"
        used.add(name)
        found.append(name)
    return found


def _facet(loaded: LoadedCatalog, name: str) -> str | None:
    """The facet with a name, a key or a label."""
    for facet, vocabulary in loaded.catalog.facets.items():
        labels = (facet, vocabulary.key or facet, vocabulary.label, vocabulary.singular_label)
        if normalized(name) in map(normalized, labels):
            return facet
    return None


def _new_facet(name: str) -> str:
    """The id of a new facet: the slug of its name, unless the site has another use for that."""
    slug = suggest_slug(name)
    if slug == TYPE:
        return TYPES
    taken = slug in RESERVED_FACETS or slug.replace("-", "_") in RESERVED_KEYS
    return f"{slug}-terms" if taken else slug


def _key(loaded: LoadedCatalog, facet: str) -> str:
    """The key of a facet in entries, also of one that has no vocabulary yet."""
    vocabulary = loaded.catalog.facets.get(facet)
    return (vocabulary and vocabulary.key) or (TYPE if facet == TYPES else facet)


def _place(
    loaded: LoadedCatalog, mapping: ColumnMapping, table: Table, name: str, facet: str
) -> int:
    """The place of the column for a facet. Raises :class:`NewTermsError`."""
    headings = Headings(table.headings, loaded.catalog.facets, mapping)
    key = _key(loaded, facet)
    wanted = {normalized(key), normalized(facet), normalized(name)}
    place = next(
        (
            place
            for place, heading in enumerate(table.headings)
            if ((column := headings.column(heading)) is not None and column.name == key)
            or (column is None and normalized(headings.mapped(heading) or heading) in wanted)
        ),
        None,
    )
    if place is None:
        raise NewTermsError(
            _(
                "No column of the table is for %(name)s. Its columns are: %(columns)s.",
                name=quoted(name),
                columns=", ".join(filter(None, table.headings)),
            )
        )
    return place


def _words(
    loaded: LoadedCatalog, mapping: ColumnMapping, table: Table, place: int, facet: str
) -> Counter[str]:
    """The words in the column for a facet that are none of its terms, by the number of cells."""
    headings = Headings(table.headings, loaded.catalog.facets, mapping)
    vocabulary = loaded.catalog.facets.get(facet)
    key = _key(loaded, facet)
    known = headings.column_by_name(key) if vocabulary else None
    column = known or Column(key, (key,), is_list=True)
    texts = [row[place].strip() for _, row in table.rows if place < len(row) and row[place].strip()]
    facets = facets_of(loaded.vocabularies, loaded.catalog.synonyms)
    plain = CellReader(facets, mapping, headings, {})

    def is_known(word: str) -> bool:
        return vocabulary is not None and plain.certain_term(column, word) is not None

    separator = mapping.separators.get(key) or mapping.separator
    if separator is None and column.is_list and looks_like_comma_list(texts, is_known):
        separator = ","
    reader = CellReader(facets, mapping, headings, {column.path: separator} if separator else {})
    found: Counter[str] = Counter()
    for text in texts:
        values = reader.value(column, text)
        found.update([values] if isinstance(values, str) else dict.fromkeys(values).keys())
    return Counter({w: n for w, n in found.items() if w and not is_known(w)})


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


def _is_new(new: NewTerms, facet: str) -> bool:
    return any(path.stem == facet for path in new.new_texts.keys() - new.old_texts.keys())


def _notes_on_new_vocabulary(new: NewTerms, facet: str) -> Iterator[str]:
    """What to look at in the file of a new vocabulary: the name of one term, and the order."""
    file = next(yaml_file.display_path(path) for path in new.new_texts if path.stem == facet)
    if new.loaded and (singular := new.loaded.catalog.facets[facet].singular):
        yield _(
            "One of them is called “%(singular)s”; if that is wrong, change it in %(file)s.",
            singular=singular,
            file=file,
        )
    else:
        yield _("What is one of them called? Add a line “singular: …” to %(file)s.", file=file)
    yield _("The site shows them in the order of that file, so put steps in their order.")


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
