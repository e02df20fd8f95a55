"""Find the kinds of tools: every folder beside this file that has a ``KIND``.

They are imported when somebody asks for them, which is never for a catalog without tools.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from pydantic import create_model

from resource_catalog.model.field_declaration import field
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind import Kind

_FOLDER = Path(__file__).parent


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its name."""
    names = sorted(m.name for m in pkgutil.iter_modules([str(_FOLDER)]) if m.ispkg)
    modules = [import_module(f"{__package__}.{name}") for name in names]
    return {module.KIND.name: module.KIND for module in modules}


def record_types() -> Mapping[str, type[Tool]]:
    """The type of the tools of each kind."""
    return {name: kind.record for name, kind in kinds().items()}


@cache
def any_tool() -> type[Tool]:
    """The type of a tool whose kind is missing or unknown, which is a problem of its own."""
    name: Any = Literal[tuple(kinds())]
    return create_model(
        "AnyTool",
        __base__=Tool,
        __module__=__name__,
        kind=(name, field("What is done with it.", example=next(iter(kinds())))),
    )


def kind_of(tool: Tool) -> Kind:
    """The kind of a tool."""
    return kinds()[tool.kind]
