"""Find the columns of a table that could be vocabularies: few short words, in many rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from resource_catalog.contribute.import_table.cell_values import looks_like_comma_list
from resource_catalog.contribute.import_table.heading_columns import Headings, normalized
from resource_catalog.contribute.import_table.mapping_file import NO_MAPPING
from resource_catalog.contribute.import_table.proposals.heading_words import TAKEN, possible_columns
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.exports.spreadsheet import cells
from resource_catalog.model.records.vocabulary import TYPE

MAX_WORDS = 80
"""More terms than this are no help to somebody who chooses among them."""
MAX_LETTERS = 40
MIN_ROWS_PER_WORD = 1.5
_SHOWN = 4


@dataclass(frozen=True)
class VocabularyColumn:
    """A column that could be a vocabulary: its heading, the number of its words, and a few."""

    heading: str
    words: int
    examples: tuple[str, ...]

    @property
    def may_be_type(self) -> bool:
        """Whether its heading is one of those that may mean the type: Kind, Category."""
        return normalized(self.heading) != TYPE and TYPE in possible_columns(self.heading, {TYPE})


def vocabulary_columns(table: Table) -> Iterator[VocabularyColumn]:
    """The columns of a table that could be vocabularies, in their order.

    Columns that every catalog has, such as the title and the year, are none.
    """
    headings = Headings(table.headings, {}, NO_MAPPING)
    for place, heading in enumerate(table.headings):
        if not heading or headings.column(heading) or normalized(heading) in TAKEN:
            continue
        texts = [row[place].strip() for _, row in table.rows if place < len(row)]
        texts = [text for text in texts if text]
        comma = looks_like_comma_list(texts, lambda _: False)
        counts: Counter[str] = Counter()
        for text in texts:
            items = cells.split_items(text, "," if comma else cells.SEPARATOR)
            counts.update(line.strip() for item in items for line in item.split("\n"))
        looks_right = (
            1 < len(counts) <= MAX_WORDS
            and counts.total() >= MIN_ROWS_PER_WORD * len(counts)
            and max(map(len, counts)) <= MAX_LETTERS
            and not any("://" in word or word.replace(".", "").isdigit() for word in counts)
        )
        if looks_right:
            examples = tuple(word for word, _ in counts.most_common(_SHOWN))
            yield VocabularyColumn(heading, len(counts), examples)
