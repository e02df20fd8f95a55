"""Schemas: what editors need to complete, explain and check catalog files while one types.

Written from the model and the vocabularies, so a new field or a new facet is
in them without anyone's doing. JSON Schema draft 2020-12, as editors read it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from resource_catalog.catalog import Catalog
from resource_catalog.convert import keys_of
from resource_catalog.model import (
    TYPES,
    VOCABULARY_KINDS,
    Collection,
    Entry,
    Identity,
    Record,
    Synonyms,
    Term,
    Vocabulary,
)
from resource_catalog.moves import Redirects

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas(catalog: Catalog) -> Mapping[str, str]:
    """The schema files of a catalog by name, each ending in a newline."""
    vocabulary_kinds: dict[str, type[Record]] = {
        "vocabulary": Vocabulary[Term],
        **{f"{facet}-vocabulary": kind for facet, kind in VOCABULARY_KINDS.items()},
    }
    found = {
        "entry": entry_schema(catalog),
        "collection": _schema(Collection),
        "catalog": _schema(Identity),
        "synonyms": _schema(Synonyms),
        "redirects": _schema(Redirects),
    }
    found.update({name: _schema(kind) for name, kind in vocabulary_kinds.items()})
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in found.items()
    }


def entry_schema(catalog: Catalog) -> dict[str, Any]:
    """What an entry of this catalog may say, facets included."""
    schema = _schema(Entry)
    fields = schema["properties"]
    facets = {}
    for facet, vocabulary in catalog.facets.items():
        terms = [{"const": term.id, "title": _about(term)} for term in vocabulary.terms]
        about = vocabulary.description or vocabulary.label
        facets[vocabulary.key or facet] = (
            {"description": about, "oneOf": terms}
            if vocabulary.single
            else {
                "description": about,
                "type": "array",
                "uniqueItems": True,
                "items": {"oneOf": terms},
            }
        )
    title, also_known_as, *others = fields.items()
    schema["properties"] = {**dict([title, also_known_as]), **facets, **dict(others)}
    if TYPES in catalog.facets:
        schema["required"].append(catalog.facets[TYPES].key or TYPES)
    return schema


def _about(term: Term) -> str:
    return f"{term.label}: {term.description}" if term.description else term.label


def _schema(model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema()
    keys = keys_of(model)
    schema["properties"] = {key: schema["properties"][key] for key in keys}
    schema["required"] = [key for key in schema.get("required", []) if key in keys]
    schema.pop("description", None)  # a docstring speaks to programmers
    return {"$schema": _DIALECT, **_for_editors(schema)}


def _for_editors(node: Any) -> Any:
    """Say what an editor needs and no more.

    A year typed without quotes is a number to an editor but text to us, so
    plain text may be a number; “or null” only says that a key may be left out.
    """
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    options = [o for o in node.get("anyOf", []) if o != {"type": "null"}]
    if len(options) == 1:
        node = {**{k: v for k, v in node.items() if k != "anyOf"}, **options[0]}
    kept: dict[str, Any] = {}
    for key, value in node.items():
        if key == "properties":
            kept[key] = {name: _for_editors(field) for name, field in value.items()}
        elif key == "title" and isinstance(value, str):
            continue  # pydantic's title is the key once more
        elif key == "default" and value in (None, []):
            continue
        else:
            kept[key] = _for_editors(value)
    if kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern", "format"}:
        kept["type"] = ["string", "number"]
    return kept
