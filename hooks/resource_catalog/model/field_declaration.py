"""Declare the fields of records: labels, help texts and where each field is shown.

A new field needs one line in ``records/`` and nothing else. Validation and the JSON Schema for
editors follow from its type, description and example; ``catalog.json``, the table, the form, the
page of the record, the search, structured data and the table of keys in the docs from the rest.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from resource_catalog.model.field_types.value_type import ValueName, ValueType
from resource_catalog.model.messages import translated

PagePlace = Literal["facts", "history", "template", "nowhere"]
"""Where the page of a record shows a field.

``facts`` are about the resource, ``history`` is about its record; both are rows of a list.
``template`` means that the template of the page renders the field itself.
"""

_NO_LABELS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class DeclaredField:
    """A field of a record: the arguments of :func:`field`, and what follows from its type.

    ``record`` is the record type of a group of keys, ``options`` are the allowed values if the
    type is a ``Literal``.
    """

    description: str
    example: Any
    label: str
    page_label: str
    place: PagePlace
    in_form: bool
    form_help: str
    docs_help: str
    search: int
    schema_org: str
    schema_org_type: str
    option_labels: Mapping[str, str]
    for_maintainers: bool
    translatable: bool = False
    is_own: bool = False
    is_expected: bool = False
    key: str = ""
    is_required: bool = False
    is_list: bool = False
    record: type[BaseModel] | None = None
    value_type: ValueName | None = None
    options: tuple[str, ...] = ()

    def option_label(self, value: str) -> str:
        """The label of a value, said; without one, the value itself."""
        label = self.option_labels.get(value)
        return translated(label) if label else value

    def translated(self, text: str) -> str:
        """A text of this declaration as it is said; a catalog's own stays as it is."""
        return text if self.is_own else translated(text)


def field(
    description: str,
    *,
    example: Any,
    default: Any = ...,
    label: str = "",
    page_label: str = "",
    place: PagePlace = "facts",
    in_form: bool = True,
    form_help: str = "",
    docs_help: str | None = None,
    search: int = 0,
    schema_org: str = "",
    schema_org_type: str = "",
    option_labels: Mapping[str, str] = _NO_LABELS,
    for_maintainers: bool = False,
    translatable: bool = False,
    is_own: bool = False,
    is_expected: bool = False,
    **pydantic: Any,
) -> Any:
    """Declare a field of a record; it is required unless there is a ``default``.

    ``description`` is the help text for editors and the table, and the default for the form and
    the docs; ``example`` is a valid value.
    ``label`` is derived from the key by default; ``page_label`` replaces it on the page of the
    record, where ``place`` is the part of the page.
    ``in_form``: whether the form for suggestions has it, with ``form_help`` as its help text.
    ``docs_help`` is Markdown for the table of keys in the docs. Adjacent keys with the same help
    share a row; a key with an empty one has no row.
    ``search`` is the weight of its words in the search, 1 to 9; 0 excludes it.
    ``schema_org`` is its property in structured data, ``schema_org_type`` the type of the value,
    such as Person.
    ``option_labels`` are the labels that readers see for the allowed values.
    ``for_maintainers``: excluded from every file of the site.
    ``translatable``: a text in the language of the catalog, which a translation replaces.
    ``is_own``: declared by a catalog, in its own words.
    ``is_expected``: may be missing, but forms ask for it.
    ``pydantic`` are arguments for ``pydantic.Field``, such as ``min_length``.
    """
    info: FieldInfo = Field(default, description=description, **pydantic)
    info.metadata.append(
        DeclaredField(
            description=description,
            example=example,
            label=label,
            page_label=page_label,
            place=place,
            in_form=in_form,
            form_help=form_help or description,
            docs_help=description if docs_help is None else docs_help,
            search=search,
            schema_org=schema_org,
            schema_org_type=schema_org_type,
            option_labels=option_labels,
            for_maintainers=for_maintainers,
            translatable=translatable,
            is_own=is_own,
            is_expected=is_expected,
        )
    )
    return info


@cache
def declared_fields(record: type[BaseModel]) -> Mapping[str, DeclaredField]:
    """The fields of a record that can be written in files, by key.

    Raises ``TypeError`` for a field that was not declared with :func:`field`.
    """
    return MappingProxyType(
        {
            key: _declared(record, key)
            for key, info in record.model_fields.items()
            if not info.exclude
        }
    )


@cache
def public_fields(record: type[BaseModel]) -> Mapping[str, DeclaredField]:
    """The declared fields of a record that the site may show."""
    found = declared_fields(record)
    return MappingProxyType({key: f for key, f in found.items() if not f.for_maintainers})


@cache
def maintainers_only(record: type[BaseModel]) -> Mapping[str, Any]:
    """The ``exclude`` argument for ``model_dump`` that leaves out what is for maintainers."""
    found: dict[str, Any] = {}
    for key, declared in declared_fields(record).items():
        inner = maintainers_only(declared.record) if declared.record else {}
        if declared.for_maintainers:
            found[key] = True
        elif inner:
            found[key] = {"__all__": inner} if declared.is_list else inner
    return found


def humanized(value: str) -> str:
    """A value without a label of its own as one: ``audioDescription`` as “Audio description”."""
    if value.isupper():
        return value
    return re.sub(r"(?<=[a-z])(?=[A-Z][a-z])", " ", value[0].upper() + value[1:])


def _declared(record: type[BaseModel], key: str) -> DeclaredField:
    info = record.model_fields[key]
    for stated in info.metadata:
        if isinstance(stated, DeclaredField):
            label = stated.label or key.replace("_", " ").capitalize()
            return replace(
                stated,
                key=key,
                label=label,
                page_label=stated.page_label or label,
                is_required=info.is_required(),
                **_type_of(info),
            )
    raise TypeError(f"{record.__name__}.{key} is not declared with field_declaration.field()")


def _type_of(info: FieldInfo) -> dict[str, Any]:
    """The value type, options, record type and list-ness in a type hint, optional or not."""
    found: dict[str, Any] = {}
    parts: list[Any] = [info.annotation, *info.metadata]
    while parts:
        part = parts.pop(0)
        if isinstance(part, ValueType):
            found["value_type"] = part.name
        elif get_origin(part) is Annotated:
            parts += [part.__origin__, *part.__metadata__]
        elif get_origin(part) is Literal:
            found["options"] = get_args(part)
        elif isinstance(part, type) and issubclass(part, BaseModel):
            found["record"] = part
        else:
            found.update({"is_list": True} if get_origin(part) is tuple else {})
            parts += get_args(part)
    return found
