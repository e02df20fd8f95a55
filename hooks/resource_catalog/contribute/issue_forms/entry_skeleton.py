"""Generate the file of a new entry, with all keys that are not set as comments."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

from resource_catalog.contribute.issue_forms.issue_to_entry import MAINTAINER_KEYS
from resource_catalog.loading.tags import entry_keys
from resource_catalog.loading.yaml.entry_writer import entry_text
from resource_catalog.loading.yaml.parser import parse
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages import N_, _, listed, translated

_COMMENTED_KEYS_INTRO = N_(
    "More details, for when you know them. Delete the “# ” in front of a line and replace the "
    "example; leave the rest. Lines with # are not shown."
)
_LINE_LENGTH = 95
"""Of the introduction, without the sign of a comment."""
_OMITTED_KEYS = frozenset({*MAINTAINER_KEYS, "links", "retired", "replaced_by", "aliases"})
"""Keys that a new entry cannot have yet, or that only a maintainer may set."""


def entry_skeleton(data: Mapping[str, Any], catalog: Catalog) -> str:
    """The text of a new entry with ``data``, and with all other keys as comments with examples."""
    ordered_keys = entry_keys(catalog.facets, catalog.entry_type)
    set_values = {key: data[key] for key in ordered_keys if key in data}
    unset_keys = [key for key in ordered_keys if key not in data and key not in _OMITTED_KEYS]
    return (
        entry_text({**set_values, **data})
        + "".join(f"\n# {line}" for line in wrap(_(_COMMENTED_KEYS_INTRO), _LINE_LENGTH))
        + "\n"
        + "".join(_commented_keys(unset_keys, catalog))
    )


def _commented_keys(keys: list[str], catalog: Catalog) -> Iterator[str]:
    facets = {v.key or facet: v for facet, v in catalog.facets.items()}
    for key in keys:
        if key in facets:
            terms = [term.id for term in facets[key].terms]
            description = _("Any of: %(terms)s", terms=listed(terms))
            example: Any = terms[0] if facets[key].single else terms[:1]
        else:
            declared = declared_fields(catalog.entry_type)[key]
            description, example = translated(declared.description), declared.example
        yield f"#\n# {description}\n# {key}: {_inline_yaml(example)}\n"


def _inline_yaml(value: Any) -> str:
    """A value as YAML on one line, quoted only where necessary."""
    if isinstance(value, list):
        return f"[{', '.join(_inline_yaml(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_inline_yaml(item)}' for key, item in value.items())}}}"
    return value if parse(f"[{value}]") == ([value], []) else json.dumps(value, ensure_ascii=False)
