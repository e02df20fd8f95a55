"""Write the search index as classic scripts, which also load from disk without a server.

The folder is named after a hash of its content, so that browsers can cache it for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from resource_catalog.exports import ExportFile
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.own_field import OwnField
from resource_catalog.model.records.vocabulary import PHASES, TYPES
from resource_catalog.model.translations.shown_texts import Untranslated, source_of
from resource_catalog.site.search.filters import Filter, filters, only_on_cards
from resource_catalog.site.search.index_columns import facet_columns, name_columns
from resource_catalog.site.search.inverted_index import build_inverted_index
from resource_catalog.site.search.own_field_text import in_lists, one_line
from resource_catalog.site.search.ranking import Ranking
from resource_catalog.site.search.search_documents import Prose, SearchDocument, search_documents
from resource_catalog.site.search.shards import split_into_shards
from resource_catalog.site.search.starting_points import starting_points
from resource_catalog.site.search.title_files import (
    TITLES_PER_FILE,
    likely_titles,
    title_files,
    title_lines,
)
from resource_catalog.site.site import Site

SUMMARIES_PER_FILE = 250


def search_index(
    site: Site,
    prose: Iterable[Prose],
    svg: Callable[[str | None], str],
    folder: str | None = None,
) -> tuple[str, list[ExportFile]]:
    """The folder of the index, below the root of the site, and its files.

    The folder is named after a hash of the content unless ``folder`` is given.
    """
    catalog, link_statuses = site.catalog, site.link_statuses
    documents = search_documents(catalog, prose)
    entries = [document.entry for document in documents if document.entry is not None]
    index = build_inverted_index(documents, catalog.identity.language)
    shards = split_into_shards(index)
    titles = title_lines(documents)
    names = name_columns(documents, catalog, link_statuses, svg) | starting_points(site)
    likely: dict[str, str] = {}
    if len(titles) <= TITLES_PER_FILE:
        names["titles"] = "\n".join(titles)
    else:
        ranking = Ranking(frozenset(names["featured"]), frozenset(names["closed"]))
        likely = likely_titles(index, titles, len(entries), ranking, catalog.identity.language)
    found = filters(catalog, entries, link_statuses)
    own = catalog.identity.fields
    on_cards = only_on_cards(catalog, entries, found)
    facets = facet_columns(entries, found, link_statuses, own, on_cards)
    if catalog.shown_in:
        shown = [(d.title, d.context) for d in documents]
        types = [each.label for entry in entries for each in catalog.types_of(entry)]
        types += [term.label for term in catalog.terms_in(TYPES)]
        names |= source_of([names["begin"], names["goOn"], shown, types])
        facets = {**facets, **_untranslated(entries, [*found, *on_cards], own)}
    files = {
        "names.js": _script("names", names),
        "facets.js": _script("facets", {**facets, **_order(catalog)}),
        "shards.js": _script("shards", [" ".join(shards), " ".join(likely)]),
    }
    parts = {
        "": shards.values(),
        "likely-": likely.values(),
        "titles-": title_files(titles) if likely else (),
        "about-": _summaries(documents, own),
    }
    for prefix, texts in parts.items():
        for number, text in enumerate(texts):
            files[f"{prefix}{number}.js"] = _script(f"{prefix}{number}", text)
    if folder is None:
        digest = hashlib.sha256()
        for text in files.values():
            digest.update(text.encode())
        folder = f"search/{digest.hexdigest()[:10]}/"
    return folder, [ExportFile(folder + name, text) for name, text in files.items()]


def _untranslated(
    entries: Sequence[Entry], found: Sequence[Filter], own: Sequence[OwnField]
) -> dict[str, Any]:
    """What nobody has translated: labels, and the summaries by the numbers of their entries."""
    labels = [(each.label, *(value.label for value in each.values)) for each in found]
    summaries = [entry.summary for entry in entries]
    numbers = [n for n, text in enumerate(summaries) if isinstance(text, Untranslated)]
    texts = source_of([labels, [field.label for field in own]])
    if numbers and not texts:
        texts = source_of([summaries[numbers[0]]])
    return {**texts, **({"untranslated": numbers} if numbers else {})}


def _order(catalog: Catalog) -> dict[str, str]:
    """What the order of the list is called, unless it is an order to read; empty for titles."""
    if catalog.is_sequenced:
        return {}
    return {"order": catalog.facets[PHASES].singular_label if catalog.phases else ""}


def _summaries(documents: Sequence[SearchDocument], own: Sequence[OwnField]) -> Iterator[str]:
    """A line for each entry: its summary, then its values of own fields that lists may show."""
    shown = in_lists(own)
    lines = [
        "\t".join(
            [" ".join((entry.summary or "").split()), *(one_line(entry, known) for known in shown)]
        )
        for entry in (document.entry for document in documents)
        if entry is not None
    ]
    for start in range(0, len(lines), SUMMARIES_PER_FILE):
        yield "\n".join(lines[start : start + SUMMARIES_PER_FILE])


def _script(name: str, data: Any) -> str:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Valid in JSON, but line ends in JavaScript before ES2019.
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"rcSearch({json.dumps(name)},{text})\n"
