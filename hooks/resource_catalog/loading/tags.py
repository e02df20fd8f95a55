"""Read the tags of records: the terms of facets, and the problems with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.loading.convert.unknown_keys import MAX_LISTED
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.loading.yaml.positions import YamlPath
from resource_catalog.loading.yaml.yaml_file import Document
from resource_catalog.model.did_you_mean import NameIndex
from resource_catalog.model.messages import _, alternatives, listed
from resource_catalog.model.problems import Problem, Replacement, in_quotes, quoted
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES, Term, Vocabulary
from resource_catalog.model.text_damage.terms_made_dates import terms_made_dates

LEADING = (PHASES, STAGES, TYPES)
"""The facets that precede all others, in this order, unless the catalog has an order of its own."""

_TERM_SEPARATOR = re.compile(r"[,;/&+|]|\b(?:and|or)\b")
"""Separators between terms that are written as one text."""

Tags = dict[str, tuple[str, ...]]


class Facets:
    """The vocabularies of a catalog, by which records are tagged.

    ``keys`` are pairs of a key of a record, in one spelling, and its facet. A facet with a broken
    vocabulary also has keys, but its terms are not checked. ``synonyms`` are groups of words
    with the same meaning.
    """

    def __init__(
        self,
        vocabularies: Mapping[str, Vocabulary[Term]],
        keys: Iterable[tuple[str, str]],
        synonyms: tuple[tuple[str, ...], ...] = (),
    ) -> None:
        self.vocabularies = vocabularies
        self.keys: dict[str, str] = {}
        for key, facet in keys:
            for spelling in (key, key.replace("-", "_"), key.replace("_", "-")):
                if spelling not in keys_of(Entry):  # the key of another field
                    self.keys.setdefault(spelling, facet)
        self._synonyms = synonyms
        self._names_by_facet: dict[str, NameIndex] = {}
        self._hints: dict[tuple[str, str], str] = {}
        # Records that name the same terms share them: that is a good part of what tags weigh.
        self._shared_terms: dict[tuple[str, ...], tuple[str, ...]] = {}

    def tags_of(
        self, document: Document, own_keys: Collection[str], implied: Iterable[str] = ()
    ) -> tuple[Tags, list[Problem]]:
        """The terms that a record names, by facet, without the wrong ones, and all problems.

        ``own_keys`` of the record are no facets, whatever vocabularies there are. The only term of
        an ``implied`` facet need not be named.
        """
        tags: Tags = {}
        problems: list[Problem] = []
        used: dict[str, str] = {}
        for key, value in document.data.items():
            facet = self.keys.get(key)
            if facet is None or key in own_keys:
                continue
            other = used.setdefault(facet, key)
            if other != key:
                message = _(
                    "“%(key)s” is another spelling of “%(other)s”, which is already there.",
                    key=key,
                    other=other,
                )
                hint = _("Keep one of the two.")
                problems.append(document.problem("duplicate-key", (key,), message, hint, key=True))
            elif value and facet in self.vocabularies and not self.vocabularies[facet].terms:
                problems.append(_no_terms(document, key, self.vocabularies[facet]))
            elif value is not None and facet in self.vocabularies:
                terms, found = self._terms(document, key, value, self.vocabularies[facet])
                tags[facet] = self._shared_terms.setdefault(terms, terms)
                problems += found
        for facet in implied:
            if facet not in used and (terms := self._only_term(facet)):
                tags[facet] = terms
        return tags, problems

    def _only_term(self, facet: str) -> tuple[str, ...]:
        """The id of the only term of a facet; nothing if it has more, or none."""
        vocabulary = self.vocabularies.get(facet)
        if vocabulary is None or len(vocabulary.terms) != 1:
            return ()
        terms = tuple(vocabulary.by_id)
        return self._shared_terms.setdefault(terms, terms)

    def _terms(
        self, document: Document, key: str, value: Any, vocabulary: Vocabulary[Term]
    ) -> tuple[tuple[str, ...], list[Problem]]:
        """The valid terms under one key, and the problems with the others."""
        if type(value) is not (str if vocabulary.single else list):
            return (), [self._wrong_kind(document, key, value, vocabulary)]
        terms: dict[str, None] = {}
        problems: list[Problem] = []
        for index, term in enumerate([value] if vocabulary.single else value):
            path = (key,) if vocabulary.single else (key, index)
            if term is None:
                continue  # an empty item, which was reported already
            if not isinstance(term, str):
                message = _("%(Found)s is where a term belongs.", found=yaml_file.type_name(term))
                problems.append(document.problem("wrong-kind", path, message, _("Write one word.")))
            elif term not in vocabulary.by_id:
                problems.append(self._unknown(document, path, term, vocabulary))
            elif term in terms:
                message = _("“%(term)s” is listed twice.", term=term)
                problems.append(
                    document.problem("duplicate-item", path, message, _("Keep one of them."))
                )
            else:
                terms[term] = None
        return tuple(terms), problems

    def _wrong_kind(
        self, document: Document, key: str, value: Any, vocabulary: Vocabulary[Term]
    ) -> Problem:
        """The problem with a text in place of a list of terms, or the other way round."""
        names = self.names_of(vocabulary)
        kind = yaml_file.type_name(value)
        replacement: Replacement | None
        if vocabulary.single:
            parts = _recognized_terms(value, names) or [next(iter(vocabulary.by_id))]
            hint = _choose_one_hint(key, vocabulary, parts)
            message = _("%(Found)s is where one term belongs.", found=kind)
            only = value[0] if isinstance(value, list) and len(value) == 1 else None
            replacement = names.certain(only) if isinstance(only, str) else None
        else:
            replacement = _split_terms(value, names)
            example = ", ".join(replacement or [next(iter(vocabulary.by_id))])
            hint = _("Put it in square brackets: %(key)s: [%(example)s].", key=key, example=example)
            message = _("%(Found)s is where a list belongs.", found=kind)
        return document.problem("wrong-kind", (key,), message, hint, replacement=replacement)

    def _unknown(
        self, document: Document, path: YamlPath, term: str, vocabulary: Vocabulary[Term]
    ) -> Problem:
        names = self.names_of(vocabulary)
        message = _(
            "%(term)s is not one of the %(vocabulary)s.",
            term=quoted(term),
            vocabulary=vocabulary.label.lower(),
        )
        asked = vocabulary.id, term
        if asked not in self._hints:  # the same wrong word often stands in many files
            self._hints[asked] = _term_hint(
                str(path[0]), term, vocabulary, names
            ) or _known_terms_hint(vocabulary)
        hint, replacement = self._hints[asked], names.certain(term)
        return document.problem("unknown-term", path, message, hint, replacement=replacement)

    def names_of(self, vocabulary: Vocabulary[Term]) -> NameIndex:
        """The ids of the terms of a vocabulary by all their names: ids, labels and synonyms."""
        if vocabulary.id not in self._names_by_facet:
            names: dict[str, str] = {}
            for term in vocabulary.terms:
                for name in (term.id, term.label, term.plural, term.short_label):
                    names.setdefault(name or term.id, term.id)
            for group in self._synonyms:
                term_ids = {names[name] for name in (*names,) if _is_in_group(name, group)}
                if len(term_ids) == 1:
                    (term_id,) = term_ids
                    for word in group:
                        names.setdefault(word, term_id)
                        names.setdefault(f"{word}s", term_id)
            self._names_by_facet[vocabulary.id] = NameIndex(names)
        return self._names_by_facet[vocabulary.id]


def entry_keys(
    facets: Mapping[str, Vocabulary[Term]], record: type[Entry] = Entry
) -> tuple[str, ...]:
    """The keys of an entry in the order in which they are written: its own, and those of facets.

    ``record`` is the type of the entries of a catalog; the fields that it adds follow its facets.
    """
    own = keys_of(Entry)
    added = [key for key in keys_of(record) if key not in own]
    first, then = own.index("summary"), own.index("part_of")
    keys = {facet: vocabulary.key or facet for facet, vocabulary in facets.items()}
    ahead = [keys.pop(facet) for facet in (TYPES, PHASES, STAGES) if facet in keys]
    return (*own[:first], *ahead, *own[first:then], *keys.values(), *added, *own[then:])


def tool_keys(facets: Mapping[str, Vocabulary[Term]], record: type[Tool]) -> tuple[str, ...]:
    """The keys of a tool of type ``record`` in the order in which they are written."""
    own = keys_of(record)
    first = own.index("stands_for")
    tags = (vocabulary.key or facet for facet, vocabulary in facets.items())
    return (*own[:first], *(key for key in tags if key not in own), *own[first:])


def _no_terms(document: Document, key: str, vocabulary: Vocabulary[Term]) -> Problem:
    message = _("There are no terms in %(file)s.", file=vocabulary.file)
    hint = _("Add the terms there, or remove “%(key)s” here.", key=key)
    return document.problem("unknown-term", (key,), message, hint)


def _is_in_group(name: str, group: tuple[str, ...]) -> bool:
    return _singular(name) in map(_singular, group)


def _singular(word: str) -> str:
    """A word without the s of the plural, which vocabularies have and lists of words have not."""
    return word.casefold().replace("-", " ").removesuffix("s")


def _term_hint(key: str, term: str, vocabulary: Vocabulary[Term], names: NameIndex) -> str:
    """A hint on what ``term`` means, which may be several terms; empty if unknown."""
    if likely := names.likely(term):
        return _("Did you mean “%(match)s”?", match=likely)
    several = _recognized_terms(re.split(_TERM_SEPARATOR, term), names)
    if several and vocabulary.single:
        return _choose_one_hint(key, vocabulary, several)
    if len(several) > 1:
        return _(
            "These are several: %(several)s. List each by itself.",
            several=listed(in_quotes(s) for s in several),
        )
    if made := list(
        dict.fromkeys(names.names[name] for name in terms_made_dates(term, names.names))
    ):
        return _(
            "Did you mean %(terms)s? Spreadsheets make dates of such words: format the column as "
            "text first.",
            terms=alternatives(in_quotes(known) for known in made),
        )
    if closest := names.closest(term):
        return _("Did you mean “%(match)s”?", match=closest)
    return _partial_name_hint(term, names)


def _partial_name_hint(text: str, names: NameIndex) -> str:
    """A hint for a part of a name that a list has split at its commas; empty if unknown."""
    words = set(re.findall(r"\w+", text.casefold())) - {"and", "or"}
    found = {
        term
        for name, term in names.names.items()
        if words <= set(re.findall(r"\w+", name.casefold()))
    }
    return _("Did you mean “%(match)s”?", match=found.pop()) if words and len(found) == 1 else ""


def _choose_one_hint(key: str, vocabulary: Vocabulary[Term], terms: list[str]) -> str:
    lines = alternatives(in_quotes(f"{key}: {term}") for term in terms[:MAX_LISTED])
    return _(
        "An entry has one %(vocabulary)s: write %(lines)s.",
        vocabulary=vocabulary.singular_label.lower(),
        lines=lines,
    )


def _recognized_terms(values: Any, names: NameIndex) -> list[str]:
    """The terms among the items of a list, each once."""
    words = [v for v in values if isinstance(v, str)] if isinstance(values, list) else []
    return list(dict.fromkeys(term for word in words if (term := names.likely(word))))


def _split_terms(value: Any, names: NameIndex) -> tuple[str, ...] | None:
    """The terms in a text that stands in place of a list, if all of them are known."""
    if not isinstance(value, str):
        return None
    found = [names.certain(part.strip()) for part in re.split("[,;]", value)]
    terms = tuple(dict.fromkeys(term for term in found if term))
    return terms if terms and None not in found else None


def _known_terms_hint(vocabulary: Vocabulary[Term]) -> str:
    known = list(vocabulary.by_id)
    if len(known) > MAX_LISTED:
        return _("Known are: %(terms)s, ….", terms=listed(known[:MAX_LISTED]))
    return _("Known are: %(terms)s.", terms=listed(known))
