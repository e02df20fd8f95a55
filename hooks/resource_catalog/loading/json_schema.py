"""Generate JSON Schemas, with which editors complete, explain and validate catalog files.

They follow from the model and the vocabularies of a catalog. JSON Schema draft
2020-12, in the form that editors support.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from resource_catalog.loading.convert.record_keys import keys_of
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import declared_fields
from resource_catalog.model.messages.language_messages import capitalized
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.collection import Collection, CollectionItem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.redirects import Redirect, Redirects
from resource_catalog.model.records.self_check import SelfCheck
from resource_catalog.model.records.situations import Situations
from resource_catalog.model.records.synonyms import Synonyms
from resource_catalog.model.records.vocabulary import (
    VOCABULARY_TYPES,
    ResourceType,
    Term,
    Vocabulary,
)
from resource_catalog.tools.kind_registry import any_tool, kinds

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


IDS_FILE = "entry-ids.schema.json"
"""The schema of the ids and titles that editors complete.

It allows any other id as well, so that the schemas need not be regenerated
after every new entry; the check finds ids that are wrong.
"""

_DEF_NAMES = {
    ResourceType.__name__: "Kind",
    CollectionItem.__name__: "Chosen",
    Redirect.__name__: "Move",
}
"""Former class names, kept in ``$defs`` so that the schemas of catalogs stay up to date."""


def schemas(catalog: Catalog) -> Mapping[str, str]:
    """The schema files of a catalog by name, each ending in a newline."""
    vocabulary_kinds: dict[str, type[Record]] = {
        "vocabulary": Vocabulary[Term],
        **{f"{facet}-vocabulary": kind for facet, kind in VOCABULARY_TYPES.items()},
    }
    found = {
        "entry": entry_schema(catalog),
        "collection": _schema(Collection),
        "tool": tool_schema(catalog),
        "catalog": _schema(CatalogSettings),
        "check": _schema(SelfCheck),
        "situations": _schema(Situations),
        "synonyms": _schema(Synonyms),
        "redirects": _schema(Redirects),
    }
    found.update({name: _schema(kind) for name, kind in vocabulary_kinds.items()})
    found = {name: _with_ids(schema) for name, schema in found.items()}
    found["entry-ids"] = _entry_ids(catalog)
    found["translation"] = _translation()
    return {
        f"{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in found.items()
    }


def entry_schema(catalog: Catalog) -> dict[str, Any]:
    """The schema of an entry of this catalog, facets included."""
    schema = _schema(catalog.entry_type)
    facets = _facets(catalog)
    fields = schema["properties"]
    title, also_known_as, *others = fields.items()
    found = {**dict([title, also_known_as]), **facets, **dict(others)}
    added = [key for key in keys_of(catalog.entry_type) if key not in keys_of(Entry)]
    order = [key for key in found if key not in added]
    order[order.index("part_of") : order.index("part_of")] = added
    schema["properties"] = {key: found[key] for key in order}
    return schema


def tool_schema(catalog: Catalog) -> dict[str, Any]:
    """The schema of a tool of this catalog: the keys of each kind, facets included."""
    definitions: dict[str, Any] = {}
    rules, facets = [], _facets(catalog)
    for kind in kinds().values():
        schema = _schema(kind.record)
        del schema["$schema"]
        definitions |= schema.pop("$defs", {})
        own = schema["properties"]
        schema["properties"] = {**own, **{key: facets[key] for key in facets if key not in own}}
        rules.append({"if": {"properties": {"kind": own["kind"]}}, "then": schema})
    kind_key = _schema(any_tool())["properties"]["kind"]
    return {
        "$schema": _DIALECT,
        "type": "object",
        "properties": {"kind": kind_key},
        "required": ["kind"],
        "allOf": rules,
        "$defs": definitions,
    }


def _facets(catalog: Catalog) -> dict[str, Any]:
    """The schema of each key by which the catalog tags entries and tools."""
    facets: dict[str, Any] = {}
    for facet, vocabulary in catalog.facets.items():
        terms = [
            {"const": term.id, "title": _about(term), "description": _about(term)}
            for term in vocabulary.terms
        ]
        some = [term.id for term in vocabulary.terms[:2]]
        about = vocabulary.description or vocabulary.label
        facets[vocabulary.key or facet] = (
            {"description": about, "examples": some[:1], "oneOf": terms}
            if vocabulary.single
            else {
                "description": about,
                "examples": [some],
                "type": "array",
                "uniqueItems": True,
                "items": {"oneOf": terms},
            }
        )
    return facets


def _entry_ids(catalog: Catalog) -> dict[str, Any]:
    """The schema of an id: that of every entry and tool with its title, or any other text."""
    known = [
        {"const": item.id, "title": item.title, "description": item.title}
        for item in sorted(
            (*catalog.entries.values(), *catalog.tool_entries.values()), key=lambda item: item.id
        )
    ]
    return {"$schema": _DIALECT, "anyOf": [*known, {"type": "string"}]}


def _translation() -> dict[str, Any]:
    """The schema of a file of translations, whose keys are the paths of texts."""
    described = {
        "text": ("The text in the other language.", "Ocho páginas."),
        "of": ("The fingerprint of its source; scripts/translate.py writes it.", "3f9a1c2e"),
        "by": ("The native reader who has signed it.", "Ana Ruiz"),
    }
    texts: dict[str, dict[str, Any]] = {
        key: {"description": text, "examples": [example], "type": "string"}
        for key, (text, example) in described.items()
    }
    texts["of"] |= {"type": ["string", "number"], "pattern": "^[0-9a-f]{8}$"}
    one = {
        "type": "object",
        "additionalProperties": False,
        "required": ["text", "of"],
        "properties": texts,
    }
    return {"$schema": _DIALECT, "type": "object", "additionalProperties": one}


def _with_ids(node: Any) -> Any:
    """A schema with a reference to the known ids wherever an entry id belongs."""
    if isinstance(node, list):
        return [_with_ids(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "$comment" in node:
        kept = {key: node[key] for key in ("description", "examples") if key in node}
        return {**kept, "$ref": IDS_FILE}
    return {key: _with_ids(value) for key, value in node.items()}


def _about(term: Term) -> str:
    return f"{term.label}: {term.description}" if term.description else term.label


def _schema(model: type[Record]) -> dict[str, Any]:
    schema = model.model_json_schema()
    keys = keys_of(model)
    schema["properties"] = {key: schema["properties"][key] for key in keys}
    _add_declared(schema, model)
    for name, part in schema.get("$defs", {}).items():
        _add_declared(part, _record_named(name))
    schema["required"] = [key for key in schema.get("required", []) if key in keys]
    schema.pop("description", None)  # a docstring, which is for programmers
    return {"$schema": _DIALECT, **_for_editors(schema)}


def _add_declared(schema: dict[str, Any], model: type[Record]) -> None:
    for key, declared in declared_fields(model).items():
        node = schema["properties"][key]
        node["examples"] = [declared.example]
        if declared.option_labels:
            meanings = map(declared.option_label, declared.options)
            node["enumDescriptions"] = [capitalized(meaning) for meaning in meanings]


def _record_named(name: str) -> type[Record]:
    """The record type with a name that pydantic uses in ``$defs``."""
    kinds: list[type[Record]] = [Record]
    for kind in kinds:  # grows during the iteration
        kinds += kind.__subclasses__()
    return next(kind for kind in kinds if kind.__name__ == name)


def _for_editors(node: Any) -> Any:
    """Reduce a schema of pydantic to what editors need.

    A year without quotation marks is a number to an editor but text to the
    loader, so plain text may be a number. “Or null” is dropped: it only means
    that the key is optional.
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
        elif key == "$defs":
            kept[key] = {_DEF_NAMES.get(n, n): _for_editors(part) for n, part in value.items()}
        elif key == "$ref":
            start, _, name = value.rpartition("/")
            kept[key] = f"{start}/{_DEF_NAMES.get(name, name)}"
        elif key == "title" and isinstance(value, str):
            continue  # pydantic's title repeats the key
        elif key == "examples":
            kept[key] = value
        elif key == "default" and value in (None, []):
            continue
        else:
            kept[key] = _for_editors(value)
    if kept.get("type") == "string" and not kept.keys() & {"enum", "const", "pattern", "format"}:
        kept["type"] = ["string", "number"]
    return kept
