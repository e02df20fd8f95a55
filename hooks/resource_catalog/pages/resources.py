"""Build the page of each entry."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from resource_catalog.exports import shelf_data
from resource_catalog.model.markdown.parsed_body import parse_body
from resource_catalog.model.messages import _, number
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, Phase
from resource_catalog.model.script_json import as_script_text
from resource_catalog.pages.page import Page, meta_description
from resource_catalog.pages.parts.print_header import print_header
from resource_catalog.site.availability.missing_link_form import send_link
from resource_catalog.site.availability.use_instead import use_instead
from resource_catalog.site.news import changes_of
from resource_catalog.site.site import Site
from resource_catalog.site.structured_data import learning_resource


def pages(site: Site) -> Iterator[Page]:
    """One page per entry, including those that are not listed."""
    for entry in site.catalog.entries.values():
        yield resource_page(entry, site)


def page_at(path: str, site: Site) -> Page | None:
    """The page at a path if it is that of an entry, else None."""
    folder, _, rest = path.partition("/")
    entry = site.catalog.entries.get(rest.removesuffix("/"))
    return resource_page(entry, site) if folder == "resources" and entry else None


def resource_page(entry: Entry, site: Site) -> Page:
    """The page of one entry."""
    catalog, backlinks = site.catalog, site.catalog.backlinks
    sequenced = [phase for phase in catalog.phases if phase.sequence]
    opens = site.link_statuses.opens(entry)
    related = {other.id: other for other in catalog.items(entry.related)}
    related.update((other.id, other) for other in backlinks.related_from.get(entry.id, ()))
    related_lists = (
        (_("Part of"), catalog.items((entry.part_of,)) if entry.part_of else ()),
        (_("Parts"), backlinks.parts.get(entry.id, ())),
        (_("Related"), tuple(related.values())),
        (_("Replaces"), backlinks.replaces.get(entry.id, ())),
    )
    return Page(
        path=entry.address,
        title=entry.title,
        description=meta_description(entry.summary or entry.recommended_use or entry.title),
        template="resource.html",
        data={
            "entry": entry,
            # nh3 has left only what is safe; links and pictures are those of this page.
            "body": Markup(parse_body(entry.body).html) if entry.body else "",
            "related_lists": [(heading, others) for heading, others in related_lists if others],
            "replaced_by": catalog.item(entry.replaced_by or ""),
            "changes": changes_of(entry, catalog, site.built_at.date()),
            "opens": opens,
            "instead": use_instead(entry, site),
            "send_link": None if opens else send_link(entry, site),
            "tools": catalog.items(tool.id for tool in backlinks.tools_for.get(entry.id, ())),
            "situations": backlinks.situations_with.get(entry.id, ()),
            "mentions": backlinks.mentions.get(entry.id, ()),
            "packs": backlinks.collections_with.get(entry.id, ()),
            "phase_positions": {
                phase: _(
                    "%(number)s of %(total)s",
                    number=number(catalog.by_term.position_in_phase(phase, entry.id)),
                    total=number(len(catalog.by_term.tagged(PHASES, phase))),
                )
                for phase in entry.tags.get(PHASES, ())
                if entry.is_listed and catalog.term(PHASES, phase) in sequenced
            },
            "next_in": list(_next_in_phases(entry, site)),
            "sheet": print_header(entry.address, site),
            "citation_part": shelf_data.part_of(entry.id, shelf_data.part_count(site)),
        },
        depends_only_on_data=True,
        source=entry.file,
        updated=entry.reviewed.on if entry.reviewed else entry.added,
        structured_data=lambda: as_script_text(
            learning_resource(entry, catalog, site.absolute_url)
        ),
    )


def _next_in_phases(entry: Entry, site: Site) -> Iterator[tuple[Phase, Entry | None]]:
    """What follows in each phase of an entry, in the order in which that is read.

    What cannot be opened is passed over: a reader who goes on wants to get somewhere. None at the
    end. Phases without an order, and entries that are in no list, have nothing that follows.
    """
    catalog = site.catalog
    for phase in catalog.phases:
        if phase.sequence and entry.is_listed and phase.id in entry.tags.get(PHASES, ()):
            tagged = catalog.by_term.tagged(PHASES, phase.id)
            further = range(catalog.by_term.position_in_phase(phase.id, entry.id), len(tagged))
            items = (tagged[place] for place in further)
            yield phase, next((item for item in items if site.link_statuses.opens(item)), None)
