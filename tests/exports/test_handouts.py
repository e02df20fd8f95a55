"""Hand-outs: the PDF files that a script prints from the pages, read with a library not ours."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from selectolax.lexbor import LexborHTMLParser

from browser import launch_options
from building import HOST, ROOT
from make_handouts import pages_of, print_pages
from resource_catalog.exports.handout_files import PAPERS
from sample_catalog import COLLECTIONS, ENTRIES, write_sample

BELOW = "https://library.example.org/sub/path/"
SIZES = {"A4": (595, 842), "Letter": (612, 792)}


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def links_of(pdf: PdfReader) -> set[str]:
    notes = [note.get_object() for page in pdf.pages for note in page.get("/Annots", [])]
    return {note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})}


def tags_of(node: DictionaryObject) -> Iterator[str]:
    """The kinds of elements in the tree that a screen reader follows."""
    if "/S" in node:
        yield str(node["/S"])
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        if isinstance(found := child.get_object(), DictionaryObject):
            yield from tags_of(found)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalog as a site with hand-outs, as the command makes it."""
    folder = tmp_path_factory.mktemp("handouts")
    settings = {"CATALOG_DIR": str(write_sample(folder / "catalog")), "SITE_URL": BELOW}
    command = [sys.executable, "scripts/make_handouts.py", "--site", str(folder / "site")]
    environment = {**os.environ, **settings, "SOURCE_DATE_EPOCH": "1795305600"}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    assert "have hand-outs in" in run.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def phases(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-outs of the real phases."""
    root, pages = pages_of(built_site)
    folder = tmp_path_factory.mktemp("phases")
    chosen = [page for page in pages if re.fullmatch(r"phases/[^/]+/", page)]
    assert len(chosen) == 6
    print_pages(chosen, root, built_site, folder, launch_options())
    return folder


def test_every_list_has_its_hand_outs_and_an_empty_one_none(made: Path) -> None:
    found = {path.parent.relative_to(made).as_posix() for path in made.rglob("handout-*.pdf")}
    assert found == {
        *("phases/first", "phases/second", "phases/first/early", "phases/second/early"),
        *("stages/early", "collections/start"),
    }
    assert len(list(made.rglob("handout-*.pdf"))) == 2 * len(found)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_hand_out_says_all_that_a_coordinator_hands_out(made: Path, paper: str) -> None:
    pdf = PdfReader(made / "collections/start" / PAPERS[paper])
    text = text_of(pdf)
    start = COLLECTIONS["start"]
    places = [text.index(ENTRIES[chosen["id"]]["title"]) for chosen in start["entries"]]
    assert places == sorted(places), "in order"
    for expected in (
        *(start["title"], start["purpose"], start["audience"], "Sample library"),
        *("Count the stripes first.", "Look whether all of it is shown.", "Paid"),
        "Total time: not listed.",
        "library.example.org/sub/path/resources/everything",
        "library.example.org/sub/path/collections/start",
        "as of November 22, 2026",
    ):
        assert expected in text
    box = pdf.pages[0].mediabox
    assert (round(box.width), round(box.height)) == pytest.approx(SIZES[paper], abs=2)


def test_links_on_paper_lead_to_the_published_site(made: Path) -> None:
    found = links_of(PdfReader(made / "phases/first" / PAPERS["A4"]))
    assert {f"{BELOW}resources/{name}/" for name in ("zebra", "ape", "everything")} <= found
    assert all(link.startswith(BELOW) for link in found)


def test_it_is_tagged_for_screen_readers(made: Path) -> None:
    pdf = PdfReader(made / "phases/first" / PAPERS["A4"])
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert pdf.metadata is not None
    assert pdf.metadata.title == "First · Sample library"
    tags = list(tags_of(root["/StructTreeRoot"]))
    assert {"/H1", "/H2", "/H3", "/L", "/LI", "/Link", "/P", "/Figure"} <= set(tags)
    assert tags.count("/H1") == 1
    assert next(item.title for item in pdf.outline if not isinstance(item, list)) == "First"


def test_the_page_offers_its_hand_outs(made: Path) -> None:
    page = LexborHTMLParser((made / "phases/first/index.html").read_text(encoding="utf-8"))
    links = [a.attributes["href"] or "" for a in page.css(".rc-share__files a")]
    for name in PAPERS.values():
        (link,) = [link for link in links if link.endswith(name)]
        assert (made / "phases/first" / link).resolve().is_file()
    empty = LexborHTMLParser((made / "stages/late/index.html").read_text(encoding="utf-8"))
    assert not [a for a in empty.css("a") if "handout" in (a.attributes["href"] or "")]


@pytest.mark.parametrize("paper", PAPERS)
def test_each_real_phase_fits_on_two_pages_with_nothing_cut(
    phases: Path, built_site: Path, paper: str
) -> None:
    for path in sorted(phases.rglob(PAPERS[paper])):
        name = path.parent.relative_to(phases).as_posix()
        pdf = PdfReader(path)
        assert 1 <= len(pdf.pages) <= 2, name
        page = LexborHTMLParser((built_site / name / "index.html").read_text(encoding="utf-8"))
        text = re.sub(r"\W", "", text_of(pdf))  # lines may break anywhere
        wanted = page.css(".rc-card__title, .rc-card__why, .rc-card__use, .rc-card__address")
        assert wanted
        for element in wanted:
            said = element.text()
            assert re.sub(r"\W", "", said) in text, f"{name}: {said}"


def test_without_a_browser_it_says_what_to_do(tmp_path: Path) -> None:
    command = [sys.executable, "scripts/make_handouts.py", "--site", str(tmp_path / "site")]
    environment = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    run = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "scripts/browser.py" in run.stderr
    assert not (tmp_path / "site").exists()


def test_for_this_computer_there_are_none_and_it_says_how_to_go_on(tmp_path: Path) -> None:
    """People copied forty sheets whose codes led to 127.0.0.1."""
    settings = {"CATALOG_DIR": str(write_sample(tmp_path / "catalog")), "SITE_URL": ""}
    command = [sys.executable, "scripts/make_handouts.py", "--site", str(tmp_path / "site")]
    run = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert "SITE_URL=https://library.example.org/ make handouts" in run.stderr
    assert not (tmp_path / "site").exists()


def test_a_catalog_without_phases_has_hand_outs_of_its_packs(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<link rel="canonical" href="{HOST}">')
    data = {"phases": [], "stages": [], "collections": [{"url": f"{HOST}collections/one/"}]}
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "catalog.json").write_text(json.dumps({**data, "tools": []}))
    assert pages_of(tmp_path) == (HOST, ["collections/one/"])


def test_the_root_of_a_site_is_found_on_its_home_page(built_site: Path) -> None:
    assert pages_of(built_site)[0] == HOST
