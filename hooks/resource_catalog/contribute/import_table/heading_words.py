"""Say which column a heading means that somebody has written in their own words."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from resource_catalog.contribute.import_table.headings import normalized
from resource_catalog.model.did_you_mean import closest_match

TAKEN: Mapping[str, str] = {
    "name": "title",
    "description": "summary",
    **dict.fromkeys(("website", "web_address", "web_page", "homepage", "url_1"), "link_1_url"),
}
"""Headings that mean one thing in a list of resources, and are read as that."""

_PROPOSED: Mapping[str, str] = {
    word: column
    for column, words in {
        "title": "name title heading",
        "summary": "description abstract about what blurb overview synopsis details",
        "recommended_use": "use usage why how",
        "type": "kind category type format medium",
        "link_1_url": "url link website web site homepage address where webpage href",
        "authors": "author creator writer by",
        "publishers": "publisher organization organisation provider source company",
        "published": "date year published released",
        "duration": "time duration length minutes",
        "extent": "pages size",
        "topics": "tag tags keyword keywords subject subjects theme themes topic",
        "audiences": "audience who whom reader readers",
        "language": "lang language",
        "license": "licence license",
        "access": "cost price",
        "notes": "note comment comments remark remarks",
        "also_known_as": "alias aka acronym",
    }.items()
    for word in words.split()
}
"""Words that hint at a column, for a person to confirm."""


def proposed_column(heading: str, free: Collection[str]) -> str | None:
    """The column that a heading may mean, among those that no other heading has; or None.

    “Resource name” may mean the title, “sumary” the summary.
    """
    name = normalized(heading)
    likely = closest_match(name, free)
    words = name.split("_")
    for word in (name, *reversed(words)):  # “date of publication”, but “resource name”
        column = TAKEN.get(word) or _PROPOSED.get(word)
        if column in free and (word == name or likely is None or likely[:3] != name[:3]):
            return column
    return likely
