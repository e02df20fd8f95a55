"""The folder of a synthetic catalog: made room for, and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.synthetic.entries import Made, Synthesis
from bench.synthetic.vocabularies import vocabularies

MARKER = ".synthesized"
"""Stands in a folder that was written here, and names every file of it that may be removed."""

_OURS = re.compile(r"catalog\.yml|vocabularies/[a-z]+\.yml|entries/[a-z0-9-]+\.yml")
_FOLDERS = ("vocabularies", "entries")
_CANDIDATES = 400
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


class Refused(Exception):
    """The folder is not one to write into. The message says why."""


def make_room(out: Path, force: bool) -> None:
    """Leave the folder ready to be written into, or refuse and leave it as it is."""
    if not out.exists():
        return
    if not out.is_dir():
        raise Refused(f"{out} is not a folder.")
    if not any(out.iterdir()):
        return
    marker = out / MARKER
    if not marker.is_file():
        raise Refused(
            f"{out} is not empty and was not written by this script. Choose another folder."
        )
    if not force:
        raise Refused(f"{out} holds a synthetic catalog already. --force replaces it.")
    written = set(filter(_OURS.fullmatch, marker.read_text(encoding="utf-8").split("\n")))
    for path in _catalog_files(out):
        if path.relative_to(out).as_posix() not in written:
            raise Refused(f"{path} was not written by this script. Move it away first.")
    for name in written:
        (out / name).unlink(missing_ok=True)
    marker.unlink()


def _catalog_files(out: Path) -> Iterator[Path]:
    """Everything in the folder that would be taken for a part of the new catalog."""
    if (out / "catalog.yml").exists():
        yield out / "catalog.yml"
    for name in _FOLDERS:
        folder = out / name
        if folder.is_symlink():
            yield folder  # what it leads to is not ours
        elif folder.is_dir():
            yield from folder.iterdir()


def write_catalog(out: Path, count: int, seed: int, on_entry: Callable[[int], None]) -> None:
    """Write a catalog; ``on_entry`` is told how many of its entries are there."""
    for name in _FOLDERS:
        (out / name).mkdir(parents=True, exist_ok=True)
    # A name is in the marker before its file is there, so that a broken run can be cleared away.
    with (out / MARKER).open("x", encoding="utf-8", newline="\n", buffering=1) as marker:

        def write(name: str, text: str) -> None:
            marker.write(name + "\n")
            with (out / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)

        _write_files(count, seed, write, on_entry)


def _write_files(
    count: int, seed: int, write: Callable[[str, str], None], on_entry: Callable[[int], None]
) -> None:
    """Entries first, because the vocabularies point to some of them."""
    first: list[Made] = []
    for done, entry in enumerate(Synthesis(seed).entries(count), start=1):
        write(f"entries/{entry.id}.yml", entry.text)
        if done <= _CANDIDATES and entry.is_listed:
            first.append(entry)
        on_entry(done)
    for name, text in vocabularies(first).items():
        write(f"vocabularies/{name}.yml", text)
    write("catalog.yml", _IDENTITY.format(count=count))
