"""The second process: it makes what the first would have made, and nothing depends on it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from building import ROOT, run, run_script
from resource_catalog.second_process import SecondProcess
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


def test_a_page_may_link_to_an_export(tmp_path: Path) -> None:
    """Also to one that the other process made; a link to no file is still noticed."""
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
