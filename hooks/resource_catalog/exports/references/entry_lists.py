"""Selections: lists of entries that can be taken along as files, such as those of a phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resource_catalog.exports import Download
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.site.citations.reference import Reference, reference_of
from resource_catalog.site.site import Site


@dataclass(frozen=True)
class Selection:
    """Some entries in their order: ``stem`` begins the names of their files below ``data/``."""

    stem: str
    title: str
    entries: tuple[Entry, ...]

    def path(self, ending: str) -> str:
        """Where the file of one format is, below the site's root."""
        return f"data/{self.stem}.{ending}"


def selections(site: Site) -> Iterator[Selection]:
    """Everything in curated order, then each phase and each collection."""
    catalog = site.catalog
    yield Selection("catalog", "Every resource", catalog.in_curated_order)
    for phase in catalog.phases:
        yield Selection(f"phases/{phase.id}", phase.label, catalog.tagged(PHASES, phase.id))
    for pack in catalog.collections.values():
        entries = tuple(catalog.entries[step.id] for step in pack.entries)
        yield Selection(f"collections/{pack.id}", pack.title, entries)


def each_written(
    site: Site, write: Callable[[Reference], str]
) -> Iterator[tuple[Selection, list[bytes]]]:
    """Each selection with its entries as ``write`` writes them, once for all selections."""
    texts: dict[str, bytes] = {}
    for selection in selections(site):
        for entry in selection.entries:
            if entry.id not in texts:
                texts[entry.id] = write(reference_of(entry, site)).encode()
        yield selection, [texts[entry.id] for entry in selection.entries]


def paths(site: Site, ending: str) -> tuple[tuple[str, str], ...]:
    """The files of one format with what is in each, for the page about data."""
    return tuple((selection.path(ending), selection.title) for selection in selections(site))


def of_page(page: str, site: Site, ending: str, label: str) -> Iterator[Download]:
    """The file of one format with what a page lists, if that is a selection."""
    stem = "catalog" if page == "browse/" else page.rstrip("/")
    for selection in selections(site):
        if selection.stem == stem:
            yield Download(selection.path(ending), label)
