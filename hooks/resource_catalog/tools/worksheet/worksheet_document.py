"""Write a worksheet that nobody has filled in yet, as a document and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.tools.document_parts import Paragraph, Part, asked, what_helps
from resource_catalog.tools.part_fields import help_with_all
from resource_catalog.tools.worksheet.worksheet import Worksheet


def document(worksheet: Worksheet, catalog: Catalog) -> Sequence[Part]:
    """Each part with its fields and room for the answers."""
    parts: list[Part] = []
    for part in worksheet.parts:
        parts.append(Paragraph(part.title, level=1))
        if part.about:
            parts.append(Paragraph(part.about, look="then"))
        for item in part.fields:
            parts += asked(item.label, item.help, "line" if item.short else "box")
    return [*parts, *what_helps(help_with_all(worksheet.fields, catalog))]


def table(worksheet: Worksheet, _catalog: Catalog) -> Sequence[Sequence[str]]:
    """A row for each field."""
    head = [_("Part"), _("Asked"), _("Answer")]
    return [
        head,
        *([part.title, item.label, ""] for part in worksheet.parts for item in part.fields),
    ]
