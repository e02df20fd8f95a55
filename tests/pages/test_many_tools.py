"""A catalog with forty tools: all are listed, and no page is swamped by them."""

from __future__ import annotations

import io

import pytest
from docx import Document

from opened_site import open_folder, rendered
from resource_catalog.exports.blank_sheets import sheet_files
from resource_catalog.pages.facets import pages as facet_pages
from resource_catalog.pages.tools.tool_pages import pages as tool_pages
from resource_catalog.site.site import Site
from sites import TOOL_SAMPLES, with_tools

NUMBER = 40


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = with_tools(tmp_path_factory.mktemp("many") / "catalog")
    texts = [path.read_text(encoding="utf-8") for path in sorted(TOOL_SAMPLES.glob("*.yml"))]
    for number in range(len(texts), NUMBER):
        text = texts[number % len(texts)].replace("old-dates", f"old-dates-{number}")
        (folder / f"tools/tool-{number}.yml").write_text(text, encoding="utf-8")
    return open_folder(folder)


def test_all_are_listed_and_have_a_page(site: Site) -> None:
    pages = {page.path: page for page in tool_pages(site)}
    assert len(pages) == NUMBER + 1
    listed = rendered(pages["tools/"], site).css(".rc-card__link")
    assert len({link.attributes["href"] for link in listed}) == NUMBER
    for page in pages.values():
        assert rendered(page, site).css("h1")


def test_all_have_blank_sheets(site: Site) -> None:
    written = {file.path: file.raw for file in sheet_files.files(site)}
    banks = [tool for tool in site.catalog.tools.values() if tool.kind == "questions"]
    assert len(written) == 3 * NUMBER + len(banks)
    for path, raw in written.items():
        if path.endswith(".docx"):
            assert Document(io.BytesIO(raw)).paragraphs[0].text


def test_a_phase_shows_a_few_and_leads_to_the_others(site: Site) -> None:
    (phase,) = [page for page in facet_pages(site) if page.path == "phases/first/"]
    (section,) = rendered(phase, site).css('section[aria-labelledby="tools"]')
    assert len(section.css(".rc-card__link")) == 6
    (more,) = section.css("a.rc-more")
    assert (more.text(), more.attributes["href"]) == (f"All {NUMBER} tools", "../../tools/")
