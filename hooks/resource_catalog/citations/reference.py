"""A reference: what can be cited of an entry, in the terms of CSL.

The terms are those of the Citation Style Language 1.0.2,
https://docs.citationstyles.org/en/stable/specification.html.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from resource_catalog.citations.names import Name, names_of
from resource_catalog.model import Entry
from resource_catalog.once import once
from resource_catalog.site import Site

Kind = Literal["report", "webpage", "motion_picture", "broadcast"]

_OF_SCHEMA_TYPE: dict[str, Kind] = {
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
    """An entry to cite. ``date`` holds a year, or a year and a month, or all three.

    ``genre`` names the kind of thing in words, where it is known. ``page`` is the entry's own page,
    ``url`` where the thing itself is; the page stands in where that is not known.
    """

    id: str
    kind: Kind
    title: str
    authors: tuple[Name, ...]
    publishers: tuple[str, ...]
    contributors: tuple[Name, ...]
    date: tuple[int, ...]
    genre: str
    url: str
    page: str
    language: str
    summary: str

    @property
    def publisher(self) -> str:
        """All who published it, as one name."""
        return _joined(self.publishers)

    @property
    def group(self) -> tuple[Name, ...]:
        """Who answers for it where no author is named: those who published it."""
        return self.authors or ((Name(self.publisher),) if self.publisher else ())


@once
def reference_of(entry: Entry, site: Site) -> Reference:
    """What can be cited of an entry."""
    type_term = site.catalog.type_of(entry)
    link = entry.primary_link
    page = site.address(f"resources/{entry.id}/")
    kind: Kind = "report" if link is None or link.format != "html" else "webpage"
    return Reference(
        id=entry.id,
        kind=_OF_SCHEMA_TYPE.get(type_term.schema_type or "", kind),
        title=entry.title,
        authors=names_of(entry.authors),
        publishers=entry.publishers,
        contributors=names_of(entry.contributors),
        date=tuple(map(int, entry.published.split("-"))) if entry.published else (),
        genre="" if type_term.schema_type in (None, "CreativeWork") else type_term.label,
        url=link.url if link else page,
        page=page,
        language=entry.language or site.catalog.identity.language,
        summary=entry.summary,
    )


def _joined(names: tuple[str, ...]) -> str:
    if len(names) < 3:
        return " and ".join(names)
    return f"{', '.join(names[:-1])}, and {names[-1]}"
