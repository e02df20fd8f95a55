"""Define the links of an entry: what the reader gets there, and what the link is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Flag, Line, Url
from resource_catalog.model.records.record import Record

LinkFormat = Literal["html", "pdf", "video", "audio", "document", "slides", "image"]
LinkRole = Literal["primary", "alternate", "landing", "archive"]
ROLES: tuple[str, ...] = get_args(LinkRole)
"""In the order in which a reader should try links of these roles."""

FORMAT_LABELS: Mapping[str, str] = {
    "html": "web page",
    "pdf": "PDF",
    "video": "video",
    "audio": "audio",
    "document": "document",
    "slides": "slides",
    "image": "image",
}

ROLE_LABELS: Mapping[str, str] = {
    "primary": "the one to open",
    "alternate": "the same thing elsewhere",
    "landing": "a page that leads to it",
    "archive": "a kept copy",
}


class Link(Record):
    """An address of a resource."""

    url: Url = field(
        "The full address, starting with https://",
        example="https://example.org/planning-guide.pdf",
    )
    format: LinkFormat = field(
        "What the reader gets at the address.",
        default="html",
        example="pdf",
        option_labels=FORMAT_LABELS,
    )
    role: LinkRole = field(
        "primary: the one to open; alternate: the same thing elsewhere; "
        "landing: a page that leads to it; archive: a kept copy.",
        default="primary",
        example="primary",
        option_labels=ROLE_LABELS,
    )
    label: Line | None = field(
        "What readers see in place of “Also at”: Source code, Demo.",
        default=None,
        example="Source code",
    )
    shared: Flag = field(
        "true where this page is the page of other entries as well; written at each of them.",
        default=False,
        example=True,
    )
    formerly: tuple[Url, ...] = field(
        "Addresses that led to it before. Not shown; kept so that they are known.",
        default=(),
        example=["https://example.org/old/planning-guide.pdf"],
        for_maintainers=True,
    )
