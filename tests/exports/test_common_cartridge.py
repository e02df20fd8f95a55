"""Cartridges: what importers of learning management systems look for is where they look for it.

The published schemas may not be kept here, so the rules are written out, each with its clause. The
letters and numbers are those in ccv1p1_imscp_v1p2_v1p0.xsd of the profile 1.1: (a) to (y) are what
it changed in Content Packaging 1.2, [1] to [11] its sets of Schematron rules. What is said of
Canvas and Moodle is what their importers do.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from itertools import combinations

import pytest
from lxml import etree

from citation_samples import real_site
from resource_catalog.exports import common_cartridge
from resource_catalog.exports.cartridge_package import (
    MAX_TITLE_LENGTH,
    Cartridge,
    CartridgeLink,
    CartridgeModule,
    Version,
    build_cartridge,
)
from resource_catalog.model.records.vocabulary import Phase, Stage

SITE = real_site()
FILES = {file.path: file.content for file in common_cartridge.files(SITE)}
OLD, NEW = ".imscc", ".cc12.imscc"
NC_NAME = re.compile(r"[A-Za-z_][\w.-]*")


def spaces(version: str) -> dict[str, str]:
    """The namespaces of a version, such as 1p1."""
    return {
        "cp": f"http://www.imsglobal.org/xsd/imsccv{version}/imscp_v1p1",
        "lom": f"http://ltsc.ieee.org/xsd/imsccv{version}/LOM/manifest",
        "wl": f"http://www.imsglobal.org/xsd/imsccv{version}/imswl_v{version}",
    }


def version_of(path: str) -> str:
    return "1p2" if path.endswith(NEW) else "1p1"


def opened(content: str | bytes) -> zipfile.ZipFile:
    assert isinstance(content, bytes)
    return zipfile.ZipFile(io.BytesIO(content))


def manifest_in(content: str | bytes) -> etree._Element:
    with opened(content) as archive:
        return etree.fromstring(archive.read("imsmanifest.xml"))


def imported(content: str | bytes, version: str = "1p1") -> list[tuple[str, list[tuple[str, str]]]]:
    """The modules with their links, as an importer goes through them."""
    names = spaces(version)
    with opened(content) as archive:
        manifest = manifest_in(content)
        resources = {r.get("identifier"): r for r in manifest.iterfind(".//cp:resource", names)}
        modules = []
        for module in manifest.findall("cp:organizations/cp:organization/cp:item/cp:item", names):
            links = []
            for item in module.findall("cp:item", names):
                resource = resources[item.get("identifierref")]
                (file,) = resource.findall("cp:file", names)
                link = etree.fromstring(archive.read(file.get("href")))
                assert link.tag == f"{{{names['wl']}}}webLink"
                title = item.findtext("cp:title", namespaces=names)
                assert link.findtext("wl:title", namespaces=names) == title
                links.append((title, link.find("wl:url", names).get("href")))
            modules.append((module.findtext("cp:title", namespaces=names), links))
    return modules


def test_each_phase_stage_and_collection_has_one_in_both_versions() -> None:
    catalog = SITE.catalog
    paths = [
        *(f"data/phases/{phase.id}" for phase in catalog.phases),
        *(f"data/stages/{stage.id}" for stage in catalog.stages),
        *(f"data/collections/{name}" for name in catalog.collections),
    ]
    assert FILES.keys() == {path + suffix for path in paths for suffix in (OLD, NEW)}


@pytest.mark.parametrize("path", FILES)
def test_the_manifest_is_as_the_profile_asks(path: str) -> None:
    version = version_of(path)
    names = spaces(version)
    with opened(FILES[path]) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "imsmanifest.xml", "the manifest at the root"
        raw = archive.read("imsmanifest.xml")
        manifest = etree.fromstring(raw)
        files = [f.get("href") for f in manifest.iterfind(".//cp:file", names)]
        assert sorted(files) == sorted(archive.namelist()[1:]), "[9]: every file, and each once"
    assert f'xmlns="{names["cp"]}"' in raw[:500].decode(), "Moodle, imscc11_converter.detect_format"
    order = [etree.QName(child).localname for child in manifest]
    assert order == ["metadata", "organizations", "resources"], "Manifest.Type: a sequence"
    schema = manifest.findtext("cp:metadata/cp:schema", namespaces=names)
    assert schema == "IMS Common Cartridge", "(t)"
    number = manifest.findtext("cp:metadata/cp:schemaversion", namespaces=names)
    assert number == f"{version.replace('p', '.')}.0", "(u)"
    assert manifest.findtext(".//lom:title/lom:string", namespaces=names), "(x)"
    (organization,) = manifest.findall("cp:organizations/cp:organization", names)
    assert organization.get("structure") == "rooted-hierarchy", "(d)"
    (root,) = organization.findall("cp:item", names)  # (s)
    assert root.find("cp:title", names) is None, "(n): no title at the top"
    for item in root.iterfind(".//cp:item", names):
        assert item[0].tag == f"{{{names['cp']}}}title", "(n): a title, and it comes first"
        assert 0 < len(item[0].text) <= MAX_TITLE_LENGTH, "Canvas and Moodle: 255 characters"
        assert (item.get("identifierref") is None) == (len(item) > 1), "[8]: a folder or a link"
    for resource in manifest.iterfind(".//cp:resource", names):
        assert resource.get("type") == f"imswl_xmlv{version}", "(m)"
        assert resource.get("href") is None, "[2]: a web link has no href of its own"
        assert len(resource.findall("cp:file", names)) == 1, "[2]: exactly one file"
    ids = Counter(e.get("identifier") for e in manifest.iter() if e.get("identifier"))
    assert set(ids.values()) == {1}, "xs:ID: unique in the file"
    assert all(NC_NAME.fullmatch(found) for found in ids), "xs:ID: a name without a colon"


def test_no_two_packages_share_an_identifier() -> None:
    """Canvas finds modules and links again by them, and overwrites what it finds."""
    ids = {
        path: {e.get("identifier") for e in manifest_in(content).iter() if e.get("identifier")}
        for path, content in FILES.items()
    }
    assert not [(a, b) for a, b in combinations(ids, 2) if ids[a] & ids[b]]


@pytest.mark.parametrize("suffix", [OLD, NEW])
@pytest.mark.parametrize("phase", SITE.catalog.phases, ids=lambda phase: phase.id)
def test_a_phase_is_one_module_in_reading_order(phase: Phase, suffix: str) -> None:
    path = f"data/phases/{phase.id}{suffix}"
    ((title, links),) = imported(FILES[path], version_of(path))
    assert title == phase.label
    assert [url for _, url in links] == [
        SITE.absolute_url(f"phases/{phase.id}/"),
        *(SITE.absolute_url(e.address) for e in SITE.catalog.by_term.tagged("phases", phase.id)),
    ]


@pytest.mark.parametrize("stage", SITE.catalog.stages, ids=lambda stage: stage.id)
def test_a_stage_has_a_module_for_each_phase_named_after_both(stage: Stage) -> None:
    modules = imported(FILES[f"data/stages/{stage.id}.imscc"])
    labels = [f"{stage.label}: {p.label}" for p in SITE.catalog.phases] + [f"{stage.label}: more"]
    assert [title for title, _ in modules] == [label for label in labels if label in dict(modules)]
    entries = SITE.catalog.by_term.tagged("stages", stage.id)
    assert Counter(url for _, links in modules for _, url in links) == Counter(
        [SITE.absolute_url(f"stages/{stage.id}/"), *(SITE.absolute_url(e.address) for e in entries)]
    )


def test_a_collection_keeps_its_order() -> None:
    for name, pack in SITE.catalog.collections.items():
        ((title, links),) = imported(FILES[f"data/collections/{name}.imscc"])
        assert title == pack.title
        assert [url for _, url in links[1:]] == [
            SITE.absolute_url(f"resources/{step.id}/") for step in pack.entries
        ]


def made(title: str, url: str = "https://example.org/") -> bytes:
    link = CartridgeLink("a", title, url)
    cartridge = Cartridge("x", title, title, [CartridgeModule("m", title, [link])])
    return build_cartridge(cartridge, "en", Version("1.1"))


def test_hostile_titles_are_titles() -> None:
    title, url = '</title><x a="&amp;">]]> & “quotes”', "https://example.org/?a=1&b=<2>"
    assert imported(made(title, url)) == [(title, [(title, url)])]


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("x" * 255, "x" * 255),
        ("x" * 256, "x" * 254 + "…"),
        ("x" * 253 + " y" * 9, "x" * 253 + "…"),
        ("two\nlines\tand  more", "two lines and more"),  # xs:normalizedString
    ],
)
def test_titles_are_what_importers_keep(title: str, kept: str) -> None:
    assert imported(made(title)) == [(kept, [(kept, "https://example.org/")])]


def test_the_same_links_make_the_same_bytes() -> None:
    assert {file.path: file.content for file in common_cartridge.files(SITE)} == FILES
