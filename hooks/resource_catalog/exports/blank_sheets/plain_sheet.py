"""Write the parts of a sheet as plain text, to paste into a mail or a document."""

from __future__ import annotations

from collections.abc import Iterable

from resource_catalog.model.messages import _
from resource_catalog.tools.document_parts import Paragraph, Part, Table

_ROOM = "_" * 40


def plain_sheet(parts: Iterable[Part]) -> str:
    """The parts one below the other, each row of a table with its headings."""
    blocks: list[str] = []
    was_option = False
    for part in parts:
        is_option = isinstance(part, Paragraph) and part.look == "option"
        text = _paragraph(part) if isinstance(part, Paragraph) else _table(part)
        if is_option and was_option:
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
        was_option = is_option
    return "\n\n".join(blocks) + "\n"


def _paragraph(part: Paragraph) -> str:
    if part.look in ("box", "line"):
        return _ROOM
    if part.level in (0, 1):
        return f"{part.text}\n{('=' if part.level == 0 else '-') * min(len(part.text), 70)}"
    return part.text


def _table(table: Table) -> str:
    return "\n\n".join(
        "\n".join(
            [
                row[0],
                *(
                    _("%(label)s: %(value)s", label=head, value=_cell(cell))
                    for head, cell in zip(table.head[1:], row[1:], strict=True)
                ),
            ]
        )
        for row in table.rows
    )


def _cell(text: str) -> str:
    """What stands in a cell, or room for it, on one line."""
    return "  ".join(text.split("\n")) if text else _ROOM[:20]
