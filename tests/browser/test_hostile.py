"""Hostile entries: text from strangers is either refused or shown as the text it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from browsing import NARROW, complaints, reader, serve, visit
from building import build, run_script
from sample_catalog import VOCABULARIES, Fields, write_catalog
from searching import open_search, search

TEXTS: dict[str, str] = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(2)>',
    "quotes": "' onmouseover='alert(3)' \" onfocus=\"alert(4)\" autofocus x=`",
    "template": "{{ 7*7 }}{% raw %}{# {{ catalog }} ${7*7} <%= 7*7 %>",
    "endings": "</script></style></textarea></title></svg><!-- ]]> --> <![CDATA[ \\u003c/script>",
    "entities": "&lt script&gt alert(5)&lt /script&gt &amp &#60b&#62 &notanentity; & amp;",
    "markdown": "[a](javascript:alert(6)) ![b](x) ** c ** `d` <javascript:alert(7)>",
    "right-to-left": "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd 123 (abc) \u2067x",
    "emoji": "\U0001f469\u200d\U0001f3eb \U0001f3f3\ufe0f\u200d\U0001f308 e\u0301\u0323 \ufdfd",
    "zero-width": "ก\u200bข\u200cค\u200dง",
    "unbroken": "W" * 250,
    "longest": "A title that goes on " * 13 + "and on, to the end.",
}
REPORT = "https://git.example.org/new?title={title}&body={body}"
INJECTED = "img, iframe, object, embed, [autofocus], [onerror], [onmouseover], [onfocus]"
EVERYTHING = " ".join(TEXTS[name] for name in ("script", "image", "quotes", "template", "endings"))


def catalog(folder: Path, hostile: bool) -> Path:
    """A catalog with a text in every field there is; its twin of plain words has the same shape."""

    def text(field: str, name: str | None = None) -> str:
        payload = TEXTS[name] if name else EVERYTHING
        return f"{payload[: 299 - len(field)]} {field}" if hostile else f"Plain {name} {field}"

    def named(fields: Fields, *names: str) -> Fields:
        return {**fields, **{name: text(f"{name} {fields.get('id', '')}") for name in names}}

    vocabularies = {name: dict(vocabulary) for name, vocabulary in VOCABULARIES.items()}
    for vocabulary in vocabularies.values():
        vocabulary.update(named({}, "label", "singular", "description"))
        vocabulary["terms"] = [
            named(term, "label", "plural", "short_label", "description")
            for term in vocabulary["terms"]
        ]
    vocabularies["audiences"]["terms"][0]["label"] = text("label", "unbroken")
    phases, stages = (vocabularies[facet]["terms"] for facet in ("phases", "stages"))
    phases[:] = [named(phase, "question") for phase in phases]
    phases[1].update(label=text("p", "unbroken"), short_label=text("s", "unbroken"))
    stages[1].update(label=text("label", "unbroken"))
    prompts = [{"text": text(name, name), "entries": [name]} for name in TEXTS]
    stages[0] = named(stages[0], "subtitle", "goal") | {"questions": prompts, "tasks": prompts}
    entries = {name: _entry(name, text) for name in TEXTS}
    entries["endings"]["retired"] = {"on": "2026-01-02", "why": text("why", "endings")}
    identity = named({}, "title", "tagline", "description", "curator", "text_license")
    chosen = [{"id": name, "note": text("note", name)} for name in TEXTS if name != "endings"]
    pack = named({"id": "pack"}, "title", "audience", "purpose") | {"entries": chosen}
    del pack["id"]
    return write_catalog(folder, entries, vocabularies, identity, {"pack": pack})


def _entry(name: str, text) -> Fields:
    one = {key: text(key, name) for key in ("summary", "recommended_use", "extent", "license")}
    several = ("also_known_as", "authors", "publishers", "contributors")
    return {
        **one,
        **{key: [text(key, name)] for key in several},
        "title": text(name, name),
        "phases": ["first", "second"],
        "stages": ["early", "late"],
        "audiences": ["staff"],
        "aliases": [f"old-{name}"],
        "access": "on-request",
        "request_from": text("request_from", name),
        "links": [{"url": f"https://{name}.example.org/{'x' * 300}", "role": "archive"}],
        "reviewed": {"on": "2026-01-02", "by": text("by", name)},
        "sources": [{"document": text("document", name), "section": text("section", name)}],
        "notes": f"SECRET {text('notes', name)}",
    }


class _Skeleton(HTMLParser):
    """The elements of a page and the names of their attributes, without any text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, ...]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # The lines of a title on a cover: there are more of them if it is longer; and words with
        # a hyphen, which stay together.
        if tag == "tspan" or attrs == [("class", "rc-together")]:
            return
        self.elements.append((tag, *sorted(name for name, _ in attrs)))


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """The hostile site, and its harmless twin."""
    folder = tmp_path_factory.mktemp("hostile")
    found = {}
    for hostile in (True, False):
        found[hostile] = folder / f"site-{hostile}"
        written = catalog(folder / f"catalog-{hostile}", hostile)
        built = build(written, found[hostile], REPORT_URI=REPORT)
        assert built.returncode == 0, built.stderr
    return found


def test_hostile_text_adds_no_element_and_no_attribute(sites: Mapping[bool, Path]) -> None:
    """Every page, redirect stubs included, has the same elements with harmless text."""
    paths = {
        hostile: {path.relative_to(site) for path in site.rglob("*.html")}
        for hostile, site in sites.items()
    }
    assert paths[True] == paths[False]
    assert len(paths[True]) > 30
    for path in paths[True]:
        hostile, plain = (_Skeleton((sites[h] / path).read_text("utf-8")) for h in (True, False))
        assert hostile.elements == plain.elements, path


