#!/usr/bin/env python3
"""Write an invented catalog of any size, to measure builds and searches with.

Entry 17 is the same in a catalog of 50 and in one of 10,000, and the same seed
gives the same bytes on every machine. Exit status: 0 written, 2 not.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from synthetic import words
from synthetic.entries import Made, Synthesis, flow, prose
from synthetic.text import sections

MOST = 100_000
MARKER = ".synthesized"
"""Stands in a folder that this script wrote, and names every file of it that may be removed."""

_OURS = re.compile(r"catalog\.yml|vocabularies/[a-z]+\.yml|entries/[a-z0-9-]+\.yml")
_FOLDERS = ("vocabularies", "entries")
_SEQUENCE = 6
_CANDIDATES = 400


class Refused(Exception):
    """The folder is not one to write into. The message says why."""


def main() -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--entries", type=_count, required=True, metavar="N", help=f"how many, 0 to {MOST}"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the new folder")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="another number, another catalog"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace what this script wrote into DIR before"
    )
    arguments = parser.parse_args()
    out: Path = arguments.out
    try:
        _make_room(out, arguments.force)
        _write_catalog(out, arguments.entries, arguments.seed)
    except Refused as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename or out} cannot be written: {error.strerror}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"\nStopped: {out} is not complete. --force starts over.", file=sys.stderr)
        return 2
    print(f"{arguments.entries} entries written to {out}")
    return 0


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > MOST:
        raise argparse.ArgumentTypeError(f"“{text}” is not a whole number from 0 to {MOST}")
    return int(text)


def _make_room(out: Path, force: bool) -> None:
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


def _write_catalog(out: Path, count: int, seed: int) -> None:
    for name in _FOLDERS:
        (out / name).mkdir(parents=True, exist_ok=True)
    # A name is in the marker before its file is there, so that a broken run can be cleared away.
    with (out / MARKER).open("x", encoding="utf-8", newline="\n", buffering=1) as marker:

        def write(name: str, text: str) -> None:
            marker.write(name + "\n")
            with (out / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)

        _write_entries(count, seed, write)


def _write_entries(count: int, seed: int, write: Callable[[str, str], None]) -> None:
    """Entries first, because the vocabularies point to some of them."""
    on_terminal = sys.stderr.isatty()
    first: list[Made] = []
    for done, entry in enumerate(Synthesis(seed).entries(count), start=1):
        write(f"entries/{entry.id}.yml", entry.text)
        if done <= _CANDIDATES and entry.is_listed:
            first.append(entry)
        if on_terminal and (done % 500 == 0 or done == count):
            end = "\n" if done == count else ""
            print(f"\r{done} of {count} entries", end=end, file=sys.stderr, flush=True)
    for name, text in _vocabularies(first).items():
        write(f"vocabularies/{name}.yml", text)
    write("catalog.yml", _IDENTITY.format(count=count))


def _vocabularies(entries: list[Made]) -> dict[str, str]:
    """The text of each vocabulary; ``entries`` are those that phases and stages may name."""
    return {
        "phases": _vocabulary("Phases", "Phase", _phases(entries)),
        "stages": _vocabulary("Readiness stages", "Readiness stage", _stages(entries)),
        "types": _vocabulary("Types", "Type", _types(), ["key: type", "single: true"]),
        "audiences": _vocabulary("Audiences", "Audience", _plain_terms(words.AUDIENCES)),
        "topics": _vocabulary("Topics", "Topic", _plain_terms(words.TOPICS)),
    }


def _vocabulary(
    label: str, one: str, terms: Iterator[list[str]], settings: list[str] | None = None
) -> str:
    lines = [f"label: {label}", f"singular: {one}", *(settings or ()), "terms:"]
    for term in terms:
        lines += [f"  {'- ' if i == 0 else '  '}{line}" for i, line in enumerate(term)]
    return "\n".join(lines) + "\n"


def _plain_terms(text: str) -> Iterator[list[str]]:
    for (term, label, icon), lines in sections(text):
        yield _term(term, label, icon, lines[0])


def _types() -> Iterator[list[str]]:
    for (term, label, icon, schema_type), lines in sections(words.TYPES):
        yield [*_term(term, label, icon, lines[0]), f"schema_type: {schema_type}"]


def _phases(entries: list[Made]) -> Iterator[list[str]]:
    for (term, label, icon), (description, question) in sections(words.PHASES):
        sequence = [entry.id for entry in entries if term in entry.phases][:_SEQUENCE]
        yield [
            *_term(term, label, icon, description),
            *prose("question", question),
            *([f"sequence: [{', '.join(sequence)}]"] if sequence else ()),
        ]


def _stages(entries: list[Made]) -> Iterator[list[str]]:
    for (term, label, subtitle), (goal, *prompts) in sections(words.STAGES):
        tagged = iter([entry.id for entry in entries if term in entry.stages])
        lines = [f"id: {term}", f"label: {label}", f"subtitle: {subtitle}", *prose("goal", goal)]
        for key, mark in (("questions", "? "), ("tasks", "! ")):
            lines.append(f"{key}:")
            for text in (p.removeprefix(mark) for p in prompts if p.startswith(mark)):
                named = [entry for entry, _ in zip(tagged, range(3), strict=False)]
                lines.append(f"  - text: {text}")
                lines += [f"    {line}" for line in flow("entries", named)]
        yield lines


def _term(term: str, label: str, icon: str, description: str) -> list[str]:
    text = description.removeprefix("| ")
    return [f"id: {term}", f"label: {label}", *prose("description", text), f"icon: material/{icon}"]


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


if __name__ == "__main__":
    sys.exit(main())
