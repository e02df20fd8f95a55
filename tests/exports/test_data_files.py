"""Files with data: read by parsers that are not ours, and every one told on ``/data/``."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from frictionless import Package
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from building import CATALOG, HOST
from resource_catalog.exports import open_search
from resource_catalog.exports.export_registry import all_exports, all_offers
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.site.site import Site
from sample_catalog import write_catalog

NAMES = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def site_of(folder: Path) -> Site:
    catalog, problems = open_catalog(folder)
    assert catalog is not None, problems
    moment = datetime.datetime(2026, 11, 22, tzinfo=datetime.UTC)
    return Site(catalog, LinkStatuses(catalog, moment.date()), lambda path: HOST + path, moment)


def written(site: Site, folder: Path) -> Path:
    """Every export of a site, written to a folder."""
    for file in all_exports(site):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        raw = file.content if isinstance(file.content, bytes) else file.content.encode()
        path.write_bytes(raw)
    return folder


def test_frictionless_finds_the_table_as_it_is_described(built_site: Path) -> None:
    package = Package(str(built_site / "data/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])
    rows = package.get_resource("catalog").read_rows()
    assert len(rows) > 50
    assert rows[0]["id"]
    assert isinstance(rows[0]["added"], datetime.date)


def test_a_table_that_is_not_as_described_is_found_out(built_site: Path, tmp_path: Path) -> None:
    for name in ("datapackage.json", "catalog.csv"):
        (tmp_path / name).write_bytes((built_site / "data" / name).read_bytes())
    text = (tmp_path / "catalog.csv").read_text(encoding="utf-8-sig")
    (tmp_path / "catalog.csv").write_text(text.replace(",open,", ",opne,", 1), encoding="utf-8")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [found for (found,) in report.flatten(["type"])] == ["constraint-error"]


def test_facets_are_counted(built_site: Path) -> None:
    package = Package(str(built_site / "data/datapackage.json"))
    rows = package.get_resource("facets").read_rows()
    catalog = json.loads((built_site / "data/catalog.json").read_text(encoding="utf-8"))
    listed = [entry for entry in catalog["entries"] if not entry["retired"]]
    for row in rows:
        key = catalog["vocabularies"][row["facet"]]["key"]
        having = [e for e in listed if row["term"] in (e[key] if e[key] else ())]
        exact = [e for e in having if e[key] == row["term"] or isinstance(e[key], list)]
        assert row["resources"] == len(exact), row
    assert len(rows) == sum(len(v["terms"]) for v in catalog["vocabularies"].values())


def test_hostile_texts_stay_data(tmp_path: Path) -> None:
    title = '=HYPERLINK("https://evil.example") </title>]]>&'
    entries = {"x": {"title": title, "summary": "@SUM(1)\n,;\"'\t=1", "authors": ["-2+3", "a;b"]}}
    identity = {"title": "R&D <library> of everything there is to know", "description": "]]>&"}
    folder = write_catalog(tmp_path / "catalog", entries, identity=identity)
    out = written(site_of(folder), tmp_path / "out")
    package = Package(str(out / "data/datapackage.json"))
    assert package.validate().valid
    (row,) = package.get_resource("catalog").read_rows()
    assert row["title"] == f"'{title}"
    assert row["authors"] == "'-2+3; a\\;b"
    described = etree.parse(out / open_search.PATH)
    assert described.findtext("o:ShortName", namespaces=NAMES) == "R&D <library> of"
    assert described.findtext("o:Description", namespaces=NAMES) == "]]>&"


def test_browsers_find_the_search(built_site: Path) -> None:
    described = etree.parse(built_site / "opensearch.xml")
    for name, length in (("ShortName", 16), ("LongName", 48), ("Description", 1024)):
        text = described.findtext(f"o:{name}", namespaces=NAMES)
        assert text
        assert len(text) <= length
    templates = {u.get("type"): u.get("template") for u in described.findall("o:Url", NAMES)}
    assert templates["text/html"] == f"{HOST}browse/?q={{searchTerms}}"
    image = str(described.findtext("o:Image", namespaces=NAMES))
    assert (built_site / image.removeprefix(HOST)).is_file()
    home = LexborHTMLParser((built_site / "index.html").read_text(encoding="utf-8"))
    link = home.css_first("link[rel=search]")
    assert link is not None
    assert link.attributes["href"] == "opensearch.xml"


def test_every_file_with_data_is_told_on_the_page(built_site: Path) -> None:
    page = LexborHTMLParser((built_site / "data/index.html").read_text(encoding="utf-8"))
    named = {
        (built_site / "data" / str(a.attributes["href"])).resolve()
        for a in page.css(".rc-offer__files a:not([href^='#'])")
    }
    assert all(path.is_file() for path in named)
    plain = {path.resolve() for path in (built_site / "data").glob("*.*")} - {
        (built_site / "data/index.html").resolve()
    }
    assert plain - named == set()
    examples = [node.text() for node in page.css(".rc-offer__example")]
    assert any(f"{HOST}data/catalog.csv" in text for text in examples)


def test_the_files_of_resources_are_one_table(built_site: Path) -> None:
    """Each file stands in it once, under a name of its own."""
    page = LexborHTMLParser((built_site / "data/index.html").read_text(encoding="utf-8"))
    links = page.css("tbody td a")
    names = [" ".join(a.text().split()) for a in links]
    assert len(names) == len(set(names)) == len({a.attributes["href"] for a in links})
    data = json.loads((built_site / "data/catalog.json").read_text(encoding="utf-8"))
    assert f"{data['phases'][0]['label']} as RIS" in names
    rows = [node.text() for node in page.css("tbody th")]
    assert rows[:2] == ["Everything", data["phases"][0]["label"]]


@pytest.mark.parametrize("offer", list(all_offers(site_of(CATALOG))), ids=lambda o: o.name)
def test_each_offer_says_what_it_is(offer: object) -> None:
    for part in ("name", "purpose", "about", "files"):
        assert getattr(offer, part), part
