"""Cards: what a page shows of an entry in a list, the browser shows when it filters that list."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser, LexborNode

from browsing import reader, serve
from building import build
from finding import browse
from sample_catalog import IDENTITY, write_catalog

Case = dict[str, Any]
Card = dict[str, Any]

CASES: dict[str, Case] = yaml.safe_load(Path(__file__).with_name("cards.yml").read_text("utf-8"))
SEEN = {"since": "2026-11-03", "first_seen": "2026-11-03", "checked": "2026-W47"}

FIELDS = [
    {"name": "stars", "label": "Stars", "kind": "number", "on_cards": True},
    {"name": "tested_on", "label": "Tested", "kind": "date", "on_cards": True},
    {"name": "docs", "label": "Docs", "kind": "link", "on_cards": True},
    {"name": "makers", "label": "Makers", "kind": "list", "on_cards": True},
    {"name": "release", "label": "Release", "search": True},
    {"name": "standard", "label": "Standard", "search": True, "on_cards": True},
]

each_case = pytest.mark.parametrize("name", CASES)


def card_of(node: LexborNode) -> Card:
    """What a card shows, in the words of ``cards.yml``."""
    facts = node.css(".rc-facts-row > li")
    language = node.css_first(".rc-card__title").attributes.get("lang")
    return {
        **({"language": language} if language else {}),
        "type": node.css_first(".rc-card__type").text().strip(),
        "title": node.css_first(".rc-card__title").text().strip(),
        "why": node.css_first(".rc-card__why").text().strip(),
        "facts": [f"~{fact.text()}~" if fact.css("s") else fact.text() for fact in facts],
    }


def cards_of(html: str) -> dict[str, Card]:
    """The cards of a page, by the ids of their entries."""
    nodes = LexborHTMLParser(html).css(".rc-card")
    links = [node.css_first(".rc-card__link").attributes["href"] or "" for node in nodes]
    return {
        link.rstrip("/").rpartition("resources/")[2]: card_of(node)
        for link, node in zip(links, nodes, strict=True)
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of all the entries, in one list."""
    folder = tmp_path_factory.mktemp("cards")
    catalog = write_catalog(
        folder / "catalog",
        {name: case["entry"] for name, case in CASES.items()},
        identity={**IDENTITY, "fields": FIELDS},
    )
    links = {
        case["entry"]["links"][0]["url"]: {**SEEN, **case["link"]}
        for case in CASES.values()
        if "link" in case
    }
    ledger = {"version": 1, "links": links}
    (catalog / "link-ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    built = build(catalog, folder / "site")
    assert built.returncode == 0, built.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def in_pages(site: Path) -> dict[str, Card]:
    """The cards that the build made."""
    return cards_of((site / "browse" / "index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def in_browser(site: Path, browser: Browser) -> Iterator[dict[str, Card]]:
    """The cards that the browser makes when a reader asks for another order."""
    with serve(site) as url, reader(browser) as page:
        browse(page, url, "?sort=title")
        yield cards_of(page.content())


@each_case
def test_a_page_shows_this_card(name: str, in_pages: dict[str, Card]) -> None:
    assert in_pages[name] == CASES[name]["card"]


@each_case
def test_the_browser_shows_the_same_card(name: str, in_browser: dict[str, Card]) -> None:
    case = CASES[name]
    facts = case.get("in_browser", case["card"]["facts"])
    assert in_browser[name] == {**case["card"], "facts": facts}


def test_a_title_in_another_language_is_marked_wherever_it_stands(site: Path) -> None:
    """On cards, in lines, at the head of its page, in frames and where an old address leads on."""
    title, found = CASES["in-another-language"]["entry"]["title"], set()
    for path in site.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        for node in tree.css("body a, body h1, body h2, body h3, body p"):
            if node.text(deep=False).strip() != title:
                continue
            marked: LexborNode | None = node
            while marked and "lang" not in marked.attributes:
                marked = marked.parent
            assert marked, path
            assert marked.attributes["lang"] == "es-MX", f"{path}: {node.html}"
            found.add(path.relative_to(site).parts[0])
    assert found >= {"browse", "embed", "resources"}
    own = LexborHTMLParser(
        (site / "resources" / "in-another-language" / "index.html").read_text("utf-8")
    )
    button = own.css_first("a.rc-open__button")
    assert (button.attributes["hreflang"], button.attributes.get("lang")) == ("es-MX", None)
    assert "Spanish (Mexico)" in own.css_first(".rc-facts").text()


def test_files_for_the_browser_name_the_language_of_a_title(site: Path) -> None:
    """For the shelf and the list of what is new; none where it is that of the catalog."""
    (shelf,) = (site / "shelf").glob("part-*.js")
    found = json.loads(shelf.read_text("utf-8").partition(",")[2].rstrip(")\n"))
    languages = {name: entry["language"] for name, entry in found.items() if "language" in entry}
    assert languages == {"in-another-language": "es-MX"}


def test_a_hit_in_a_field_of_the_catalogs_own_is_shown(site: Path, browser: Browser) -> None:
    """On the line of facts where its words are there, else in a line of its own."""
    with serve(site) as url, reader(browser) as page:
        browse(page, url, "?q=quokka")
        hit = page.locator(".rc-card__hit")
        expect(hit).to_have_text("Release: A quokka that is never on a card")
        expect(hit.locator("mark")).to_have_text(["quokka"])
        browse(page, url, "?q=jumps")
        expect(page.locator(".rc-facts-row mark")).to_have_text(["jumps"])
        assert hit.count() == 0
        browse(page, url, "?q=whole+thing")
        expect(hit).to_have_text(re.compile("^Standard: The quick brown fox"))
        expect(hit.locator("mark")).to_have_text(["whole", "thing"])


def test_where_nobody_knows_the_access_nothing_calls_it_open(site: Path) -> None:
    text = (site / "resources/nobody-knows-access/index.html").read_text("utf-8")
    page = LexborHTMLParser(text)
    assert page.css_first(".rc-open__button").attributes["href"] == "https://example.org/nobody"
    assert "Access" not in [label.text() for label in page.css(".rc-facts dt")]
    assert "isAccessibleForFree" not in text
    known = (site / "resources/a-web-page/index.html").read_text("utf-8")
    assert '"isAccessibleForFree":true' in known
    data = json.loads((site / "data/catalog.json").read_text("utf-8"))
    access = {entry["id"]: entry["access"] for entry in data["entries"]}
    assert (access["nobody-knows-access"], access["a-web-page"]) == (None, "open")
    form = LexborHTMLParser((site / "contribute/suggest/index.html").read_text("utf-8"))
    options = [option.text() for option in form.css("#suggest-access option")]
    assert options[:2] == ["Not known", "Open"]


def test_cards_agree_where_all_entries_have_the_same(tmp_path: Path, browser: Browser) -> None:
    """There is no filter then, but the card shows it."""
    entries = {
        name: {
            "links": [{"url": f"https://example.org/{name}", "format": "html"}],
            "access": "open",
            "publishers": ["A Press"],
            "published": "2020",
        }
        for name in ("ask", "look")
    }
    built = build(write_catalog(tmp_path / "catalog", entries), tmp_path / "site")
    assert built.returncode == 0, built.stderr
    before = cards_of((tmp_path / "site/browse/index.html").read_text("utf-8"))
    assert before["ask"]["facts"] == ["Open web page", "A Press", "2020"]
    with serve(tmp_path / "site") as url, reader(browser) as page:
        browse(page, url, "?sort=title")
        assert cards_of(page.content()) == before
