"""Define what a message kit is made of: messages, blanks to fill in, and resources to put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import EntryId, Line, Prose, Slug
from resource_catalog.model.messages import N_, listed, ngettext
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.translations.shown_texts import like
from resource_catalog.tools.part_fields import help_by_part, lasting_id
from resource_catalog.tools.tool_faults import Fault, Place, places, repeated_ids, unknown_names

_PLACE = re.compile(r"\[([^\[\]\n]+)\]")
"""A place in a text where a blank or a chosen resource comes in, such as [place]."""


_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n")
"""What ends a line or a sentence of a message."""


class Blank(Record):
    """Something that a team fills in once, for all messages."""

    id: Slug = lasting_id("place")
    label: Line = field("What is to be filled in.", example="Place", translatable=True)
    help: Prose | None = field(
        "What to think of.",
        default=None,
        example="With the room, or the link of a call.",
        translatable=True,
    )
    form: Literal["line", "date"] = field(
        "line, or date for a day.", default="line", example="date"
    )


class ResourceChoice(Record):
    """Resources of which one comes into the messages."""

    id: Slug = lasting_id("reading")
    label: Line = field("What is to be chosen.", example="Something to read", translatable=True)
    entries: tuple[EntryId, ...] = field(
        "Ids of the entries to choose from; the first is taken until another is chosen.",
        example=["planning-guide"],
        min_length=1,
    )


class Message(Record):
    """A message. In its texts, [place] is where the blank with the id place comes in."""

    id: Slug = lasting_id("invite")
    title: Line = field("What readers see.", example="Invitation", translatable=True)
    when: Line | None = field(
        "When to send it.", default=None, example="When recruitment begins", translatable=True
    )
    subject: Line = field(
        "What stands above it; [place] is where the blank with the id place comes in.",
        example="Come and see on [day]",
        translatable=True,
    )
    paragraphs: tuple[Prose, ...] = field(
        "Its text; [place] is where the blank with the id place comes in.",
        example=["Dear colleagues,", "We meet on [day]: [place]."],
        min_length=1,
        translatable=True,
    )


class MessageKit(Tool):
    """A message kit."""

    kind_label = N_("Messages")
    kind_icon = "material/email-edit-outline"

    kind: Literal["messages"] = field("What is done with it.", example="messages")
    blanks: tuple[Blank, ...] = field(
        "What is filled in once, for all messages.",
        default=(),
        example=[{"id": "day", "label": "Day", "form": "date"}, {"id": "place", "label": "Place"}],
    )
    choices: tuple[ResourceChoice, ...] = field(
        "Resources of which one comes into the messages.",
        default=(),
        example=[
            {"id": "reading", "label": "Something to read", "entries": ["planning-guide"]},
        ],
    )
    messages: tuple[Message, ...] = field(
        "The messages, in the order in which they are sent.",
        example=[
            {
                "id": "invite",
                "title": "Invitation",
                "subject": "Come and see on [day]",
                "paragraphs": ["We meet here: [place]."],
            }
        ],
        min_length=1,
    )


class Piece(NamedTuple):
    """A piece of a text: words, or the label of what comes in there."""

    words: str
    is_blank: bool


def pieces(text: str, labels: Mapping[str, str]) -> list[Piece]:
    """A text in pieces; every second one is what comes in at a place of it."""
    return [
        Piece(labels[piece] if index % 2 else like(piece, text), is_blank=bool(index % 2))
        for index, piece in enumerate(_PLACE.split(text))
        if piece
    ]


def faults(kit: MessageKit, _catalog: Catalog) -> Iterator[Fault]:
    """Ids that stand twice, and places in texts for which there is no blank."""
    blanks, choices = places("blanks", kit.blanks), places("choices", kit.choices)
    yield from repeated_ids([*blanks, *choices])
    yield from repeated_ids(places("messages", kit.messages))
    known = list(labels_of(kit))
    for place, one in places("messages", kit.messages):
        yield from _unknown_places(one.subject, known, (*place, "subject"))
        for path, text in places("paragraphs", one.paragraphs, *place):
            yield from _unknown_places(text, known, path)


def _unknown_places(text: str, known: Sequence[str], path: Place) -> Iterator[Fault]:
    named = ((path, name) for name in _PLACE.findall(text))
    for fault in unknown_names(named, known, N_("%(value)s is not one of the blanks.")):
        # The whole text is at the path, so the name alone cannot be replaced there.
        yield fault._replace(replacement=None)


def labels_of(kit: MessageKit) -> dict[str, str]:
    """What readers see for each blank and each choice, by its id."""
    blanks = {blank.id: blank.label for blank in kit.blanks}
    return blanks | {choice.id: choice.label for choice in kit.choices}


def _places_of(message: Message) -> set[str]:
    """The ids in the texts of a message."""
    return {
        name for text in (message.subject, *message.paragraphs) for name in _PLACE.findall(text)
    }


def _around(name: str, kit: MessageKit, labels: Mapping[str, str]) -> str:
    """The shortest line or sentence that a blank is in, with … for it; nothing if it is alone."""
    place = f"[{name}]"
    texts = [text for m in kit.messages for text in (m.subject, *m.paragraphs)]
    lines = (like(line.strip(), text) for text in texts for line in _SENTENCE_END.split(text))
    found = [line for line in lines if place in line and line != place]
    shortest = min(found, key=len, default="")
    text = _PLACE.sub(lambda other: f"[{labels[other[1]]}]", shortest.replace(place, "…"))
    return like(text, shortest)


def page_data(kit: MessageKit, catalog: Catalog) -> Mapping[str, Any]:
    """The texts of each message in pieces, what stands around each blank, and the entries."""
    labels = labels_of(kit)
    blanks = {blank.id for blank in kit.blanks}
    needed = [(m.title, len(blanks & _places_of(m))) for m in kit.messages]
    return {
        "subjects": {m.id: pieces(m.subject, labels) for m in kit.messages},
        "texts": {m.id: [pieces(text, labels) for text in m.paragraphs] for m in kit.messages},
        "around": {name: text for name in blanks if (text := _around(name, kit, labels))},
        "needs": listed(
            ngettext(
                "%(message)s (%(num)s blank)", "%(message)s (%(num)s blanks)", n, message=title
            )
            for title, n in needed
            if n
        ),
        "entries_of": help_by_part(kit.choices, catalog),
    }
