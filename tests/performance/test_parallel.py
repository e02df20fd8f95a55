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
from resource_catalog.performance.parallel import Worker

forks = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2,
    reason="no worker on this system, or one core",
)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What threads other tests have left does not matter to what is made here."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@forks
def test_all_texts_of_a_worker_arrive() -> None:
    texts = ["", "drei €", "\n\0", *(f"{number}" * 5_000 for number in range(2_000))]
    with Worker.start(lambda: texts) as worker:
        assert worker.texts() == texts


@forks
def test_a_worker_is_another_process_that_has_ended() -> None:
    with Worker.start(lambda: [str(os.getpid())]) as worker:
        (process,) = worker.texts() or ()
    assert int(process) != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(int(process), 0)


@forks
def test_a_failed_worker_prints_nothing_and_returns_no_texts(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def made() -> Iterator[str]:
        yield "first"
        raise ValueError("for the caller to meet")

    with Worker.start(made) as worker:
        assert worker.texts() is None
    assert capfd.readouterr() == ("", "")


@forks
def test_a_worker_ends_with_the_error_of_its_caller(tmp_path: Path) -> None:
    """It may write into a folder that is removed after that."""
    begun = tmp_path / "begun"

    def made() -> Iterator[str]:
        begun.write_text(str(os.getpid()))
        while True:
            yield "more"

    def fail() -> None:
        with Worker.start(made):
            deadline = time.monotonic() + 20
            while not (begun.exists() and begun.read_text()) and time.monotonic() < deadline:
                time.sleep(0.01)
            raise ValueError("wrong")

    with pytest.raises(ValueError, match="wrong"):
        fail()
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


def test_without_a_worker_there_are_no_texts() -> None:
    with Worker() as worker:
        assert worker.texts() is None


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
