"""IMS Common Cartridge 1.1: links in modules, which learning management systems import as a unit.

Specification: IMS Common Cartridge Profile 1.1, https://www.imsglobal.org/cc/. Of
all its versions this is the one that Canvas, Moodle, Schoology and Blackboard read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.model import PHASES, STAGES, Entry
from resource_catalog.site import Site

ENDING = "imscc"
MOST = 200
"""So many links at most are in a cartridge; the first one leads to the page that has them all."""

_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_WEB_LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows: the same links make the same bytes on any day."""


@dataclass(frozen=True)
class Link:
    """An address under a title."""

    title: str
    url: str


@dataclass(frozen=True)
class Cartridge:
    """``links`` come in modules, each with its title. ``path`` is where the file is in the site."""

    path: str
    title: str
    about: str
    modules: Sequence[tuple[str, Sequence[Link]]]


def files(site: Site) -> Iterator[ExportFile]:
    """One cartridge for each phase, stage and collection that has anything."""
    for cartridge in cartridges(site):
        yield ExportFile(cartridge.path, packed(cartridge, site.catalog.identity.language))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The cartridge of one page."""
    kind, _, name = page.strip("/").partition("/")
    is_pack = kind == "collections" and name in site.catalog.collections
    if is_pack or (kind in (PHASES, STAGES) and site.catalog.tagged(kind, name)):
        yield Download(path_of(kind, name), "Course package for Canvas, Moodle, … (IMSCC)")


def offers(site: Site) -> Iterator[Offer]:
    """What they are."""
    found = tuple((cartridge.path, cartridge.title) for cartridge in cartridges(site))
    if found:
        yield Offer(
            name="Course packages",
            purpose="for Canvas, Moodle, Schoology, and Blackboard",
            about="A phase, stage, or pack as links in a course, sorted into modules. Import the "
            "file as a “Common Cartridge”. Each link leads to the page of the resource here, so "
            "that it keeps working when the resource moves.",
            files=found,
        )


def path_of(kind: str, name: str) -> str:
    """Where the cartridge of a phase, stage or collection is, below the site's root."""
    return f"data/{kind}/{name}.{ENDING}"


def cartridges(site: Site) -> Iterator[Cartridge]:
    """The cartridges of a site."""
    catalog = site.catalog
    for phase in catalog.phases:
        entries = catalog.tagged(PHASES, phase.id)
        modules = _by_term(entries, STAGES, site)
        about = phase.question or phase.description or ""
        yield from _cartridge(PHASES, phase.id, phase.label, about, modules, site)
    for stage in catalog.stages:
        entries = catalog.tagged(STAGES, stage.id)
        modules = _by_term(entries, PHASES, site)
        about = stage.goal or stage.description or ""
        yield from _cartridge(STAGES, stage.id, stage.label, about, modules, site)
    for pack in catalog.collections.values():
        chosen = [catalog.entries[step.id] for step in pack.entries]
        modules = [(pack.title, [_link(entry, site) for entry in chosen])]
        yield from _cartridge("collections", pack.id, pack.title, pack.purpose, modules, site)


def packed(cartridge: Cartridge, language: str) -> bytes:
    """The file: a zip of a manifest and a small file for each link."""
    manifest = ET.Element(
        "manifest",
        {
            "identifier": "cartridge",
            "xmlns": _PACKAGE,
            "xmlns:lom": _LOM,
            "xmlns:xsi": _INSTANCE,
            "xsi:schemaLocation": f"{_PACKAGE} {_PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd "
            f"{_LOM} {_PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd",
        },
    )
    _add_metadata(manifest, cartridge, language)
    organizations = ET.SubElement(manifest, "organizations")
    organization = ET.SubElement(
        organizations,
        "organization",
        {"identifier": "organization", "structure": "rooted-hierarchy"},
    )
    root = ET.SubElement(organization, "item", {"identifier": "root"})
    resources = ET.SubElement(manifest, "resources")
    inside: dict[str, bytes] = {}
    for number, (title, links) in enumerate(cartridge.modules, start=1):
        module = ET.SubElement(root, "item", {"identifier": f"module-{number}"})
        ET.SubElement(module, "title").text = title
        for link in links:
            name = f"link-{len(inside) + 1}"
            item = {"identifier": f"item-{len(inside) + 1}", "identifierref": name}
            ET.SubElement(ET.SubElement(module, "item", item), "title").text = link.title
            resource = {"identifier": name, "type": "imswl_xmlv1p1"}
            ET.SubElement(
                ET.SubElement(resources, "resource", resource), "file", {"href": f"{name}.xml"}
            )
            inside[f"{name}.xml"] = _web_link(link)
    return _zip({"imsmanifest.xml": _xml(manifest), **inside})


def _cartridge(
    kind: str,
    name: str,
    title: str,
    about: str,
    modules: Sequence[tuple[str, Sequence[Link]]],
    site: Site,
) -> Iterator[Cartridge]:
    """With a first link to the page itself, and no more links than a course can bear."""
    left = MOST
    kept = []
    for label, links in modules:
        kept.append((label, links[:left]))
        left -= len(kept[-1][1])
    if not any(links for _, links in kept):
        return
    page = Link(f"{title}: the whole page", site.address(f"{kind}/{name}/"))
    first, links = next((label, links) for label, links in kept if links)
    others = [(label, links) for label, links in kept if links and label != first]
    modules = [(first, [page, *links]), *others]
    yield Cartridge(path_of(kind, name), title, about, modules)


def _by_term(entries: Sequence[Entry], facet: str, site: Site) -> list[tuple[str, Sequence[Link]]]:
    """A module for each term, each entry in its first; what has none comes last."""
    vocabulary = site.catalog.facets[facet]
    found: dict[str, list[Link]] = {term.id: [] for term in vocabulary.terms}
    rest: list[Link] = []
    for entry in entries:
        terms = site.catalog.terms_of(entry, facet)
        (found[terms[0].id] if terms else rest).append(_link(entry, site))
    labels = [(term.label, found[term.id]) for term in vocabulary.terms]
    return [*labels, ("More" if any(found.values()) else "Resources", rest)]


def _link(entry: Entry, site: Site) -> Link:
    return Link(entry.title, site.address(f"resources/{entry.id}/"))


def _add_metadata(manifest: ET.Element, cartridge: Cartridge, language: str) -> None:
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "IMS Common Cartridge"
    ET.SubElement(metadata, "schemaversion").text = "1.1.0"
    general = ET.SubElement(ET.SubElement(metadata, "lom:lom"), "lom:general")
    for name, text in (("title", cartridge.title), ("description", cartridge.about)):
        if text:
            parent = ET.SubElement(general, f"lom:{name}")
            ET.SubElement(parent, "lom:string", {"language": language}).text = text


def _web_link(link: Link) -> bytes:
    root = ET.Element(
        "webLink",
        {
            "xmlns": _WEB_LINK,
            "xmlns:xsi": _INSTANCE,
            "xsi:schemaLocation": f"{_WEB_LINK} {_PROFILE}/ccv1p1_imswl_v1p1.xsd",
        },
    )
    ET.SubElement(root, "title").text = link.title
    ET.SubElement(root, "url", {"href": link.url, "target": "_blank"})
    return _xml(root)


def _xml(element: ET.Element) -> bytes:
    ET.indent(element, " ")
    text: bytes = ET.tostring(element, "utf-8", xml_declaration=True)
    return text + b"\n"


def _zip(inside: dict[str, bytes]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in inside.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return found.getvalue()
