"""For machines: structured data, titles, descriptions, addresses, the sitemap and redirects."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from browsing import reader
from building import CATALOG, HOST
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.script_json import as_script_text
from resource_catalog.site.pagination import ListPage
from resource_catalog.site.structured_data import ItemList, learning_resource
from sample_catalog import ENTRIES, write_catalog

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ISO_8601_DURATION = re.compile(r"PT\d+M")


@dataclass
class Head(HTMLParser):
    """What the head of a page tells machines."""

    title: str = ""
    language: str | None = None
    canonical: list[str] = field(default_factory=list)
    refresh: str | None = None
    meta: dict[str, str] = field(default_factory=dict)
    data: list[Any] = field(default_factory=list)
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._inside = values.get("type", tag) if tag == "script" else tag
        if tag == "html":
            self.language = values.get("lang")
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical.append(values["href"])
        elif tag == "meta" and values.get("http-equiv") == "refresh":
            self.refresh = values["content"]
        elif tag == "meta" and "content" in values:
            for name in filter(None, (values.get("property"), values.get("name"))):
                assert name not in self.meta, f"{name} stands twice"
                self.meta[name] = values["content"]

    def handle_endtag(self, _: str) -> None:
        self._inside = ""

    def handle_data(self, text: str) -> None:
        if self._inside == "title":
            self.title += text
        elif self._inside == "application/ld+json":
            self.data.append(json.loads(text))


def heads(site: Path) -> dict[str, Head]:
    """The heads of all pages by path, redirect stubs included."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        head = found[path.parent.relative_to(site).as_posix().removeprefix(".")] = Head()
        head.feed(path.read_text(encoding="utf-8").partition("</head>")[0])
    return {f"{path}/" if path else "": head for path, head in found.items()}


@dataclass
class Site:
    """A built site as machines see it."""

    folder: Path
    pages: dict[str, Head]
    stubs: dict[str, Head]
    catalog: dict[str, Any]


@pytest.fixture(scope="module", params=["real", "sample"])
def seen(request: pytest.FixtureRequest, built_site: Path, sample_folder: Path) -> Iterator[Site]:
    folder = built_site if request.param == "real" else sample_folder
    found = heads(folder)
    catalog = json.loads((folder / "data" / "catalog.json").read_text(encoding="utf-8"))
    found = {path: head for path, head in found.items() if not path.startswith("embed/")}
    stubs = {path: head for path, head in found.items() if head.refresh}
    return Site(folder, {p: h for p, h in found.items() if p not in stubs}, stubs, catalog)


def test_every_page_says_what_it_is(seen: Site) -> None:
    name = seen.catalog["title"]
    for path, head in seen.pages.items():
        title = head.title.strip()
        assert title == name if path == "" else title.endswith(f" · {name}"), path
        assert 0 < len(head.meta["description"]) <= 160, path
        assert head.canonical == [HOST + path]
        assert head.language == "en"
        assert head.meta["og:url"] == HOST + path
        assert head.meta["og:title"] == title.removesuffix(f" · {name}")
        assert head.meta["og:description"] == head.meta["description"]
        assert head.meta["og:site_name"] == name
        assert head.meta["og:type"] == "website"


def test_no_two_pages_have_the_same_title(seen: Site) -> None:
    """A reader with ten tabs open can tell them apart."""
    titles = Counter(head.title for head in seen.pages.values())
    assert [title for title, number in titles.items() if number > 1] == []


def test_resource_pages_are_learning_resources(seen: Site) -> None:
    types = {term["id"]: term for term in seen.catalog["vocabularies"]["types"]["terms"]}
    for entry in seen.catalog["entries"]:
        (data,) = seen.pages[f"resources/{entry['id']}/"].data
        type_term = types[entry["type"]]
        specific = type_term.get("schema_type", "LearningResource")
        said = [data["@type"]] if isinstance(data["@type"], str) else data["@type"]
        assert said == list(dict.fromkeys(["LearningResource", specific]))
        assert data["@context"] == "https://schema.org"
        assert data["name"] == entry["title"]
        assert data["description"] == entry["summary"]
        assert data["learningResourceType"] == type_term["label"]
        assert data["mainEntityOfPage"] == data["@id"] == entry["url"]
        urls = {link["url"] for link in entry["links"]}
        assert data["url"] in (urls or {entry["url"]})
        same = {
            link["url"]
            for link in entry["links"]
            if not link.get("label") and link["role"] != "landing"
        }
        assert {*data.get("sameAs", [])} == same - {data["url"]}
        assert data.get("datePublished") == entry["published"]
        assert [person["name"] for person in data.get("author", [])] == entry["authors"]
        assert [p["name"] for p in data.get("publisher", [])] == entry["publishers"]
        assert ISO_8601_DURATION.fullmatch(data.get("timeRequired", "PT1M"))
        assert None not in data.values()


