"""Say what the import of a table would do: the outcome of each row, and the files to write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from resource_catalog.contribute.import_table.text_links import TextLinks
from resource_catalog.model.problems import Problem

RowOutcome = Literal["new", "changed", "same", "refused"]


@dataclass(frozen=True)
class RowChange:
    """The outcome of one row.

    ``keys`` are the keys that change, ``similar`` the ids of entries that may be duplicates.
    """

    row: int
    id: str
    title: str
    outcome: RowOutcome
    keys: tuple[str, ...] = ()
    similar: tuple[str, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """What the import of a table would do.

    ``problems`` are in the table, where the line is the number of a row, or in files of the
    catalog that would become invalid. ``unknown_headings`` are pairs of a heading and the column
    that it may mean. ``notes`` are sentences about what was guessed. ``new_texts`` are the contents
    of the files to write, ``old_texts`` the current contents of those that exist.
    ``without_summary`` and ``without_access`` are new rows that lack one, which is no problem but
    a gap. In the new rows ``assumed_html``, nothing says what its links are. ``text_links`` are
    the links in texts, and ``likely_site`` the site that relative ones of them may be on.
    """

    changes: Sequence[RowChange]
    problems: Sequence[Problem]
    unknown_headings: Sequence[tuple[str, str | None]]
    notes: Sequence[str] = ()
    new_texts: Mapping[Path, str] = field(default_factory=dict)
    old_texts: Mapping[Path, str] = field(default_factory=dict)
    without_summary: Sequence[int] = ()
    without_access: Sequence[int] = ()
    assumed_html: Sequence[int] = ()
    text_links: TextLinks = field(default_factory=TextLinks)
    likely_site: str = ""


def outcome_counts(plan: ImportPlan) -> Counter[RowOutcome]:
    """The number of rows by outcome."""
    return Counter(change.outcome for change in plan.changes)
