"""Check the bodies of entries: their links, and their pictures."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.did_you_mean import did_you_mean
from resource_catalog.model.field_types.urls import why_not_followable
from resource_catalog.model.markdown.parsed_body import (
    PICTURE_SUFFIXES,
    PICTURES,
    ParsedBody,
    parse_body,
    picture_name,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.entry import Entry


def body_links(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every link in a body leads to an address that readers can follow, or to an entry."""
    for entry, parsed in _bodies(loaded):
        document = loaded.document_of(entry)
        for url in parsed.urls:
            wrong = None if _is_mail(url) else why_not_followable(url)
            if wrong:
                message = _(
                    "%(url)s is not an address for readers: %(wrong)s.",
                    url=quoted(url),
                    wrong=wrong,
                )
                hint = _("Copy the full address from a browser.")
                yield document.problem("bad-url", ("body",), message, hint)
        for entry_id in parsed.entry_ids:
            if entry_id not in loaded.catalog.entries and entry_id not in loaded.broken_ids:
                message = _(
                    "A link leads to %(entry_id)s, but no entry has this id.",
                    entry_id=quoted(entry_id),
                )
                hint = did_you_mean(entry_id, loaded.catalog.entries)
                hint = hint or _(
                    "Write the full address, starting with https://, or the id of one."
                )
                yield document.problem("unknown-entry", ("body",), message, hint)


def body_pictures(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Every picture in a body is in the folder of pictures."""
    for entry, parsed in _bodies(loaded):
        for path in parsed.pictures:
            name = picture_name(path)
            if name in loaded.catalog.pictures:
                continue
            message = _("There is no picture %(path)s in the catalog.", path=quoted(path))
            hint = did_you_mean(path, [f"{PICTURES}/{known}" for known in loaded.catalog.pictures])
            if not hint:
                kinds = ", ".join(suffix.removeprefix(".") for suffix in PICTURE_SUFFIXES)
                hint = _(
                    "Put it into the catalog’s folder “%(folder)s” and write "
                    "%(folder)s/name.png (%(kinds)s).",
                    folder=PICTURES,
                    kinds=kinds,
                )
            yield loaded.document_of(entry).problem("bad-picture", ("body",), message, hint)


def _bodies(loaded: LoadedCatalog) -> Iterator[tuple[Entry, ParsedBody]]:
    return ((entry, parse_body(entry.body)) for entry in loaded.entries if entry.body)


def _is_mail(url: str) -> bool:
    return url.lower().startswith("mailto:") and "@" in url


CHECKS = (body_links, body_pictures)
