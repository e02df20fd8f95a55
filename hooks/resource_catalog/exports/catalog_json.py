"""``data/catalog.json``: the whole catalog for programs. Its shape is a promise; only add to it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.model import PHASES, STAGES, Collection, Entry, Prompt, Record
from resource_catalog.site import Address, Site

PATH = "data/catalog.json"


def files(site: Site) -> Iterator[ExportFile]:
    """The export. The state of a link is “unverified” when nothing has checked it yet."""
    catalog, address = site.catalog, site.address
    data = {
        "generated": site.moment.isoformat(),
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
        "entries": [_entry(entry, site) for entry in catalog.entries.values()],
        "collections": [_collection(c, address) for c in catalog.collections.values()],
    }
    yield ExportFile(PATH, _text(data))


def _text(data: Mapping[str, Any]) -> str:
    """JSON with a line for each item of a list, so that a change of one entry changes one line."""
    # An encoder with an indent is written in Python; this one is written in C.
    line = json.JSONEncoder(ensure_ascii=False).encode
    parts = []
    for key, value in data.items():
        if isinstance(value, list) and value:
            value = "[\n" + ",\n".join(map(line, value)) + "\n]"
        else:
            value = line(value)
        parts.append(f"{line(key)}: {value}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def offers(site: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="Everything",
        purpose="for a program",
        about="Every resource, phase, stage, and term in one file of JSON. Addresses of pages in "
        "it are complete, ids never change, and an old id stays in “aliases”. Keys may be "
        "added; none is ever taken away.",
        files=((PATH, "The whole catalog"),),
        example_label="In JavaScript, the titles of everything",
        example=f'const catalog = await (await fetch("{site.address(PATH)}")).json();\n'
        "console.log(catalog.entries.map(entry => entry.title));",
    )


def _entry(entry: Entry, site: Site) -> dict[str, Any]:
    tags: dict[str, Any] = {}
    for facet, vocabulary in site.catalog.facets.items():
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
            {**_known(link, omit={"formerly"}), "state": site.standings.of(entry, link).state}
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
        "changes": [_known(change) for change in entry.changes],
        "reviewed": _known(entry.reviewed) if entry.reviewed else None,
        "verified": _known(entry.verified) if entry.verified else None,
        "sources": [_known(source) for source in entry.sources],
        "url": site.address(f"resources/{entry.id}/"),
    }


def _collection(collection: Collection, address: Address) -> dict[str, Any]:
    return {
        "id": collection.id,
        "title": collection.title,
        "audience": collection.audience,
        "purpose": collection.purpose,
        "entries": [{"id": c.id, "note": c.note} for c in collection.entries],
        "aliases": list(collection.aliases),
        "url": address(f"collections/{collection.id}/"),
    }


def _prompts(prompts: tuple[Prompt, ...]) -> list[dict[str, Any]]:
    return [{"text": prompt.text, "entries": list(prompt.entries)} for prompt in prompts]


def _ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def _known(record: Record, omit: set[str] | None = None) -> dict[str, Any]:
    return record.model_dump(mode="json", exclude_none=True, exclude=omit)
