"""Write course packages for learning management systems (IMS Common Cartridge 1.1).

Specification: IMS Common Cartridge Profile 1.1, https://www.imsglobal.org/cc/. This
is the version that Canvas, Moodle, Schoology and Blackboard all import.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.xml_text import (
    XML_DECLARATION,
    escape_attribute,
    escape_text,
)
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.site.site import Site

SUFFIX = "imscc"
MAX_LINKS = 200
"""The most links in a cartridge; the first one leads to the page that lists all entries."""

_PROFILE = "http://www.imsglobal.org/profile/cc/ccv1p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
_WEB_LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_MANIFEST_SPACES = (
    f'xmlns="{_PACKAGE}" xmlns:lom="{_LOM}" xmlns:xsi="{_INSTANCE}" '
    f'xsi:schemaLocation="{_PACKAGE} {_PROFILE}/ccv1p1_imscp_v1p2_v1p0.xsd '
    f'{_LOM} {_PROFILE}/LOM/ccv1p1_lommanifest_v1p0.xsd"'
)
_WEB_LINK_SPACES = (
    f'xmlns="{_WEB_LINK}" xmlns:xsi="{_INSTANCE}" '
    f'xsi:schemaLocation="{_WEB_LINK} {_PROFILE}/ccv1p1_imswl_v1p1.xsd"'
)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time in a zip file. It is fixed, so that builds are reproducible."""


@dataclass(frozen=True)
class CartridgeLink:
    """A link with its title."""

    title: str
    url: str


@dataclass(frozen=True)
class Cartridge:
    """A cartridge: modules with titles and links. ``path`` is below the root of the site."""

    path: str
    title: str
    about: str
    modules: Sequence[tuple[str, Sequence[CartridgeLink]]]


