"""The content rule: what the catalog says is written afresh, never lifted from the sources.

A text breaks the rule when eight words in a row also stand in a source. Titles are facts, so a run
that lies wholly inside an entry's title, or another name it goes by, is fine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from building import IN_PLACE as CATALOG
from building import ROOT

SOURCES = Path(os.environ.get("SOURCES_DIR") or ROOT.parent / "shared" / "sources")

RUN = 8
NAMES = ("title", "also_known_as")
NOT_PROSE = {*NAMES, "url", "authors", "publishers", "contributors"}
PUNCTUATION = re.compile(r"[^\w\s]|_")
HYPHEN = re.compile(r"(?<=\w)[-\u2010\u2011]\s*(?=\w)")  # also a word broken at the end of a line

Words = tuple[str, ...]


class Finding(NamedTuple):
    file: str
    field: str
    run: str

    def __str__(self) -> str:
        return f"{self.file}: {self.field}: {self.run!r}"


def readings(text: str) -> tuple[Words, Words]:
    """The words of a text, once with hyphenated words joined and once with them split."""
    text = re.sub(r"['\u2018\u2019]", "", text.casefold()).replace("&", " and ")
    joined, split = HYPHEN.sub("", text), HYPHEN.sub(" ", text)
    return words(joined), words(split)


def words(text: str) -> Words:
    return tuple(PUNCTUATION.sub(" ", text).split())


def windows(sequence: Words) -> Iterator[Words]:
    return (sequence[i : i + RUN] for i in range(len(sequence) - RUN + 1))


def every_window(texts: Iterable[str]) -> set[Words]:
    return {window for text in texts for reading in readings(text) for window in windows(reading)}


def common_runs(text: str, lifted: set[Words]) -> list[str]:
    """The longest stretches of the text that consist of nothing but forbidden windows."""
    found: list[str] = []
    for reading in readings(text):
        end = -1
        for start, window in enumerate(windows(reading)):
            if window not in lifted:
                continue
            if start < end:  # overlaps the stretch before it: let that one grow
                found[-1] += " " + window[-1]
            else:
                found.append(" ".join(window))
            end = start + RUN
    return list(dict.fromkeys(found))


def prose(node: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a YAML document that somebody wrote, with the path that leads to it."""
    if isinstance(node, str):
        yield field, node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in NOT_PROSE:
                yield from prose(value, f"{field}.{key}" if field else str(key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from prose(value, f"{field}[{number}]")


def names(entry: Any) -> Iterator[str]:
    for key in NAMES:
        value = entry.get(key) or [] if isinstance(entry, dict) else []
        yield from [value] if isinstance(value, str) else value


def check(
    documents: dict[str, Any], sources: Iterable[str], titles: Iterable[str]
) -> list[Finding]:
    lifted = every_window(sources) - every_window(titles)
    return [
        Finding(file, field, run)
        for file, document in documents.items()
        for field, text in prose(document)
        for run in common_runs(text, lifted)
    ]


def load_catalog() -> dict[str, Any]:
    return {
        path.relative_to(CATALOG).as_posix(): yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
        for path in sorted(CATALOG.rglob("*.yml"))
    }


def load_sources() -> list[str]:
    if not SOURCES.is_dir():
        pytest.skip(f"no source documents at {SOURCES}; set SOURCES_DIR to check the content rule")
    texts = [path.read_text("utf-8") for path in sorted(SOURCES.iterdir()) if path.is_file()]
    assert texts, f"{SOURCES} holds no documents"
    return texts


def test_no_text_in_the_catalog_shares_eight_words_with_a_source() -> None:
    sources = load_sources()
    documents = load_catalog()
    assert documents, f"no YAML under {CATALOG}"
    entries = (document for file, document in documents.items() if file.startswith("entries/"))
    titles = [name for entry in entries for name in names(entry)]
    findings = check(documents, sources, titles)
    assert not findings, "write these afresh:\n" + "\n".join(map(str, findings))


SOURCE = (
    "Every sample visitor’s guide—kept by the well-known river com-\n"
    "mittee of the town—opens with a map."
)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("See: EVERY sample visitors guide, kept by the museum.", None),
        (
            "See: EVERY sample visitor's guide, kept by 'the wellknown.",
            "every sample visitors guide kept by the wellknown",
        ),
        ("Kept by the well known river committee of a town.", None),
        (
            "A page kept by the well-known river committee of the town.",
            "kept by the wellknown river committee of the town",
        ),
    ],
    ids=[
        "seven words",
        "eight words, other marks",
        "seven after a line break",
        "a longer run, once",
    ],
)
def test_a_planted_run_is_found_whatever_its_marks(text: str, run: str | None) -> None:
    documents = {"entries/x.yml": {"title": SOURCE, "notes": [{"text": text}]}}
    found = check(documents, [SOURCE], [])[:1]  # the other reading may find it again
    assert found == ([Finding("entries/x.yml", "notes[0].text", run)] if run else [])


def test_only_a_run_wholly_inside_a_title_is_excused() -> None:
    source = "Read One two three four five six seven eight nine before the meeting."
    title = "One Two Three Four Five Six Seven Eight Nine"
    inside = check({"x": {"notes": f"We like {title} best."}}, [source], [title])
    beyond = check({"x": {"notes": f"Please read {title} best."}}, [source], [title])
    assert inside == []
    assert [finding.run for finding in beyond] == ["read one two three four five six seven"]