def test_phase_pages_are_lists_in_curated_order(seen: Site) -> None:
    for phase in seen.catalog["phases"]:
        (data,) = seen.pages[f"phases/{phase['id']}/"].data
        items = data.get("itemListElement", [])
        assert data["@type"] == "ItemList"
        assert data["name"] == phase["label"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        assert [item["url"] for item in items] == [
            f"{HOST}resources/{entry}/" for entry in phase["entries"]
        ]
        assert data["numberOfItems"] == len(items)
        for item in items:
            assert item["url"].removeprefix(HOST) in seen.pages


def test_the_order_of_a_phase_is_the_one_written_down(sample_folder: Path) -> None:
    """Zebra stands in the sequence and so comes first; the rest follow by title."""
    (data,) = heads(sample_folder)["phases/first/"].data
    ids = [item["url"].split("/")[-2] for item in data["itemListElement"]]
    assert [ENTRIES[entry]["title"] for entry in ids] == [
        "Zebra",
        "Ape",
        "Lost address",
        "One with everything",
    ]


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;/script&gt;", "\u2028"],
)
def test_structured_data_cannot_end_its_element(text: str) -> None:
    written = as_script_text({"name": text, text: [text]})
    assert not re.search(r"[<>&]", written)
    assert json.loads(written) == {"name": text, text: [text]}


@pytest.mark.parametrize("text", ["</script>", '"}],', "&lt;", "\\u003c/script>"])
def test_neither_can_that_of_a_list(text: str) -> None:
    catalog, _ = open_catalog(CATALOG)
    assert catalog is not None
    list_page = ListPage(catalog.listed[:2], 60, 62, 2, 2, "types/report/")
    written = ItemList(
        text, text, list_page, lambda path: f"https://a.example/<&/{path}"
    ).script_text()
    assert not re.search(r"[<>&]", written)
    data = json.loads(written)
    assert (data["name"], data["description"]) == (text, text)
    assert data["@id"] == "https://a.example/<&/types/report/page-2/"
    assert [(item["position"], item["url"]) for item in data["itemListElement"]] == [
        (61 + n, f"https://a.example/<&/resources/{list_page.entries[n].id}/") for n in range(2)
    ]


def test_the_sitemap_lists_every_page_and_nothing_else(seen: Site) -> None:
    assert _sitemap(seen.folder).keys() == {HOST + path for path in seen.pages}
    packed = gzip.decompress((seen.folder / "sitemap.xml.gz").read_bytes())
    assert packed == (seen.folder / "sitemap.xml").read_bytes()


def test_the_sitemap_gives_only_days_that_a_person_wrote(sample_folder: Path) -> None:
    days = {address: day for address, day in _sitemap(sample_folder).items() if day}
    assert days == {f"{HOST}resources/everything/": "2026-02-04"}


def test_every_alias_is_a_redirect(seen: Site) -> None:
    wanted = {"resources/": "browse/"}
    for entry in seen.catalog["entries"]:
        for alias in entry["aliases"]:
            wanted[f"resources/{alias}/"] = f"resources/{entry['id']}/"
    for pack in seen.catalog["collections"]:
        for alias in pack["aliases"]:
            wanted[f"collections/{alias}/"] = f"collections/{pack['id']}/"
    assert {path: head.canonical for path, head in seen.stubs.items()} == {
        old: [HOST + new] for old, new in wanted.items()
    }
    assert all(head.meta["robots"] == "noindex" for head in seen.stubs.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [("resources/", "browse/"), ("resources/quagga/", "resources/zebra/")],
)
def test_an_old_address_leads_on(browser: Browser, sample: str, old: str, new: str) -> None:
    with reader(browser, java_script_enabled=False) as page:
        page.goto(sample + old)
        page.wait_for_url(sample + new)


def test_every_address_in_the_data_is_a_page(seen: Site) -> None:
    text = json.dumps(seen.catalog)
    addresses = set(re.findall(rf'"{re.escape(HOST)}([^"#]*)[^"]*"', text))
    assert addresses
    assert addresses - set(seen.pages) == set()


def _sitemap(site: Path) -> dict[str, str | None]:
    """The addresses of the sitemap, each with the day of its last change where one is given."""
    tree = ElementTree.parse(site / "sitemap.xml")  # noqa: S314 - a file of our own
    return {
        url.findtext(f"{NAMESPACE}loc", ""): url.findtext(f"{NAMESPACE}lastmod")
        for url in tree.getroot()
    }


def test_links_to_other_pages_are_not_the_same_resource(tmp_path: Path) -> None:
    """A label is the name of another page, and a landing page only leads to the resource."""
    host = "https://example.org/"
    links = [
        {"url": f"{host}cards"},
        {"url": f"{host}copy", "role": "alternate"},
        {"url": f"{host}kept", "role": "archive"},
        {"url": f"{host}about", "role": "landing"},
        {"url": f"{host}testing", "role": "alternate", "label": "usability testing"},
    ]
    fields = {**ENTRIES["zebra"], "links": links, "aliases": []}
    catalog, problems = open_catalog(write_catalog(tmp_path / "catalog", {"zebra": fields}), ())
    assert catalog is not None, problems
    data = learning_resource(catalog.entries["zebra"], catalog, lambda path: HOST + path)
    assert (data["url"], data["sameAs"]) == (f"{host}cards", [f"{host}copy", f"{host}kept"])
