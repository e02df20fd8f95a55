"""A new kind of record is a model and one line: its folder is read as all others are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import Field

from golden import copy_of_good_catalog
from resource_catalog.loading.catalog_folder import RECORD_FOLDERS, load
from resource_catalog.loading.checks import problems_of
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.record_folder import RecordFolder
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line
from resource_catalog.model.records.record import Record


class Kit(Record):
    """Things to print for one meeting."""

    title: Line = field("What readers see.", example="First meeting")
    entries: tuple[EntryId, ...] = field("What is in it.", default=(), example=["goals"])

    id: str = Field(exclude=True)
    file: str = Field(exclude=True)
    tags: Mapping[str, tuple[str, ...]] = Field(exclude=True)


KITS = RecordFolder("kits", Kit)
GOOD = "title: First meeting\nentries: [goal-worksheet]\nstages: [ready-to-plan]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The good catalog as the working folder, with a kit."""
    monkeypatch.chdir(copy_of_good_catalog(tmp_path))
    Path("kits").mkdir()
    Path("kits/meeting.yml").write_text(GOOD, encoding="utf-8")
    return Path()


def loaded(folder: Path) -> LoadedCatalog:
    return load(folder, record_folders=[*RECORD_FOLDERS, KITS])


def problem_lines(folder: Path) -> list[str]:
    return [str(problem) for problem in problems_of(loaded(folder))]


def test_records_of_a_new_kind_are_in_the_catalog(folder: Path) -> None:
    assert problem_lines(folder) == []
    kits = loaded(folder).catalog.records(Kit)
    assert kits == {
        "meeting": Kit(
            title="First meeting",
            entries=("goal-worksheet",),
            tags={"stages": ("ready-to-plan",)},
            id="meeting",
            file="kits/meeting.yml",
        )
    }


def test_a_catalog_need_not_have_the_folder(folder: Path) -> None:
    Path("kits/meeting.yml").unlink()
    Path("kits").rmdir()
    assert problem_lines(folder) == []
    assert loaded(folder).catalog.records(Kit) == {}


ENTRY = "title: Handbook\ntype: guide\nsummary: Advice.\naccess: unlocated\n"
FILES = {
    "no YAML": {"one.yml": "title: [A\n"},
    "no key": {"one.yml": "- A\n"},
    "nothing": {"one.yml": "# to come\n"},
    "a key twice": {"one.yml": "title: A\ntitle: B\n"},
    "an empty value": {"one.yml": "title:\n"},
    "a bad name": {"Some Name.yml": ""},
    "another ending": {"one.txt": "title: A\n"},
    "an id twice": {"one.yml": "", "other/one.yml": ""},
    "an unknown term": {"one.yml": "stages: [ready-to-plann, ready-to-plan, ready-to-plan]\n"},
    "one term for several": {"one.yml": "stages: ready-to-plan\n"},
    "a list for a line": {"one.yml": "title: [A, B]\n"},
}


@pytest.mark.parametrize("name", FILES)
def test_its_problems_read_like_those_of_an_entry(name: str, folder: Path) -> None:
    """The same places, codes, messages and hints, whichever folder the files lie in."""
    found = []
    for place, rest in (("kits", GOOD), (ENTRIES, ENTRY)):
        for file, text in FILES[name].items():
            path = Path(place, file)
            path.parent.mkdir(exist_ok=True)
            keys = {line.partition(":")[0] for line in text.splitlines()}
            lines = [line for line in rest.splitlines() if line.partition(":")[0] not in keys]
            whole = text if text[:1] in ("-", "#") else text + "\n".join([*lines, ""])
            path.write_text(whole, encoding="utf-8")
        found.append([line.replace(place, "FOLDER") for line in problem_lines(folder)])
        for file in FILES[name]:
            Path(place, file).unlink()
    assert found[0] == found[1] != []


def test_its_own_keys_are_the_ones_it_knows(folder: Path) -> None:
    Path("kits/meeting.yml").write_text("titel: A\nsummary: B\ntopics: [basics]\n")
    assert problem_lines(folder) == [
        "kits/meeting.yml:1:1: unknown-key “titel” is not a known key here. Did you mean “title”?",
        "kits/meeting.yml:2:1: unknown-key “summary” is not a known key here. "
        "Known here are: title, entries, phases, stages, type, topics.",
    ]
    Path("kits/meeting.yml").write_text("entries: []\n")
    assert problem_lines(folder) == [
        "kits/meeting.yml:1:1: missing-key The key “title” is missing. "
        "Add a line that starts with “title:”."
    ]


def test_a_cache_holds_it_until_its_text_or_a_facet_changes(folder: Path) -> None:
    cache = RecordCache()

    def meeting() -> Kit:
        return load(folder, cache, [KITS]).catalog.records(Kit)["meeting"]

    first = meeting()
    assert meeting() is first
    Path("kits/meeting.yml").write_text(GOOD.replace("First", "Second"), encoding="utf-8")
    second = meeting()
    assert second.title == "Second meeting"
    topics = Path("vocabularies/topics.yml")
    topics.write_text(topics.read_text(encoding="utf-8").replace("Basics", "First"), "utf-8")
    assert meeting() is not second
