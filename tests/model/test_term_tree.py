"""Terms with broader ones: what has a term counts for all terms above it."""

from __future__ import annotations

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import Term, Vocabulary


def vocabulary(**broader: str | None) -> Vocabulary[Term]:
    terms = tuple(Term(id=name, label=name.title(), broader=up) for name, up in broader.items())
    return Vocabulary[Term](label="Places", terms=terms, id="places", file="places.yml")


PLACES = vocabulary(ohio="usa", world=None, usa="world", moon=None, austin="texas", texas="usa")


def test_terms_come_in_the_order_of_their_file_each_before_those_below_it() -> None:
    assert [(term.id, depth) for term, depth in PLACES.in_tree_order] == [
        ("world", 0),
        ("usa", 1),
        ("ohio", 2),
        ("texas", 2),
        ("austin", 3),
        ("moon", 0),
    ]
    flat = vocabulary(b=None, a=None)
    assert [(term.id, depth) for term, depth in flat.in_tree_order] == [("b", 0), ("a", 0)]


def test_what_is_above_a_term() -> None:
    assert [term.id for term in PLACES.above("austin")] == ["world", "usa", "texas"]
    assert PLACES.above("moon") == ()
    assert PLACES.with_broader(("austin", "ohio", "moon")) == (
        *("austin", "ohio", "moon"),
        *("texas", "usa", "world"),
    )


def test_a_circle_and_an_unknown_term_above_end_by_themselves() -> None:
    """They are problems of the catalog, and other checks go on meanwhile."""
    odd = vocabulary(a="b", b="a", c="nowhere", d="d")
    assert odd.with_broader(("a", "c", "d")) == ("a", "c", "d", "b")
    assert [term.id for term, _ in odd.in_tree_order] == ["c"]


def test_an_entry_counts_for_every_term_above_its_own() -> None:
    entries = {
        name: Entry(title=name, id=name, file="", tags={"places": terms})
        for name, terms in {"a": ("austin", "usa"), "b": ("ohio",), "c": ("moon",)}.items()
    }
    catalog = Catalog(CatalogSettings(title="x"), {"places": PLACES}, entries)
    counts = {term.id: len(catalog.by_term.tagged("places", term.id)) for term in PLACES.terms}
    assert counts == {"world": 2, "usa": 2, "ohio": 1, "texas": 1, "austin": 1, "moon": 1}
    assert [term.id for term in catalog.terms_of(entries["b"], "places")] == ["ohio"]
    assert [term.id for term in catalog.all_terms_of(entries["b"], "places")] == [
        *("ohio", "world", "usa")
    ]
