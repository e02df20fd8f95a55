"""Derive the id of a row from its title, and check ids that are given."""

from __future__ import annotations

from resource_catalog.contribute.free_ids import shorten_slug
from resource_catalog.contribute.import_table.planning.row_problems import RowDocument
from resource_catalog.model.field_types.slugs import (
    SLUG,
    SLUG_LENGTH,
    device_refusal,
    is_device_name,
    suggest_slug,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted


def id_from_title(title: str) -> str:
    """An id for a title: the slug of its first words, one that is a file on Windows too."""
    found = suggest_slug(title)
    return shorten_slug(f"{found}-entry" if is_device_name(found) else found)


def id_problems(document: RowDocument, given: str, entry_id: str) -> list[Problem]:
    """The problem with the id of a row, if any; ``given`` is empty if it is derived."""
    if SLUG.fullmatch(entry_id) and len(entry_id) <= SLUG_LENGTH:
        return _device_problems(document, entry_id)
    if not given:
        message = _("This row has no id, and none can be made from its title.")
        hint = _("Fill in the column “id” with small letters, digits and single hyphens.")
    else:
        message = _("%(id)s cannot be an id.", id=quoted(given))
        better = suggest_slug(given) or "my-id"
        hint = _("Use small letters, digits and single hyphens: %(better)s.", better=better)
    return [document.problem("bad-name", ("id",), message, hint)]


def _device_problems(document: RowDocument, entry_id: str) -> list[Problem]:
    if not is_device_name(entry_id):
        return []
    message, hint = device_refusal(entry_id)
    return [document.problem("bad-name", ("id",), message, hint)]
