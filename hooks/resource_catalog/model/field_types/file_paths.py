"""Define the paths of files in the folder of a catalog."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from resource_catalog.model.field_types.value_type import (
    ValueType,
    schema_pattern,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import quoted

_PATH = re.compile(r"(?:[A-Za-z0-9_][\w.-]*/)*[A-Za-z0-9_][\w.-]*", re.ASCII)


def _check_file_path(value: str) -> str:
    if not _PATH.fullmatch(value):
        raise validation_error(
            "bad-file",
            _(
                "%(path)s is not the path of a file in the catalog folder.",
                path=quoted(value),
            ),
            _("Put the file beside catalog.yml and write its name, such as logo.svg."),
        )
    return value


FilePath = Annotated[
    str,
    StringConstraints(max_length=200),
    AfterValidator(_check_file_path),
    schema_pattern(_PATH),
    ValueType("line"),
]
"""The path of a file, from the folder of the catalog, which it cannot leave."""
