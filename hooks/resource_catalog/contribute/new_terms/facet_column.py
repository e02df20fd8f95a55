"""Find the column of a table for a facet, and the words in it that are no terms yet."""

from __future__ import annotations

from collections import Counter

from resource_catalog.contribute.import_table.cell_values import CellReader, looks_like_comma_list
from resource_catalog.contribute.import_table.heading_columns import Headings, normalized
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.added_terms import NewTermsError
from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.reserved_facet_names import RESERVED_FACETS, RESERVED_KEYS
from resource_catalog.loading.vocabularies import facets_of
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.vocabulary import TYPE, TYPES


class FacetColumn:
    """The column of a table for a facet, which need not have a vocabulary yet.

    ``name`` is the facet, its key or its label, or the heading of the column. Raises
    :class:`NewTermsError` if there is no such column.
    """

    def __init__(
        self, loaded: LoadedCatalog, mapping: ColumnMapping, table: Table, name: str
    ) -> None:
        self._mapping = mapping
        self._table = table
        self._headings = Headings(table.headings, loaded.catalog.facets, mapping)
        self._facets = facets_of(loaded.vocabularies, loaded.catalog.synonyms)
        self.facet = _known_facet(loaded, name) or _new_facet(name)
        self._vocabulary = loaded.catalog.facets.get(self.facet)
        # A facet that has no vocabulary yet has a key all the same.
        key = self._vocabulary.key if self._vocabulary else None
        self._key = key or (TYPE if self.facet == TYPES else self.facet)
        self._place = self._find(name)

    @property
    def heading(self) -> str:
        """What the table calls it."""
        return self._table.headings[self._place]

    def unknown_words(self) -> Counter[str]:
        """The words that are no terms of the facet, by the number of cells they are in."""
        known = self._headings.column_by_name(self._key) if self._vocabulary else None
        column = known or Column(self._key, (self._key,), is_list=True)
        place = self._place
        texts = [row[place].strip() for _, row in self._table.rows if place < len(row)]
        texts = [text for text in texts if text]
        plain = CellReader(self._facets, self._mapping, self._headings, {})

        def is_known(word: str) -> bool:
            return self._vocabulary is not None and plain.certain_term(column, word) is not None

        separator = self._mapping.separators.get(self._key) or self._mapping.separator
        if separator is None and column.is_list and looks_like_comma_list(texts, is_known):
            separator = ","
        separators = {column.path: separator} if separator else {}
        reader = CellReader(self._facets, self._mapping, self._headings, separators)
        found: Counter[str] = Counter()
        for text in texts:
            values = reader.value(column, text)
            found.update([values] if isinstance(values, str) else dict.fromkeys(values).keys())
        return Counter({w: n for w, n in found.items() if w and not is_known(w)})

    def _find(self, name: str) -> int:
        wanted = {normalized(self._key), normalized(self.facet), normalized(name)}
        for place, heading in enumerate(self._table.headings):
            column = self._headings.column(heading)
            if column is None:
                if normalized(self._headings.mapped(heading) or heading) in wanted:
                    return place
            elif column.name == self._key:
                return place
        raise NewTermsError(
            _(
                "No column of the table is for %(name)s. Its columns are: %(columns)s.",
                name=quoted(name),
                columns=", ".join(filter(None, self._table.headings)),
            )
        )


def _known_facet(loaded: LoadedCatalog, name: str) -> str | None:
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
