"""Generate the vocabularies of a synthetic catalog, as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.synthetic.entries import SyntheticEntry
from bench.synthetic.words import read_sections
from bench.synthetic.yaml_lines import list_lines, text_lines

_MAX_SEQUENCE = 6


def vocabularies(entries: Sequence[SyntheticEntry]) -> dict[str, str]:
    """The YAML text of each vocabulary by name; phases and stages refer to ``entries``."""
    return {
        "phases": _vocabulary("Phases", "Phase", _phases(entries)),
        "stages": _vocabulary("Readiness stages", "Readiness stage", _stages(entries)),
        "types": _vocabulary("Types", "Type", _types(), ["key: type", "single: true"]),
        "audiences": _vocabulary("Audiences", "Audience", _plain_terms("audiences")),
        "topics": _vocabulary("Topics", "Topic", _plain_terms("topics")),
    }


def _vocabulary(
    label: str, one: str, terms: Iterator[list[str]], settings: list[str] | None = None
) -> str:
    lines = [f"label: {label}", f"singular: {one}", *(settings or ()), "terms:"]
    for term in terms:
        lines += [f"  {'- ' if i == 0 else '  '}{line}" for i, line in enumerate(term)]
    return "\n".join(lines) + "\n"


def _plain_terms(name: str) -> Iterator[list[str]]:
    for (term, label, icon), lines in read_sections(name):
        yield _term(term, label, icon, lines[0])


def _types() -> Iterator[list[str]]:
    for (term, label, icon, schema_type), lines in read_sections("types"):
        yield [*_term(term, label, icon, lines[0]), f"schema_type: {schema_type}"]


def _phases(entries: Sequence[SyntheticEntry]) -> Iterator[list[str]]:
    for (term, label, icon), (description, question) in read_sections("phases"):
        sequence = [entry.id for entry in entries if term in entry.phases][:_MAX_SEQUENCE]
        yield [
            *_term(term, label, icon, description),
            *text_lines("question", question),
            *([f"sequence: [{', '.join(sequence)}]"] if sequence else ()),
        ]


def _stages(entries: Sequence[SyntheticEntry]) -> Iterator[list[str]]:
    for (term, label, subtitle), (goal, *prompts) in read_sections("stages"):
        tagged = iter([entry.id for entry in entries if term in entry.stages])
        lines = [
            f"id: {term}",
            f"label: {label}",
            f"subtitle: {subtitle}",
            *text_lines("goal", goal),
        ]
        for key, mark in (("questions", "? "), ("tasks", "! ")):
            lines.append(f"{key}:")
            for text in (p.removeprefix(mark) for p in prompts if p.startswith(mark)):
                named = [entry for entry, _ in zip(tagged, range(3), strict=False)]
                lines.append(f"  - text: {text}")
                lines += [f"    {line}" for line in list_lines("entries", named)]
        yield lines


def _term(term: str, label: str, icon: str, description: str) -> list[str]:
    text = description.removeprefix("| ")
    return [
        f"id: {term}",
        f"label: {label}",
        *text_lines("description", text),
        f"icon: material/{icon}",
    ]
