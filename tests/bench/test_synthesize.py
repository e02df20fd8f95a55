"""The benchmark catalog: valid at every size, the same every time, and never in anyone's way."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import CATALOG, run_script

TEXTS = ("title", "also_known_as", "summary", "recommended_use", "authors", "publishers")


def synthesize(folder: Path, count: int, *options: str, afresh: bool = False) -> Path:
    size = ("--entries", str(count))
    made = run_script("synthesize.py", *size, "--out", folder, *options, afresh=afresh)
    assert made.returncode == 0, made.stderr
    assert made.stderr == "", "progress is for terminals"
    return folder


def refusal(*arguments: str | Path) -> str:
    """What the script says when it will not do it."""
    refused = run_script("synthesize.py", *arguments)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr
    return refused.stderr


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return synthesize(tmp_path_factory.mktemp("large") / "catalog", 2000)


@pytest.fixture(scope="module")
def entries(large: Path) -> list[dict[str, Any]]:
    paths = sorted((large / "entries").iterdir())
    return [yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in paths]


@pytest.mark.parametrize("count", [0, 1, 50, 300])
def test_every_size_is_a_valid_catalog(tmp_path: Path, count: int) -> None:
    folder = synthesize(tmp_path / "new" / "catalog", count)
    checked = run_script("validate.py", folder, "--format", "json")
    assert json.loads(checked.stdout) == []
    assert checked.returncode == 0, checked.stderr
    assert len(list((folder / "entries").iterdir())) == count


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first = contents(synthesize(tmp_path / "a", 50, "--seed", "7"))
    assert contents(synthesize(tmp_path / "b", 50, "--seed", "7", afresh=True)) == first
    assert contents(synthesize(tmp_path / "c", 50, "--seed", "8")).keys() != first.keys()


def test_the_catalog_is_the_one_of_earlier_figures(tmp_path: Path) -> None:
    """Figures of different days are only worth comparing when they are of the same entries."""
    digest = hashlib.sha256()
    for name, content in sorted(contents(synthesize(tmp_path / "catalog", 100)).items()):
        digest.update(name.encode() + b"\n" + content)
    assert digest.hexdigest()[:16] == "0d93fee0e5cc0154"


def test_an_entry_does_not_depend_on_how_many_follow(tmp_path: Path, large: Path) -> None:
    small = contents(synthesize(tmp_path / "small", 50) / "entries")
    all_of_them = contents(large / "entries")
    assert len(small) == 50
    assert small.items() <= all_of_them.items()


def test_words_are_as_varied_as_in_a_real_catalog(entries: list[dict[str, Any]]) -> None:
    words: set[str] = set()
    for entry in entries:
        for key in TEXTS:
            value = entry.get(key, "")
            text = value if isinstance(value, str) else " ".join(value)
            words.update(re.findall(r"[^\W\d_]+", text.casefold()))
    assert len(words) > 2500
    assert not words & {"lorem", "ipsum", "dolor"}


def test_texts_have_the_length_of_real_ones_and_leave_nothing_unfilled(
    large: Path, entries: list[dict[str, Any]]
) -> None:
    summaries = [entry["summary"] for entry in entries]
    uses = [entry["recommended_use"] for entry in entries if "recommended_use" in entry]
    assert 190 < sum(map(len, summaries)) / len(summaries) < 250
    assert 120 < sum(map(len, uses)) / len(uses) < 180
    assert len(set(summaries)) == len(summaries)
    for path in large.rglob("*.yml"):
        assert not re.search(r"~ |\{|\}|\.ing\b", path.read_text(encoding="utf-8")), path


def test_every_address_is_on_a_host_reserved_for_examples(entries: list[dict[str, Any]]) -> None:
    urls = [link["url"] for entry in entries for link in entry.get("links", ())]
    assert urls
    assert all(re.match(r"https://[a-z0-9.]+\.example\.(org|com|net)/", url) for url in urls)


def test_the_uncommon_keys_occur_but_a_review_is_never_claimed(
    entries: list[dict[str, Any]],
) -> None:
    for key in ("also_known_as", "related", "part_of", "retired", "replaced_by", "aliases"):
        assert 0 < sum(key in entry for entry in entries) < len(entries) / 2, key
    assert any(entry["access"] == "unlocated" for entry in entries)
    assert not any("reviewed" in entry for entry in entries)


def test_nothing_is_overwritten_unless_forced(tmp_path: Path) -> None:
    folder = synthesize(tmp_path / "catalog", 20)
    before = contents(folder)
    assert "--force" in refusal("--entries", "5", "--out", folder)
    assert contents(folder) == before
    synthesize(folder, 5, "--force")
    assert len(list((folder / "entries").iterdir())) == 5


def test_force_leaves_what_others_have_written(tmp_path: Path) -> None:
    folder = synthesize(tmp_path / "catalog", 5)
    ledger = folder / "link-ledger.json"
    ledger.write_text("{}")
    synthesize(folder, 5, "--force")
    assert ledger.read_text() == "{}"
    mine = folder / "entries" / "mine.yml"
    mine.write_text("title: Mine\n")
    before = contents(folder)
    assert "mine.yml" in refusal("--entries", "3", "--out", folder, "--force")
    assert contents(folder) == before


def test_force_follows_neither_links_nor_a_forged_marker(tmp_path: Path) -> None:
    """The marker names files to delete, so it must not be able to name others."""
    precious = tmp_path / "precious.yml"
    precious.write_text("title: Mine\n")
    folder = synthesize(tmp_path / "catalog", 1)
    with (folder / ".synthesized").open("a") as marker:
        marker.write("entries/../../precious.yml\n../precious.yml\n")
    synthesize(folder, 1, "--force")
    assert precious.exists()
    elsewhere = tmp_path / "elsewhere"
    (folder / "entries").rename(elsewhere)
    (folder / "entries").symlink_to(elsewhere)
    assert "entries" in refusal("--entries", "0", "--out", folder, "--force")
    assert list(elsewhere.iterdir())


def test_a_real_catalog_is_safe_even_from_force() -> None:
    before = sorted(CATALOG.rglob("*"))
    assert "was not written by this script" in refusal(
        "--entries", "1", "--out", CATALOG, "--force"
    )
    assert sorted(CATALOG.rglob("*")) == before


@pytest.mark.parametrize("count", ["-1", "100001", "many", "1.5", "²", ""])
def test_a_bad_number_is_refused(tmp_path: Path, count: str) -> None:
    said = refusal(f"--entries={count}", "--out", tmp_path / "catalog")
    assert "is not a whole number from 0 to 100000" in said
    assert not (tmp_path / "catalog").exists()


def test_a_file_is_no_place_for_a_catalog(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    assert "is not a folder" in refusal("--entries", "1", "--out", file)
    assert "cannot be written" in refusal("--entries", "1", "--out", file / "catalog")
    assert file.read_text() == "mine"