def test_notes_are_for_maintainers_alone(sites: Mapping[bool, Path]) -> None:
    for path in sites[True].rglob("*.*"):
        assert b"SECRET" not in path.read_bytes(), path


@pytest.fixture(scope="module")
def page(sites: Mapping[bool, Path], browser: Browser) -> Iterator[Page]:
    """A reader of the hostile site on a phone."""
    with (
        serve(sites[True]) as url,
        reader(browser, base_url=url, viewport={"width": NARROW, "height": 800}) as page,
    ):
        yield page


@pytest.mark.parametrize(
    "path",
    [
        *("./", "phases/", "phases/first/", "phases/second/late/", "stages/", "stages/early/"),
        *(
            "types/",
            "types/report/",
            "audiences/staff/",
            "./browse/",
            "data/",
            "about/",
            "404.html",
        ),
    ],
)
def test_hostile_lists_do_no_harm_and_fit_a_phone(page: Page, path: str) -> None:
    _visit(page, path)


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_shown_as_it_is(page: Page, name: str) -> None:
    _visit(page, f"resources/{name}/")
    title = _words(f"{TEXTS[name][: 299 - len(name)]} {name}")
    assert _words(page.locator("h1").text_content()) == title
    assert _words(page.title()).startswith(f"{title} · ")
    data = json.loads(page.locator("script[type='application/ld+json']").text_content())
    assert _words(data["name"]) == title
    description = page.locator("meta[property='og:title']").get_attribute("content")
    assert _words(description) == title
    report = page.get_by_role("link", name="Report a problem").get_attribute("href")
    asked = parse_qs(urlsplit(report).query, strict_parsing=True)
    assert asked.keys() == {"title", "body"}
    assert title in _words(asked["title"][0])
    for field in ("recommended_use", "authors", "document", "request_from"):
        assert _words(f"{TEXTS[name][: 299 - len(field)]} {field}") in _words(
            page.locator("main").text_content()
        )


def test_search_shows_hostile_text_as_it_is(page: Page) -> None:
    """What scripts put on a page is no markup either."""
    found = complaints(page)
    visit(page, "./browse/?q=alert")
    assert page.locator("main").get_by_text(TEXTS["script"]).count() >= 1
    page.goto("./about/")
    open_search(page)
    search(page, "alert")
    assert TEXTS["script"] in page.get_by_role("listbox").text_content()
    assert found == []
    assert page.locator(INJECTED).count() == 0


REFUSED: dict[str, tuple[Fields, str]] = {
    "javascript": ({"url": "javascript:alert(1)"}, "bad-url"),
    "javascript-spelled": ({"url": "JaVaScRiPt://example.org/%0aalert(1)"}, "bad-url"),
    "data": ({"url": "data:text/html,<script>alert(1)</script>"}, "bad-url"),
    "vbscript": ({"url": "vbscript:msgbox(1)"}, "bad-url"),
    "file": ({"url": "file:///etc/passwd"}, "bad-url"),
    "no-scheme": ({"url": "//example.org/x"}, "bad-url"),
    "quote": ({"url": 'https://example.org/"onmouseover="alert(1)'}, "bad-url"),
    "space": ({"url": "https://example.org/ onclick=alert(1)"}, "bad-url"),
    "element": ({"url": "https://example.org/<script>"}, "bad-url"),
    "password": ({"url": "https://bank.example@example.org/"}, "bad-url"),
    "no-host": ({"url": "https:///x"}, "bad-url"),
    "title": ({"title": "T" * 500}, "too-long"),
    "summary": ({"summary": "S" * 2001}, "too-long"),
    "turned-around": ({"title": "gnp.\u202egpj"}, "control-character"),
    "byte-order-mark": ({"title": "a\ufeffb"}, "control-character"),
    "bell": ({"summary": "a\u0007b"}, "control-character"),
    "language": ({"language": '"><script>'}, "bad-language"),
    "duration": ({"duration": "<b>1</b> h"}, "bad-duration"),
    "published": ({"published": "2017-<b>"}, "bad-date"),
    "alias": ({"aliases": ["../../index"]}, "bad-name"),
    "related": ({"related": ["../x"]}, "bad-name"),
    "tag": ({"phases": ["<script>"]}, "unknown-term"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The problem codes that the check gives for each entry of :data:`REFUSED`."""
    folder = tmp_path_factory.mktemp("refused") / "catalog"
    entries = {
        name: {"access": "open", "links": [fields], "title": name} if "url" in fields else fields
        for name, (fields, _) in REFUSED.items()
    }
    check = run_script("validate.py", write_catalog(folder, entries), "--format", "json")
    assert check.returncode == 1, check.stderr
    found: dict[str, set[str]] = {name: set() for name in REFUSED}
    for problem in json.loads(check.stdout):
        found[Path(problem["file"]).stem].add(problem["code"])
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_unsafe_values_are_rejected(refused: dict[str, set[str]], name: str) -> None:
    assert REFUSED[name][1] in refused[name]


def _visit(page: Page, path: str) -> None:
    found = complaints(page)
    visit(page, path)
    assert found == []
    assert page.locator(INJECTED).count() == 0
    too_wide = page.evaluate(
        """() => document.scrollingElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll("body *")]
                .filter(e => e.getBoundingClientRect().right > innerWidth + .5)
                .map(e => e.tagName + "." + e.getAttribute("class"))"""
    )
    assert too_wide == []


def _words(text: str) -> str:
    return " ".join(text.split())
