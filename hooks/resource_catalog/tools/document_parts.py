"""Define the parts of a tool's sheet as a document has them: texts, room for answers, tables.

``overrides/js/shared/files/docx.js`` writes the same parts in the browser, with what was filled in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry

Look = Literal["", "help", "then", "option", "box", "line"]

EMPTY_BOX = "\N{BALLOT BOX}"
"""Stands in front of what is to be ticked."""


@dataclass(frozen=True)
class Paragraph:
    """A text. ``level`` 0 is the title of the document, 1 and 2 are headings.

    A ``look`` of ``help`` is for what explains, ``then`` for a text that stays with what follows,
    ``option`` for what is to be ticked; ``box`` and ``line`` are room for an answer. ``page`` is
    what it links to, below the root of the site.
    """

    text: str = ""
    level: int | None = None
    look: Look = ""
    page: str = ""


@dataclass(frozen=True)
class Table:
    """A table. ``widths`` are those of its columns in percent.

    The first line of each row is what the row is about.
    """

    head: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | Table


@dataclass(frozen=True)
class SheetFile:
    """A file that a kind of tool has besides a document and a table.

    ``content`` are the files inside of a zip file, or a text.
    """

    ending: str
    label: str
    content: str | tuple[tuple[str, str], ...]


def asked(label: str, about: str | None, room: Look) -> list[Part]:
    """Something to be written down: a heading, what helps with it, and room for the answer."""
    help_text = [Paragraph(about, look="help")] if about else []
    return [Paragraph(label, level=2), *help_text, Paragraph(look=room)]


def options(texts: Iterable[str]) -> list[Part]:
    """What there is to choose from, each with a box in front."""
    return [Paragraph(f"{EMPTY_BOX} {text}", look="option") for text in texts]


def what_helps(items: Iterable[Entry]) -> list[Part]:
    """The entries and tools that help, each once, as links."""
    links = [
        Paragraph(title, page=page) for page, title in {i.address: i.title for i in items}.items()
    ]
    return [Paragraph(_("What helps"), level=1), *links] if links else []
