"""Explain problem codes in words, where the site with the guide to them is not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from resource_catalog.loading.problem_examples import Excerpt, ProblemExample, all_examples
from resource_catalog.model.messages import _, translated
from resource_catalog.model.problems import RULES

MOST_CODES = 5
"""The explanation of more codes than this would push the problems off the screen."""


def in_words(codes: Iterable[str]) -> str:
    """What each code means, once, and how it looks wrong and right; empty for too many codes."""
    found = list(dict.fromkeys(codes))
    if len(found) > MOST_CODES:
        return ""
    return "\n".join(line for code in found for line in _explained(all_examples()[code]))


def _explained(example: ProblemExample) -> Iterator[str]:
    yield f"{example.code}: {translated(RULES[example.code])}"
    if example.mend:
        yield f"    {example.mend}"
    for word, excerpt in ((_("wrong:"), example.wrong), (_("right:"), example.right)):
        if excerpt is not None:
            yield from _shown(word, excerpt)


def _shown(word: str, excerpt: Excerpt) -> Iterator[str]:
    yield f"  {word} {excerpt.file}" if excerpt.renamed else f"  {word}"
    for line in excerpt.lines:
        yield f"    {'…' if line.text is None else line.text}"
