"""Build the home page, the list of all entries, and the 404 page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from resource_catalog.exports import feeds
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _, count
from resource_catalog.model.records.catalog_settings import HOME_PARTS
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Term, Vocabulary
from resource_catalog.model.script_json import as_script_text
from resource_catalog.pages.page import Page, meta_description, paginated
from resource_catalog.pages.parts.share_panel import with_browse_share_panel
from resource_catalog.pages.rendering.drawings.phase_ring import has_ring
from resource_catalog.pages.rendering.drawings.publication_years import publication_years
from resource_catalog.site.availability.open_counts import opening_first
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import website

NEWEST_COUNT = 3
"""How many entries the home page shows as new."""

MOST = {"situations": 3, "packs": 4, "tools": 4}
"""How many of these the home page shows; those that come first."""

FEW = 5
"""How many terms of a facet the home page shows; one more where that is all."""

BROWSE_PAGE_SIZE = 24
"""How many entries a page of the list of all entries has; readers are expected to filter it."""

IN_HEAD = ("ring", "search", "check")
"""The parts that stand at the head of the home page, if no other comes before them."""

SIDE_BY_SIDE = ({"packs", "tools"}, {"stages", "matrix"})
"""The parts that share a row if one follows the other."""


class Row(NamedTuple):
    """One or two parts of the home page that stand beside each other."""

    parts: tuple[str, ...]

    @property
    def is_tinted(self) -> bool:
        """Whether it stands out from the others; no more than one row of a page does."""
        return not {"packs", "tools"}.isdisjoint(self.parts)


class Ways(NamedTuple):
    """A facet as a way in: its terms, or those with most entries, each with their number."""

    vocabulary: Vocabulary[Term]
    terms: Sequence[tuple[Term, int]]
    has_more: bool


def pages(site: Site) -> Iterator[Page]:
    """The home page and the list of all entries."""
    yield home_page(site)
    yield from browse_pages(site)


def home_page(site: Site) -> Page:
    """The home page: the parts that the catalog wants, in its order."""
    identity = site.catalog.identity
    wanted = _usual_parts(site.catalog) if identity.home is None else identity.home
    content = _content(wanted, site)
    parts = [part for part in wanted if content.get(part)]
    head = _head(parts)
    return Page(
        path="",
        feed=feeds.EVERYTHING,
        title=identity.title,
        description=meta_description(identity.description or identity.tagline or identity.title),
        template="home.html",
        data={
            "head": head,
            "rows": tuple(_rows([part for part in parts if part not in head])),
            "most": MOST,
            "newest": content.get("new"),
            "ways": content.get("other"),
            "explained_by": site.catalog.item(identity.explainer_entry or ""),
        },
        structured_data=lambda: as_script_text(website(identity, site.absolute_url)),
    )


def _usual_parts(catalog: Catalog) -> Sequence[str]:
    """All parts, but of the phases a list only where neither ring nor table shows them."""
    shown = has_ring(catalog) or catalog.has_matrix
    return [part for part in HOME_PARTS if not (part == "phases" and shown)]


def _content(parts: Sequence[str], site: Site) -> dict[str, Any]:
    """What the catalog has for each part; where that is nothing, the part is left out."""
    catalog = site.catalog
    return {
        "ring": has_ring(catalog),
        "search": True,
        "check": catalog.has_check,
        "situations": catalog.situations,
        "packs": catalog.collections,
        "tools": catalog.tools,
        "stages": catalog.stages,
        "matrix": catalog.has_matrix,
        "phases": catalog.phases,
        "new": _newest(site, with_tools="tools" not in parts),
        "other": tuple(_ways(catalog)),
    }


def _head(parts: Sequence[str]) -> frozenset[str]:
    """The parts at the head of the page; the ring always is."""
    found = {"ring"} & {*parts}
    for part in parts:
        if part not in IN_HEAD:
            break
        found.add(part)
    return frozenset(found)


def _rows(parts: Sequence[str]) -> Iterator[Row]:
    rest = list(parts)
    while rest:
        size = 2 if {*rest[:2]} in SIDE_BY_SIDE else 1
        yield Row(tuple(rest[:size]))
        del rest[:size]


def _newest(site: Site, with_tools: bool) -> Sequence[Entry]:
    """What came in last; nothing where all came in on one day, since nothing is new then."""
    dated = [
        (entry, entry.added)
        for entry in site.catalog.newest
        if entry.added and (with_tools or not entry.tool_kind)
    ]
    if len({day for _entry, day in dated}) < 2:
        return ()
    # Of those that came on one day, what opens comes first.
    dated.sort(key=lambda pair: (-pair[1].toordinal(), pair[0].id not in site.opening))
    return [entry for entry, _day in dated[:NEWEST_COUNT]]


def _ways(catalog: Catalog) -> Iterator[Ways]:
    """The facets beside phases and stages, as far as entries are tagged with them."""
    for facet, vocabulary in catalog.asked_facets.items():
        terms = [
            (term, len(catalog.by_term.tagged(facet, term.id)))
            for term in vocabulary.narrower[None]
        ]
        used = [pair for pair in terms if pair[1]]
        # All of them stand in their own order, as steps and levels must; of many, the fullest.
        is_few = len(used) <= FEW + 1
        shown = used if is_few else sorted(used, key=lambda pair: -pair[1])[:FEW]
        if facet not in (PHASES, STAGES) and shown:
            yield Ways(vocabulary, shown, len(shown) < len(terms))


def browse_pages(site: Site) -> Iterator[Page]:
    """All entries and tools, in curated order."""
    resources = count(len(site.catalog.in_curated_order), "resource")
    page = Page(
        path="browse/",
        feed=feeds.EVERYTHING,
        title=_("Browse everything"),
        description=_(
            "%(resources)s, in the order of the %(phases)s, then by title.",
            resources=resources,
            phases=site.catalog.facets[PHASES].nouns,
        )
        if site.catalog.phases
        else _("%(resources)s, by title.", resources=resources),
        template="browse.html",
        data={"years": publication_years(site.catalog.listed)},
        depends_only_on_data=True,
    )
    entries = opening_first(site.catalog.in_curated_order, site)
    return paginated(with_browse_share_panel(page, site), entries, site, BROWSE_PAGE_SIZE)


def not_found_page() -> Page:
    """The page for URLs that do not exist."""
    return Page(
        path="404.html",
        title=_("Page not found"),
        description=_("There is no page at this address."),
        template="not-found.html",
    )
