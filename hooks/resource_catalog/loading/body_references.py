"""Check the bodies of entries: their links, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.catalog_folder import LoadedCatalog
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.parsed_body import (
    PICTURE_SUFFIXES,
    PICTURES,
    ParsedBody,
    parse_body,
    picture_name,
)
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.entry import Entry


def body_links(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every link in a body leads to an address that readers can follow, or to an entry."""
    for entry, parsed in _bodies(loaded):
        document = loaded.document_of(entry)
        for url in parsed.urls:
            wrong = None if _is_mail(url) else why_not_followable(url)
            if wrong:
                message = f"{quoted(url)} is not an address for readers: {wrong}."
                hint = "Copy the full address from a browser."
                yield document.problem("bad-url", ("body",), message, hint)
        for entry_id in parsed.entry_ids:
            if entry_id not in loaded.catalog.entries and entry_id not in loaded.broken_ids:
                message = f"A link leads to {quoted(entry_id)}, but no entry has this id."
                hint = did_you_mean(entry_id, loaded.catalog.entries)
                hint = hint or "Write the full address, starting with https://, or the id of one."
                yield document.problem("unknown-entry", ("body",), message, hint)


def body_pictures(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every picture in a body is in the folder of pictures."""
    for entry, parsed in _bodies(loaded):
        for path in parsed.pictures:
            name = picture_name(path)
            if name in loaded.catalog.pictures:
                continue
            message = f"There is no picture {quoted(path)} in the catalog."
            hint = did_you_mean(path, [f"{PICTURES}/{known}" for known in loaded.catalog.pictures])
            if not hint:
                kinds = ", ".join(suffix.removeprefix(".") for suffix in PICTURE_SUFFIXES)
                hint = (
                    f"Put it into the folder “{PICTURES}” of the catalog and write "
                    f"{PICTURES}/name.png ({kinds})."
                )
            yield loaded.document_of(entry).problem("bad-picture", ("body",), message, hint)


def _bodies(loaded: LoadedCatalog) -> Iterator[tuple[Entry, ParsedBody]]:
    return ((entry, parse_body(entry.body)) for entry in loaded.entries if entry.body)


def _is_mail(url: str) -> bool:
    return url.lower().startswith("mailto:") and "@" in url


CHECKS = (body_links, body_pictures)
