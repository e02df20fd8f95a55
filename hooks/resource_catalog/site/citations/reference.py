"""Collect the bibliographic data of an entry, with the item types and variables of CSL.

CSL is the Citation Style Language 1.0.2,
https://docs.citationstyles.org/en/stable/specification.html.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resource_catalog.model.records.entry import Entry
from resource_catalog.site.cached_per_entry import cached_per_entry
from resource_catalog.site.citations.person_names import Name, parse_names
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.site import Site

CslType = Literal["report", "webpage", "motion_picture", "broadcast"]

_CSL_TYPES: dict[str, CslType] = {
    "VideoObject": "motion_picture",
    "Movie": "motion_picture",
    "AudioObject": "broadcast",
    "PodcastEpisode": "broadcast",
    "PodcastSeries": "broadcast",
    "Article": "webpage",
    "BlogPosting": "webpage",
    "WebPage": "webpage",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """The bibliographic data of one entry.

    ``date`` is ``()``, ``(year,)``, ``(year, month)`` or ``(year, month, day)``. ``genre`` is
    the label of the entry's type, empty if that is generic. ``page_url`` is the entry's page on
    this site; ``url`` is the resource itself, or that page if the resource has no link.
    ``foreign_language`` is that of the title, if it is not that of the site.
    """

    id: str
    csl_type: CslType
    title: str
    authors: tuple[Name, ...]
    publishers: tuple[str, ...]
    contributors: tuple[Name, ...]
    date: tuple[int, ...]
    genre: str
    url: str
    page_url: str
    language: str
    summary: str
    foreign_language: str | None = None

    @property
    def publisher(self) -> str:
        """The names of all publishers, joined into one."""
        return _join_names(self.publishers)


@cached_per_entry
def reference_of(entry: Entry, site: Site) -> Reference:
    """The bibliographic data of an entry."""
    catalog, identity = site.catalog, site.catalog.identity
    type_term = next(iter(catalog.types_of(entry)), None)
    schema_type = type_term.schema_type if type_term else None
    link = entry.primary_link
    page = site.absolute_url(entry.address)
    default_type: CslType = "report" if link is None or link.format != "html" else "webpage"
    return Reference(
        id=entry.id,
        csl_type=_CSL_TYPES.get(schema_type or "", default_type),
        title=entry.title,
        authors=parse_names(entry.authors, identity.organizations),
        publishers=entry.publishers,
        contributors=parse_names(entry.contributors, identity.organizations),
        date=tuple(map(int, entry.published.split("-"))) if entry.published else (),
        genre=type_term.label if type_term and schema_type not in (None, "CreativeWork") else "",
        url=link.url if link else page if "://" in page else "",
        page_url=page,
        language=entry.language or (identity.language if entry.tool_kind else catalog.written_in),
        foreign_language=foreign_language(entry, catalog),
        summary=entry.summary or "",
    )


def _join_names(names: tuple[str, ...]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
