"""Load the search modules into a page, so that tests can call them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

from browsing import reader, serve
from building import ROOT
from resource_catalog.site.search.language_words import script_module

MODULES = ROOT / "overrides" / "js"
INDEX = "**/search/*/*.js"

# The modules are the sources of the bundles; the data is that of the site of the page.
_START = """async () => {
  const from = name => import(`/modules/${name}.js`);
  const [{Library}, {Finder}, words, {fold}] = await Promise.all(
    ["index/search-index", "finder", "words/words", "words/folding"].map(
      name => from(`search/${name}`),
    ),
  );
  const library = new Library();
  library.addNames(await rcParts.load("names"), await rcParts.load("shards"));
  library.addFacets(await rcParts.load("facets"));
  Object.assign(globalThis, {
    Library, Finder, library, finder: new Finder(library, rcParts.load), words: {...words, fold},
    address: await from("browse/url-state"), ...(await from("browse/faceted-filter")),
  });
  await finder.loadTitles();
}"""

# The results for each text: the ids of entries, and the paths of other pages.
FOUND = """async texts => {
  const found = {};
  for (const text of texts) {
    const {numbers} = await finder.find(text);
    found[text] = {
      entries: numbers.filter(n => n < library.count).map(n => library.id(n)),
      others: numbers.map(n => library.others[n - library.count]?.path).filter(Boolean),
    };
  }
  return found;
}"""


@contextmanager
def engine(browser: Browser, site: str, language: str = "en") -> Iterator[Page]:
    """A page with ``library``, ``finder``, ``words``, ``address`` and ``narrow`` as globals.

    The modules are those of a site in ``language``; the index is that of the page.
    """
    with reader(browser) as page:
        page.route("**/modules/**/*.js", _module)
        if language != "en":
            own = script_module(language)
            page.route(
                "**/modules/search/words/language.js",
                lambda route: route.fulfill(body=own, content_type="text/javascript"),
            )
        page.goto(site + "about/")
        page.evaluate(_START)
        yield page


def open_search(page: Page) -> None:
    """Open the search dialog by keyboard."""
    page.keyboard.press("/")
    page.locator("dialog.rc-search[open]").wait_for()


def search(page: Page, text: str) -> None:
    """Type a query into the search dialog, key by key, and wait for the results."""
    page.get_by_role("combobox", name="Search").fill("")
    page.keyboard.type(text)
    wait_for_results(page, text)


def wait_for_results(page: Page, text: str) -> None:
    """Wait until the search dialog shows the results of all that has been typed."""
    page.wait_for_function(
        """text => new URL(document.querySelector(".rc-search__foot a").href)
            .searchParams.get("q") === text""",
        arg=text,
    )


def catalog_of(folder: Path) -> dict[str, Any]:
    """The ``catalog.json`` of a built site."""
    data: dict[str, Any] = json.loads((folder / "data" / "catalog.json").read_text("utf-8"))
    return data


def _module(route: Route) -> None:
    path = MODULES / urlsplit(route.request.url).path.partition("/modules/")[2]
    if path.is_file():
        route.fulfill(path=path, content_type="text/javascript")
    else:
        route.fulfill(status=404)  # without an answer, a test would wait for ever


@pytest.fixture(scope="session")
def large(large_folder: Path) -> Iterator[str]:
    """The URL of the site with 300 synthetic entries."""
    with serve(large_folder) as url:
        yield url
