"""A site in two languages: the same site twice, and what is not translated says so."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from building import CATALOG, HOST, run_script
from make_handouts import pages_of
from opened_site import open_folder
from resource_catalog.exports import handout_files
from resource_catalog.model.translations.translated_catalog import translated_catalog
from resource_catalog.site.self_check.plan_rules import plan_of
from resource_catalog.site.self_check.questions import check_data, questions_of

ELEMENT_IN_TAG = re.compile(r"<[a-z][^<>]*<")


@pytest.fixture(scope="module")
def site(bilingual_folder: Path) -> Path:
    return bilingual_folder


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path / "index.html").read_text(encoding="utf-8"))


def pages_in(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
    return {path for path in found if not path.startswith("es/")}


def without_texts(data: Any) -> Any:
    """What a program reads of a catalog, but for the texts in it."""
    if isinstance(data, dict):
        return {key: without_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [without_texts(item) for item in data]
    return data if isinstance(data, int) or re.fullmatch(r"[a-z0-9-]+", str(data)) else ""


def test_every_page_is_there_in_both_languages(site: Path) -> None:
    assert pages_in(site) == pages_in(site / "es")


def test_ids_numbers_and_orders_are_the_same(site: Path) -> None:
    ours, theirs = (
        json.loads((folder / "data/catalog.json").read_text(encoding="utf-8"))
        for folder in (site, site / "es")
    )
    assert without_texts(theirs) == without_texts(ours)
    assert "¡Begin!" in json.dumps(theirs, ensure_ascii=False)
    for path in ("phases/first/", "browse/", "tools/", "stages/early/", "collections/start/"):
        ours, theirs = (
            [
                node.attributes["href"]
                for node in page(folder, path).css("main a:not([href^='mailto'])")
            ]
            for folder in (site, site / "es")
        )
        assert theirs[: len(ours)] == ours
        assert len(theirs) == len(ours) + 2  # what leads to the source, and to how to help


def test_each_language_has_words_of_its_own_for_the_search(site: Path) -> None:
    english, spanish = (
        any(
            "équido" in path.read_text(encoding="utf-8")
            for path in folder.glob("search/*/names.js")
        )
        for folder in (site, site / "es")
    )
    assert (english, spanish) == (False, True)


def test_answers_give_the_same_plan() -> None:
    english = open_folder(CATALOG)
    spanish = replace(english, catalog=translated_catalog(english.catalog, "es"))
    checks = [check_data(questions_of(site), site) for site in (english, spanish)]
    for answers in (("not-yet",), ("yes", "partly"), ("not-sure", "not-for-us", "yes")):
        given = dict(zip([q["key"] for q in checks[0]["questions"]], cycle(answers), strict=False))
        first, second = (without_texts(plan_of(check, given)) for check in checks)
        assert first == second


def test_the_menu_keeps_the_page_and_search_engines_know_both(site: Path) -> None:
    for folder, path, other in (
        (site, "resources/zebra/", "../../es/resources/zebra/"),
        (site / "es", "resources/zebra/", "../../../resources/zebra/"),
        (site / "es", "", "./../"),
        (site / "es", "about/", "../../about/"),
    ):
        shown = page(folder, path)
        (link,) = shown.css(".rc-languages a")
        assert link.attributes["href"] == other
        assert (folder / path / other).resolve().is_dir()
        assert shown.css_first("html").attributes["lang"] == ("es" if folder != site else "en")
        found = {
            node.attributes["hreflang"]: node.attributes["href"]
            for node in shown.css("head link[hreflang]")
        }
        ours, theirs = f"{HOST}{path}", f"{HOST}es/{path}"
        assert found == {"en": ours, "es": theirs, "x-default": ours}


def test_what_is_not_translated_has_its_language_and_the_page_says_so(site: Path) -> None:
    shown = page(site / "es", "resources/zebra/")
    summary = shown.css_first(".rc-resource__main [lang=en]")
    assert summary.text() == "What it is."
    assert shown.css_first("h1").attributes["lang"] == "en"  # titles name what will be opened
    note = shown.css_first(".rc-translation")
    assert note.css_first("a").attributes["href"] == "../../../resources/zebra/"
    paths = ("resources/zebra/", "resources/ape/", "shelf/")
    notes = {page(site / "es", path).css_first(".rc-translation").text() for path in paths}
    assert len(notes) == 3  # not translated; behind; only waiting for a reader
    behind = page(site / "es", "resources/ape/").css(".rc-outdated")
    assert [node.text() for node in behind] == ["¡What it is.!"]
    assert not page(site, "resources/zebra/").css("[lang=en] .rc-untranslated, .rc-translation")


def test_other_names_and_sources_have_the_language_that_they_are_in(site: Path) -> None:
    shown = page(site / "es", "resources/zebra/")
    marked = shown.css(".rc-head__aka [lang=en], .rc-facts__source[lang=en]")
    assert [node.text() for node in marked] == ["Stripes", "A field guide"]


def test_no_element_is_where_none_can_be(site: Path) -> None:
    for path in (site / "es").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not ELEMENT_IN_TAG.search(re.sub(r"<!--.*?-->", "", html)), path
        tree = LexborHTMLParser(html)
        assert not tree.css("svg span, option span"), path
        assert not re.search(r"<title>[^<]*<(?!/title)|&lt;span class", html), path


def test_hand_written_pages_are_translated_or_marked(site: Path) -> None:
    about = page(site / "es", "about/")
    assert about.css_first("h1").text() == "Quiénes somos"
    assert about.css_first("main a[href='../resources/zebra/']")
    assert not about.css("main [lang]")
    team = page(site / "es", "team/")
    assert team.css_first("main [lang=en] h1").text() == "The team"
    assert team.css_first("link[rel=canonical]").attributes["href"] == f"{HOST}team/"
    assert not team.css("head link[hreflang]")
    assert team.css_first(".rc-translation--above a").attributes["href"] == "../../team/"


def test_pages_load_only_what_is_in_their_language(site: Path) -> None:
    for path in (site / "es").rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for node in tree.css("script[src], link[rel=stylesheet]"):
            loaded = [node.attributes.get(name) for name in ("src", "href", "data-rc-index")]
            for target in filter(None, loaded):
                base = site / "es" if path.name == "404.html" else path.parent
                target = target.removeprefix("/es/") if path.name == "404.html" else target
                assert (base / target).resolve().is_relative_to(site / "es"), (path, target)


def test_addresses_count_once_the_language_is_published(site: Path, tmp_path: Path) -> None:
    for published, expected in ((False, False), (True, True)):
        catalog = tmp_path / f"{published}"
        (catalog / "entries").mkdir(parents=True)
        languages = {"es": {"published": published}}
        (catalog / "catalog.yml").write_text(json.dumps({"title": "x", "languages": languages}))
        done = run_script("check_addresses.py", site, "--catalog", catalog, "--add")
        assert done.returncode == 0, done.stderr
        lines = (catalog / "addresses.txt").read_text().splitlines()
        assert ("es/resources/zebra/" in lines) == expected
        assert "resources/zebra/" in lines


def test_hand_outs_are_printed_of_both_and_each_has_its_own(site: Path, tmp_path: Path) -> None:
    _root, pages = pages_of(site)
    assert {"phases/first/", "es/phases/first/"} <= {*pages}
    for page_printed in ("phases/first", "es/phases/first"):
        (tmp_path / page_printed).mkdir(parents=True)
        (tmp_path / page_printed / "handout-a4.pdf").write_bytes(b"%PDF")
    english = open_folder(site.parent / "catalog", handouts=tmp_path)
    spanish = replace(
        english, catalog=translated_catalog(english.catalog, "es"), handouts=tmp_path / "es"
    )
    for either in (english, spanish):
        assert [file.path for file in handout_files.files(either)] == [
            "phases/first/handout-a4.pdf"
        ]


def test_a_language_that_every_text_is_signed_in_waits_for_nobody() -> None:
    site = open_folder(CATALOG)
    shown = translated_catalog(site.catalog, "es").shown_in
    assert shown is not None
    assert shown.is_signed


def test_a_site_in_one_language_has_nothing_of_it(built_site: Path) -> None:
    assert not list(built_site.glob("assets/open-languages*"))
    home = (built_site / "index.html").read_text(encoding="utf-8")
    assert "hreflang" not in re.sub(r"<a [^>]*>", "", home)
    assert "rc-languages" not in home
