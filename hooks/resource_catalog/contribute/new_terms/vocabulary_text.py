"""Write a vocabulary, or add terms to the text of one without touching the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from resource_catalog.loading.yaml import parser
from resource_catalog.loading.yaml.entry_editor import edit_entry
from resource_catalog.loading.yaml.entry_writer import quoted_scalar
from resource_catalog.loading.yaml.spans import UnreadableYamlError, spans
from resource_catalog.model.records.vocabulary import PHASES, TYPE, TYPES

_NO_PLAIN_PLURAL = re.compile(
    r"(?i:\b(?:series|species|calories|prairies|news|lens|canvas|bias|atlas)$)"
    r"|(?:[siu]s|[^p]ics|[^tlgdnr]ies)$"  # Access, Status, Physics; Movies
    r"|(?:[xzo]|ch|sh|ss|us|ys|is|ns|ic)es$"  # Boxes, Approaches, Analyses, Lenses, Matrices
    r"|\b(?:of|for|in|on|with|to|and|or|by|from)\b"  # Kinds of tools
)


def with_terms(
    text: str | None,
    facet: str,
    label: str,
    terms: Sequence[tuple[str, str]],
    singular: str | None = None,
) -> str | None:
    """The text of a vocabulary with more terms, which are pairs of an id and a label.

    Without a ``text``, that of a new vocabulary with a ``label`` and a ``singular``. None if terms
    cannot be added to the text without touching more of it.
    """
    if text is None:
        head = f"label: {quoted_scalar(label)}\n"
        if singular:
            head += f"singular: {quoted_scalar(singular)}\n"
        if facet == TYPES:
            head += f"key: {TYPE}\nsingle: true\n"
        if facet == PHASES:
            head += "cycle: false # true where the last phase leads back to the first\n"
        head += "terms:\n"
        return head + "".join(f"{line}\n" for line in _lines(terms, "  "))
    before, problems = parser.parse(text)
    if problems or not isinstance(before, dict) or not isinstance(before.get("terms"), list):
        return None
    items = [{"id": term_id, "label": label} for term_id, label in terms]
    expected = {**before, "terms": [*before["terms"], *items]}
    result = _appended(text, terms)
    if result is not None and parser.parse(result) == (expected, []):
        return result
    return edit_entry(text, {"terms": expected["terms"]}, ())  # such as JSON


def singular_of(label: str) -> str | None:
    """The singular of an English heading that ends in a plain plural; None where that is unsure."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z -]*[a-z]{3}s", label) or _NO_PLAIN_PLURAL.search(label):
        return None
    if label.endswith("ies"):
        return f"{label[:-3]}y"
    return label[:-1]


def _appended(text: str, terms: Sequence[tuple[str, str]]) -> str | None:
    """The text with terms after the last one; None if terms are not on lines of their own."""
    try:
        end = spans(text).values["terms",].last
    except (UnreadableYamlError, KeyError):
        return None
    dashes = re.findall(r"^([ ]*)- +id:", text[:end], re.MULTILINE)
    if not dashes:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    start = len(text[:end].rstrip())
    comment = re.compile(r"[ \t]*#[^\r\n]*").match(text, start)
    start = comment.end() if comment else start
    added = "".join(f"{newline}{line}" for line in _lines(terms, dashes[-1]))
    rest = text[start:] if text[start:].strip() else newline
    return text[:start] + added + rest


def _lines(terms: Iterable[tuple[str, str]], indent: str) -> Iterator[str]:
    for term_id, label in terms:
        yield f"{indent}- id: {quoted_scalar(term_id)}"
        yield f"{indent}  label: {quoted_scalar(label)}"
