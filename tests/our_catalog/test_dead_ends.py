"""No page of our catalog is a dead end: each offers something that works."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from building import IN_PLACE
from opened_site import open_folder, rendered
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES
from resource_catalog.pages.resources import resource_page
from resource_catalog.site.site import Site


def works(entry: Entry, page: LexborHTMLParser, site: Site) -> bool:
    """Whether a page has a link to the resource, whom to ask, or something else that opens."""
    if page.css("a.rc-open__button"):
        return True
    offered = page.css(".rc-instead .rc-card__link")
    cards = [str(a.attributes["href"]) for a in offered]
    if cards and all(address.split("/")[-2] in site.opening for address in cards):
        return True
    return entry.has_named_contact and str(entry.request_from) in page.text()


def test_no_page_of_a_resource_is_a_dead_end() -> None:
    site = open_folder(IN_PLACE)
    dead_ends = [
        entry.id
        for entry in site.catalog.entries.values()
        if not works(entry, rendered(resource_page(entry, site), site), site)
    ]
    assert dead_ends == []


def test_each_phase_offers_three_things_that_open() -> None:
    site = open_folder(IN_PLACE)
    offered = {
        phase.id: site.count_opening(
            (*site.catalog.by_term.tagged(PHASES, phase.id), *site.catalog.also_useful(phase))
        )
        for phase in site.catalog.phases
    }
    assert {phase: number for phase, number in offered.items() if number < 3} == {}
