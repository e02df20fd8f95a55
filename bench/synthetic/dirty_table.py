"""Make a table dirty, as tables are that many people have typed into for years.

``python -m bench.synthetic.dirty_table CLEAN.csv DIRTY.csv`` reads a table that export_csv.py has
written. The same seed makes the same mess.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Sequence
from pathlib import Path

THEIR_HEADINGS = {
    "title": "Resource name",
    "summary": "Description",
    "type": "Kind",
    "link_1_url": "Web address",
    "published": "Date",
}
"""Headings as people write them who know nothing of ours."""

MAPPING = f"""\
columns:
{"".join(f"  {theirs}: {ours}{chr(10)}" for ours, theirs in THEIR_HEADINGS.items())}\
empty: [N/A, "-"]
dates: day-first
"""


def dirty(clean: str, seed: int = 0) -> str:
    """The text of a dirty table, from that of a clean one.

    One cell in ten is wrong in a way that can be read, such as N/A or a term in capitals; one row
    in five has something that cannot, such as no summary, a slip in a term or a repeated address.
    """
    chance = random.Random(seed)  # noqa: S311  # a mess need not be unforeseeable
    headings, *rows = csv.reader(io.StringIO(clean.removeprefix("\ufeff"), newline=""))
    at = {heading: place for place, heading in enumerate(headings)}
    out = [[THEIR_HEADINGS.get(heading, heading) for heading in headings]]
    for number, row in enumerate(rows):
        _make_readable_mess(row, at, chance)
        if chance.random() < 0.2:
            _spoil(row, rows[chance.randrange(number)] if number else row, at, chance)
        out.append(row)
    text = io.StringIO(newline="")
    csv.writer(text).writerows(out)
    return text.getvalue()


def _make_readable_mess(row: list[str], at: dict[str, int], chance: random.Random) -> None:
    for place, cell in enumerate(row):
        if not cell and chance.random() < 0.1:
            row[place] = chance.choice(("N/A", "-", " ", "n/a"))
    for facet in ("topics", "phases", "audiences"):
        if facet in at and chance.random() < 0.3:
            words = row[at[facet]].replace("-", " ")
            row[at[facet]] = chance.choice((str.upper, str.title))(words)
    date = row[at["published"]].split("-")
    if len(date) == 3:
        row[at["published"]] = "/".join(reversed(date))


def _spoil(row: list[str], other: Sequence[str], at: dict[str, int], chance: random.Random) -> None:
    match chance.randrange(5):
        case 0:
            row[at["summary"]] = ""
        case 1:
            row[at["type"]] = row[at["type"]][:-1]
        case 2:
            row[at["link_1_url"]] = other[at["link_1_url"]]
        case 3:
            row[at["title"]] = other[at["title"]]
        case _:
            row[at["topics"]] += f"; new topic {chance.randrange(40)}"


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_text(dirty(source.read_text(encoding="utf-8")), encoding="utf-8", newline="")
