"""Documents: whatever lies in a catalog folder is read or refused in words, never a traceback."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from golden import copy_of_good_catalog
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import UnusableFolderError
from resource_catalog.loading.record_folder import find_files
from resource_catalog.loading.yaml.yaml_file import MAX_BYTES, read
from resource_catalog.model.problems import Problem, as_json, as_text

ENTRY = "title: Handbook\ntype: guide\nsummary: Advice.\nlinks:\n  - url: https://example.org/x\n"
NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy_of_good_catalog(tmp_path))
    return Path()


def seen(folder: Path) -> list[str]:
    """``file:line:column: code`` of every problem."""
    _, problems = open_catalog(folder)
    return [f"{p.file}:{p.line}:{p.column}: {p.code}" for p in problems]


BYTES: dict[str, tuple[bytes, str]] = {
    "Latin-1": ("title: Á\nsummary: ÁÁ".encode() + b"caf\xe9\n", "2:15: not-utf8"),
    "Latin-1 after a BOM": (b"\xef\xbb\xbftitle: caf\xe9\n", "1:11: not-utf8"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\xff", "2:2: not-utf8"),
    "half a character": ("title: Á".encode()[:-1], "1:8: not-utf8"),
    "UTF-16": (ENTRY.encode("utf-16"), "1:1: not-utf8"),
    "UTF-16, other order": (b"\xfe\xff" + ENTRY.encode("utf-16-be"), "1:1: not-utf8"),
    "UTF-16 without a BOM": (ENTRY.encode("utf-16-le"), "1:2: control-character"),
    "a NUL": (ENTRY.replace("Advice", "Ad\0vice").encode(), "3:12: control-character"),
    "nothing": (b"", "1:1: empty-file"),
    "only a BOM": (b"\xef\xbb\xbf", "1:1: empty-file"),
    "only NULs": (b"\0" * 500, "1:1: control-character"),
    "10 MB": (b"x" * 10_000_000, "1:1: file-too-large"),
    "a byte too much": (b"#" * (MAX_BYTES + 1), "1:1: file-too-large"),
    "100,000 brackets": (b"[" * 100_000, "1:9: too-deep"),
    "100,000 braces": (b"{a: " * 100_000, "1:33: too-deep"),
    "100,000 hyphens": (b"- " * 100_000, "1:17: too-deep"),
    "100,000 keys in keys": (b"? " * 100_000, "1:3: yaml-syntax"),
    "100,000 quotation marks": (b'"' * 100_001, "1:3: yaml-syntax"),
    "old Mac line breaks": (ENTRY.replace("\n", "\r").replace("guide", "gide").encode(), "2:7:"),
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_entry_give_one_problem(name: str, folder: Path) -> None:
    content, expected = BYTES[name]
    (folder / "entries/handbook.yml").write_bytes(content)
    (problem,) = seen(folder)
    assert problem.startswith(f"entries/handbook.yml:{expected}")


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + ENTRY.encode(),
        ENTRY.replace("\n", "\r\n").encode(),
        ENTRY.replace("\n", "\r").encode(),
        b"%YAML 1.1\n---\n" + ENTRY.encode() + b"...\n",
        b"# a comment\n\n" + ENTRY.encode().rstrip(),
    ],
    ids=["BOM", "Windows", "old Mac", "directive and end", "no last line break"],
)
def test_usual_ways_to_save_a_file_are_fine(content: bytes, folder: Path) -> None:
    (folder / "entries/handbook.yml").write_bytes(content)
    catalog, problems = open_catalog(folder)
    assert problems == []
    assert catalog is not None
    assert catalog.entries["handbook"].summary == "Advice."


def test_lines_are_right_with_windows_line_breaks(folder: Path) -> None:
    text = ENTRY.replace("url: ", "url: ftp:").replace("\n", "\r\n")
    (folder / "entries/handbook.yml").write_bytes(text.encode())
    assert seen(folder) == ["entries/handbook.yml:5:10: bad-url"]


def test_alias_bomb_is_refused_before_it_grows(folder: Path) -> None:
    bomb = "a0: &a0 [lol]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    (folder / "entries/handbook.yml").write_text(bomb)
    _, problems = open_catalog(folder)
    assert {p.file for p in problems} == {"entries/handbook.yml"}
    assert sum(p.code == "not-allowed-yaml" for p in problems) == 30 + 29 * 9


def test_merge_key_does_not_shift_the_keys_after_it(folder: Path) -> None:
    (folder / "entries/handbook.yml").write_text("<<: *base\n" + ENTRY)
    assert seen(folder) == [
        "entries/handbook.yml:1:1: unknown-key",
        "entries/handbook.yml:1:5: not-allowed-yaml",
    ]


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    Path(path.name).rename(path)


def _sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(20_000_000_000)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "folder": (Path.mkdir, "not-a-file"),
    "pipe": (_pipe, "not-a-file"),
    "socket": (_socket, "unreadable-file"),
    "endless device": (lambda path: path.symlink_to("/dev/zero"), "not-a-file"),
    "link to itself": (lambda path: path.symlink_to(path.name), "not-a-file"),
    "link to nowhere": (lambda path: path.symlink_to("gone.yml"), "not-a-file"),
    "link to a folder": (lambda path: path.symlink_to("."), "not-a-file"),
    "20 GB of nothing": (_sparse, "file-too-large"),
}


@pytest.mark.parametrize(
    "place", ["entries/handbook.yml", "vocabularies/topics.yml", "catalog.yml"]
)
@pytest.mark.parametrize("name", ODD)
def test_what_is_no_file_gives_one_problem_wherever_it_lies(
    name: str, place: str, folder: Path
) -> None:
    make, code = ODD[name]
    (folder / place).unlink(missing_ok=True)
    make(folder / place)
    assert seen(folder) == [f"{place}:1:1: {code}"]


def test_link_to_a_file_is_read(folder: Path) -> None:
    (folder / "elsewhere").write_text(ENTRY)
    (folder / "entries/handbook.yml").symlink_to("../elsewhere")
    assert seen(folder) == []


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Be someone whom permissions stop, for those who run tests as root."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """The good catalog where an ordinary user can reach it."""
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        yield copy_of_good_catalog(Path(made))


def test_file_that_may_not_be_read_is_one_problem(open_folder: Path) -> None:
    (open_folder / "entries/goal-worksheet.yml").chmod(0)
    with ordinary_user():
        _, (problem,) = open_catalog(open_folder)
    assert problem.code == "unreadable-file"


def test_folder_below_the_entries_that_may_not_be_read_is_one_problem(open_folder: Path) -> None:
    (open_folder / "entries/drafts").mkdir(mode=0)
    with ordinary_user():
        _, (problem,) = open_catalog(open_folder)
    assert (problem.file[-15:], problem.code) == ("/entries/drafts", "unreadable-file")


@pytest.mark.parametrize("place", ["", "vocabularies", "entries"])
def test_catalog_that_may_not_be_read_is_unusable(place: str, open_folder: Path) -> None:
    (open_folder / place).chmod(0)
    with ordinary_user(), pytest.raises(UnusableFolderError):
        load(open_folder)
    (open_folder / place).chmod(0o755)


def test_what_people_and_programs_leave_behind_is_passed_over(folder: Path) -> None:
    (folder / "entries/.DS_Store").write_bytes(b"\0")
    (folder / "entries/.handbook.yml.swp").write_bytes(b"\0")
    (folder / "entries/README.md").write_text("Guides for those who edit.")
    (folder / "entries/.git").mkdir()
    assert seen(folder) == []


def test_folders_in_folders_are_read(folder: Path) -> None:
    deep = folder / "entries/guides/for coaches"
    deep.mkdir(parents=True)
    (deep / "handbook.yml").write_text(ENTRY)
    (deep / "notes.txt").write_text("")
    files, problems = find_files(folder / "entries")
    assert "entries/guides/for coaches/handbook.yml" in files
    assert [p.file for p in problems] == ["entries/guides/for coaches/notes.txt"]


@pytest.mark.parametrize(
    "name", [b"caf\xe9.yml", b"a\nb: c.yml", b"\x1b[2J.yml", "é\u202egpj.yml".encode()]
)
def test_file_names_that_cannot_be_shown_do_no_harm(name: bytes, folder: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(folder / "entries") + b"/" + name))
    path.write_text(ENTRY)
    _, problems = open_catalog(folder)
    assert [p.code for p in problems] == ["bad-name"]
    for output in (as_text(problems), as_json(problems)):
        assert output.replace("\n", "").isprintable()
        output.encode("utf-8")
    assert len(as_text(problems).splitlines()) == 1


def test_missing_file_is_said() -> None:
    document, problems = read(Path("no/such/file.yml"))
    assert document is None
    assert problems == [
        Problem("no/such/file.yml", 1, 1, "missing-file", "This file is not there.")
    ]
