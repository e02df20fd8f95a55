"""``data/catalog.json``: the whole catalog for programs. Its shape is a promise; only add to it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.exports.json_text import line, lines, object_of
from resource_catalog.model import (
    PHASES,
    STAGES,
    Collection,
    Entry,
    Phase,
    Prompt,
    Record,
    Stage,
    Term,
    Vocabulary,
)
from resource_catalog.site import Address, Site

PATH = "data/catalog.json"

_ELSEWHERE = frozenset({"sequence", "questions", "tasks", "goal", "question"})
"""What phases and stages have beyond other terms; it stands with them."""

_PAST = frozenset({"formerly"})


def files(site: Site) -> Iterator[ExportFile]:
    """The export. The state of a link is “unverified” when nothing has checked it yet."""
    catalog, address = site.catalog, site.address
    vocabularies = {
        facet: _vocabulary(facet, vocabulary, address)
        for facet, vocabulary in catalog.facets.items()
    }
    parts = {
        "generated": [line(site.moment.isoformat())],
        "title": [line(catalog.identity.title)],
        "vocabularies": [line(vocabularies)],
        "phases": lines(_phase(phase, site) for phase in catalog.phases),
        "stages": lines(_stage(stage, site) for stage in catalog.stages),
        "entries": lines(_entry(entry, site) for entry in catalog.entries.values()),
        "collections": lines(_collection(c, address) for c in catalog.collections.values()),
    }
    yield ExportFile(PATH, object_of(parts))


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


def _vocabulary(facet: str, vocabulary: Vocabulary[Term], address: Address) -> dict[str, Any]:
    return {
        "label": vocabulary.label,
        "key": vocabulary.key or facet,
        "terms": [
            {**_known(term, _ELSEWHERE), "url": address(f"{facet}/{term.id}/")}
            for term in vocabulary.terms
        ],
    }


def _phase(phase: Phase, site: Site) -> dict[str, Any]:
    return {
        "id": phase.id,
        "label": phase.label,
        "question": phase.question,
        "description": phase.description,
        "url": site.address(f"phases/{phase.id}/"),
        "entries": _ids(site.catalog.tagged(PHASES, phase.id)),
    }


def _stage(stage: Stage, site: Site) -> dict[str, Any]:
    return {
        "id": stage.id,
        "label": stage.label,
        "subtitle": stage.subtitle,
        "goal": stage.goal,
        "url": site.address(f"stages/{stage.id}/"),
        "questions": _prompts(stage.questions),
        "tasks": _prompts(stage.tasks),
        "entries": _ids(site.catalog.tagged(STAGES, stage.id)),
    }


def _entry(entry: Entry, site: Site) -> dict[str, Any]:
    tags: dict[str, Any] = {}
    for facet, vocabulary in site.catalog.facets.items():
        terms = entry.tags.get(facet, ())
        tags[vocabulary.key or facet] = terms[0] if vocabulary.single and terms else terms
    return {
        "id": entry.id,
        "title": entry.title,
        "also_known_as": entry.also_known_as,
        **tags,
        "summary": entry.summary,
        "recommended_use": entry.recommended_use,
        "links": [
            {**_known(link, _PAST), "state": site.link_statuses.of(entry, link).state}
            for link in entry.links
        ],
        "access": entry.access,
        "request_from": entry.request_from,
        "authors": entry.authors,
        "publishers": entry.publishers,
        "contributors": entry.contributors,
        "published": entry.published,
        "duration": entry.duration,
        "extent": entry.extent,
        "language": entry.language,
        "license": entry.license,
        "accessibility": entry.accessibility,
        "part_of": entry.part_of,
        "related": entry.related,
        "replaced_by": entry.replaced_by,
        "retired": _known(entry.retired) if entry.retired else None,
        "aliases": entry.aliases,
        "added": entry.added,
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
        "aliases": collection.aliases,
        "url": address(f"collections/{collection.id}/"),
    }


def _prompts(prompts: tuple[Prompt, ...]) -> list[dict[str, Any]]:
    return [{"text": prompt.text, "entries": prompt.entries} for prompt in prompts]


def _ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def _known(record: Record, omit: frozenset[str] = frozenset()) -> dict[str, Any]:
    """What a record says, but for ``omit``. No record that is asked for holds another one."""
    return {key: value for key, value in record if value is not None and key not in omit}
