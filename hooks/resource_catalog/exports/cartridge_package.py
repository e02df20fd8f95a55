"""Write one course package: a zip file with a manifest and a file for each link.

Specification: IMS Common Cartridge Profile 1.1 and 1.2, https://www.imsglobal.org/cc/.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from resource_catalog.exports.xml_text import (
    XML_DECLARATION,
    escape_attribute,
    escape_text,
)

MAX_TITLE_LENGTH = 255
"""Longest title of a module or link: the columns in which Canvas and Moodle keep them."""

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time in a zip file. It is fixed, so that builds are reproducible."""


@dataclass(frozen=True)
class CartridgeLink:
    """A link with its title. ``name`` is its id, unlike that of any other link in the cartridge."""

    name: str
    title: str
    url: str


@dataclass(frozen=True)
class CartridgeModule:
    """A module of a course. ``name`` is its id, unlike that of any other in the cartridge."""

    name: str
    title: str
    links: Sequence[CartridgeLink]


@dataclass(frozen=True)
class Cartridge:
    """A cartridge. ``name`` is the start of all its identifiers; no other cartridge may have it.

    Importers such as that of Canvas know modules and links again by their identifiers.
    """

    name: str
    title: str
    about: str
    modules: Sequence[CartridgeModule]


class Version:
    """A version of the profile, such as 1.1: the names that differ from one to the next."""

    def __init__(self, version: str) -> None:
        """Work out the names of ``version``, two numbers with a point between them."""
        short = f"v{version.replace('.', 'p')}"
        instance = "http://www.w3.org/2001/XMLSchema-instance"
        package = f"http://www.imsglobal.org/xsd/imscc{short}/imscp_v1p1"
        metadata = f"http://ltsc.ieee.org/xsd/imscc{short}/LOM/manifest"
        web_link = f"http://www.imsglobal.org/xsd/imscc{short}/imswl_{short}"
        schemas = f"http://www.imsglobal.org/profile/cc/cc{short}"
        self.schema_version = f"{version}.0"
        self.link_type = f"imswl_xml{short}"
        self.manifest_attributes = (
            f'xmlns="{package}" xmlns:lom="{metadata}" xmlns:xsi="{instance}" '
            f'xsi:schemaLocation="{package} {schemas}/cc{short}_imscp_v1p2_v1p0.xsd '
            f'{metadata} {schemas}/LOM/cc{short}_lommanifest_v1p0.xsd"'
        )
        self.link_attributes = (
            f'xmlns="{web_link}" xmlns:xsi="{instance}" '
            f'xsi:schemaLocation="{web_link} {schemas}/cc{short}_imswl_{short}.xsd"'
        )


def build_cartridge(cartridge: Cartridge, language: str, version: Version) -> bytes:
    """The bytes of a cartridge: a zip file with a manifest and one file per link."""
    links = [link for module in cartridge.modules for link in module.links]
    manifest = _manifest(cartridge, links, language, version)
    return _zip(manifest, ((_path(link), _web_link(link, version)) for link in links))


def _manifest(
    cartridge: Cartridge, links: Sequence[CartridgeLink], language: str, version: Version
) -> str:
    # The namespace comes first: Moodle looks for it in the first 500 bytes, and names may be long.
    name = cartridge.name
    about = (("title", cartridge.title), ("description", cartridge.about))
    texts = "".join(_lom_text(element, text, language) for element, text in about if text)
    modules = "".join(_module(name, module) for module in cartridge.modules)
    resources = "".join(_resource(name, link, version) for link in links)
    return f"""\
{XML_DECLARATION}<manifest {version.manifest_attributes} identifier="{name}">
 <metadata>
  <schema>IMS Common Cartridge</schema>
  <schemaversion>{version.schema_version}</schemaversion>
  <lom:lom>
   <lom:general>
{texts}   </lom:general>
  </lom:lom>
 </metadata>
 <organizations>
  <organization identifier="{name}.course" structure="rooted-hierarchy">
   <item identifier="{name}.modules">
{modules}   </item>
  </organization>
 </organizations>
 <resources>
{resources} </resources>
</manifest>
"""


def _lom_text(element: str, text: str, language: str) -> str:
    return f"""\
    <lom:{element}>
     <lom:string language="{escape_attribute(language)}">{escape_text(text)}</lom:string>
    </lom:{element}>
"""


def _module(cartridge: str, module: CartridgeModule) -> str:
    items = "".join(_item(cartridge, link) for link in module.links)
    return f"""\
    <item identifier="{cartridge}.module.{module.name}">
     <title>{_title(module.title)}</title>
{items}    </item>
"""


def _item(cartridge: str, link: CartridgeLink) -> str:
    return f"""\
     <item identifier="{cartridge}.item.{link.name}" identifierref="{cartridge}.link.{link.name}">
      <title>{_title(link.title)}</title>
     </item>
"""


def _resource(cartridge: str, link: CartridgeLink, version: Version) -> str:
    return f"""\
  <resource identifier="{cartridge}.link.{link.name}" type="{version.link_type}">
   <file href="{_path(link)}" />
  </resource>
"""


def _path(link: CartridgeLink) -> str:
    return f"links/{link.name}.xml"


def _web_link(link: CartridgeLink, version: Version) -> str:
    return f"""\
{XML_DECLARATION}<webLink {version.link_attributes}>
 <title>{_title(link.title)}</title>
 <url href="{escape_attribute(link.url)}" target="_blank" />
</webLink>
"""


def _title(text: str) -> str:
    """A title on one line, in as many characters as importers keep, escaped."""
    if len(text) > MAX_TITLE_LENGTH:
        text = text[: MAX_TITLE_LENGTH - 1].rstrip() + "…"
    return escape_text(" ".join(text.split()))


def _zip(manifest: str, links: Iterable[tuple[str, str]]) -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        _add(archive, "imsmanifest.xml", manifest, zipfile.ZIP_DEFLATED)
        for name, content in links:
            # To compress so little text takes five times as long as all the rest.
            _add(archive, name, content, zipfile.ZIP_STORED)
    return found.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: str, method: int) -> None:
    info = zipfile.ZipInfo(name, _ZIP_EPOCH)
    info.external_attr = 0o644 << 16
    archive.writestr(info, content.encode(), method, compresslevel=1)
