"""The ring of phases: labels stay on their arrows, or numbers stand alone."""

from __future__ import annotations

import pytest

from resource_catalog.pages.rendering.drawings.phase_ring import labels


@pytest.mark.parametrize(
    ("texts", "small"),
    [
        (["Exploration", "Planning", "Preparation", "Implement", "Support", "Reflect"], False),
        (["Acquérir", "Transformer", "Analyser", "Présenter", "Pérenniser"], True),
        ([str(number) for number in range(1, 13)], False),
    ],
)
def test_labels_that_fit_are_all_of_one_size(texts: list[str], small: bool) -> None:
    found = labels(texts)
    assert [" ".join(label.lines) for label in found] == texts
    assert {label.is_small for label in found} == {small}


def test_a_long_label_stands_on_two_lines() -> None:
    (first, *_) = labels(["Test with users", "Build", "Think"])
    assert first.lines in {("Test with", "users"), ("Test with users",)}
    assert len(first.offsets) == len(first.lines)


@pytest.mark.parametrize("count", [3, 5, 12])
def test_a_label_that_fits_nowhere_leaves_the_numbers(count: int) -> None:
    assert labels(["Donaudampfschifffahrtsgesellschaft"] + ["A"] * (count - 1)) == ()
