"""Define the ids of entries, terms and collections, which are parts of addresses."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from resource_catalog.model.did_you_mean import certain_match
from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted
from resource_catalog.model.title_matching import spell_out_signs

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
SLUG_LENGTH = 120

DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in "123456789")}
)


def is_device_name(name: str) -> bool:
    """Whether Windows has a device of that name, and so no file or folder, whatever the ending."""
    return name.casefold() in DEVICE_NAMES


def device_refusal(name: str) -> tuple[str, str]:
    """The message and the hint for an id that Windows can have no file of."""
    message = _(
        "%(value)s cannot be an id: Windows can have no file of that name.", value=quoted(name)
    )
    return message, _("Add a word to it, such as %(id)s.", id=f"{name}-1")


def _check_slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise validation_error(
            "bad-name",
            _("%(value)s cannot be an id.", value=quoted(value)),
            _(
                "Use small letters, digits and single hyphens: %(id)s.",
                id=suggest_slug(value) or "my-id",
            ),
            certain_match(value, [suggest_slug(value)]) or None,
        )
    if value in DEVICE_NAMES:
        raise validation_error("bad-name", *device_refusal(value))
    return value


def suggest_slug(text: str) -> str:
    """The valid id that is nearest to a text, such as c-plus-plus for C++; may be empty."""
    plain = spell_out_signs(unicodedata.normalize("NFKD", text)).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain.lower()))[:SLUG_LENGTH].strip("-")


Slug = Annotated[
    str,
    StringConstraints(max_length=SLUG_LENGTH),
    AfterValidator(_check_slug),
    schema_pattern(SLUG, number=True),
    ValueType("slug"),
]
EntryId = Annotated[
    Slug, Field(json_schema_extra={"$comment": "The id of an entry."}), ValueType("entry id")
]
"""The id of an entry; editors complete it."""
