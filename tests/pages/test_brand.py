"""The brand of a catalog and its own pages: by data, checked, and refused where they could harm."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from building import ROOT, build, run_script
from resource_catalog.links.built_site import check_site
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.own_pages.page_contents import EXTENSIONS, is_own_file
from resource_catalog.model.colors import (
    DARK_GROUNDS,
    LIGHT_GROUNDS,
    READABLE,
    contrast,
    nearest_readable,
)
from resource_catalog.model.records.catalog_settings import CatalogSettings
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.pages.rendering.brand_style import color_rules
from resource_catalog.pages.rendering.own_page_html import safe_html
from resource_catalog.site.site import Site
from sample_catalog import ENTRIES, IDENTITY, write_catalog, write_sample

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
        "pages/contribute/index.md": "---\ntitle: Join in\n---\n# Join in\n\n## Add a resource\n\n"
        "Write to us. [How we choose](#complete-an-entry)\n",
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


def test_the_search_in_browsers_has_the_icon_of_the_catalog(site: Path) -> None:
    text = (site / "opensearch.xml").read_text()
    found = re.search(r'<Image type="image/png">.*(assets/favicon\.\w+\.png)</Image>', text)
    assert found
    assert (site / found[1]).is_file()


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


def test_a_page_that_replaces_ours_keeps_its_places(site: Path) -> None:
    page = LexborHTMLParser((site / "contribute" / "index.html").read_text())
    title = page.css_first("main h1")
    assert title.text(strip=True) == "Join in"
    assert page.css_first("#add-a-resource").tag == "h2", "it has this place itself"
    places = [node.attributes["id"] for node in page.css("main div[id]")]
    assert {"complete-an-entry", "supply-an-address"} <= {*places}
    assert "add-a-resource" not in places
    found = check_site(site, "https://library.example.org/shelf/")
    assert found.broken_links == ()


def test_own_pages_are_found_by_the_search(site: Path) -> None:
    (names,) = site.glob("search/*/names.js")
    assert "policies/" in names.read_text()


HARMFUL = {
    "<script>alert(1)</script>": "9:1 <script>",
    '<p style="color: red">Red</p>': "9:4 style= in <p>",
    '<img src="https://example.org/a.png">': "9:11 https://example.org/a.png in <img>",
    "![Pixel](//example.org/b.png)": "9:10 //example.org/b.png in <img>",
    "[Go](javascript:alert(1))": "9:6 javascript:alert(1) in <a>",
    '<b onclick="alert(1)">Go</b>': "9:4 onclick= in <b>",
    "Go\n{: onclick=alert(1) }": "10:4 onclick= in <p>",
    '<a href="http://[">Go</a>': "9:10 http://[ in <a>",
    "[Go](java&#115;cript:alert(1))": "1:1 javascript:alert(1) in <a>",  # not written so
}
CODE = "```html\n<script>\n```\n\n`<script>`"


def write_page(folder: Path, text: str, name: str = "own.md") -> Path:
    """A catalog with one page."""
    catalog = write_catalog(folder / "catalog", {})
    path = catalog / "pages" / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return catalog


def said_of(catalog: Path) -> list[str]:
    """The place, code and message of each problem, by the check alone."""
    return [
        f"{p.file.rpartition('/')[2]}:{p.line}:{p.column}: {p.code} {p.message}"
        for p in open_catalog(catalog)[1]
    ]


@pytest.mark.parametrize("text", HARMFUL)
def test_what_could_harm_is_found_where_it_is_written(text: str, tmp_path: Path) -> None:
    place, part = HARMFUL[text].split(" ", 1)
    assert said_of(write_page(tmp_path, f"# Own\n\n{CODE}\n\n{text}\n")) == [
        f"own.md:{place}: not-allowed-html “{part}” cannot be on a page of a catalog."
    ]


def test_the_check_and_the_build_say_the_same_of_a_page(tmp_path: Path) -> None:
    catalog = write_page(tmp_path, "# Own\n\n<script>alert(1)</script>\n")
    built = build(catalog, tmp_path / "site")
    assert built.returncode != 0
    assert "Traceback" not in built.stderr
    checked = run_script("validate.py", str(catalog))
    assert checked.returncode == 1
    (problem, _summary) = checked.stdout.splitlines()
    assert problem in built.stderr
    assert "own.md:3:1: not-allowed-html" in problem


LINKS = """\
# Own

