"""Write a synthetic catalog into a folder, without touching files of others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.synthetic.entries import EntryGenerator, SyntheticEntry
from bench.synthetic.vocabularies import vocabularies

MARKER = ".synthesized"
"""Marks a folder as synthetic, and lists every file in it that may be removed."""

_OWN_FILES = re.compile(r"catalog\.yml|vocabularies/[a-z]+\.yml|entries/[a-z0-9-]+\.yml")
_FOLDERS = ("vocabularies", "entries")
_MAX_REFERENCED = 400
_IDENTITY = """\
title: Synthetic catalog
tagline: {count} resources that do not exist, for benchmarks
description: >-
  Every title, name, and address in this catalog is invented. It shows how the site behaves when it
  holds many resources.
language: en
curator: A program
text_license: CC0 1.0
"""


class OutputFolderError(Exception):
    """The folder cannot be used for a synthetic catalog. The message gives the reason."""


def prepare_folder(out: Path, force: bool) -> None:
    """Empty the folder of a former synthetic catalog; with ``force`` only.

    Raises :class:`OutputFolderError`, and leaves the folder as it is, if it holds anything else.
    """
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputFolderError(f"{out} is not a folder.")
    if not any(out.iterdir()):
        return
    marker = out / MARKER
    if not marker.is_file():
        raise OutputFolderError(
            f"{out} is not empty and was not written by this script. Choose another folder."
        )
    if not force:
        raise OutputFolderError(f"{out} holds a synthetic catalog already. --force replaces it.")
    written = set(filter(_OWN_FILES.fullmatch, marker.read_text(encoding="utf-8").split("\n")))
    for path in _catalog_files(out):
        if path.relative_to(out).as_posix() not in written:
            raise OutputFolderError(f"{path} was not written by this script. Move it away first.")
    for name in written:
        (out / name).unlink(missing_ok=True)
    marker.unlink()


def _catalog_files(out: Path) -> Iterator[Path]:
    """Every file in the folder that would be read as part of the new catalog."""
    if (out / "catalog.yml").exists():
        yield out / "catalog.yml"
    for name in _FOLDERS:
        folder = out / name
        if folder.is_symlink():
            yield folder  # its target is not ours
        elif folder.is_dir():
            yield from folder.iterdir()


def write_catalog(out: Path, count: int, seed: int, on_entry: Callable[[int], None]) -> None:
    """Write a catalog; ``on_entry`` is called with the number of entries written so far."""
    for name in _FOLDERS:
        (out / name).mkdir(parents=True, exist_ok=True)
    # A name goes into the marker before its file is written, so that --force can clean up a crash.
    with (out / MARKER).open("x", encoding="utf-8", newline="\n", buffering=1) as marker:

        def write(name: str, text: str) -> None:
            marker.write(name + "\n")
            with (out / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)

        _write_files(count, seed, write, on_entry)


def _write_files(
    count: int, seed: int, write: Callable[[str, str], None], on_entry: Callable[[int], None]
) -> None:
    """Write the entries first, because the vocabularies refer to some of them."""
    first: list[SyntheticEntry] = []
    for done, entry in enumerate(EntryGenerator(seed).entries(count), start=1):
        write(f"entries/{entry.id}.yml", entry.text)
        if done <= _MAX_REFERENCED and entry.is_listed:
            first.append(entry)
        on_entry(done)
    for name, text in vocabularies(first).items():
        write(f"vocabularies/{name}.yml", text)
    write("catalog.yml", _IDENTITY.format(count=count))
