"""Say what was read otherwise than it stands in a table, so that nothing changes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from resource_catalog.contribute.import_table.cell_values import CellReader
from resource_catalog.model.messages import ngettext
from resource_catalog.model.problems import MAX_QUOTED_LENGTH, quoted

_BEFORE_DIFFERENCE = 20
"""How many letters before the difference of two long texts are shown."""


def reading_notes(
    cells: CellReader, repeated_links: int, certain: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """The lines about a table whose cells have been read.

    ``certain`` are the values that were wrong and can only mean one thing, with what that is.
    """
    if repeated_links:
        yield ngettext(
            "One address is in its row twice and was taken once.",
            "%(num)s addresses are in their row twice and were taken once.",
            repeated_links,
        )
    if parts := cells.tracking_parts:
        yield ngettext(
            "%(num)s address has a part that its page does not need, %(part)s, and was taken "
            "without it.",
            "%(num)s addresses have parts that their pages do not need, such as %(part)s, and "
            "were taken without them.",
            len(parts),
            part=quoted(parts[0]),
        )
    if number := cells.cells_with_entities:
        yield ngettext(
            "%(num)s cell has codes such as “%(entity)s”, which were read as the characters they "
            "mean.",
            "%(num)s cells have codes such as “%(entity)s”, which were read as the characters "
            "they mean.",
            number,
            entity="&amp;",
        )
    if number := cells.certain_dates:
        yield ngettext(
            "%(num)s date is written as in 13/02/2023 and has one possible reading.",
            "%(num)s dates are written as in 13/02/2023 and have one possible reading.",
            number,
        )
    if certain:
        written, meant = _where_they_differ(*certain[0])
        yield ngettext(
            "%(num)s value has only one possible meaning: %(written)s was read as %(meant)s.",
            "%(num)s values have only one possible meaning, such as %(written)s, which was read "
            "as %(meant)s.",
            len(certain),
            written=quoted(written),
            meant=quoted(meant),
        )


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Two texts without their common start, where that alone would be shown of them."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = one.rfind(" ", 0, max(same - _BEFORE_DIFFERENCE, 0)) + 1
    if max(len(one), len(other)) <= MAX_QUOTED_LENGTH or not start:
        return one, other
    return f"…{one[start:]}", f"…{other[start:]}"
