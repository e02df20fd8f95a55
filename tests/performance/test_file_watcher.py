"""The watcher of saved files: each change is noticed, and only when it is whole."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from resource_catalog.performance.file_watcher import FileWatcher, Seen, seen

PATIENCE = 60


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[tuple[Path, threading.Semaphore]]:
    """A folder that is watched, and what counts the changes."""
    folder, changes = tmp_path / "catalog", threading.Semaphore(0)
    (folder / "entries").mkdir(parents=True)
    (folder / "entries" / "ape.yml").write_text("one", encoding="utf-8")
    watcher = FileWatcher(changes.release, time.perf_counter)
    watcher.schedule(None, str(folder))
    watcher.unschedule(watcher.schedule(None, str(tmp_path)))
    watcher.start()
    yield folder, changes
    watcher.stop()
    watcher.join()


def test_what_is_saved_added_renamed_and_deleted_is_noticed(
    watched: tuple[Path, threading.Semaphore],
) -> None:
    folder, changes = watched
    ape, bear = folder / "entries" / "ape.yml", folder / "new" / "bear.yml"
    for change in (
        lambda: ape.write_text("other", encoding="utf-8"),
        lambda: bear.parent.mkdir() or bear.write_text("one", encoding="utf-8"),
        lambda: bear.rename(bear.with_name("panda.yml")),
        lambda: ape.unlink(),
    ):
        change()
        assert changes.acquire(timeout=PATIENCE)


def test_a_file_that_grows_is_noticed_when_it_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The watcher looks again until nothing has changed while it slept."""
    file, noticed = tmp_path / "ape.yml", threading.Event()
    parts, seen_then = ["two", "three", "four"], []

    def seen_while_it_grows(paths: tuple[str, ...]) -> Seen:
        found = seen(paths)
        if found and parts:
            file.write_text(file.read_text("utf-8") + parts.pop(0), encoding="utf-8")
        return found

    def changed() -> None:
        seen_then.append(file.read_text("utf-8"))
        noticed.set()

    monkeypatch.setattr("resource_catalog.performance.file_watcher.seen", seen_while_it_grows)
    watcher = FileWatcher(changed, time.perf_counter)
    watcher.schedule(None, str(tmp_path))
    watcher.start()
    file.write_text("one", encoding="utf-8")
    assert noticed.wait(PATIENCE)
    watcher.stop()
    watcher.join()
    assert seen_then == ["onetwothreefour"]


def test_links_are_followed_once_and_nothing_is_waited_for(tmp_path: Path) -> None:
    """Editors lock what they have open with a link to nowhere."""
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / ".#phases.yml").symlink_to("me@host.123:456")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "phases.yml").write_text("one", encoding="utf-8")
    names = {os.path.basename(path) for path in seen((str(tmp_path), str(tmp_path / "gone")))}
    assert names == {".#phases.yml", "pipe", "phases.yml"}
