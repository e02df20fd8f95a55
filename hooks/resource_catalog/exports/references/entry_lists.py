"""Select the lists of entries that are exported: all, those of a phase, and collections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from resource_catalog.exports import Download
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.site.citations.reference import Reference, reference_of
from resource_catalog.site.site import Site


@dataclass(frozen=True)
class Selection:
    """A list of entries; ``stem`` is the path of its files below ``data/``, without suffix."""

    stem: str
    title: str
    entries: tuple[Entry, ...]

    def path(self, suffix: str) -> str:
        """The path of the file of one format, below the root of the site."""
        return f"data/{self.stem}.{suffix}"


def selections(site: Site) -> Iterator[Selection]:
    """All entries in curated order, then each phase and each collection."""
    catalog = site.catalog
    yield Selection("catalog", _("Everything"), catalog.in_curated_order)
    for phase in catalog.phases:
        yield Selection(f"phases/{phase.id}", phase.label, catalog.by_term.tagged(PHASES, phase.id))
    for pack in catalog.collections.values():
        entries = catalog.entries_in(pack)
        yield Selection(f"collections/{pack.id}", pack.title, entries)


def render_selections(
    site: Site, write: Callable[[Reference], str]
) -> Iterator[tuple[Selection, list[bytes]]]:
    """Each selection with its entries rendered by ``write``, each once for all selections."""
    texts: dict[str, bytes] = {}
    for selection in selections(site):
        for entry in selection.entries:
            if entry.id not in texts:
                texts[entry.id] = write(reference_of(entry, site)).encode()
        yield selection, [texts[entry.id] for entry in selection.entries]


def selection_files(site: Site, suffix: str) -> tuple[tuple[str, str], ...]:
    """The paths of one format with their titles, for the page about data."""
    return tuple((selection.path(suffix), selection.title) for selection in selections(site))


def page_download(page: str, site: Site, suffix: str, label: str) -> Iterator[Download]:
    """The file of one format with the entries of a page, if they are a selection."""
    stem = "catalog" if page == "browse/" else page.rstrip("/")
    for selection in selections(site):
        if selection.stem == stem:
            yield Download(selection.path(suffix), label)
