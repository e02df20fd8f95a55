"""Loading: whatever a folder holds gives a catalog or problems, and faults stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from building import CATALOG
from golden import GOOD_CATALOG, copy_of_good_catalog
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.theme_icons import theme_icons
from resource_catalog.model.problems import Problem, as_text

FILES = sorted(p.relative_to(GOOD_CATALOG).as_posix() for p in GOOD_CATALOG.rglob("*.yml"))
NAMES = st.sampled_from(FILES)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good catalog that each example spoils for a moment."""
    return copy_of_good_catalog(tmp_path_factory.mktemp("load"))


@contextmanager
def spoiled(path: Path, content: bytes) -> Iterator[None]:
    """The file with other content, mended afterwards."""
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(before)


def problems_in(folder: Path) -> list[Problem]:
    """All problems, after a look at what must hold for any of them."""
    catalog, problems = open_catalog(folder)
    assert (catalog is None) == bool(problems)
    assert len(as_text(problems).splitlines()) == len(problems)
    assert all(p.line >= 1 and p.column >= 1 and len(str(p)) < 1500 for p in problems)
    return problems


@settings(max_examples=150)
@given(name=NAMES, content=st.binary(max_size=200))
@example(name="vocabularies/phases.yml", content=b"(:")
def test_any_bytes_give_problems_in_that_file_alone(good: Path, name: str, content: bytes) -> None:
    with spoiled(good / name, content):
        problems = problems_in(good)
    assert {p.file for p in problems} == {(good / name).as_posix()}


@settings(max_examples=400)
@given(
    name=NAMES,
    start=st.integers(0, 400),
    length=st.integers(0, 40),
    middle=st.one_of(
        st.binary(max_size=4),
        st.sampled_from([b"\n", b": ", b"\n  - ", b" #x", b"[", b"]", b'"', b"~", b"*a", b"\t"]),
    ),
)
def test_any_slip_of_the_hand_gives_a_catalog_or_problems(
    good: Path, name: str, start: int, length: int, middle: bytes
) -> None:
    before = (good / name).read_bytes()
    start %= len(before)
    with spoiled(good / name, before[:start] + middle + before[start + length :]):
        problems_in(good)


@settings(max_examples=200)
@given(
    name=NAMES,
    start=st.integers(0, 1500),
    length=st.integers(0, 12),
    middle=st.sampled_from([b"", b"\n", b": ", b"\n  - ", b"[", b"]", b'"', b"x", b"2017"]),
)
def test_a_cache_changes_nothing(
    good: Path, name: str, start: int, length: int, middle: bytes
) -> None:
    """The same records, tags, documents and problems, whatever changed since it was filled."""
    cache = RecordCache()
    load(good, cache)
    before = (good / name).read_bytes()
    start %= len(before)
    with spoiled(good / name, before[:start] + middle + before[start + length :]):
        assert load(good, cache) == load(good)


@settings(max_examples=80)
@given(name=NAMES, other=NAMES)
def test_any_file_in_place_of_another_gives_a_catalog_or_problems(
    good: Path, name: str, other: str
) -> None:
    with spoiled(good / name, (good / other).read_bytes()):
        assert bool(problems_in(good)) == (name != other)


@pytest.mark.parametrize("name", FILES)
def test_any_file_may_be_missing(name: str, tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    (folder / name).unlink()
    required = {"phases", "stages", "types"}
    codes = {p.code for p in problems_in(folder)}
    if Path(name).stem in required:
        assert codes == {"missing-file"}
    elif name in ("catalog.yml", "entries/earner-stories.yml"):
        assert codes == set()  # nothing needs them
    else:
        assert codes in ({"unknown-entry"}, {"unknown-key"})


def test_real_catalog_is_good() -> None:
    catalog, problems = open_catalog(CATALOG, theme_icons())
    assert as_text(problems) == ""
    assert catalog is not None
    assert len(catalog.entries) >= 50


def test_folder_that_is_no_catalog_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "half/entries").mkdir(parents=True)
    (tmp_path / "new/.git").mkdir(parents=True)
    for name, words in [
        ("gone", "gone is not there"),
        ("file", "file is not a folder"),
        (".", "there is no file “catalog.yml” in it. .* scripts/new_catalog.py"),
        ("half", "there is no file “catalog.yml” in it"),
        ("new", "it is empty. To make it one: python scripts/new_catalog.py .*new$"),
        ("\0", "is not there"),
    ]:
        with pytest.raises(UnusableFolderError, match=words):
            load(tmp_path / name)


def test_catalog_without_a_name_goes_by_that_of_its_folder(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    assert load(folder).catalog.identity.title == "Micro-credential shelf"
    (folder / "catalog.yml").unlink()
    assert load(folder).catalog.identity.title == "Catalog"
    renamed = folder.rename(tmp_path / "badges_for-TEACHERS \x07")
    assert load(renamed).catalog.identity.title == "Badges For Teachers"
    other = renamed.rename(tmp_path / "каталог")
    assert load(other).catalog.identity.title == "Catalog"


def test_entry_that_is_partly_wrong_is_still_checked_against_others(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    (folder / "entries/notes.yml").write_text(
        "title: Goal worksheet\ntype: guide\nsummary: Notes.\npublished: last year\n"
        "related: [nobody]\naccess: unlocated\n"
    )
    assert [f"{p.line} {p.code}" for p in problems_in(folder)] == [
        "1 duplicate-title",
        "4 bad-date",
        "5 unknown-entry",
    ]


def test_large_lists_take_no_undue_time(tmp_path: Path) -> None:
    folder = copy_of_good_catalog(tmp_path)
    lines = "".join(f"  - person {n % 1000}\n" for n in range(20_000))
    path = folder / "entries/earner-stories.yml"
    path.write_text(path.read_text() + "authors:\n" + lines)
    assert len(problems_in(folder)) == 19_000
