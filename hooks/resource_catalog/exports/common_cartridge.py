"""IMS Common Cartridge 1.1: links in modules, which learning management systems import as a unit.

Specification: IMS Common Cartridge Profile 1.1, https://www.imsglobal.org/cc/. Of
all its versions this is the one that Canvas, Moodle, Schoology and Blackboard read.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from resource_catalog.exports import Download, ExportFile, Offer, xml_text
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.site.site import Site

ENDING = "imscc"
MOST = 200
"""So many links at most are in a cartridge; the first one leads to the page that has them all."""

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
    catalog = site.catalog
    found = [
        (path_of(facet, term.id), term.label)
        for facet in (PHASES, STAGES)
        for term in catalog.facets[facet].terms
        if catalog.tagged(facet, term.id)
    ]
    found += [(path_of("collections", p.id), p.title) for p in catalog.collections.values()]
    if found:
        yield Offer(
            name="Course packages",
            purpose="for Canvas, Moodle, Schoology, and Blackboard",
            about="A phase, stage, or pack as links in a course, sorted into modules. Import the "
            "file as a “Common Cartridge”. Each link leads to the page of the resource here, so "
            "that it keeps working when the resource moves.",
            files=tuple(found),
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
    modules, inside = list[str](), list[bytes]()
    for number, (title, links) in enumerate(cartridge.modules, start=1):
        items = []
        for link in links:
            inside.append(_web_link(link))
            items.append(_item(len(inside), link))
        modules.append(_module(number, title, items))
    names = [f"link-{number}.xml" for number in range(1, len(inside) + 1)]
    manifest = _manifest(cartridge, language, modules, len(inside))
    return _zip([("imsmanifest.xml", manifest.encode()), *zip(names, inside, strict=True)])


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
    page = Link(f"{title}: the whole page", site.absolute_url(f"{kind}/{name}/"))
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
    return Link(entry.title, site.absolute_url(f"resources/{entry.id}/"))


def _manifest(cartridge: Cartridge, language: str, modules: list[str], links: int) -> str:
    about = (("title", cartridge.title), ("description", cartridge.about))
    texts = [_said(name, text, language) for name, text in about if text]
    resources = [_resource(number) for number in range(1, links + 1)]
    return f"""\
{xml_text.DECLARATION}<manifest identifier="cartridge" {_MANIFEST_SPACES}>
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


def _said(name: str, text: str, language: str) -> str:
    return f"""\
    <lom:{name}>
     <lom:string language="{xml_text.value(language)}">{xml_text.text(text)}</lom:string>
    </lom:{name}>
"""


def _module(number: int, title: str, items: list[str]) -> str:
    return f"""\
    <item identifier="module-{number}">
     <title>{xml_text.text(title)}</title>
{"".join(items)}    </item>
"""


def _item(number: int, link: Link) -> str:
    return f"""\
     <item identifier="item-{number}" identifierref="link-{number}">
      <title>{xml_text.text(link.title)}</title>
     </item>
"""


def _resource(number: int) -> str:
    return f"""\
  <resource identifier="link-{number}" type="imswl_xmlv1p1">
   <file href="link-{number}.xml" />
  </resource>
"""


def _web_link(link: Link) -> bytes:
    return f"""\
{xml_text.DECLARATION}<webLink {_WEB_LINK_SPACES}>
 <title>{xml_text.text(link.title)}</title>
 <url href="{xml_text.value(link.url)}" target="_blank" />
</webLink>
""".encode()


def _zip(inside: Iterable[tuple[str, bytes]]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in inside:
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return found.getvalue()
