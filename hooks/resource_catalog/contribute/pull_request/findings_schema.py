"""Define the findings about a change as JSON data, which is validated when it is read."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationError

from resource_catalog.model.messages import _, number
from resource_catalog.model.records.record import Record
from resource_catalog.model.translations.translation_state import STATES, State

MAX_BYTES = 4_000_000
"""Larger findings are refused."""

MAX_ITEMS = 200
"""The maximum length of a list; the counts are of all items."""

MAX_TEXT_LENGTH = 2000

BoundedText = Annotated[str, Field(max_length=MAX_TEXT_LENGTH)]
BoundedCount = Annotated[int, Field(ge=0, le=10_000_000)]


class EntryCard(Record):
    """An entry as readers see it in a list, and its terms."""

    id: BoundedText
    title: BoundedText
    type: BoundedText
    summary: BoundedText
    use: BoundedText = ""
    facts: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    terms: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    urls: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)


class ChangedKey(Record):
    """A key of an entry with its value before and after the change."""

    key: BoundedText
    before: BoundedText
    after: BoundedText


class ChangedEntry(Record):
    """An existing entry that has changed."""

    card: EntryCard
    differences: tuple[ChangedKey, ...] = Field((), max_length=MAX_ITEMS)


class NamedItem(Record):
    """An entry or collection, and what has happened to it."""

    id: BoundedText
    title: BoundedText
    about: BoundedText = ""


class PossibleDuplicate(Record):
    """Two entries that may be the same resource, and why."""

    id: BoundedText
    other: BoundedText
    title: BoundedText
    why: BoundedText


class MatrixRow(Record):
    """A row of the matrix: the number of entries of a phase at each stage, before and after."""

    label: BoundedText
    before: tuple[BoundedCount, ...] = Field(max_length=MAX_ITEMS)
    after: tuple[BoundedCount, ...] = Field(max_length=MAX_ITEMS)


class PageChanges(Record):
    """The paths of changed pages. ``gone`` are those removed without a redirect."""

    new: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    altered: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    gone: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    new_count: BoundedCount = 0
    altered_count: BoundedCount = 0


class LinkState(Record):
    """The result of the link checker for a new URL."""

    url: BoundedText
    verdict: BoundedText
    reason: BoundedText = ""
    place: BoundedText = ""


class ItemChanges(Record):
    """What became of the entries, or of the tools."""

    new: tuple[EntryCard, ...] = Field((), max_length=MAX_ITEMS)
    altered: tuple[ChangedEntry, ...] = Field((), max_length=MAX_ITEMS)
    removed: tuple[NamedItem, ...] = Field((), max_length=MAX_ITEMS)
    new_count: BoundedCount = 0
    altered_count: BoundedCount = 0


class TranslationChanges(Record):
    """What became of a language: the number of texts in each state, before and after.

    ``left`` are the places of texts that are behind or missing since the change.
    """

    language: BoundedText
    before: tuple[BoundedCount, ...] = Field(max_length=len(STATES))
    after: tuple[BoundedCount, ...] = Field(max_length=len(STATES))
    left: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    states: tuple[State, ...] = Field((), max_length=MAX_ITEMS)
    left_count: BoundedCount = 0


class ChangeFindings(ItemChanges):
    """All findings about a change, and what became of the entries.

    If the catalog has ``problems``, nothing else is compared.
    """

    problems: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    tools: ItemChanges = ItemChanges()
    situations: tuple[NamedItem, ...] = Field((), max_length=MAX_ITEMS)
    check: tuple[NamedItem, ...] = Field((), max_length=MAX_ITEMS)
    packs: tuple[NamedItem, ...] = Field((), max_length=MAX_ITEMS)
    likely: tuple[PossibleDuplicate, ...] = Field((), max_length=MAX_ITEMS)
    stages: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    matrix: tuple[MatrixRow, ...] = Field((), max_length=MAX_ITEMS)
    translations: tuple[TranslationChanges, ...] = Field((), max_length=MAX_ITEMS)
    pages: PageChanges = PageChanges()
    links: tuple[LinkState, ...] | None = Field(None, max_length=MAX_ITEMS)
    compared: bool = True
    code: tuple[BoundedText, ...] = Field((), max_length=MAX_ITEMS)
    code_count: BoundedCount = 0


def truncated(text: str) -> str:
    """``text``, cut to what findings may hold."""
    return text if len(text) <= MAX_TEXT_LENGTH else text[: MAX_TEXT_LENGTH - 1] + "…"


def parse_link_states(rows: Any) -> tuple[LinkState, ...] | None:
    """Parse the states in a JSON report of the link checker; None if it is not one."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return None
    return tuple(
        LinkState(
            url=truncated(str(row.get("url") or "")),
            verdict=truncated(str(row.get("verdict") or "")),
            reason=truncated(str(row.get("reason") or "")),
            place=truncated(":".join(str(row[k]) for k in ("file", "line") if row.get(k))),
        )
        for row in rows[:MAX_ITEMS]
    )


def findings_json(findings: ChangeFindings) -> str:
    """The findings as JSON that :func:`parse_findings` accepts.

    Where they are too large, all lists are cut to the same length; the counts stay.
    """
    text, most = findings.model_dump_json(indent=1), MAX_ITEMS
    while len(text.encode()) > MAX_BYTES:
        most //= 2
        text = ChangeFindings(**_shortened(findings.model_dump(), most)).model_dump_json(indent=1)
    return text


def _shortened(value: Any, most: int) -> Any:
    if isinstance(value, dict):
        return {key: _shortened(item, most) for key, item in value.items()}
    return [_shortened(item, most) for item in value[:most]] if isinstance(value, tuple) else value


class InvalidFindingsError(Exception):
    """The findings are too large or not in the expected form. The message says which."""


def parse_findings(raw: bytes) -> ChangeFindings:
    """Parse findings from untrusted JSON. Raises :class:`InvalidFindingsError`."""
    if len(raw) > MAX_BYTES:
        raise InvalidFindingsError(
            _("The findings have more than %(most)s bytes.", most=number(MAX_BYTES))
        )
    try:
        return ChangeFindings.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])[:200]
        raise InvalidFindingsError(
            _("The findings are not in the expected form at “%(place)s”.", place=place)
        ) from None
