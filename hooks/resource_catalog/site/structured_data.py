"""Describe the site and its entries for search engines, as schema.org JSON-LD.

Vocabulary: https://schema.org/LearningResource, https://schema.org/ItemList.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import DeclaredField, public_fields
from resource_catalog.model.field_types.durations import duration_minutes
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.vocabulary import TYPES
from resource_catalog.model.script_json import as_script_text
from resource_catalog.site.pagination import ListPage
from resource_catalog.site.site import AbsoluteUrl

AUDIENCES = "audiences"
"""The facet written as schema.org ``audience``; a catalog need not have it."""

_CONTEXT = "https://schema.org"
_IS_FREE = {"open": True, "sign-in": True, "paid": False}
_PROPERTY_ORDER = """
    @context @type @id name alternateName description url mainEntityOfPage sameAs
    learningResourceType encodingFormat author publisher contributor datePublished inLanguage
    timeRequired license isAccessibleForFree accessibilityFeature audience keywords isPartOf
""".split()
"""The order of the properties; those of other fields follow."""

_MEDIA_TYPES = {
    "html": "text/html",
    "pdf": "application/pdf",
}


def website(identity: CatalogSettings, absolute_url: AbsoluteUrl) -> dict[str, Any]:
    """The site as a WebSite."""
    return _without_empty(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "name": identity.title,
            "description": identity.description,
            "url": absolute_url(""),
            "inLanguage": identity.language,
        }
    )


def learning_resource(entry: Entry, catalog: Catalog, absolute_url: AbsoluteUrl) -> dict[str, Any]:
    """An entry as a LearningResource, and as the schema.org type of its resource type."""
    types = catalog.types_of(entry)
    specific = [each.schema_type for each in types if each.schema_type]
    kinds = list(dict.fromkeys(["LearningResource", *specific]))
    labels = [each.label for each in types]
    link, page = entry.primary_link, absolute_url(entry.address)
    found = {
        "@context": _CONTEXT,
        "@type": kinds if len(kinds) > 1 else kinds[0],
        "@id": page,
        "url": link.url if link else page,
        "mainEntityOfPage": page,
        "sameAs": [other.url for other in entry.links if other is not link and _is_same(other)],
        "learningResourceType": labels if len(labels) > 1 else "".join(labels),
        "encodingFormat": _MEDIA_TYPES.get(link.format) if link else None,
        "isAccessibleForFree": _IS_FREE.get(entry.access or ""),
        "audience": [
            {"@type": "EducationalAudience", "educationalRole": term.label}
            for term in catalog.terms_of(entry, AUDIENCES)
        ],
        "keywords": [
            term.label
            for facet in entry.tags
            if facet not in (TYPES, AUDIENCES)
            for term in catalog.terms_of(entry, facet)
        ],
    }
    for key, declared in _properties(type(entry)).items():
        found[declared.schema_org] = _property_value(getattr(entry, key), declared, absolute_url)
    return _without_empty({name: found.get(name) for name in _property_names(type(entry))})


def _is_same(link: Link) -> bool:
    """Whether a link leads to the entry itself, rather than to a page about it or beside it."""
    return not link.label and link.role != "landing"


@cache
def _property_names(record: type[Record]) -> tuple[str, ...]:
    """The names of all properties, in order."""
    own = (declared.schema_org for declared in _properties(record).values())
    return tuple(dict.fromkeys((*_PROPERTY_ORDER, *own)))


@cache
def _properties(record: type[Record]) -> Mapping[str, DeclaredField]:
    """The fields that are declared as properties of schema.org."""
    return {key: known for key, known in public_fields(record).items() if known.schema_org}


def _property_value(value: Any, declared: DeclaredField, absolute_url: AbsoluteUrl) -> Any:
    """The value of a field as schema.org expects it, or None."""
    if isinstance(value, tuple):
        return [_property_value(item, declared, absolute_url) for item in value]
    if not value:
        return None
    if declared.schema_org_type:
        return {"@type": declared.schema_org_type, "name": value}
    if declared.value_type == "duration":
        return f"PT{duration_minutes(value)}M" if duration_minutes(value) else None
    if declared.value_type == "entry id":
        return {"@id": absolute_url(f"resources/{value}/")}
    return value.isoformat() if declared.value_type == "day" else value


@dataclass(frozen=True)
class ItemList:
    """A list of entries in its order, positions counted from 1 over all its pages.

    Items only link to the pages of entries, which have the details. There are ten times as many
    items as entries, so the JSON is built on demand.
    """

    name: str
    description: str | None
    list_page: ListPage
    absolute_url: AbsoluteUrl = field(compare=False)

    def script_text(self) -> str:
        """The list as JSON for a ``script`` element: see :func:`as_script_text`."""
        list_page = self.list_page
        properties = {
            "@context": _CONTEXT,
            "@type": "ItemList",
            "@id": self.absolute_url(list_page.path(list_page.number)),
            "name": self.name,
            "description": self.description,
            "numberOfItems": list_page.entry_count,
            "itemListOrder": "https://schema.org/ItemListOrderAscending",
        }
        # Ids are slugs, so that addresses need no escaping in JSON.
        root = as_script_text(self.absolute_url(""))[:-1]
        items = ",".join(
            [
                f'{{"@type":"ListItem","position":{position},"url":{root}{entry.address}"}}'
                for position, entry in enumerate(list_page.entries, start=list_page.start + 1)
            ]
        )
        more = f',"itemListElement":[{items}]' if items else ""
        return as_script_text(_without_empty(properties))[:-1] + more + "}"


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """``data`` without the properties that have no value."""
    return {key: value for key, value in data.items() if value or value == 0}