See [lost](nowhere.md), [all](browse/), [zebras](resources/zebra.md), [list](data/catalog.csv)
and [the place](#own), [no place](#none), [another](about.md#nowhere), ![Us](us.png),
[mail](mailto:a@example.org), [there](https://example.org/x.md), `[code](code.md)`, [name].

    [code](indented.md)

[name]: contribute/nowhere.md
"""
WRONG_LINKS = [
    "3:12: unknown-page No page or picture of the site is at “nowhere.md”.",
    "3:31: unknown-page No page or picture of the site is at “browse/”. Write browse/index.md.",
    "3:50: unknown-page No page or picture of the site is at “resources/zebra.md”. Write "
    "resources/zebra/index.md.",
    "4:35: unknown-page There is no heading for “#none” on that page.",
    "4:53: unknown-page There is no heading for “#nowhere” on that page.",
    "4:78: unknown-page No page or picture of the site is at “us.png”.",
    "9:9: unknown-page No page or picture of the site is at “contribute/nowhere.md”.",
]


def test_a_link_that_leads_nowhere_is_said_by_the_check_and_by_the_build(tmp_path: Path) -> None:
    catalog = write_catalog(tmp_path / "catalog", {"zebra": ENTRIES["zebra"]})
    (catalog / "pages").mkdir()
    (catalog / "pages" / "own.md").write_text(LINKS, encoding="utf-8")
    *found, _summary = run_script("validate.py", str(catalog)).stdout.splitlines()
    assert len(found) == len(WRONG_LINKS), found
    for problem, wanted in zip(found, WRONG_LINKS, strict=True):
        assert problem.startswith(f"{catalog}/pages/own.md:{wanted}")
    built = build(catalog, tmp_path / "site")
    assert built.returncode != 0
    assert [problem for problem in found if problem not in built.stderr] == []


NAMES = {
    "about.MD": "bad-file “about.MD” is not a page, because its name does not end in .md.",
    "about.markdown": "bad-file “about.markdown” is not a page, because its name "
    "does not end in .md.",
    "README.md": "reserved-name The site itself uses the address /.",
    "contribute/suggest.md": "reserved-name The site itself uses the address /contribute/suggest/.",
    "contribute/gaps/index.md": "reserved-name The site itself uses the address /contribute/gaps/.",
    "about/index.md": "reserved-name A page that replaces ours must have the same name, which "
    "is about.md.",
    "contribute/README.md": "reserved-name A page that replaces ours must have the same name, "
    "which is contribute/index.md.",
    "notes.txt": "bad-file “notes.txt” is neither a page nor a picture.",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_would_not_be_shown_is_a_problem(name: str, tmp_path: Path) -> None:
    found = said_of(write_page(tmp_path, "# Own\n", name))
    assert found == [f"{name.rpartition('/')[2]}:1:1: {NAMES[name]}"]


def test_every_page_that_is_made_from_a_catalog_is_reserved(tmp_path: Path) -> None:
    """If not: ``GENERATED`` in ``page_files.py`` lacks an address that is new."""
    catalog, problems = open_catalog(write_sample(tmp_path / "sample"))
    assert catalog, problems
    moment = datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC)
    site = Site(catalog, LinkStatuses(catalog, moment.date()), str, moment)
    for page in all_pages(site):
        path = tmp_path / "sample" / "pages" / f"{page.path}index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Own\n", encoding="utf-8")
    found = open_catalog(tmp_path / "sample")[1]
    assert {p.code for p in found} == {"reserved-name"}
    assert len(found) == len(list(all_pages(site)))


def test_two_pages_have_two_addresses(tmp_path: Path) -> None:
    catalog = write_page(tmp_path, "# Own\n", "own/index.md")
    for name in ("own.md", "own/README.md"):
        (catalog / "pages" / name).write_text("# Too\n")
    assert said_of(catalog) == [
        "own.md:1:1: duplicate-id “own/README.md” has the same address, /own/.",
        "index.md:1:1: duplicate-id “own/README.md” has the same address, /own/.",
    ]


def test_what_is_no_file_is_a_problem(tmp_path: Path) -> None:
    catalog = write_page(tmp_path, "# Own\n")
    (tmp_path / "outside").mkdir()
    (catalog / "pages" / "more").symlink_to(tmp_path / "outside")
    (catalog / "pages" / "gone.md").symlink_to(tmp_path / "gone.md")
    assert [line.partition(": ")[2] for line in said_of(catalog)] == [
        "bad-file “gone.md” is outside the catalog folder.",
        "bad-file “more” is outside the catalog folder.",
    ]
    shutil.rmtree(catalog / "pages")
    (catalog / "pages").write_text("# Own\n")
    assert said_of(catalog) == ["pages:1:1: bad-file This is not a folder."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"# Own\n\n\xff\n", "3:1: not-utf8 From here on, the file is not UTF-8 text."),
        (b"[" * 2001, "1:1: too-long “[” is in this text more than 2000 times."),
        (b"word " * 20_001, "1:1: too-long The page has 100,005 characters; at most 100,000"),
        (b"---\ntitle: a\ntitle: b\n---\n", "3:1: duplicate-key"),
        (b"---\ntitle: [a]\n---\n", "2:8: wrong-kind “title” of a page must be text."),
    ],
)
def test_a_page_that_cannot_be_read_is_a_problem(text: bytes, said: str, tmp_path: Path) -> None:
    catalog = write_page(tmp_path, "")
    (catalog / "pages" / "own.md").write_bytes(text)
    (found,) = said_of(catalog)
    assert found.startswith(f"own.md:{said}")


def test_pages_are_read_by_the_check_as_by_the_build() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = settings.partition("markdown_extensions:\n")[2].partition("\n\n")[0]
    assert re.findall(r"^  - ([\w.]+)", listed, re.MULTILINE) == sorted(EXTENSIONS, key=listed.find)


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


@pytest.mark.parametrize("address", ["//e.org/a.png", "///e.org/a.png", " ///e.org/a.png"])
def test_an_address_with_two_slashes_is_that_of_another_site(address: str) -> None:
    assert not is_own_file(address)


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
    assert color_rules(CatalogSettings(title="Plain")) == ""
