"""Cartridges: what importers of learning management systems look for is where they look for it.

The published schemas may not be kept here, so the rules are written out: those of the profile 1.1
that its schemas hold to, and what Canvas and Moodle read of a file of links.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter

import pytest
from lxml import etree

from citation_samples import real_site
from resource_catalog.exports import common_cartridge
from resource_catalog.exports.common_cartridge import Cartridge, CartridgeLink, build_cartridge
from resource_catalog.model.records.vocabulary import Phase

SITE = real_site()
FILES = {file.path: file.content for file in common_cartridge.files(SITE)}
NAMES = {
    "cp": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
    "wl": "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1",
}
NC_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def opened(content: str | bytes) -> zipfile.ZipFile:
    assert isinstance(content, bytes)
    return zipfile.ZipFile(io.BytesIO(content))


def imported(content: str | bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """The modules with their links, as an importer goes through them."""
    with opened(content) as archive:
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        resources = {r.get("identifier"): r for r in manifest.iterfind(".//cp:resource", NAMES)}
        modules = []
        for module in manifest.findall("cp:organizations/cp:organization/cp:item/cp:item", NAMES):
            links = []
            for item in module.findall("cp:item", NAMES):
                resource = resources[item.get("identifierref")]
                assert resource.get("type") == "imswl_xmlv1p1"
                (file,) = resource.findall("cp:file", NAMES)
                link = etree.fromstring(archive.read(file.get("href")))
                assert link.tag == f"{{{NAMES['wl']}}}webLink"
                title = item.findtext("cp:title", namespaces=NAMES)
                assert link.findtext("wl:title", namespaces=NAMES) == title
                links.append((title, link.find("wl:url", NAMES).get("href")))
            modules.append((module.findtext("cp:title", namespaces=NAMES), links))
    return modules


def test_each_phase_stage_and_collection_has_one() -> None:
    catalog = SITE.catalog
    assert FILES.keys() == {
        *(f"data/phases/{phase.id}.imscc" for phase in catalog.phases),
        *(f"data/stages/{stage.id}.imscc" for stage in catalog.stages),
        *(f"data/collections/{name}.imscc" for name in catalog.collections),
    }


@pytest.mark.parametrize("path", FILES)
def test_the_manifest_is_as_the_profile_asks(path: str) -> None:
    with opened(FILES[path]) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "imsmanifest.xml"
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        files = {f.get("href") for f in manifest.iterfind(".//cp:file", NAMES)}
        assert files == set(archive.namelist()) - {"imsmanifest.xml"}
    order = [etree.QName(child).localname for child in manifest]
    assert order == ["metadata", "organizations", "resources"]
    assert manifest.findtext("cp:metadata/cp:schema", namespaces=NAMES) == "IMS Common Cartridge"
    assert manifest.findtext("cp:metadata/cp:schemaversion", namespaces=NAMES) == "1.1.0"
    assert manifest.findtext(".//lom:title/lom:string", namespaces=NAMES)
    (organization,) = manifest.findall("cp:organizations/cp:organization", NAMES)
    assert organization.get("structure") == "rooted-hierarchy"
    (root,) = organization.findall("cp:item", NAMES)
    assert root.find("cp:title", NAMES) is None
    ids = Counter(
        element.get("identifier") for element in manifest.iter() if element.get("identifier")
    )
    assert set(ids.values()) == {1}
    assert all(NC_NAME.fullmatch(found) for found in ids)


@pytest.mark.parametrize("phase", SITE.catalog.phases, ids=lambda phase: phase.id)
def test_a_phase_is_imported_whole_and_each_entry_once(phase: Phase) -> None:
    path = f"data/phases/{phase.id}.imscc"
    entries = SITE.catalog.tagged("phases", phase.id)
    links = [url for _, links in imported(FILES[path]) for _, url in links]
    assert links[0] == SITE.absolute_url(f"phases/{phase.id}/")
    assert sorted(links[1:]) == sorted(SITE.absolute_url(f"resources/{e.id}/") for e in entries)


def test_a_collection_keeps_its_order() -> None:
    for name, pack in SITE.catalog.collections.items():
        ((title, links),) = imported(FILES[f"data/collections/{name}.imscc"])
        assert title == pack.title
        assert [url for _, url in links[1:]] == [
            SITE.absolute_url(f"resources/{step.id}/") for step in pack.entries
        ]


def test_hostile_titles_are_titles() -> None:
    title = '</title><x a="&amp;">]]> & “quotes”'
    made = build_cartridge(
        Cartridge(
            "x", title, title, [(title, [CartridgeLink(title, "https://example.org/?a=1&b=<2>")])]
        ),
        "en",
    )
    assert imported(made) == [(title, [(title, "https://example.org/?a=1&b=<2>")])]


def test_the_same_links_make_the_same_bytes() -> None:
    assert {file.path: file.content for file in common_cartridge.files(SITE)} == FILES
