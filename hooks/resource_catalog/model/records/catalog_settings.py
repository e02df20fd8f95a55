"""Define ``catalog.yml``: the name of the catalog, its contacts and its language."""

from __future__ import annotations

from collections.abc import Mapping

from resource_catalog.model.field_declaration import field
from resource_catalog.model.field_types import (
    Email,
    EntryId,
    Flag,
    Language,
    Line,
    Prose,
    Slug,
    Url,
)
from resource_catalog.model.field_types.file_paths import FilePath
from resource_catalog.model.optional_pages import ABOUT_SPEED, NAMES
from resource_catalog.model.records.brand import Colors, MenuLink
from resource_catalog.model.records.own_field import OwnField
from resource_catalog.model.records.record import Record

GAPS = (
    "cells",
    "addresses",
    "contacts",
    "summaries",
    "access",
    "places",
    "uses",
    "dates",
    "accessibility",
    "terms",
)
"""The names of the gaps that every catalog can have; those of its facets are more of them."""

HOME_PARTS = (
    "ring",
    "search",
    "check",
    "situations",
    "packs",
    "tools",
    "stages",
    "matrix",
    "phases",
    "new",
    "other",
)
"""The names of the parts of the home page, in their usual order."""


class Canary(Record):
    """Two addresses by which the link watch knows whether the network can be trusted."""

    good: Url = field("An address that surely works.", example="https://example.org/")
    bad: Url = field(
        "An address that surely does not, on a host that does.",
        example="https://example.org/no-such-page",
    )


class SiteLanguage(Record):
    """A language that the site is translated into."""

    published: Flag = field(
        "true once its addresses are to last: they are in addresses.txt from then on.",
        default=False,
        example=True,
    )


class CatalogSettings(Record):
    """``catalog.yml``: the name, description and contacts of the catalog."""

    title: Line = field("The name of the site.", example="Project shelf", translatable=True)
    tagline: Line | None = field(
        "One line under the name.",
        default=None,
        example="What to read before, during and after a project",
        translatable=True,
    )
    description: Prose | None = field(
        "One or two sentences for the home page and for search engines.",
        default=None,
        example="Guides and tools for teams that plan a project.",
        translatable=True,
    )
    explainer: Prose | None = field(
        "One sentence on what is collected, for people who have never heard of it.",
        default=None,
        example="A retrospective is a meeting in which a team looks back at its work.",
        translatable=True,
    )
    explainer_entry: EntryId | None = field(
        "The id of the entry that explains it better.", default=None, example="planning-guide"
    )
    language: Language = field(
        "The language the catalog is written in.", default="en", example="en"
    )
    languages: Mapping[Language, SiteLanguage] = field(
        "The languages that the site is translated into, each with what is known of it.",
        default={},
        example={"es": {"published": False}},
    )
    words: Mapping[str, Line] = field(
        "Your own words in place of those of the site, by their name or by the whole text.",
        default={},
        example={"entry.one": "tool", "entry.many": "tools"},
        translatable=True,
    )
    fields: tuple[OwnField, ...] = field(
        "Facts of your own that entries can have, each with a name, a label and a kind.",
        default=(),
        example=[{"name": "stars", "label": "Stars", "kind": "number"}],
    )
    curator: Line | None = field("Who keeps the catalog.", default=None, example="Example Press")
    organizations: tuple[Line, ...] = field(
        "Authors that are no people, where their names do not tell: citations never invert them.",
        default=(),
        example=["Digital Promise"],
    )
    contact: Url | None = field(
        "A page where readers can write to the people who keep the catalog.",
        default=None,
        example="https://example.org/contact",
    )
    email: Email | None = field(
        "The address that suggestions from readers may be mailed to.",
        default=None,
        example="library@example.org",
    )
    text_license: Line | None = field(
        "How the curated texts may be used.", default=None, example="CC BY 4.0"
    )
    facets: tuple[Slug, ...] = field(
        "The facets in the order to show them; those that are not named here follow.",
        default=(),
        example=["topics", "audiences"],
    )
    gaps: tuple[Slug, ...] | None = field(
        "What the site lists as missing; everything if this key is left out. Possible are "
        f"{', '.join(GAPS)}, and the name of a facet.",
        default=None,
        example=["addresses", "summaries", "topics"],
    )
    home: tuple[Slug, ...] | None = field(
        "The parts of the home page in the order to show them; all if this key is left out. "
        f"Possible are {', '.join(HOME_PARTS)}.",
        default=None,
        example=["new", "packs", "other"],
    )
    site_url: Url | None = field(
        "Where the site will be; SITE_URL, where it is set, counts instead.",
        default=None,
        example="https://library.example.org/",
    )
    logo: FilePath | None = field(
        "A picture beside the name of the site: an SVG, PNG, JPEG or WebP file in this folder.",
        default=None,
        example="logo.svg",
    )
    favicon: FilePath | None = field(
        "The picture in the tab of the browser: an SVG, PNG or ICO file in this folder.",
        default=None,
        example="favicon.svg",
    )
    colors: Colors | None = field(
        "The color of links and signs.", default=None, example={"light": "#155e63"}
    )
    menu: tuple[MenuLink, ...] = field(
        "Links at the end of the menu.",
        default=(),
        example=[{"label": "Our organization", "url": "https://example.org/"}],
    )
    leave_out: tuple[Slug, ...] = field(
        "Pages that the site does not have; where the key is missing, "
        f"{' and '.join(ABOUT_SPEED)}. Possible are {', '.join(NAMES)}.",
        default=ABOUT_SPEED,
        example=["guides", "gaps"],
    )
    footer: Prose | None = field(
        "A text at the foot of every page.",
        default=None,
        example="Example Press, 1 Main Street, Springfield.",
        translatable=True,
    )
    style_sheet: FilePath | None = field(
        "A style sheet of your own, which counts after ours: a CSS file in this folder.",
        default=None,
        example="style.css",
    )
    link_canary: Canary | None = field(
        "What the link watch asks first, to know that the network can be trusted.",
        default=None,
        example={"good": "https://example.org/", "bad": "https://example.org/no-such-page"},
        for_maintainers=True,
    )