def files(site: Site) -> Iterator[ExportFile]:
    """One cartridge for each phase, stage and collection that has entries."""
    for cartridge in cartridges(site):
        yield ExportFile(cartridge.path, build_cartridge(cartridge, site.catalog.identity.language))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The cartridge of one page."""
    kind, _slash, name = page.strip("/").partition("/")
    is_pack = kind == "collections" and name in site.catalog.collections
    if is_pack or (kind in (PHASES, STAGES) and site.catalog.tagged(kind, name)):
        yield Download(
            cartridge_path(kind, name), _("Course package for Canvas, Moodle, … (IMSCC)")
        )


def offers(site: Site) -> Iterator[Offer]:
    """The description of the cartridges."""
    catalog = site.catalog
    found = [
        (cartridge_path(facet, term.id), term.label)
        for facet in (PHASES, STAGES)
        for term in catalog.terms_in(facet)
        if catalog.tagged(facet, term.id)
    ]
    found += [(cartridge_path("collections", p.id), p.title) for p in catalog.collections.values()]
    if found:
        yield Offer(
            name=_("Course packages"),
            purpose=_("for Canvas, Moodle, Schoology, and Blackboard"),
            about=_(
                "The resources of one page as links in a course, sorted into modules. Import the "
                "file as a “Common Cartridge”. Each link leads to the page of the resource here, "
                "so that it keeps working when the resource moves."
            ),
            files=tuple(found),
        )


def cartridge_path(kind: str, name: str) -> str:
    """The path of the cartridge of a phase, stage or collection, below the root of the site."""
    return f"data/{kind}/{name}.{SUFFIX}"


def cartridges(site: Site) -> Iterator[Cartridge]:
    """The cartridges of a site."""
    catalog = site.catalog
    for phase in catalog.phases:
        entries = catalog.tagged(PHASES, phase.id)
        modules = _by_term(entries, STAGES, site)
        about = phase.question or phase.description or ""
        yield from _cartridges_of_page(PHASES, phase.id, phase.label, about, modules, site)
    for stage in catalog.stages:
        entries = catalog.tagged(STAGES, stage.id)
        modules = _by_term(entries, PHASES, site)
        about = stage.goal or stage.description or ""
        yield from _cartridges_of_page(STAGES, stage.id, stage.label, about, modules, site)
    for pack in catalog.collections.values():
        chosen = list(catalog.entries_in(pack))
        modules = [(pack.title, [_link(entry, site) for entry in chosen])]
        yield from _cartridges_of_page(
            "collections", pack.id, pack.title, pack.purpose, modules, site
        )


def build_cartridge(cartridge: Cartridge, language: str) -> bytes:
    """The bytes of a cartridge: a zip file with a manifest and one file per link."""
    modules, files_inside = list[str](), list[bytes]()
    for number, (title, links) in enumerate(cartridge.modules, start=1):
        items = []
        for link in links:
            files_inside.append(_web_link(link))
            items.append(_item(len(files_inside), link))
        modules.append(_module(number, title, items))
    names = [f"link-{number}.xml" for number in range(1, len(files_inside) + 1)]
    manifest = _manifest(cartridge, language, modules, len(files_inside))
    return _zip([("imsmanifest.xml", manifest.encode()), *zip(names, files_inside, strict=True)])


def _cartridges_of_page(
    kind: str,
    name: str,
    title: str,
    about: str,
    modules: Sequence[tuple[str, Sequence[CartridgeLink]]],
    site: Site,
) -> Iterator[Cartridge]:
    """A cartridge that starts with a link to the page itself; none if there are no links."""
    left = MAX_LINKS
    kept = []
    for label, links in modules:
        kept.append((label, links[:left]))
        left -= len(kept[-1][1])
    if not any(links for _, links in kept):
        return
    page = CartridgeLink(
        _("%(title)s: the whole page", title=title), site.absolute_url(f"{kind}/{name}/")
    )
    first, links = next((label, links) for label, links in kept if links)
    others = [(label, links) for label, links in kept if links and label != first]
    modules = [(first, [page, *links]), *others]
    yield Cartridge(cartridge_path(kind, name), title, about, modules)


def _by_term(
    entries: Sequence[Entry], facet: str, site: Site
) -> list[tuple[str, Sequence[CartridgeLink]]]:
    """A module for each term, with the entries whose first term it is; the rest comes last."""
    all_terms = site.catalog.terms_in(facet)
    found: dict[str, list[CartridgeLink]] = {term.id: [] for term in all_terms}
    rest: list[CartridgeLink] = []
    for entry in entries:
        terms = site.catalog.terms_of(entry, facet)
        (found[terms[0].id] if terms else rest).append(_link(entry, site))
    labels = [(term.label, found[term.id]) for term in all_terms]
    return [*labels, (_("More") if any(found.values()) else _("Resources"), rest)]


def _link(entry: Entry, site: Site) -> CartridgeLink:
    return CartridgeLink(entry.title, site.absolute_url(entry.address))


def _manifest(cartridge: Cartridge, language: str, modules: list[str], links: int) -> str:
    about = (("title", cartridge.title), ("description", cartridge.about))
    texts = [_lom_text(name, text, language) for name, text in about if text]
    resources = [_resource(number) for number in range(1, links + 1)]
    return f"""\
{XML_DECLARATION}<manifest identifier="cartridge" {_MANIFEST_SPACES}>
 <metadata>
  <schema>IMS Common Cartridge</schema>
  <schemaversion>1.1.0</schemaversion>
  <lom:lom>
   <lom:general>
{"".join(texts)}   </lom:general>
  </lom:lom>
 </metadata>
 <organizations>
  <organization identifier="organization" structure="rooted-hierarchy">
   <item identifier="root">
{"".join(modules)}   </item>
  </organization>
 </organizations>
 <resources>
{"".join(resources)} </resources>
</manifest>
"""


def _lom_text(name: str, text: str, language: str) -> str:
    return f"""\
    <lom:{name}>
     <lom:string language="{escape_attribute(language)}">{escape_text(text)}</lom:string>
    </lom:{name}>
"""


def _module(number: int, title: str, items: list[str]) -> str:
    return f"""\
    <item identifier="module-{number}">
     <title>{escape_text(title)}</title>
{"".join(items)}    </item>
"""


def _item(number: int, link: CartridgeLink) -> str:
    return f"""\
     <item identifier="item-{number}" identifierref="link-{number}">
      <title>{escape_text(link.title)}</title>
     </item>
"""


def _resource(number: int) -> str:
    return f"""\
  <resource identifier="link-{number}" type="imswl_xmlv1p1">
   <file href="link-{number}.xml" />
  </resource>
"""


def _web_link(link: CartridgeLink) -> bytes:
    return f"""\
{XML_DECLARATION}<webLink {_WEB_LINK_SPACES}>
 <title>{escape_text(link.title)}</title>
 <url href="{escape_attribute(link.url)}" target="_blank" />
</webLink>
""".encode()


def _zip(files_inside: Iterable[tuple[str, bytes]]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files_inside:
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return found.getvalue()
