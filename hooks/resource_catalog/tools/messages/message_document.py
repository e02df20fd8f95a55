"""Write a message kit with its blanks still open, as a document and as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.tools.document_parts import Paragraph, Part, asked
from resource_catalog.tools.messages.message_kit import MessageKit, labels_of, pieces


def document(kit: MessageKit, catalog: Catalog) -> Sequence[Part]:
    """What is to be filled in and chosen, then each message."""
    labels = labels_of(kit)
    parts: list[Part] = []
    if labels:
        parts.append(Paragraph(_("Fill these in once"), level=1))
    for blank in kit.blanks:
        parts += asked(blank.label, blank.help, "line")
    for choice in kit.choices:
        parts.append(Paragraph(choice.label, level=2))
        parts += [Paragraph(i.title, page=i.address) for i in catalog.items(choice.entries)]
    for message in kit.messages:
        parts.append(Paragraph(message.title, level=1))
        if message.when:
            parts.append(Paragraph(message.when, look="help"))
        subject = _("Subject: %(subject)s", subject=_open(message.subject, labels))
        parts += [Paragraph(text) for text in (subject, *_texts(message.paragraphs, labels))]
    return parts


def table(kit: MessageKit, _catalog: Catalog) -> Sequence[Sequence[str]]:
    """A row for each message."""
    labels = labels_of(kit)
    rows = [
        [one.title, _open(one.subject, labels), "\n\n".join(_texts(one.paragraphs, labels))]
        for one in kit.messages
    ]
    return [[_("Message"), _("Subject"), _("Text")], *rows]


def _texts(paragraphs: Sequence[str], labels: Mapping[str, str]) -> list[str]:
    return [_open(text, labels) for text in paragraphs]


def _open(text: str, labels: Mapping[str, str]) -> str:
    """A text with the label of each blank where it comes in."""
    return "".join(
        f"[{piece.words}]" if piece.is_blank else piece.words for piece in pieces(text, labels)
    )
