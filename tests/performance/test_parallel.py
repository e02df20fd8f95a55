"""Workers: they make what the caller would have made, and nothing depends on them."""

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
from resource_catalog.performance import parallel

forks = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="no worker on this system, or one core",
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What threads other tests have left does not matter to what is made here."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    yield
    parallel.stop()


def wait_for(file: Path) -> None:
    """Wait until another process has written something into a file."""
    deadline = time.monotonic() + 60
    while not (file.exists() and file.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.01)


@forks
def test_all_texts_of_a_worker_arrive() -> None:
    texts = ["", "drei €", "\n\0", *(f"{number}" * 5_000 for number in range(2_000))]
    assert list(parallel.ahead(lambda: texts)()) == texts


@forks
def test_a_worker_is_another_process_that_has_ended() -> None:
    (process,) = parallel.ahead(lambda: [str(os.getpid())])()
    assert int(process) != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)


@forks
def test_a_worker_that_fails_is_silent_and_its_work_is_done_here(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Here it may succeed, or meet the same error."""
    failed = tmp_path / "failed"

    def made() -> Iterator[str]:
        yield "first"
        if not failed.exists():
            failed.touch()
            raise ValueError("in the worker alone")
        yield str(os.getpid())

    assert list(parallel.ahead(made)()) == ["first", str(os.getpid())]
    assert capfd.readouterr() == ("", "")


@forks
def test_workers_that_nobody_waited_for_are_ended(tmp_path: Path) -> None:
    """They may write into a folder that is removed after a build has failed."""
    begun = tmp_path / "begun"

    def made() -> Iterator[str]:
        begun.write_text(str(os.getpid()))
        while True:
            yield "more"

    parallel.ahead(made)
    wait_for(begun)
    parallel.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@forks
def test_texts_are_taken_name_by_name_in_their_order() -> None:
    """Whoever asks out of order makes its own, and spoils nothing for those who keep to it."""
    names = [f"page {number} €" for number in range(400)]
    take = parallel.in_order(names, lambda name: (f"{name}!", str(os.getpid())))
    assert take("page 7 €") is None
    for name in names:
        text, process = take(name) or ("", "")
        assert text == f"{name}!"
        assert int(process) != os.getpid()
        assert take(name) is None


@forks
def test_what_a_worker_makes_is_held_back_until_a_gate_opens(tmp_path: Path) -> None:
    """It goes on making meanwhile, and all of it comes in its order."""
    gate, begun = parallel.Gate(), tmp_path / "begun"

    def items() -> Iterator[int]:
        for number in range(6):
            if number == 3:
                begun.write_text("three were made")
            yield number

    def texts() -> Iterator[str]:
        for item in gate.hold_back(items()):
            yield f"{item} {'after' if opened.exists() else 'before'}"

    opened = tmp_path / "opened"
    made = parallel.ahead(texts)
    wait_for(begun)
    opened.touch()
    gate.open()
    assert list(made()) == [f"{number} after" for number in range(6)]


def test_an_open_gate_holds_nothing_back() -> None:
    """Nor in the process that opened it, when a worker has failed."""
    gate = parallel.Gate()
    gate.open()
    held = gate.hold_back(iter("abc"))
    assert next(held) == "a"
    assert list(held) == ["b", "c"]


def test_where_no_worker_can_be_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    (process,) = parallel.ahead(lambda: [str(os.getpid())])()
    assert int(process) == os.getpid()


@forks
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
