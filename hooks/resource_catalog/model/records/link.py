"""Define the links of an entry: what the reader gets there, and what the link is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import Flag, Line, Url
from resource_catalog.model.messages import N_
from resource_catalog.model.records.record import Record

LinkFormat = Literal["html", "pdf", "video", "audio", "document", "slides", "image"]
LinkRole = Literal["primary", "alternate", "landing", "archive"]
ROLES: tuple[str, ...] = get_args(LinkRole)
"""In the order in which a reader should try links of these roles."""

FORMAT_LABELS: Mapping[str, str] = {
    "html": N_("web page"),
    "pdf": N_("PDF"),
    "video": N_("video"),
    "audio": N_("audio"),
    "document": N_("document"),
    "slides": N_("slides"),
    "image": N_("image"),
}

ROLE_LABELS: Mapping[str, str] = {
    "primary": N_("the one to open"),
    "alternate": N_("the same thing elsewhere"),
    "landing": N_("a page that leads to it"),
    "archive": N_("an archived copy"),
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
        "primary: the one to open; alternate: the same thing elsewhere; landing: a page that "
        "leads to it; archive: an archived copy.",
        default="primary",
        example="primary",
        option_labels=ROLE_LABELS,
    )
    label: Line | None = field(
        "What readers see instead of “Also at”: Source code, Demo.",
        default=None,
        example="Source code",
        translatable=True,
    )
    shared: Flag = field(
        "true if other entries have this page too; write it in each of them.",
        default=False,
        example=True,
    )
    formerly: tuple[Url, ...] = field(
        "Its earlier addresses. Not shown; kept so that they are recognized.",
        default=(),
        example=["https://example.org/old/planning-guide.pdf"],
        for_maintainers=True,
    )
