"""``import_csv.py --new-terms``: the words of a column become terms, and no two of them one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from resource_catalog.contribute.autofix.fix_catalog import fix_catalog
from resource_catalog.contribute.import_table.mapping_file import ColumnMapping
from resource_catalog.contribute.import_table.planning.import_planner import ImportPlanner
from resource_catalog.contribute.import_table.table import Table
from resource_catalog.contribute.new_terms.added_terms import NewTerms, NewTermsError
from resource_catalog.contribute.new_terms.term_ids import ids_of_labels
from resource_catalog.contribute.new_terms.terms_of_columns import add_terms
from resource_catalog.contribute.new_terms.terms_report import new_terms_lines
from resource_catalog.contribute.new_terms.vocabulary_text import singular_of, with_terms
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml import parser
from sample_catalog import write_catalog

HEADINGS = ("title", "type", "summary", "access", "For whom", "Platform")


def catalog(tmp_path: Path) -> LoadedCatalog:
    return load(write_catalog(tmp_path / "catalog", {}))


def table(*words: tuple[str, str]) -> Table:
    rows = [(f"T{n}", "report", "s", "unlocated", *pair) for n, pair in enumerate(words)]
    return Table(HEADINGS, tuple(enumerate(rows, 2)), "UTF-8", ",")


def added(tmp_path: Path, given: Table, *names: str, **mapping: Any) -> NewTerms:
    whole = ColumnMapping.model_validate({"columns": {"For whom": "audiences"}, **mapping})
    return add_terms(catalog(tmp_path), whole, given, names)


def test_two_labels_never_become_one_id() -> None:
    labels = ["C", "C++", "C#", ".NET", "NET", "R&D", "R & D", "c", "日本", "中国", "A+", "A"]
    assert ids_of_labels(labels, ["a"]) == [
        *("c", "c-plus-plus", "c-sharp", "dot-net", "net", "r-and-d", "r-and-d-2", "c-2"),
        *("term", "term-2", "a-plus", "a-2"),
    ]


def test_terms_are_added_and_a_vocabulary_is_made(tmp_path: Path) -> None:
    rows = table(("Staff; Parents", "C++"), ("parents\nboard", "C"), ("Parent", "N/A"))
    new = added(tmp_path, rows, "audiences", "Platform", empty=["N/A"])
    file = tmp_path / "catalog" / "vocabularies" / "platform.yml"
    assert list(new_terms_lines(new)) == [
        "audiences: 3 new terms",
        "      2 × parents  Parents",
        "      1 × board    board",
        "      1 × parent   Parent  Is it the same as “Parents”?",
        "  If they mean the same, put them under “values:” in a mapping file, as their word: ours.",
        "platform: a new vocabulary with 2 new terms",
        "      1 × c-plus-plus  C++",
        "      1 × c            C",
        f"  What is one of them called? Add a line “singular: …” to {file}.",
        "  The site shows them in the order of that file, so put steps in their order.",
    ]
    assert new.loaded is not None
    mapping = ColumnMapping.model_validate({"columns": {"For whom": "audiences"}, "empty": ["N/A"]})
    plan = ImportPlanner(new.loaded, mapping, "t.csv", update=False).plan(rows)
    assert plan.problems == []
    texts = [parser.parse(text)[0] for text in plan.new_texts.values()]
    assert [(t["audiences"], t.get("platform")) for t in texts if isinstance(t, dict)] == [
        (["staff", "parents"], ["c-plus-plus"]),
        (["parents", "board"], ["c"]),
        (["parent"], None),
    ]
    for path, text in new.new_texts.items():
        path.write_text(text, encoding="utf-8")
    assert load(new.loaded.folder).problems == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Make", "Decide", "Make", "Decide", "Decide", "Ask"], ["Make", "Decide", "Ask"]),
        (["make", "Decide", "Make", "Make"], ["Make", "Decide"]),
        (["10 and more", "9", "1.5"], ["1.5", "9", "10 and more"]),
        (["Advanced", "Beginner", "Advanced"], ["Beginner", "Advanced"]),
        (["Avancé", "Intermédiaire", "Débutant"], ["Débutant", "Intermédiaire", "Avancé"]),
        (["High", "Roof", "Low"], ["High", "Roof", "Low"]),
    ],
)
def test_terms_stand_as_they_first_appear_or_in_their_own_order(
    tmp_path: Path, words: list[str], expected: list[str]
) -> None:
    new = added(tmp_path, table(*(("", word) for word in words)), "Platform")
    assert [term.label for term in new.terms] == expected


def test_new_phases_are_no_cycle_until_somebody_says_so(tmp_path: Path) -> None:
    given = catalog(tmp_path)
    (given.folder / "vocabularies" / "phases.yml").unlink()
    mapping = ColumnMapping.model_validate({"columns": {"Platform": "phases"}})
    rows = table(("", "Ask"), ("", "Make"))
    new = add_terms(load(given.folder), mapping, rows, ["phases"])
    assert "“cycle: true” in their file makes a ring" in "\n".join(new_terms_lines(new))
    assert new.loaded is not None
    assert new.loaded.catalog.phases[0].label == "Ask"
    assert not new.loaded.catalog.facets["phases"].cycle
    assert new.loaded.catalog.facets["phases"].label == "Platform", "their word for it"


@pytest.mark.parametrize(("heading", "name"), [("Sort", "types"), ("Type", "Type")])
def test_a_column_can_be_the_type(tmp_path: Path, heading: str, name: str) -> None:
    folder = write_catalog(tmp_path, {})
    (folder / "vocabularies" / "types.yml").unlink()
    mapping = ColumnMapping.model_validate({"columns": {"Sort": "type"}})
    rows = Table((heading,), ((2, ("Guide",)), (3, ("Film",))), "UTF-8", ",")
    new = add_terms(load(folder), mapping, rows, [name])
    assert new.loaded is not None
    types = new.loaded.catalog.facets["types"]
    assert (types.label, types.key, types.single) == (heading, "type", True)
    assert [term.id for term in types.terms] == ["guide", "film"]


@pytest.mark.parametrize(
    ("label", "singular"),
    [
        *[("Phases", "Phase"), ("Activities", "Activity"), ("Grade bands", "Grade band")],
        *[("Topics", "Topic"), ("Countries", "Country"), ("Courses", "Course")],
        *[("Platform", None), ("Status", None), ("Access", None), ("Series", None)],
        *[("Physics", None), ("Movies", None), ("Analyses", None), ("Approaches", None)],
        *[("Kinds of tools", None), ("IDs", None), ("Phase(s)", None), ("", None)],
    ],
)
def test_the_singular_of_a_plain_plural_is_proposed(label: str, singular: str | None) -> None:
    assert singular_of(label) == singular


def test_a_new_vocabulary_has_the_singular_of_its_heading(tmp_path: Path) -> None:
    for language, singular in (("en-US", "Activity"), ("fr", None)):
        folder = write_catalog(
            tmp_path / language, {}, identity={"title": "T", "language": language}
        )
        given = Table(("title", "Activities"), ((2, ("T", "Sort")),), "UTF-8", ",")
        new = add_terms(load(folder), ColumnMapping(), given, ["Activities"])
        assert new.loaded is not None
        assert new.loaded.catalog.facets["activities"].singular == singular
        asked = "singular: …" in "\n".join(new_terms_lines(new))
        assert asked is (singular is None)


def test_files_are_laid_out_as_by_fix(tmp_path: Path) -> None:
    rows = table(("Staff", "C"), ("Boards", "Web"))
    mapping = ColumnMapping.model_validate({"columns": {"Platform": "zones", "For whom": "aims"}})
    new = add_terms(catalog(tmp_path), mapping, rows, ["zones", "aims"])
    assert new.loaded is not None
    plan = ImportPlanner(new.loaded, mapping, "t.csv", update=False).plan(rows)
    assert plan.problems == []
    for path, text in {**new.new_texts, **plan.new_texts}.items():
        path.write_text(text, encoding="utf-8")
    assert fix_catalog(new.loaded.folder, tmp_path / "scratch") == []


def test_words_that_are_terms_make_none(tmp_path: Path) -> None:
    new = added(tmp_path, table(("STAFF", ""), ("staff", "")), "audiences")
    assert (new.terms, new.new_texts) == ([], {})


def test_a_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NewTermsError, match="No column of the table is for “topics”"):
        added(tmp_path, table(("a", "b")), "topics")


LINES = "  - id: x\n    label: X\n"
BLOCK = "# ours\nlabel: A\nterms:\n- id: a\n  label: B # b\n# the end\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BLOCK, BLOCK.replace("# b\n", "# b\n- id: x\n  label: X\n")),
        (
            "terms:\n  - id: a\n    label: B",
            f"terms:\n  - id: a\n    label: B\n{LINES}",
        ),
        (
            "terms:\r\n  - id: a\r\n    label: B\r\nlabel: A\r\n",
            "terms:\r\n  - id: a\r\n    label: B\r\n  - id: x\r\n    label: X\r\nlabel: A\r\n",
        ),
        ("terms: [{id: a, label: B}]\n", f"terms:\n  - id: a\n    label: B\n{LINES}"),
        ("terms: [{id: a, label: B}] # b\n", f"# b\nterms:\n  - id: a\n    label: B\n{LINES}"),
        ("terms: none\n", None),
    ],
)
def test_the_rest_of_a_vocabulary_stays(text: str, expected: str | None) -> None:
    assert with_terms(text, "a", "A", [("x", "X")]) == expected


def test_a_new_vocabulary_of_types_is_one_for_each_entry() -> None:
    text = with_terms(None, "types", "Kind", [("x", "X")])
    assert text == "label: Kind\nkey: type\nsingle: true\nterms:\n  - id: x\n    label: X\n"
