"""Define ``redirects.yml``: former addresses of pages, and where each leads now."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types.value_type import validation_error
from resource_catalog.model.problems import quoted
from resource_catalog.model.records.record import Record

_PAGE = re.compile(r"(?:[a-z0-9]+(?:[._-]+[a-z0-9]+)*/)+")


def _parse_page_path(text: str) -> str:
    path = text.strip("/") + "/"
    if not _PAGE.fullmatch(path) or path.endswith(".html/"):
        raise validation_error(
            "bad-path",
            f"{quoted(text)} is not the address of a page below the site's root.",
            "Write what comes after the site's own address, such as topics/basics/.",
        )
    return path


PagePath = Annotated[str, StringConstraints(max_length=300), AfterValidator(_parse_page_path)]
"""The path of a page below the root of the site, in lower case, with a slash at the end."""


class Redirect(Record):
    """A page that had another address before."""

    old: PagePath = field(
        "The address that worked once.", example="topics/basics/", examples=["topics/basics/"]
    )
    new: PagePath = field(
        "Where someone who follows it is led.",
        example="topics/first-steps/",
        examples=["topics/first-steps/"],
    )


class Redirects(Record):
    """``redirects.yml``: addresses that worked once and lead elsewhere now.

    The old ids of an entry are its aliases and need not stand here.
    """

    moved: tuple[Redirect, ...] = field(
        "Each address that has moved, one by one.",
        default=(),
        example=[{"old": "topics/basics/", "new": "topics/first-steps/"}],
    )
