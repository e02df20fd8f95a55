"""The catalog: what it answers about order, cells, mentions and what points where."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Retirement
from resource_catalog.model.records.link import Link
from resource_catalog.model.records.vocabulary import Phase, Prompt, Stage, Term, Vocabulary
from resource_catalog.model.title_order import title_sort_key

PHASES = (
    Phase(id="explore", label="Explore", sequence=("zebra", "apple")),
    Phase(id="plan", label="Plan"),
)
STAGES = (
    Stage(
        id="early",
        label="Early",
        questions=(Prompt(text="Why?", entries=("apple", "mango")), Prompt(text="Who?")),
        tasks=(Prompt(text="Start.", entries=("apple",)),),
    ),
    Stage(id="late", label="Late", tasks=(Prompt(text="Go on.", entries=("apple",)),)),
)
TYPES = (Term(id="guide", label="Guide"), Term(id="report", label="Report", plural="Reports"))


def entry(name: str, *, tags: dict[str, tuple[str, ...]] | None = None, **fields: Any) -> Entry:
    tags = {"types": ("guide",), **(tags or {})}
    words = {"title": name.title(), "summary": "About it.", **fields}
    return Entry(id=name, file=f"{name}.yml", tags=tags, **words)


def catalog(*entries: Entry) -> Catalog:
    facets: dict[str, Vocabulary[Any]] = {
        "phases": Vocabulary[Phase](label="Phases", terms=PHASES, id="phases", file=""),
        "stages": Vocabulary[Stage](label="Stages", terms=STAGES, id="stages", file=""),
        "types": Vocabulary[Term](label="Types", terms=TYPES, id="types", file="", single=True),
    }
    return Catalog(CatalogSettings(title="Fruit"), facets, {e.id: e for e in entries})


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [e.id for e in entries]


def tagged(name: str, *phases: str, stages: tuple[str, ...] = (), **fields: Any) -> Entry:
    return entry(name, tags={"phases": phases, "stages": stages}, **fields)


GONE = Retirement(on="2026-01-01", why="It is out of date.")
FRUIT = catalog(
    tagged("mango", "explore", stages=("early",)),
    tagged("zebra", "explore", "plan", stages=("late",)),
    tagged("banana", "explore", stages=("late", "early")),
    tagged("apple", "explore", stages=("early",)),
    tagged("cherry", "explore", "plan", stages=("early",), retired=GONE),
)


def test_a_phase_has_its_sequence_first_and_then_the_others_by_title() -> None:
    assert ids(FRUIT.by_term.tagged("phases", "explore")) == ["zebra", "apple", "banana", "mango"]


def test_all_else_goes_by_title() -> None:
    assert ids(FRUIT.by_term.tagged("stages", "early")) == ["apple", "banana", "mango"]
    assert ids(FRUIT.by_term.tagged("types", "guide")) == ["apple", "banana", "mango", "zebra"]
    assert ids(FRUIT.listed) == ["apple", "banana", "mango", "zebra"]


def test_a_cell_has_what_is_in_both_in_the_order_of_the_phase() -> None:
    assert ids(FRUIT.by_term.cell("explore", "early")) == ["apple", "banana", "mango"]
    assert ids(FRUIT.by_term.cell("explore", "late")) == ["zebra", "banana"]
    assert ids(FRUIT.by_term.cell("plan", "early")) == []


def test_a_retired_entry_is_there_but_in_no_list() -> None:
    assert "cherry" in FRUIT.entries
    everywhere = [FRUIT.listed, FRUIT.newest]
    everywhere += [
        FRUIT.by_term.tagged(*place) for place in [("phases", "plan"), ("stages", "early")]
    ]
    assert all("cherry" not in ids(entries) for entries in everywhere)


def test_what_nothing_is_tagged_with_is_empty() -> None:
    assert FRUIT.by_term.tagged("types", "report") == ()
    assert FRUIT.by_term.tagged("no-facet", "no-term") == ()


def test_mentions_say_which_question_or_task_points_to_an_entry() -> None:
    found = [
        (m.stage.id, m.kind, m.number, m.prompt.text) for m in FRUIT.backlinks.mentions["apple"]
    ]
    assert found == [
        ("early", "question", 1, "Why?"),
        ("early", "task", 1, "Start."),
        ("late", "task", 1, "Go on."),
    ]
    assert "zebra" not in FRUIT.backlinks.mentions


def test_newest_come_first_and_days_that_are_equal_go_by_title() -> None:
    days = {"old": "2020-01-01", "new-b": "2026-11-21", "new-a": "2026-11-21", "undated": None}
    found = catalog(*(entry(name, added=day) for name, day in days.items())).newest
    assert ids(found) == ["new-a", "new-b", "old", "undated"]


def test_what_points_to_an_entry_is_known_from_its_side() -> None:
    found = catalog(
        entry("series"),
        entry("part-2", part_of="series"),
        entry("part-1", part_of="series", related=("part-2", "series")),
        entry("old", replaced_by="series", retired=GONE),
    )
    assert ids(found.backlinks.parts["series"]) == ["part-1", "part-2"]
    assert ids(found.backlinks.replaces["series"]) == ["old"]
    assert ids(found.backlinks.related_from["part-2"]) == ["part-1"]
    assert "part-1" not in found.backlinks.parts


def test_terms_come_in_the_order_of_their_vocabulary() -> None:
    banana = FRUIT.entries["banana"]
    assert [t.id for t in FRUIT.terms_of(banana, "stages")] == ["early", "late"]
    assert FRUIT.terms_of(entry("kiwi"), "stages") == ()
    assert FRUIT.terms_of(banana, "audiences") == (), "a facet that this catalog does not have"
    assert FRUIT.types_of(banana) == (TYPES[0],)
    assert FRUIT.term("types", "report").heading == "Reports"
    assert FRUIT.phases == PHASES


def test_titles_are_ordered_as_readers_look_them_up() -> None:
    titles = ["“Zest”", "élan", "Eagle", "able", "10 tips", "(Maple) syrup", "Straße"]
    found = sorted((entry(f"e{i}", title=t) for i, t in enumerate(titles)), key=title_sort_key)
    assert [e.title for e in found] == [
        *("10 tips", "able", "Eagle", "élan", "(Maple) syrup", "Straße", "“Zest”")
    ]


@given(st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=8))
def test_order_depends_on_nothing_but_titles_and_ids(titles: list[str]) -> None:
    entries = [
        Entry.model_construct(title=title, id=f"e{index}") for index, title in enumerate(titles)
    ]
    backwards = list(reversed(entries))
    assert sorted(entries, key=title_sort_key) == sorted(backwards, key=title_sort_key)


@pytest.mark.parametrize(
    ("roles", "first"),
    [
        (("archive", "landing", "alternate", "primary"), 3),
        (("archive", "landing", "alternate"), 2),
        (("archive", "landing"), 1),
        (("archive",), 0),
        ((), None),
    ],
)
def test_the_link_to_open_first_is_the_best_there_is(
    roles: tuple[Any, ...], first: int | None
) -> None:
    links = tuple(Link(url=f"https://example.org/{i}", role=role) for i, role in enumerate(roles))
    assert entry("apple", links=links).primary_link == (None if first is None else links[first])


def test_what_follows_from_the_fields_of_an_entry() -> None:
    apple = entry("apple", published="2017-09", duration="1 h 5 min", added="2026-11-21")
    assert (apple.type, apple.year, apple.minutes) == ("guide", "2017", 65)
    assert apple.added == datetime.date(2026, 11, 21)
    assert (entry("kiwi").year, entry("kiwi").minutes) == (None, None)


@pytest.mark.parametrize(
    ("label", "singular", "plural"),
    [
        ("Phases", "Phase", "phases"),
        ("Data life cycle", "Life cycle stage", "life cycle stages"),
        ("Your role", "Role", "roles"),
        ("My country", "Country", "countries"),
        ("People", "Person", "people"),
        ("Topics", None, "topics"),
        ("Media", None, "media"),
    ],
)
def test_several_terms_have_a_name_in_the_plural(
    label: str, singular: str | None, plural: str
) -> None:
    known = {"id": "groups", "file": "groups.yml", "label": label, "singular": singular}
    vocabulary = Vocabulary[Term](**known, terms=())
    assert vocabulary.nouns == plural
