"""The second process: it makes what the first would have made, and nothing depends on it."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from building import ROOT, run, run_script
from resource_catalog.second_process import FromBothEnds, SecondProcess
from resource_catalog.spool import Spool

parts = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="this system cannot part processes, or has one core",
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What threads other tests have left does not matter to what is made here."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_a_spool_gives_back_what_was_put_into_it() -> None:
    spool = Spool()
    contents = [b"one", b"", "drei €".encode(), bytes(range(256)) * 5_000]
    places = [spool.add(content) for content in contents]
    assert [spool.read(place) for place in reversed(places)] == contents[::-1]


@parts
def test_all_that_another_process_makes_arrives() -> None:
    made = {f"file {number}.txt": os.urandom(5_000) for number in range(3_000)}
    second = SecondProcess.start(lambda: made.items())
    assert second is not None
    found = second.all()
    assert found is not None
    spool, places = found
    assert list(places) == list(made)
    assert all(spool.read(places[name]) == content for name, content in made.items())


@parts
def test_a_process_that_fails_says_nothing_and_has_made_nothing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def made() -> Iterator[tuple[str, bytes]]:
        yield "first", b"1"
        raise ValueError("for the first process to meet")

    second = SecondProcess.start(made)
    assert second is not None
    assert second.all() is None
    assert capfd.readouterr() == ("", "")


@parts
def test_texts_come_from_both_ends_until_they_meet() -> None:
    """They meet in the middle here: the other process waits there for this one."""
    names = [f"page {number} €" for number in range(400)]
    middle, first = len(names) // 2, os.getpid()
    there, arrival = os.pipe()
    go, leave = os.pipe()

    def make(number: int) -> str:
        if number == middle - 1 and os.getpid() != first:
            os.write(arrival, b"!")
            os.read(go, 1)
        return f"text {number} € {os.getpid()}"

    texts = FromBothEnds(names, make)
    texts.start()
    os.close(arrival)
    makers = []
    for number, name in enumerate(names):
        if number == middle:
            os.read(there, 1)  # or its end, when this one was here before the other
            os.write(leave, b"!")
        text = texts.get(name) or make(number)
        start, _, maker = text.rpartition(" ")
        assert start == f"text {number} €"
        makers.append(int(maker))
    texts.stop()
    for end in (there, go, leave):
        os.close(end)
    assert set(makers[:middle]) == {first}
    (other,) = set(makers[middle:])
    assert other != first
    with pytest.raises(ProcessLookupError):
        os.kill(other, 0)  # it has ended


def test_without_another_process_there_is_nothing_to_get() -> None:
    texts = FromBothEnds(["one", "two"], str)
    assert texts.get("one") is None
    texts.stop()


@parts
def test_a_process_that_stops_half_way_leaves_the_rest_to_the_first(tmp_path: Path) -> None:
    failed = tmp_path / "failed"

    def make(number: int) -> str:
        if number == 50:
            failed.touch()
            raise ValueError
        return str(number)

    names = [str(number) for number in range(100)]
    texts = FromBothEnds(names, make)
    texts.start()
    deadline = time.monotonic() + 20
    while not failed.exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    found = [name for name in names if texts.get(name)]
    texts.stop()
    assert found == names[51:]


@parts
def test_two_processes_build_the_site_that_one_builds(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog"
    command = ["synthesize.py", "--entries", "120", "--out", str(catalog)]
    assert run_script(*command).returncode == 0
    settings = {"CATALOG_DIR": str(catalog), "SOURCE_DATE_EPOCH": "1790000000"}
    for folder, more in (("two", {}), ("one", {"CATALOG_ONE_PROCESS": "1"})):
        built = run(["mkdocs", "build", "-d", str(tmp_path / folder)], {**settings, **more})
        assert built.returncode == 0, built.stderr
    files = {p.relative_to(tmp_path / "two") for p in (tmp_path / "two").rglob("*") if p.is_file()}
    assert len(files) > 300
    assert files == {
        p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file()
    }
    different = [
        path
        for path in files
        if (tmp_path / "two" / path).read_bytes() != (tmp_path / "one" / path).read_bytes()
    ]
    assert different == []


def test_a_link_to_a_file_that_is_still_being_made_waits_for_it(tmp_path: Path) -> None:
    """Hand-written pages may lead to files for programs, and those to no file are still noticed."""
    catalog, docs = tmp_path / "catalog", tmp_path / "docs"
    assert run_script("synthesize.py", "--entries", "120", "--out", str(catalog)).returncode == 0
    shutil.copytree(ROOT / "docs", docs)
    (docs / "about.md").write_text(
        "# About\n\n[All](data/catalog.csv), [none](data/lost.csv)\n", encoding="utf-8"
    )
    config = tmp_path / "mkdocs.yml"
    own = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(docs),
        "theme": {"custom_dir": str(ROOT / "overrides")},
        "hooks": [str(ROOT / "hooks" / "mkdocs_events.py")],
        "watch": [],
    }
    config.write_text(yaml.safe_dump(own), encoding="utf-8")
    built = run(
        ["mkdocs", "build", "-f", str(config), "-d", str(tmp_path / "site")],
        {"CATALOG_DIR": str(catalog)},
    )
    assert built.returncode == 0, built.stderr
    assert "data/lost.csv" in built.stderr
    assert "data/catalog.csv" not in built.stderr
    assert (tmp_path / "site" / "data" / "catalog.csv").exists()
