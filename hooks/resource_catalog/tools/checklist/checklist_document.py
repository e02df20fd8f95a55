"""Write a checklist in which nothing is marked yet, as a document and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, translated
from resource_catalog.tools.checklist.checklist import STATES, Checklist, Practice
from resource_catalog.tools.document_parts import EMPTY_BOX, Paragraph, Part, Table, what_helps
from resource_catalog.tools.part_fields import help_with_all

_WIDTHS = (38, 19, 13, 12, 18)


def document(checklist: Checklist, catalog: Catalog) -> Sequence[Part]:
    """A table for each group of practices."""
    head = (_("Practice"), _("How far along is it?"), _("Who"), _("By when"), _("Note"))
    parts: list[Part] = []
    for group in checklist.groups:
        rows = tuple((_text(item), _states(), "", "", "") for item in group.items)
        parts += [Paragraph(group.title, level=1), Table(head, _WIDTHS, rows)]
    return [*parts, *what_helps(help_with_all(checklist.practices, catalog))]


def table(checklist: Checklist, _catalog: Catalog) -> Sequence[Sequence[str]]:
    """A row for each practice."""
    head = [_("Group"), _("Practice"), _("How far along is it?"), _("Who"), _("By when"), _("Note")]
    return [
        head,
        *(
            [group.title, item.text, "", "", "", ""]
            for group in checklist.groups
            for item in group.items
        ),
    ]


def _text(item: Practice) -> str:
    return "\n".join(filter(None, (item.text, item.why)))


def _states() -> str:
    return "\n".join(f"{EMPTY_BOX} {translated(label)}" for label in STATES.values())
