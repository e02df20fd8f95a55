"""Write the data of entries for the shelf (``shelf/part-….js``), in parts loaded on demand.

They are classic scripts, which also load from disk. The part of an entry follows
from its id, by ``part_of`` here and in ``overrides/js/shelf/entries.js``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import ceil
from typing import Any

from resource_catalog.exports import ExportFile
from resource_catalog.exports.references.bibtex import bibtex_item
from resource_catalog.exports.references.csl_json import csl_item
from resource_catalog.exports.references.ris import ris_item
from resource_catalog.model.messages import _
from resource_catalog.model.records.access import HERE_LABEL, access_label
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.translations.shown_texts import source_of
from resource_catalog.site.citations.reference import reference_of
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.site import Site

ENTRIES_PER_PART = 30


def files(site: Site) -> Iterator[ExportFile]:
    """All parts; aliases refer to the current ids."""
    number = part_count(site)
    found: list[list[tuple[str, Entry]]] = [[] for _ in range(number)]
    for entry in (*site.catalog.entries.values(), *site.catalog.tool_entries.values()):
        for known_as in (entry.id, *entry.aliases):
            found[part_of(known_as, number)].append((known_as, entry))
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    for part, entries in enumerate(found):
        text = encode(
            {
                known_as: _entry_data(entry, site) if known_as == entry.id else {"now": entry.id}
                for known_as, entry in entries
            }
        )
        text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        yield ExportFile(f"shelf/part-{part}.js", f'rcSearch("shelf-{part}",{text})\n')


def part_count(site: Site) -> int:
    """The number of parts; at least one."""
    return max(1, ceil((len(site.catalog.entries) + len(site.catalog.tools)) / ENTRIES_PER_PART))


def part_of(entry_id: str, number: int) -> int:
    """The number of the part that has an id, counted from 0."""
    found = 0
    for character in entry_id:
        found = (found * 31 + ord(character)) % 65521
    return found % number


def _entry_data(entry: Entry, site: Site) -> dict[str, Any]:
    reference = reference_of(entry, site)
    link = entry.primary_link
    status = site.link_statuses.of(entry, link) if link else None
    facts = {
        "title": entry.title,
        "language": foreign_language(entry, site.catalog),
        "type": ", ".join(each.label for each in site.catalog.types_of(entry)),
        "summary": entry.summary,
        "use": entry.recommended_use,
        "duration": entry.duration or entry.extent,
        "minutes": entry.minutes,
        "access": _(HERE_LABEL) if entry.tool_kind else access_label(entry.access),
        "path": entry.address if entry.tool_kind else None,
        "link": link.url if link and status and status.is_offered else None,
        "authors": list(entry.authors),
        "publishers": list(entry.publishers),
        "published": entry.published,
        "page": reference.page_url,
        "retired": entry.retired.why if entry.retired else None,
        "instead": entry.replaced_by,
        "bibtex": bibtex_item(reference),
        "ris": ris_item(reference),
        "csl": csl_item(reference),
    }
    types = [each.label for each in site.catalog.types_of(entry)]
    facts |= source_of([types, *(facts[key] for key in ("title", "summary", "use", "retired"))])
    return {key: value for key, value in facts.items() if value}
