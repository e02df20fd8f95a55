"""Declarations: what the model states once about a field, for everything that uses the field.

The line of a field in ``records/`` is all that a new one needs. The check and the editors' schema
follow from its type, description and example; ``catalog.json``, the table, the form, the page of
the record, the search, structured data and the table of keys in the docs follow from the rest.
Any kind of record can be declared in this way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo

from resource_catalog.model.field_types import ValueName, ValueType

Place = Literal["facts", "history", "template", "nowhere"]
"""Where the page of a record shows a field.

``facts`` are about the thing itself, ``history`` is about its record; both are rows that need no
template. ``template`` means that the template of the page has a place of its own for it.
"""

_NO_LABELS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class DeclaredField:
    """A field of a record; :func:`field` says what can be declared, the rest is its type.

    ``record`` is the record type of a group of keys, ``options`` are the few values that are
    allowed, where the type names them.
    """

    description: str
    example: Any
    label: str
    page_label: str
    place: Place
    asked: bool
    form_help: str
    docs_help: str
    search: int
    schema_org: str
    schema_org_type: str
    option_labels: Mapping[str, str]
    for_maintainers: bool
    key: str = ""
    is_required: bool = False
    is_list: bool = False
    record: type[BaseModel] | None = None
    value_type: ValueName | None = None
    options: tuple[str, ...] = ()

    def option_label(self, value: str) -> str:
        """What readers see for a value, which is the value itself where it has no label."""
        return self.option_labels.get(value, value)


def field(
    description: str,
    *,
    example: Any,
    default: Any = ...,
    label: str = "",
    page_label: str = "",
    place: Place = "facts",
    asked: bool = True,
    form_help: str = "",
    docs_help: str | None = None,
    search: int = 0,
    schema_org: str = "",
    schema_org_type: str = "",
    option_labels: Mapping[str, str] = _NO_LABELS,
    for_maintainers: bool = False,
    **pydantic: Any,
) -> Any:
    """Declare a field of a record; it is required unless there is a ``default``.

    ``description`` says what to write, for editors, the table and, where nothing else is given,
    the form and the docs; ``example`` shows it filled in.
    ``label`` is the name of the field, made from its key when left out; ``page_label`` stands
    before its value on the page of the record where that reads better, at its ``place``.
    ``asked``: the form for suggestions asks for it, with ``form_help`` in place of the description.
    ``docs_help`` is Markdown for the table of keys in the docs: keys next to each other with the
    same help share a row, and an empty text leaves the key to what another row says.
    ``search`` is how much its words weigh, 1 to 9; 0 keeps it out of the search.
    ``schema_org`` is the property that holds it in structured data, ``schema_org_type`` the type of
    the thing that it names, such as Person.
    ``option_labels`` are what readers see in place of the values that are allowed.
    ``for_maintainers``: no file of the site may hold it.
    ``pydantic`` are arguments of pydantic's own function, such as ``min_length``.
    """
    info: FieldInfo = Field(default, description=description, **pydantic)
    info.metadata.append(
        DeclaredField(
            description=description,
            example=example,
            label=label,
            page_label=page_label,
            place=place,
            asked=asked,
            form_help=form_help or description,
            docs_help=description if docs_help is None else docs_help,
            search=search,
            schema_org=schema_org,
            schema_org_type=schema_org_type,
            option_labels=option_labels,
            for_maintainers=for_maintainers,
        )
    )
    return info


@cache
def declared_fields(record: type[BaseModel]) -> Mapping[str, DeclaredField]:
    """The fields of a record that files can hold, by key.

    Raises ``TypeError`` for one that was not declared with :func:`field`.
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
    """What to leave out of a record for readers, as the ``exclude`` of ``model_dump`` has it."""
    found: dict[str, Any] = {}
    for key, declared in declared_fields(record).items():
        inner = maintainers_only(declared.record) if declared.record else {}
        if declared.for_maintainers:
            found[key] = True
        elif inner:
            found[key] = {"__all__": inner} if declared.is_list else inner
    return found


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
    """What a type hint says, whether the value may be left out or not."""
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
