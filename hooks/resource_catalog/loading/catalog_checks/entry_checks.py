"""Check what the values of an entry say together: links, access, and private addresses."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.addresses.private_hosts import refusal, why_private
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.link import Link


def primary_links(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Entries with links to open have exactly one primary link."""
    for entry in loaded.entries:
        primaries = [i for i, link in enumerate(entry.links) if link.role == "primary"]
        for extra in primaries[1:]:
            document = loaded.document_of(entry)
            yield document.problem(
                "primary-link",
                ("links", extra),
                _(
                    "The primary link is already at %(place)s.",
                    place=document.where(("links", primaries[0])),
                ),
                _("Give this one role: alternate."),
            )
        if not primaries and _openable_links(entry):
            yield loaded.document_of(entry).problem(
                "primary-link",
                ("links",),
                _("None of the links is the primary one."),
                _("Give the link to open first role: primary."),
            )


def access_and_links(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The ``access`` of an entry agrees with its links."""
    for entry in loaded.entries:
        if entry.access == "unlocated" and _openable_links(entry):
            yield loaded.document_of(entry).problem(
                "unexpected-link",
                ("access",),
                _("The access is “unlocated”, but there is a link to open."),
                _("Write access: open, or give the link role: archive."),
            )
        if entry.id in loaded.doubtful_ids:
            continue  # the missing key may be one that could not be read
        if entry.access not in ("on-request", "unlocated") and not _openable_links(entry):
            yield loaded.document_of(entry).problem(
                "missing-link",
                ("links",) if entry.links else ("access",),
                _("There is no link to open."),
                _missing_link_hint(entry),
            )
        if entry.access == "on-request" and entry.request_from is None:
            yield loaded.document_of(entry).missing_key(
                (),
                "request_from",
                _("Write whom to ask, or request_from: unknown."),
                at=("access",),
            )


def _missing_link_hint(entry: Entry) -> str:
    if any(link.role == "landing" for link in entry.links):
        return _(
            "Add a link with role: primary. Is the landing page the only one? Then give it role: "
            "primary, and shared: true if other entries have it too."
        )
    return _("Add a link with role: primary, or write access: unlocated if you don’t have it.")


def _openable_links(entry: Entry) -> list[Link]:
    return [link for link in entry.links if link.role in ("primary", "alternate")]


def private_addresses(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The links of entries lead somewhere for every reader."""
    for entry in loaded.entries:
        for index, link in enumerate(entry.links):
            if why := why_private(link.url):
                message, hint = refusal(link.url, why)
                path = ("links", index, "url")
                yield loaded.document_of(entry).problem("unreachable-url", path, message, hint)


CHECKS = (primary_links, access_and_links, private_addresses)
