"""A start: the file of a new entry, with everything else that it could say as comments in it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from resource_catalog.catalog import Catalog
from resource_catalog.declaration import declared_fields
from resource_catalog.entry_text import entry_text
from resource_catalog.facets import entry_keys
from resource_catalog.intake.entry import WORD_OF_A_PERSON
from resource_catalog.model import Entry
from resource_catalog.yaml_text import parse

_INVITATION = """
# More that can be said, once somebody knows it. Take out the “# ” in front of a line and write
# over the example; leave out what nobody knows. What stays a comment is not shown.
"""
_LEFT_OUT = frozenset({*WORD_OF_A_PERSON, "links", "changes", "retired", "replaced_by", "aliases"})
"""What a new entry cannot have yet, or what only a person can say after a look."""


def started(data: Mapping[str, Any], catalog: Catalog) -> str:
    """The text of a new entry that says ``data``, and invites to say more."""
    order = entry_keys(catalog.facets)
    known = {key: data[key] for key in order if key in data}
    rest = [key for key in order if key not in data and key not in _LEFT_OUT]
    return entry_text({**known, **data}) + _INVITATION + "".join(_invitations(rest, catalog))


def _invitations(keys: list[str], catalog: Catalog) -> Iterator[str]:
    facets = {v.key or facet: v for facet, v in catalog.facets.items()}
    for key in keys:
        if key in facets:
            terms = [term.id for term in facets[key].terms]
            about = f"Any of: {', '.join(terms)}"
            example: Any = terms[0] if facets[key].single else terms[:1]
        else:
            declared = declared_fields(Entry)[key]
            about, example = declared.description, declared.example
        yield f"#\n# {about}\n# {key}: {_in_a_line(example)}\n"


def _in_a_line(value: Any) -> str:
    """A value on one line, with quotation marks only where they are needed."""
    if isinstance(value, list):
        return f"[{', '.join(_in_a_line(item) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_in_a_line(item)}' for key, item in value.items())}}}"
    return value if parse(f"[{value}]") == ([value], []) else json.dumps(value, ensure_ascii=False)
