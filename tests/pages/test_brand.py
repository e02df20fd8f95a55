"""The brand of a catalog and its own pages: by data, checked, and refused where they could harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from building import ROOT, build
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.colors import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    READABLE,
    contrast,
    nearest_readable,
)
from resource_catalog.model.records.identity import Identity
from resource_catalog.pages.rendering.brand_style import color_rules
from resource_catalog.pages.rendering.safe_html import is_own_file, safe_html
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
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9" fill="url(#a)"/></svg>'


def branded(folder: Path) -> Path:
    """A catalog with a brand and two pages."""
    entries = {name: ENTRIES[name] for name in ("zebra", "ape")}
    write_catalog(folder, entries, identity={**IDENTITY, **BRAND})
    for name, text in {
        "looks/logo.svg": LOGO,
        "icon.png": "PNG",
        "own.css": ".rc-header { letter-spacing: 0.5em }",
        "pages/about.md": "# Who we are\n\nSee the [policies](policies.md).\n",
        "pages/policies.md": "# Policies\n\n![Us](images/us.png) [All](browse/index.md)\n",
        "pages/images/us.png": "PNG",
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
    assert "<circle" not in html, "an SVG is never part of the page"


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
    assert (site / "images" / "us.png").is_file()
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


HIDDEN = {
    "a comment that browsers end sooner": "<!--><img src=x onerror=alert(1)>-->",
    "a tag that never ends": "<div>\n<img src=x onerror=alert(1)\n",
    "a list without scripts": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "old verbatim text": '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
    "a drawing": "<svg><a><set attributeName=href to=javascript:alert(1) /></a></svg>",
    "a button that is a picture": '<input type="image" src="https://example.org/a.png">',
    "a host behind backslashes": "![x](\\\\\\\\example.org/a.png)",
    "a title": "<title><img src=x onerror=alert(1)></title>",
    "an address that is told": "[a](https://example.org/){: ping=https://example.net/ }",
    "a picture of many": '<img srcset="https://example.org/a.png 2x" src="a.png">',
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_is_left_of_a_page_is_safe(name: str) -> None:
    """Whatever a parser other than a browser's makes of it."""
    left = LexborHTMLParser(safe_html(Markdown(extensions=["attr_list"]).convert(HIDDEN[name])))
    for node in left.css("*"):
        assert node.tag not in ("script", "svg", "set", "input", "noscript", "title")
        for attribute, value in node.attributes.items():
            assert not attribute.startswith("on"), node.html
            assert attribute not in ("ping", "srcset", "style"), node.html
            assert attribute != "src" or is_own_file(value or ""), node.html


def test_a_page_says_nothing_of_itself_to_the_code(tmp_path: Path) -> None:
    catalog = write_catalog(tmp_path / "catalog", {})
    (catalog / "pages").mkdir()
    meta = (
        "catalog: true\ntemplate: nope.html\nreport_url: javascript:alert(1)\n"
        "structured_data: </script><script>alert(1)</script>\nfeed: '\"><script>alert(1)</script>'"
    )
    (catalog / "pages" / "own.md").write_text(f"---\ntitle: Own\n{meta}\n---\n\nHello.\n")
    built = build(catalog, tmp_path / "site")
    assert built.returncode == 0, built.stderr
    html = (tmp_path / "site" / "own" / "index.html").read_text()
    assert "alert" not in html
    assert "<title>Own" in html


@pytest.mark.parametrize(
    "css",
    [
        'body{background:u/**/rl("https://example.org/x.png")}',
        '@im/**/port "https://example.org/x.css";',
        "a{} /* url(",
        'body{background:image-/* */set("x.png" 1x)}',
    ],
)
def test_a_style_sheet_that_asks_for_a_file_is_refused(css: str, tmp_path: Path) -> None:
    assert problems_with(tmp_path, "style_sheet", "own.css", css) == ["bad-file"]


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("<script>alert(1)</script>", ["bad-file"]),
        ('<circle onload="alert(1)"/>', ["bad-file"]),
        ('<a xlink:href="javascript:alert(1)"/>', ["bad-file"]),
        ('<image href="https://example.org/a.png"/>', ["bad-file"]),
        ("<style>@import 'https://example.org/a.css'</style>", ["bad-file"]),
        ('<use href="#a"/><style>.a { fill: url(#b) }</style><!-- Made by hand -->', []),
    ],
)
def test_a_drawing_that_could_act_is_refused(part: str, codes: list[str], tmp_path: Path) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{part}</svg>'
    assert problems_with(tmp_path, "logo", "logo.svg", svg) == codes


def problems_with(folder: Path, key: str, name: str, text: str) -> list[str]:
    """The codes of the problems with a catalog that has a file of the brand."""
    catalog = write_catalog(folder / "catalog", {}, identity={**IDENTITY, key: name})
    (catalog / name).write_text(text)
    return [problem.code for problem in open_catalog(catalog)[1]]


def test_a_folder_of_pictures_that_is_a_link_has_none(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.png").write_text("PNG")
    catalog = write_catalog(tmp_path / "catalog", {})
    (catalog / "pictures").symlink_to(outside)
    assert load(catalog).catalog.pictures == {}


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
