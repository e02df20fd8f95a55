"""Write ``data/datapackage.json``, which describes the table (Frictionless Data Package)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.exports.spreadsheet import catalog_csv
from resource_catalog.exports.spreadsheet.columns import Column
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.slugs import suggest_slug
from resource_catalog.model.messages import _
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES
from resource_catalog.site.shareable_pages import can_share
from resource_catalog.site.site import Site

PATH = "data/datapackage.json"

_TYPES = {"day": "date", "flag": "boolean", "number": "number"}
"""The types of columns that do not hold any text."""

_LICENSE = re.compile(r"(?:CC[ -][A-Z -]+|CC0)[ -]\d\.\d")


def files(site: Site) -> Iterator[ExportFile]:
    """The table with descriptions of its columns, and the number of resources of each term."""
    identity = site.catalog.identity
    package = {
        "profile": "data-package",
        "name": suggest_slug(identity.title) or "catalog",
        "title": identity.title,
        "description": identity.description,
        "homepage": site.absolute_url("") if can_share(site) else None,
        "created": site.built_at.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "licenses": _licenses(identity.text_license),
        "contributors": [{"title": identity.curator}] if identity.curator else None,
        "resources": [_table(site), _facets(site)],
    }
    known = {key: value for key, value in package.items() if value}
    yield ExportFile(PATH, json.dumps(known, ensure_ascii=False, indent=1) + "\n")


def offers(site: Site) -> Iterator[Offer]:
    """The description of the package."""
    yield Offer(
        name=_("Data package"),
        purpose=_("for data tools"),
        about=_about(site.catalog),
        files=((PATH, _("Description of the table")),),
        example_label=_("On a command line, with Frictionless"),
        example=f"frictionless validate {site.absolute_url(PATH)}",
    )


def _about(catalog: Catalog) -> str:
    if catalog.has_matrix and TYPES in catalog.facets:
        return _(
            "Describes each column of the table, and counts the resources of each %(phase)s, "
            "%(stage)s, %(type)s, and other term. Tools that read Frictionless data packages "
            "can check the table with it.",
            phase=catalog.facets[PHASES].noun,
            stage=catalog.facets[STAGES].noun,
            type=catalog.facets[TYPES].noun,
        )
    return _(
        "Describes each column of the table, and counts the resources of each term. Tools that "
        "read Frictionless data packages can check the table with it."
    )


def _table(site: Site) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": "catalog",
        "title": _("Every resource"),
        "path": catalog_csv.PATH.removeprefix("data/"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(column) for column in catalog_csv.public_columns(site)],
            "missingValues": [""],
            "primaryKey": ["id"],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.is_required:
        constraints["required"] = True
    if column.terms and not column.is_list:
        constraints["enum"] = list(column.terms)
    field = {
        "name": column.name,
        "type": _TYPES.get(column.value_type or "", "string"),
        "description": column.about,
    }
    return {**field, "constraints": constraints} if constraints else field


def _facets(site: Site) -> dict[str, Any]:
    """The terms of every facet with the number of listed resources that have each."""
    catalog = site.catalog
    return {
        "profile": "tabular-data-resource",
        "name": "facets",
        "title": _("How many resources each term has"),
        "data": [
            {
                "facet": facet,
                "term": term.id,
                "label": term.label,
                "resources": len(catalog.by_term.tagged(facet, term.id)),
            }
            for facet, vocabulary in catalog.facets.items()
            for term in vocabulary.terms
        ],
        "schema": {
            "fields": [
                {"name": "facet", "type": "string", "description": _("What the term is one of.")},
                {"name": "term", "type": "string", "description": _("The id of the term.")},
                {"name": "label", "type": "string", "description": _("What readers see.")},
                {
                    "name": "resources",
                    "type": "integer",
                    "description": _("How many resources have it, retired ones aside."),
                },
            ],
            "primaryKey": ["facet", "term"],
        },
    }


def _licenses(words: str | None) -> list[dict[str, str]] | None:
    """The license, if it is a Creative Commons license."""
    if not words or not _LICENSE.fullmatch(words):
        return None
    return [{"name": words.replace(" ", "-"), "title": words}]
