"""``data/catalog.json``: the whole catalog for programs. Its shape is a promise; only add to it."""

from __future__ import annotations

import json
from typing import Any

from resource_catalog.catalog import Catalog
from resource_catalog.exports import ExportFile
from resource_catalog.links.standing import Standings
from resource_catalog.model import PHASES, STAGES, Entry, Prompt, Record
from resource_catalog.structured_data import Address

PATH = "data/catalog.json"


def catalog_json(
    catalog: Catalog, address: Address, generated: str, standings: Standings
) -> ExportFile:
    """The export; ``generated`` is the moment of the build in ISO 8601.

    ``standings`` tells the state of each link: “unverified” when nothing has checked it yet.
    """
    data = {
        "generated": generated,
        "title": catalog.identity.title,
        "vocabularies": {
            facet: {
                "label": vocabulary.label,
                "key": vocabulary.key or facet,
                "terms": [
                    {
                        **_known(term, omit={"sequence", "questions", "tasks", "goal", "question"}),
                        "url": address(f"{facet}/{term.id}/"),
                    }
                    for term in vocabulary.terms
                ],
            }
            for facet, vocabulary in catalog.facets.items()
        },
        "phases": [
            {
                "id": phase.id,
                "label": phase.label,
                "question": phase.question,
                "description": phase.description,
                "url": address(f"phases/{phase.id}/"),
                "entries": _ids(catalog.tagged(PHASES, phase.id)),
            }
            for phase in catalog.phases
        ],
        "stages": [
            {
                "id": stage.id,
                "label": stage.label,
                "subtitle": stage.subtitle,
                "goal": stage.goal,
                "url": address(f"stages/{stage.id}/"),
                "questions": _prompts(stage.questions),
                "tasks": _prompts(stage.tasks),
                "entries": _ids(catalog.tagged(STAGES, stage.id)),
            }
            for stage in catalog.stages
        ],
        "entries": [
            _entry(entry, catalog, address, standings) for entry in catalog.entries.values()
        ],
        "collections": [],
    }
    return ExportFile(PATH, json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _entry(
    entry: Entry, catalog: Catalog, address: Address, standings: Standings
) -> dict[str, Any]:
    tags: dict[str, Any] = {}
    for facet, vocabulary in catalog.facets.items():
        terms = entry.tags.get(facet, ())
        tags[vocabulary.key or facet] = terms[0] if vocabulary.single and terms else list(terms)
    return {
        "id": entry.id,
        "title": entry.title,
        "also_known_as": list(entry.also_known_as),
        **tags,
        "summary": entry.summary,
        "recommended_use": entry.recommended_use,
        "links": [
            {**_known(link, omit={"formerly"}), "state": standings.of(entry, link).state}
            for link in entry.links
        ],
        "access": entry.access,
        "request_from": entry.request_from,
        "authors": list(entry.authors),
        "publishers": list(entry.publishers),
        "contributors": list(entry.contributors),
        "published": entry.published,
        "duration": entry.duration,
        "extent": entry.extent,
        "language": entry.language,
        "license": entry.license,
        "accessibility": list(entry.accessibility),
        "part_of": entry.part_of,
        "related": list(entry.related),
        "replaced_by": entry.replaced_by,
        "retired": _known(entry.retired) if entry.retired else None,
        "aliases": list(entry.aliases),
        "added": entry.added.isoformat() if entry.added else None,
        "reviewed": _known(entry.reviewed) if entry.reviewed else None,
        "verified": _known(entry.verified) if entry.verified else None,
        "sources": [_known(source) for source in entry.sources],
        "url": address(f"resources/{entry.id}/"),
    }


def _prompts(prompts: tuple[Prompt, ...]) -> list[dict[str, Any]]:
    return [{"text": prompt.text, "entries": list(prompt.entries)} for prompt in prompts]


def _ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def _known(record: Record, omit: set[str] | None = None) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True, exclude=omit)
