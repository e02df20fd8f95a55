"""Files are written whole or not at all, by one program at a time, and never out of a catalog."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from building import ROOT
from resource_catalog.loading.saving import file_lock, whole_file
from resource_catalog.loading.saving.file_changes import (
    FileChange,
    FileChangedError,
    changes_of,
    save_changes,
)
from resource_catalog.loading.saving.file_lock import BusyError, locked_folder
from resource_catalog.loading.saving.whole_file import (
    OutsideError,
    draft_of,
    new_file,
    new_folder,
    only_writer,
    write_file,
)


def full(*_arguments: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_file_is_replaced_whole_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("over", [True, False])
def test_a_failed_write_leaves_what_was_there_and_nothing_else(tmp_path: Path, over: bool) -> None:
    path = tmp_path / "ledger.json"
    if over:
        path.write_text("old")
    before = list(tmp_path.iterdir())
    with pytest.raises(UnicodeEncodeError):
        write_file(path, "a" * 2_000_000 + "\ud800", over=over)
    assert list(tmp_path.iterdir()) == before
    assert not over or path.read_text() == "old"


def test_a_full_disk_is_said_of_the_file_and_not_of_its_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", full)
    for write in (
        lambda: write_file(tmp_path / "one.yml", "x"),
        lambda: save_changes(tmp_path, [FileChange("one.yml", "one.yml", None, "x")]),
    ):
        with pytest.raises(OSError, match="No space") as caught:
            write()
        assert caught.value.filename == str(tmp_path / "one.yml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("links", [True, False])
def test_nothing_is_written_over_unless_that_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:  # as on drives where a file has one name
        monkeypatch.setattr(os, "link", _no_links)
    path = tmp_path / "one.yml"
    write_file(path, "first", over=False)
    with pytest.raises(FileExistsError):
        write_file(path, "second", over=False)
    with pytest.raises(FileExistsError), new_file(tmp_path / "two.yml", over=False):
        (tmp_path / "two.yml").write_text("somebody else's")  # in the meantime
    assert path.read_text() == "first"
    assert (tmp_path / "two.yml").read_text() == "somebody else's"
    assert len(list(tmp_path.iterdir())) == 2


def _no_links(*_arguments: object) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


def test_a_name_of_any_length_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 125 + ".yml")
    write_file(path, "x")
    assert path.read_text() == "x"


def test_pipes_and_devices_stay_what_they_are(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_file(pipe, "through")
    reader.join(10)
    assert read == ["through"]
    assert pipe.is_fifo()


def test_links_are_followed_within_a_catalog_and_never_out_of_it(tmp_path: Path) -> None:
    catalog, outside = tmp_path / "catalog", tmp_path / "outside"
    (catalog / "entries").mkdir(parents=True)
    outside.mkdir()
    (outside / "x.yml").write_text("theirs")
    (catalog / "entries/real.yml").write_text("old")
    (catalog / "entries/alias.yml").symlink_to("real.yml")
    (catalog / "entries/x.yml").symlink_to(outside / "x.yml")
    (catalog / "entries/new.yml").symlink_to(outside / "new.yml")  # which is not there
    (catalog / "tools").symlink_to(outside)
    draft_of(catalog / "entries/one.yml").symlink_to(outside / "draft")
    write_file(catalog / "entries/alias.yml", "new", inside=catalog)
    assert (catalog / "entries/real.yml").read_text() == "new"
    assert (catalog / "entries/alias.yml").is_symlink()
    for name in ("entries/x.yml", "entries/new.yml", "tools/x.yml", "tools/new.yml", "../y.yml"):
        with pytest.raises(OutsideError):
            write_file(catalog / name, "ours", inside=catalog)
        with pytest.raises((OutsideError, FileChangedError)):
            save_changes(catalog, [FileChange(name, name, "theirs", "ours")])
    save_changes(catalog, [FileChange("entries/one.yml", "entries/one.yml", None, "one")])
    assert [(path.name, path.read_text()) for path in outside.iterdir()] == [("x.yml", "theirs")]


def test_the_changes_of_a_file_with_two_names_are_saved(tmp_path: Path) -> None:
    (tmp_path / "real.yml").write_text("\ufeffold")
    (tmp_path / "alias.yml").symlink_to("real.yml")
    texts = {tmp_path / "real.yml": "new", tmp_path / "alias.yml": "new"}
    save_changes(tmp_path, changes_of(tmp_path, texts, dict.fromkeys(texts, "old")))
    assert (tmp_path / "real.yml").read_text() == "new"
    assert (tmp_path / "alias.yml").is_symlink()


def test_what_was_saved_is_taken_back_when_the_rest_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yml").write_text("\ufeffbefore", encoding="utf-8")
    changes = [
        FileChange("new.yml", "new.yml", None, "new"),
        FileChange("one.yml", "moved.yml", "before", "after"),
        FileChange("two.yml", "two.yml", "before", "after"),
    ]
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    replace = os.replace

    def full_at_last(source: Path, target: Path) -> None:
        if target.name == "two.yml":
            full()
        replace(source, target)

    monkeypatch.setattr(os, "replace", full_at_last)
    with pytest.raises(OSError, match="No space"):
        save_changes(tmp_path, changes)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_that_came_or_changed_in_the_meantime_is_left(tmp_path: Path) -> None:
    (tmp_path / "one.yml").write_text("somebody else's", encoding="utf-8")
    for before in (None, "what was read"):
        with pytest.raises(FileChangedError):
            save_changes(tmp_path, [FileChange("one.yml", "one.yml", before, "ours")])
    with pytest.raises(FileChangedError):
        save_changes(tmp_path, [FileChange("gone.yml", "gone.yml", "was here", "ours")])
    assert (tmp_path / "one.yml").read_text(encoding="utf-8") == "somebody else's"
    assert len(list(tmp_path.iterdir())) == 1


def test_one_program_writes_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_lock, "PAUSE", 0.001)
    with only_writer(tmp_path):
        with (
            pytest.raises(BusyError, match="Wait until it has finished"),
            locked_folder(tmp_path, 3),
        ):
            pytest.fail("both write")
        waiting = threading.Thread(target=lambda: write_locked(tmp_path, "second"))
        waiting.start()
        write_file(tmp_path / "x.yml", "first")
    waiting.join(10)
    assert (tmp_path / "x.yml").read_text() == "second"


def write_locked(folder: Path, text: str) -> None:
    with only_writer(folder):
        write_file(folder / "x.yml", text)


def test_a_file_outside_a_catalog_is_written_by_one_program_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    with new_file(path) as stream:
        stream.write(b"first")
        with pytest.raises(BusyError):
            write_file(path, "second")
        with only_writer(tmp_path):  # which removes only what nobody writes any more
            pass
    assert path.read_text() == "first"
    assert list(tmp_path.iterdir()) == [path]


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, {hooks!r})
from resource_catalog.loading.saving import file_changes, whole_file
die = lambda *_arguments: os.kill(os.getpid(), signal.SIGKILL)
{what}
"""
WAYS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "one file": (
        "os.replace = die; whole_file.write_file(Path('sub/a.yml'), 'new')",
        lambda folder: write_file(folder / "sub/a.yml", "new"),
    ),
    "several files": (
        "os.link = die; file_changes.save_changes(Path('.'), "
        "[file_changes.FileChange(n, n, None, 'new') for n in ('sub/a.yml', 'b.yml')])",
        lambda folder: write_locked(folder, "other"),
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_a_killed_program_leaves_goes_with_the_next(tmp_path: Path, way: str) -> None:
    what, again = WAYS[way]
    (tmp_path / "sub").mkdir()
    code = KILLED.format(hooks=str(ROOT / "hooks"), what=what)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    assert done.returncode == -signal.SIGKILL
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left
    assert all(whole_file._DRAFT.fullmatch(path.name) for path in left)
    ignored = subprocess.run(
        ["git", "check-ignore", "--no-index", *(f"catalog/entries/{path.name}" for path in left)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert len(ignored.stdout.splitlines()) == len(left)
    again(tmp_path)
    assert [path for path in tmp_path.rglob(".*") if path.is_file()] == []


def test_a_folder_is_made_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(UnicodeEncodeError), new_folder(out) as draft:
        (draft / "index.md").write_text("\ud800", encoding="utf-8")
    assert list(tmp_path.rglob("*")) == [out]
    with new_folder(out) as draft:
        (draft / "index.md").write_text("x")
    assert (out / "index.md").read_text() == "x"
    assert list(tmp_path.iterdir()) == [out]
