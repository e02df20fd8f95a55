"""Check tools: what their kinds ask for, and that no tool has the id of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.yaml.yaml_file import display_path
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.tool import Tool
from resource_catalog.tools.kind_registry import kind_of


def faults_of_kinds(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Each tool is whole in the way that its kind asks for."""
    for tool, document in loaded.each(Tool):
        kind = kind_of(tool)
        if isinstance(tool, kind.record):
            for fault in kind.faults(tool, loaded.catalog):
                yield document.problem(
                    fault.code,
                    fault.path,
                    fault.message,
                    fault.hint,
                    replacement=fault.replacement,
                )


def shared_ids(loaded: LoadedCatalog) -> Iterator[Problem]:
    """An id is that of an entry or of a tool, since both may stand in the same lists."""
    entries = {**{e.id: e.file for e in loaded.entries}, **dict.fromkeys(loaded.broken_ids, "")}
    for tool_id, path in loaded.records(Tool).files.items():
        if tool_id in entries:
            message = _("An entry has the id “%(name)s” as well.", name=tool_id)
            if entries[tool_id]:
                message = _(
                    "The id “%(name)s” is also that of %(other)s:1:1.",
                    name=tool_id,
                    other=entries[tool_id],
                )
            hint = _("Rename or remove one of the two.")
            yield Problem(display_path(path), 1, 1, "duplicate-id", message, hint)


CHECKS = (faults_of_kinds, shared_ids)
