"""Find the kinds of tools: every folder beside this file that has a ``KIND``."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from pydantic import create_model

from resource_catalog.model.field_declaration import field
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind import Kind

_FOLDER = Path(__file__).parent


def _found() -> dict[str, Kind]:
    names = sorted(m.name for m in pkgutil.iter_modules([str(_FOLDER)]) if m.ispkg)
    modules = [import_module(f"{__package__}.{name}") for name in names]
    return {module.KIND.name: module.KIND for module in modules}


KINDS: Mapping[str, Kind] = _found()
"""Every kind by its name."""

_Name: Any = Literal[tuple(KINDS)]

AnyTool: type[Tool] = create_model(
    "AnyTool",
    __base__=Tool,
    __module__=__name__,
    kind=(_Name, field("What is done with it.", example=next(iter(KINDS)))),
)
"""The type of a tool whose kind is missing or unknown, which is a problem of its own."""


def kind_of(tool: Tool) -> Kind:
    """The kind of a tool."""
    return KINDS[tool.kind]
