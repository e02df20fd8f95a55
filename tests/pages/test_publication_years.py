"""The timeline of publication: a bar for each year, or for some, from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.rendering.drawings.publication_years import MOST_BARS, publication_years


def entries(*published: str | None) -> list[Entry]:
    return [
        Entry(id=f"e-{n}", title="E", published=day, tags={}, file="")
        for n, day in enumerate(published)
    ]


def test_every_year_from_the_first_to_the_last_has_a_bar() -> None:
    found = publication_years(entries("2015", "2017-09", None, "2017-01-02", "2018"))
    assert found
    assert [(bar.label, bar.number, bar.height) for bar in found.bars] == [
        ("2015", 1, 0.5),
        ("2016", 0, 0),
        ("2017", 2, 1),
        ("2018", 1, 0.5),
    ]
    assert (found.dated, found.total) == (4, 5)


@pytest.mark.parametrize(
    ("published", "labels"),
    [
        (("1975", "2018"), ("1974–1975", "2018–2019")),
        (("1899", "2018"), ("1895–1899", "2015–2019")),
        (("1480", "2018"), ("1450–1499", "2000–2049")),
    ],
)
def test_many_years_share_bars(published: Sequence[str], labels: Sequence[str]) -> None:
    found = publication_years(entries(*published))
    assert found
    assert (found.bars[0].label, found.bars[-1].label) == labels
    assert 3 < len(found.bars) <= MOST_BARS + 1
    assert sum(bar.number for bar in found.bars) == 2


@pytest.mark.parametrize("published", [(), (None, None), ("2015", "2015-03", None)])
def test_there_is_none_without_two_years(published: Sequence[str | None]) -> None:
    assert publication_years(entries(*published)) is None
