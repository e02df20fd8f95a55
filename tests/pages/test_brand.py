"""The brand of a catalog and its own pages: by data, checked, and refused where they could harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from building import ROOT, build
from resource_catalog.model.colors import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    READABLE,
    contrast,
    nearest_readable,
)
from resource_catalog.model.records.identity import Identity
from resource_catalog.pages.rendering.brand_style import color_rules
from sample_catalog import ENTRIES, IDENTITY, write_catalog

BRAND = {
    "logo": "looks/logo.svg",
    "favicon": "icon.png",
    "colors": {"light": "#8a1538"},
    "menu": [
        {"label": "Our <district>", "url": "https://example.org/?a=1&b=2"},
        {"label": "Policies", "page": "policies"},
    ],
    "footer": "1 Main Street & Sons",
    "style_sheet": "own.css",
    "site_url": "https://library.example.org/shelf",
}
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


def branded(folder: Path) -> Path:
    """A catalog with a brand and two pages."""
    entries = {name: ENTRIES[name] for name in ("zebra", "ape")}
    write_catalog(folder, entries, identity={**IDENTITY, **BRAND})
    for name, text in {
        "looks/logo.svg": LOGO,
        "icon.png": "PNG",
        "own.css": ".rc-header { letter-spacing: 0.5em }",
        "pages/about.md": "# Who we are\n\nSee the [policies](policies.md).\n",
        "pages/policies.md": "# Policies\n\n![Us](images/us.svg) [All](browse/index.md)\n",
        "pages/images/us.svg": LOGO,
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, with what MkDocs said while it was built in ``said``."""
    folder = tmp_path_factory.mktemp("brand")
    built = build(branded(folder / "catalog"), folder / "site", SITE_URL="")
    assert built.returncode == 0, built.stderr
    (folder / "said").write_text(built.stderr)
    return folder / "site"


@pytest.mark.parametrize("path", ["", "about/", "policies/", "resources/zebra/"])
def test_every_page_has_the_brand(site: Path, path: str) -> None:
    html = (site / path / "index.html").read_text()
    logo = re.search(r'<img class="rc-header__logo" src="([^"]+)" alt="">', html)
    assert logo
    assert (site / path / logo[1]).resolve().read_text() == LOGO
    assert re.search(
        r'<link rel="icon" href="[^"]*assets/favicon\.\w+\.png" type="image/png">', html
    )
    assert '<a href="https://example.org/?a=1&amp;b=2">Our &lt;district&gt;</a>' in html
    assert "1 Main Street &amp; Sons" in html
    assert f'<link rel="canonical" href="https://library.example.org/shelf/{path}">' in html
    assert "style=" not in html
    assert "onload" not in html, "an SVG is never part of the page"


def test_the_one_style_sheet_has_the_colors_and_ends_with_the_catalogs_own(site: Path) -> None:
    (sheet,) = (site / "assets").glob("site.*.css")
    text = sheet.read_text()
    assert "html:root{--rc-link:#8a1538;--rc-focus:#8a1538}" in text
    assert text.endswith(".rc-header { letter-spacing: 0.5em }")


def test_a_page_with_the_name_of_one_of_ours_replaces_it(site: Path) -> None:
    assert "Who we are" in (site / "about" / "index.html").read_text()
    assert (
        "pages/about.md of the catalog replaces docs/about.md" in (site.parent / "said").read_text()
    )
    assert 'aria-current="page">Policies' in (site / "policies" / "index.html").read_text()
    assert (site / "images" / "us.svg").is_file()
    assert (site / "embedding" / "index.html").is_file(), "the share panel links to it"


def test_own_pages_are_found_by_the_search(site: Path) -> None:
    (names,) = site.glob("search/*/names.js")
    assert "policies/" in names.read_text()


HARMFUL = {
    "<script>alert(1)</script>": "<script>",
    '<p style="color: red">Red</p>': "style= in <p>",
    '<img src="https://example.org/a.png">': "https://example.org/a.png in <img>",
    "![Pixel](//example.org/b.png)": "//example.org/b.png in <img>",
    "[Go](javascript:alert(1))": "javascript:alert(1) in <a>",
    '<b onclick="alert(1)">Go</b>': "onclick= in <b>",
}


def build_with_page(folder: Path, text: str) -> str:
    """What is said when a catalog with a page of this text is built, which must fail."""
    catalog = write_catalog(folder / "catalog", {})
    (catalog / "pages").mkdir()
    (catalog / "pages" / "own.md").write_text(f"# Own\n\n{text}\n")
    built = build(catalog, folder / "site")
    assert built.returncode != 0
    assert "Traceback" not in built.stderr
    return built.stderr


def test_a_page_that_could_harm_stops_the_build(tmp_path: Path) -> None:
    said = build_with_page(tmp_path, "\n\n".join(HARMFUL))
    assert [part for part in HARMFUL.values() if f"own.md: {part}\n" not in said] == []


def test_a_link_that_leads_nowhere_stops_a_strict_build(tmp_path: Path) -> None:
    assert "nowhere.md" in build_with_page(tmp_path, "[Lost](nowhere.md)")


def test_grounds_are_those_of_the_style_sheet() -> None:
    tokens = (ROOT / "overrides" / "css" / "shared" / "tokens.css").read_text()
    light, dark = tokens.split("@media", 1)
    for text, grounds in ((light, LIGHT_GROUNDS), (dark, DARK_GROUNDS)):
        found = re.findall(r"--rc-(?:ground|raised|sunken): (#\w+);", text)
        assert set(found) == set(grounds)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", ["#ffffff"]) == pytest.approx(21)
    assert contrast("#767676", ["#ffffff"]) == pytest.approx(4.54, abs=0.01)
    assert contrast("#777777", ["#ffffff", "#000000"]) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("color", ["#e0a030", "#ffffff", "#000000", "#ff0000", "#12ab9f"])
@pytest.mark.parametrize("grounds", [LIGHT_GROUNDS, DARK_GROUNDS])
def test_the_nearest_color_passes(color: str, grounds: tuple[str, ...]) -> None:
    assert contrast(nearest_readable(color, grounds), grounds) >= READABLE


def test_without_colors_there_are_no_rules() -> None:
    assert color_rules(Identity(title="Plain")) == ""
