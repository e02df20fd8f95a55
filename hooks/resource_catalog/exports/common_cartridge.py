"""Offer course packages for learning management systems: a page's resources as links in a course.

Each is there in two versions: Common Cartridge 1.1, the only one that Moodle imports, and 1.2,
which Schoology asks for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.cartridge_package import (
    Cartridge,
    CartridgeLink,
    CartridgeModule,
    Version,
    build_cartridge,
)
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.site.site import Site

SUFFIX = "imscc"
SUFFIX_1_2 = "cc12.imscc"
"""The ends of the files: without a number for version 1.1, which was there first."""

MAX_LINKS = 200
"""The most links in a cartridge; the first one leads to the page that lists all entries."""

_COLLECTIONS = "collections"
_VERSION_1_1, _VERSION_1_2 = Version("1.1"), Version("1.2")
_PAGE, _ALL, _REST = "_page", "_all", "_rest"
"""Names of a link and of modules that no id can be like, since ids have no underscores."""


def files(site: Site) -> Iterator[ExportFile]:
    """Two cartridges for each phase, stage and collection that has entries, one a version."""
    language = site.catalog.identity.language
    for path, cartridge in cartridges(site):
        first = build_cartridge(cartridge, language, _VERSION_1_1)
        yield ExportFile(f"{path}.{SUFFIX}", first)
        # Identifiers of its own, as the profile wants them for each cartridge.
        other = replace(cartridge, name=f"cc12.{cartridge.name}")
        second = build_cartridge(other, language, _VERSION_1_2)
        yield ExportFile(f"{path}.{SUFFIX_1_2}", second)


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The cartridges of one page."""
    kind, _slash, name = page.strip("/").partition("/")
    if any((kind, name) == (each, id_) for each, id_, _label in _pages(site.catalog)):
        path = cartridge_path(kind, name)
        yield Download(f"{path}.{SUFFIX}", _("Course package for Canvas, Moodle, … (IMSCC)"))
        yield Download(f"{path}.{SUFFIX_1_2}", _("Course package for Schoology (IMSCC 1.2)"))


def offers(site: Site) -> Iterator[Offer]:
    """The description of the cartridges."""
    found = [(cartridge_path(kind, name), label) for kind, name, label in _pages(site.catalog)]
    if found:
        yield Offer(
            name=_("Course packages"),
            purpose=_("for Canvas, Moodle, Blackboard, and Brightspace"),
            about=_(
                "The resources of one page as links in a course, sorted into modules. Import the "
                "file as a “Common Cartridge”. Each link leads to the page of the resource here, "
                "so that it keeps working when the resource moves."
            ),
            files=tuple((f"{path}.{SUFFIX}", label) for path, label in found),
            is_in_table=True,
        )
        yield Offer(
            name=_("Course packages 1.2"),
            purpose=_("for Schoology"),
            about=_("The same as Common Cartridge 1.2, the version that Schoology imports."),
            files=tuple((f"{path}.{SUFFIX_1_2}", label) for path, label in found),
            is_in_table=True,
        )


def cartridge_path(kind: str, name: str) -> str:
    """Where the cartridges of a page are below the root of the site, without their suffixes."""
    return f"data/{kind}/{name}"


def cartridges(site: Site) -> Iterator[tuple[str, Cartridge]]:
    """The cartridges of a site, each with its path without a suffix."""
    catalog = site.catalog
    for phase in catalog.phases:
        modules = [_module(_ALL, phase.label, catalog.by_term.tagged(PHASES, phase.id), site)]
        about = phase.question or phase.description or ""
        yield from _cartridge(PHASES, phase.id, phase.label, about, modules, site)
    for stage in catalog.stages:
        modules = _modules_by_phase(stage.id, stage.label, site)
        about = stage.goal or stage.description or ""
        yield from _cartridge(STAGES, stage.id, stage.label, about, modules, site)
    for pack in catalog.collections.values():
        modules = [_module(_ALL, pack.title, catalog.entries_in(pack), site)]
        yield from _cartridge(_COLLECTIONS, pack.id, pack.title, pack.purpose, modules, site)


def _pages(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """The pages that have cartridges: kind, name and label."""
    for facet in (PHASES, STAGES):
        for term in catalog.terms_in(facet):
            if catalog.by_term.tagged(facet, term.id):
                yield facet, term.id, term.label
    for pack in catalog.collections.values():
        yield _COLLECTIONS, pack.id, pack.title


def _cartridge(
    kind: str,
    name: str,
    title: str,
    about: str,
    modules: Sequence[CartridgeModule],
    site: Site,
) -> Iterator[tuple[str, Cartridge]]:
    """A cartridge that starts with a link to the page itself; none if there are no links."""
    room = MAX_LINKS
    kept = list[CartridgeModule]()
    for module in modules:
        links = module.links[:room]
        room -= len(links)
        if links:
            kept.append(replace(module, links=links))
    if kept:
        whole = _("%(title)s: the whole page", title=title)
        page = CartridgeLink(_PAGE, whole, site.absolute_url(f"{kind}/{name}/"))
        kept[0] = replace(kept[0], links=[page, *kept[0].links])
        yield cartridge_path(kind, name), Cartridge(f"{kind}.{name}", title, about, kept)


def _modules_by_phase(stage: str, label: str, site: Site) -> list[CartridgeModule]:
    """A module for each phase, with the entries whose first phase it is, in its reading order.

    Modules are named after the stage as well, since a course may hold those of several packages.
    """
    catalog = site.catalog
    left = {entry.id: entry for entry in catalog.by_term.tagged(STAGES, stage)}
    modules = []
    for phase in catalog.phases:
        entries = [left.pop(e.id) for e in catalog.by_term.tagged(PHASES, phase.id) if e.id in left]
        title = _("%(stage)s: %(phase)s", stage=label, phase=phase.label)
        modules.append(_module(phase.id, title, entries, site))
    title = _("%(stage)s: more", stage=label) if any(m.links for m in modules) else label
    return [*modules, _module(_REST, title, list(left.values()), site)]


def _module(name: str, title: str, entries: Sequence[Entry], site: Site) -> CartridgeModule:
    return CartridgeModule(name, title, [_link(entry, site) for entry in entries[:MAX_LINKS]])


def _link(entry: Entry, site: Site) -> CartridgeLink:
    return CartridgeLink(entry.id, entry.title, site.absolute_url(entry.address))
