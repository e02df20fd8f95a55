"""Tell what is different in a site from what it was before."""

from __future__ import annotations

from collections.abc import Mapping

from resource_catalog.exports import redirect_pages
from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site

DESCRIPTIONS = ("summary", "recommended_use", "notes")
"""What an entry may say differently without a change anywhere but where it says so."""

_NO_DESCRIPTIONS = dict.fromkeys(DESCRIPTIONS)

Counts = list[tuple[Mapping[str, tuple[str, ...]], bool, bool]]
"""All that the numbers of entries in lists depend on."""


def only_descriptions(new: Mapping[str, Entry], old: Mapping[str, Entry]) -> bool:
    """Whether entries differ in what describes them and in nothing else.

    Then there are the same pages in the same places, and the checks of the catalog find nothing.
    """
    return list(new) == list(old) and all(
        entry is before
        or (
            all(bool(getattr(entry, key)) == bool(getattr(before, key)) for key in DESCRIPTIONS)
            and {**dict(entry), **_NO_DESCRIPTIONS} == {**dict(before), **_NO_DESCRIPTIONS}
        )
        for entry, before in zip(new.values(), old.values(), strict=True)
    )


def same_but_for_texts(new: Site, old: Site) -> bool:
    """Whether all that a site consists of is there as before, on the same day."""
    return (
        list(new.catalog.entries) == list(old.catalog.entries)
        and new.catalog.facets == old.catalog.facets
        and new.catalog.tools == old.catalog.tools
        and new.built_at.date() == old.built_at.date()
        and [file.path for file in redirect_pages.files(new)]
        == [file.path for file in redirect_pages.files(old)]
    )


def same_places(new: Mapping[str, Page], old: Mapping[str, Page]) -> bool:
    """Whether there are the same pages, with the same files behind them and in the site map."""
    return list(new) == list(old) and all(
        page.source == before.source and page.updated == before.updated
        for page, before in zip(new.values(), old.values(), strict=True)
    )


def counted(site: Site) -> Counts:
    """All that the numbers of entries in lists depend on."""
    opens = site.link_statuses.opens
    return [(e.tags, e.is_listed, opens(e)) for e in site.catalog.entries.values()]
