"""Write ``data/catalog.json``, the whole catalog for programs; keys are only ever added."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.exports.json_text import encode_line, encode_list, join_object
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_declaration import public_fields
from resource_catalog.model.field_types.numbers import parse_number
from resource_catalog.model.messages import _
from resource_catalog.model.records.collection import Collection
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.record import Record
from resource_catalog.model.records.situations import Situation
from resource_catalog.model.records.tool import Tool
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Phase, Stage, Term, Vocabulary
from resource_catalog.site.site import AbsoluteUrl, Site

PATH = "data/catalog.json"

_NOT_IN_VOCABULARIES = frozenset(
    {"sequence", "also_useful", "questions", "tasks", "goal", "question"}
)
"""Keys of phases and stages that are not repeated in the vocabularies."""


def files(site: Site) -> Iterator[ExportFile]:
    """The export. The state of a link that was never checked is “unverified”."""
    catalog, absolute_url = site.catalog, site.absolute_url
    vocabularies = {
        facet: _vocabulary(facet, vocabulary, absolute_url)
        for facet, vocabulary in catalog.facets.items()
    }
    own_fields = [_known_fields(own) for own in catalog.identity.fields]
    tools = [tool_data(tool, site) for tool in catalog.tools.values()]
    parts = {
        "generated": [encode_line(site.built_at.isoformat())],
        "title": [encode_line(catalog.identity.title)],
        "vocabularies": [encode_line(vocabularies)],
        **({"fields": encode_list(own_fields)} if own_fields else {}),
        "phases": encode_list(_phase(phase, site) for phase in catalog.phases),
        "stages": encode_list(_stage(stage, site) for stage in catalog.stages),
        "entries": encode_list(_entry(entry, site) for entry in catalog.entries.values()),
        **({"tools": encode_list(tools)} if tools else {}),
        "collections": encode_list(
            _collection(c, absolute_url) for c in catalog.collections.values()
        ),
        "situations": encode_list(_situation(s, absolute_url) for s in catalog.situations),
    }
    yield ExportFile(PATH, join_object(parts))


def offers(site: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="JSON",
        purpose=_("for a program"),
        about=_about(site.catalog),
        files=((PATH, _("Everything")),),
        example_label=_("In JavaScript, the titles of everything"),
        example=f'const catalog = await (await fetch("{site.absolute_url(PATH)}")).json();\n'
        "console.log(catalog.entries.map(entry => entry.title));",
        is_in_table=True,
    )


def _about(catalog: Catalog) -> str:
    if catalog.has_matrix:
        return _(
            "Every resource, %(phase)s, %(stage)s, and term in one JSON file. Page addresses "
            "in it are complete, ids never change, and an old id stays in “aliases”. Keys may "
            "be added, but never removed.",
            phase=catalog.facets[PHASES].noun,
            stage=catalog.facets[STAGES].noun,
        )
    return _(
        "Every resource and term in one JSON file. Page addresses in it are complete, ids "
        "never change, and an old id stays in “aliases”. Keys may be added, but never removed."
    )


def _vocabulary(
    facet: str, vocabulary: Vocabulary[Term], absolute_url: AbsoluteUrl
) -> dict[str, Any]:
    return {
        "label": vocabulary.label,
        "key": vocabulary.key or facet,
        "terms": [_term(term, absolute_url(f"{facet}/{term.id}/")) for term in vocabulary.terms],
    }


def _term(term: Term, url: str) -> dict[str, Any]:
    known = {
        key: value for key, value in _known_fields(term).items() if key not in _NOT_IN_VOCABULARIES
    }
    return {**known, "url": url}


def _phase(phase: Phase, site: Site) -> dict[str, Any]:
    return {
        "id": phase.id,
        "label": phase.label,
        "question": phase.question,
        "description": phase.description,
        "url": site.absolute_url(f"phases/{phase.id}/"),
        "entries": _ids(site.catalog.by_term.tagged(PHASES, phase.id)),
        "also_useful": _ids(site.catalog.also_useful(phase)),
    }


def _stage(stage: Stage, site: Site) -> dict[str, Any]:
    return {
        "id": stage.id,
        "label": stage.label,
        "subtitle": stage.subtitle,
        "goal": stage.goal,
        "url": site.absolute_url(f"stages/{stage.id}/"),
        "questions": [_all_fields(prompt) for prompt in stage.questions],
        "tasks": [_all_fields(prompt) for prompt in stage.tasks],
        "entries": _ids(site.catalog.by_term.tagged(STAGES, stage.id)),
    }


def _entry(entry: Entry, site: Site) -> dict[str, Any]:
    tags = _tags(entry, site)
    own = _all_fields(entry)
    own["links"] = [
        {**_known_fields(link), "state": site.link_statuses.of(entry, link).state}
        for link in entry.links
    ]
    names = {key: own.pop(key) for key in ("title", "also_known_as")}
    return {
        "id": entry.id,
        **names,
        **tags,
        **own,
        "url": site.absolute_url(entry.address),
    }


def _tags(item: Entry | Tool, site: Site) -> dict[str, Any]:
    tags: dict[str, Any] = {}
    for facet, vocabulary in site.catalog.facets.items():
        terms = item.tags.get(facet, ())
        tags[vocabulary.key or facet] = terms[0] if vocabulary.single and terms else terms
    return tags


def tool_data(tool: Tool, site: Site) -> dict[str, Any]:
    """A tool as plain data: what all tools have, its terms, and what is special to its kind."""
    own = _all_fields(tool)
    tags = {key: terms for key, terms in _tags(tool, site).items() if key not in own}
    names = {key: own.pop(key) for key in ("title", "kind")}
    return {"id": tool.id, **names, **tags, **own, "url": site.absolute_url(tool.address)}


def _collection(collection: Collection, absolute_url: AbsoluteUrl) -> dict[str, Any]:
    own = _all_fields(collection)
    own["entries"] = [_all_fields(item) for item in collection.entries]
    return {"id": collection.id, **own, "url": absolute_url(f"collections/{collection.id}/")}


def _situation(situation: Situation, absolute_url: AbsoluteUrl) -> dict[str, Any]:
    return {**_all_fields(situation), "url": absolute_url(situation.address)}


def _ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def _all_fields(record: Record) -> dict[str, Any]:
    """All public fields of a record, empty ones included."""
    return {
        key: parse_number(value) if value and declared.value_type == "number" else _value(value)
        for key, declared in public_fields(type(record)).items()
        for value in [getattr(record, key)]
    }


def _known_fields(record: Record) -> dict[str, Any]:
    """The public fields of a record that are not None."""
    return {key: value for key, value in _all_fields(record).items() if value is not None}


def _value(value: Any) -> Any:
    """The value of a field as plain data."""
    if isinstance(value, Record):
        return _known_fields(value)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        return [_known_fields(record) for record in value]
    return value
