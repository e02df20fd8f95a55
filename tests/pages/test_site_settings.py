"""Settings of the site: another catalog, another address, edit and report links, live reload."""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from playwright.sync_api import Browser, Page

from browsing import NARROW, complaints, reader, serve, visit
from building import CATALOG, HOST, ROOT, build, copy_of_catalog
from resource_catalog.links.built_site import check_site
from sample_catalog import IDENTITY, write_catalog, write_sample
from serving import serving
from sites import BELOW, EDIT


@pytest.mark.parametrize(("phases", "entries"), [(1, 0), (12, 1), (13, 1)])
def test_a_catalog_of_any_size_makes_a_site(
    phases: int, entries: int, tmp_path: Path, browser: Browser
) -> None:
    """Someone begins with an empty folder of entries; their cycle may have any number of phases."""
    terms = [{"id": f"p{n}", "label": f"Phase number {n}"} for n in range(1, phases + 1)]
    catalog = write_catalog(
        tmp_path / "catalog",
        {f"entry-{n}": {"phases": ["p1"]} for n in range(entries)},
        {"phases": {"label": "Phases", "terms": terms}},
    )
    site = tmp_path / "site"
    built = build(catalog, site)
    assert built.returncode == 0, built.stderr
    assert check_site(site, HOST).broken_links == ()
    assert not (site / "collections").exists(), "a catalog without packs has no page of them"
    assert "Packs" not in (site / "index.html").read_text(encoding="utf-8")
    with (
        serve(site) as url,
        reader(browser, viewport={"width": NARROW, "height": 800}) as page,
    ):
        found = complaints(page)
        visit(page, url)
        ring = page.get_by_role("navigation", name="The cycle of phases").get_by_role("link")
        assert ring.count() == (phases if 3 <= phases <= 12 else 0)
        for segment in ring.all():
            box = segment.bounding_box()
            assert box["width"] > 24, "a target for a finger (WCAG 2.2, 2.5.8)"
            assert box["height"] > 24
        for path in ("", "phases/p1/", "stages/"):
            page.goto(url + path)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= NARROW
        assert found == []


@pytest.mark.parametrize(
    ("language", "direction", "skip"),
    [
        ("es", "ltr", "Saltar a contenido"),
        ("pt-BR", "ltr", "Pular para conteúdo"),
        ("es-419", "ltr", "Saltar a contenido"),
        ("zh-Hant-TW", "ltr", "跳轉至"),
        ("ar", "rtl", "انتقل إلى المحتوى"),
        ("en-GB", "ltr", "Skip to content"),
        ("ga", "ltr", "Skip to content"),
    ],
)
def test_every_page_is_in_the_language_of_the_catalog(
    language: str, direction: str, skip: str, tmp_path: Path
) -> None:
    """Also where the theme has no words in it; then it uses those of the nearest, or English."""
    catalog, site = write_sample(tmp_path / "catalog"), tmp_path / "site"
    identity = json.dumps({**IDENTITY, "language": language})
    (catalog / "catalog.yml").write_text(identity, encoding="utf-8")
    built = build(catalog, site)
    assert built.returncode == 0, built.stderr
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    names = {path: re.findall(r'<html[^>]*? lang="([^"]*)"', html) for path, html in pages.items()}
    assert {path: found for path, found in names.items() if found != [language]} == {}
    for path in ("index.html", "about/index.html", "404.html", "resources/ape/index.html"):
        assert re.findall(r'<body[^>]*? dir="([^"]*)"', pages[site / path]) == [direction]
        assert skip in pages[site / path]
    feed = (site / "feeds" / "everything.xml").read_text(encoding="utf-8")
    assert f'xml:lang="{language}"' in feed
    assert f'"inLanguage":"{language}"' in pages[site / "index.html"]


@pytest.fixture(scope="module")
def below(site_below: Path, browser: Browser) -> Iterator[tuple[Page, str]]:
    """A reader of the site below a sub-path, and its address there."""
    with serve(site_below, urlsplit(BELOW).path) as url, reader(browser) as page:
        yield page, url


@pytest.mark.parametrize(
    "path", ["", "phases/", "browse/", "contribute/", "data/", "no/such/page/", "resources/{id}/"]
)
def test_a_site_below_a_sub_path_works(below: tuple[Page, str], path: str) -> None:
    """Style sheet, scripts and every link of the frame are found, on the 404 page as well."""
    page, url = below
    entry = min((CATALOG / "entries").glob("*.yml")).stem
    found = complaints(page)
    visit(page, url + path.format(id=entry))
    assert [text for text in found if "404 (Not Found)" not in text] == []
    assert len(found) == ("no/such" in path), "the page itself may be missing, nothing else"
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--rc-ink')")
    links = page.locator(".rc-header a, .rc-footer a").evaluate_all("all => all.map(a => a.href)")
    assert len(links) > 5
    assert [link for link in links if not link.startswith(url)] == []
    page.locator(".rc-header__brand").click()
    page.wait_for_url(url)


