"""Ids: what a row without one is called, and what is wrong with one that was given."""

from __future__ import annotations

from resource_catalog.contribute.import_table.rows import RowDocument
from resource_catalog.model.field_types import SLUG, SLUG_LENGTH, suggest_slug
from resource_catalog.model.problems import Problem, quoted

ID_LENGTH = 60
"""How long an id made from a title may be."""


def id_from(title: str) -> str:
    """An id for a title: its first words."""
    slug = suggest_slug(title)
    if len(slug) <= ID_LENGTH:
        return slug
    return slug[: ID_LENGTH + 1].rpartition("-")[0] or slug[:ID_LENGTH]


def id_problems(document: RowDocument, given: str, entry_id: str) -> list[Problem]:
    """What is wrong with the id of a row; ``given`` is empty where it was made from the title."""
    if SLUG.fullmatch(entry_id) and len(entry_id) <= SLUG_LENGTH:
        return []
    if not given:
        message = "This row has no id, and none can be made from its title."
        hint = "Fill in the column “id” with small letters, digits and single hyphens."
    else:
        message = f"{quoted(given)} cannot be an id."
        better = suggest_slug(given) or "my-id"
        hint = f"Use small letters, digits and single hyphens: {better}."
    return [document.problem("bad-name", ("id",), message, hint)]
