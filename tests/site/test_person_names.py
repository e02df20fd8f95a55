"""Parsing names: people are inverted, organizations never."""

from __future__ import annotations

import pytest

from resource_catalog.site.citations.person_names import Name, parse_name, parse_names


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
        ("van Gogh", Name("van Gogh")),
        ("Pat Doe, Ph.D.", Name("Doe", "Pat")),
        ("Ann Lee, Ed.D., NBCT", Name("Lee", "Ann")),
        ("Sam Roe, PhD", Name("Roe", "Sam")),
        ("Sam Roe PhD", Name("Roe", "Sam")),
        ("Sam Roe, PhD/MBA", Name("Roe", "Sam")),
        ("Prof. Dr. Kim Poe", Name("Poe", "Kim")),
        ("Mrs. Ada King, M.Ed.", Name("King", "Ada")),
        ("Dr. Seuss", Name("Dr. Seuss")),
        ("Poe, Dr. Kim", Name("Poe", "Kim")),
        ("Smith, John, Jr.", Name("Smith", "John", "Jr.")),
        ("Smith, Jr., John", Name("Smith", "John", "Jr.")),
        ("John Smith III, Ed.D.", Name("Smith", "John", "III")),
        ("Lee, Ma", Name("Lee", "Ma")),
        ("Yo-Yo Ma", Name("Ma", "Yo-Yo")),
        ("Minh Do", Name("Do", "Minh")),
        ("Doe, Ph.D.", Name("Doe")),
        ("Lee, Bo, Chu, An", Name("Lee, Bo, Chu, An")),
        ("Dick Van Dyke", Name("Van Dyke", "Dick")),
        ("Van Morrison", Name("Morrison", "Van")),
        ("Maria De La Cruz", Name("De La Cruz", "Maria")),
        ("Kate St. John", Name("St. John", "Kate")),
        ("World Health Organization", Name("World Health Organization")),
        ("The New Yorker", Name("The New Yorker")),
        ("UNESCO Bangkok", Name("UNESCO Bangkok")),
        ("Class of 2024", Name("Class of 2024")),
        ("Universidad de Chile", Name("Universidad de Chile")),
        ("MARIA CRUZ", Name("CRUZ", "MARIA")),
        ("王 小波", Name("王 小波")),
        ("محمد بن سلمان", Name("محمد بن سلمان")),
        ("Иван Петров", Name("Петров", "Иван")),
        ("Петров Иван Сергеевич", Name("Петров", "Иван Сергеевич")),
        (", Jr.", Name(", Jr.")),
        ("Berry,", Name("Berry,")),
    ],
)
def test_a_name_is_taken_apart_where_it_is_surely_a_persons(text: str, name: Name) -> None:
    assert parse_name(text) == name


def test_a_catalog_can_say_that_a_name_is_no_persons() -> None:
    assert parse_name("Digital Promise") == Name("Promise", "Digital")
    assert parse_name("Digital Promise", ["Digital Promise"]) == Name("Digital Promise")


@pytest.mark.parametrize("text", ["Ann Lee et al.", "Ann Lee, et al", "Ann Lee and others"])
def test_those_who_are_not_named_are_others(text: str) -> None:
    assert parse_names([text]) == (Name("Lee", "Ann"), Name("others"))
    assert parse_names(["Alan Etal"]) == (Name("Etal", "Alan"),)


def test_initials_keep_their_hyphens() -> None:
    assert parse_name("Jean-Pierre Vernant").initials == "J.-P."
    assert parse_name("Mary Ann Evans").initials == "M. A."
    assert parse_name("J.R.R. Tolkien").initials == "J. R. R."
