"""Parsing names: people are inverted, organizations never."""

from __future__ import annotations

import pytest

from resource_catalog.site.citations.person_names import Name, parse_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Barnett Berry", Name("Berry", "Barnett")),
        ("Kim Farris-Berg", Name("Farris-Berg", "Kim")),
        ("Berry, Barnett", Name("Berry", "Barnett")),
        ("Ludwig van Beethoven", Name("van Beethoven", "Ludwig")),
        ("Maria de la Cruz", Name("de la Cruz", "Maria")),
        ("Martin Luther King, Jr.", Name("King", "Martin Luther", "Jr.")),
        ("Henry Louis Gates Jr.", Name("Gates", "Henry Louis", "Jr.")),
        ("J. R. R. Tolkien", Name("Tolkien", "J. R. R.")),
        ("Plato", Name("Plato")),
        ("王小波", Name("王小波")),
        ("Digital Promise Network", Name("Digital Promise Network")),
        ("Center for Teaching Quality", Name("Center for Teaching Quality")),
        ("CTQ community members", Name("CTQ community members")),
        ("Smith & Sons", Name("Smith & Sons")),
        ("van Gogh", Name("Gogh", "van")),
        (", Jr.", Name(", Jr.")),
        ("Berry,", Name("Berry,")),
    ],
)
def test_a_name_is_taken_apart_where_it_is_surely_a_persons(text: str, name: Name) -> None:
    assert parse_name(text) == name


def test_initials_keep_their_hyphens() -> None:
    assert parse_name("Jean-Pierre Vernant").initials == "J.-P."
    assert parse_name("Mary Ann Evans").initials == "M. A."
