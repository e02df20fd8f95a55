"""The vocabularies of a synthetic catalog; phases and stages name some of its entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.synthetic.entries import Made
from bench.synthetic.words import sections
from bench.synthetic.yaml_lines import flow, prose

_SEQUENCE = 6


def vocabularies(entries: Sequence[Made]) -> dict[str, str]:
    """The text of each vocabulary; ``entries`` are those that phases and stages may name."""
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
    for (term, label, icon), lines in sections(name):
        yield _term(term, label, icon, lines[0])


def _types() -> Iterator[list[str]]:
    for (term, label, icon, schema_type), lines in sections("types"):
        yield [*_term(term, label, icon, lines[0]), f"schema_type: {schema_type}"]


def _phases(entries: Sequence[Made]) -> Iterator[list[str]]:
    for (term, label, icon), (description, question) in sections("phases"):
        sequence = [entry.id for entry in entries if term in entry.phases][:_SEQUENCE]
        yield [
            *_term(term, label, icon, description),
            *prose("question", question),
            *([f"sequence: [{', '.join(sequence)}]"] if sequence else ()),
        ]


def _stages(entries: Sequence[Made]) -> Iterator[list[str]]:
    for (term, label, subtitle), (goal, *prompts) in sections("stages"):
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