@pytest.mark.parametrize("address", [BELOW, BELOW.rstrip("/")])
def test_the_address_of_the_site_is_in_all_that_must_be_absolute(
    address: str, site_below: Path, tmp_path: Path
) -> None:
    """With and without a slash at its end."""
    site = site_below
    if not address.endswith("/"):
        site = tmp_path / "site"
        assert build(None, site, SITE_URL=address).returncode == 0
    page = (site / "phases" / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="{BELOW}phases/">' in page
    for name in ("sitemap.xml", "data/catalog.json", "resources/index.html"):
        text = (site / name).read_text(encoding="utf-8")
        assert BELOW in text
        assert HOST not in text
    assert f'href="{urlsplit(BELOW).path}"' in (site / "404.html").read_text(encoding="utf-8")


def test_the_edit_link_opens_the_file_the_page_is_made_of(mendable: Path) -> None:
    edited = {path: _link(mendable / path / "index.html", "Edit this page") for path in _paths()}
    for path, link in edited.items():
        place = urljoin(EDIT, link or "").removeprefix(urljoin(EDIT, ".."))
        assert (ROOT / place).is_file(), f"{path}: {link}"
    assert edited["about"] == f"{EDIT}about.md"
    assert edited["phases/planning"].endswith("catalog/vocabularies/phases.yml")


def test_pages_that_no_file_is_behind_have_no_edit_link(mendable: Path) -> None:
    for path in ("", "browse", "data", "contribute/problems"):
        assert _link(mendable / path / "index.html", "Edit this page") is None


def test_the_report_link_is_filled_in(mendable: Path) -> None:
    for path in _paths():
        if path == "about":
            continue
        page = mendable / path / "index.html"
        link = _link(page, "Report a problem")
        asked = parse_qs(urlsplit(link).query, strict_parsing=True)
        title = re.search(r"<h1[^>]*>(.*?)</h1>", page.read_text(encoding="utf-8"), re.DOTALL)[1]
        title = _plain(re.sub(r"<svg.*?</svg>|<[^>]*>", "", title, flags=re.DOTALL))
        assert asked.keys() == {"title", "body"}
        assert title in asked["title"][0]
        assert f"{HOST}{path}/" in asked["body"][0]


def test_without_settings_there_is_no_edit_and_no_report_link(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'rel="edit"' not in text
        assert "Report a problem" not in text


def test_two_builds_are_the_same_to_the_byte(tmp_path: Path) -> None:
    sites = [tmp_path / "one", tmp_path / "two"]
    for site in sites:
        built = build(None, site, afresh=True, SOURCE_DATE_EPOCH="1700000000")
        assert built.returncode == 0, built.stderr
    one, two = ({p.relative_to(site) for p in site.rglob("*") if p.is_file()} for site in sites)
    assert one == two
    _, different, unread = filecmp.cmpfiles(*sites, [str(path) for path in one], shallow=False)
    assert (different, unread) == ([], [])


def test_an_edit_is_seen_at_once_and_a_mistake_is_survived(tmp_path: Path) -> None:
    catalog = copy_of_catalog(tmp_path)
    entry = min((catalog / "entries").glob("*.yml"))
    page = f"resources/{entry.stem}/"
    good = entry.read_text(encoding="utf-8")

    def write(title: str) -> None:
        entry.write_text(re.sub(r"(?m)^title: .*", title, good), encoding="utf-8")

    with serving(catalog, tmp_path) as served:
        assert 'id="title"' in served.read(page)
        write("title: A title that was changed")
        served.wait(lambda: "A title that was changed" in served.read(page))
        write("titel: A slip of the pen")
        served.wait(lambda: served.printed(f"{entry}:2:1: unknown-key") > 0)
        write("title: A title that was mended")
        served.wait(lambda: "A title that was mended" in served.read(page))


def _paths() -> list[str]:
    """Pages that a file can be edited for."""
    entries = [f"resources/{path.stem}" for path in (CATALOG / "entries").glob("*.yml")]
    return [*entries, "phases/planning", "stages/ready-to-plan", "types/report", "about"]


def _link(page: Path, words: str) -> str | None:
    match = re.search(rf'<a href="([^"]*)"[^>]*>{words}', page.read_text(encoding="utf-8"))
    return _plain(match[1]) if match else None


def _plain(html: str) -> str:
    return html.replace("&amp;", "&").replace("&#39;", "'").replace("&#34;", '"').strip()


@pytest.mark.parametrize("setting", [{"use_directory_urls": False}, {"plugins": ["offline"]}])
def test_addresses_of_files_are_refused(setting: dict[str, object]) -> None:
    """They would be links to folders that are not there; the offline plugin asks for them too."""
    config = load_config(str(ROOT / "mkdocs.yml"), **setting)
    with pytest.raises(PluginError, match=r"use_directory_urls: false.*make offline"):
        config.plugins.run_event("config", config)
