"""Pages of the catalog as MkDocs sees them."""

from __future__ import annotations

from collections import UserString
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_site import edit_uri
from resource_catalog import edit_links
from resource_catalog.pages.page import Page


class Drawn(UserString):
    """A text that is drawn each time it is asked for, so that not all need to be there at once."""

    def __init__(self, draw: Callable[[], str]) -> None:
        self._draw = draw

    @property
    def data(self) -> str:  # type: ignore[override]
        """What all methods of a string work with."""
        return self._draw()

    def __bool__(self) -> bool:
        """No body of a page is empty, and drawing it to find out would take long."""
        return True


class CatalogPage(MkDocsPage):
    """A page whose content comes from the catalog instead of a Markdown file."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self._page = page

    def show(self, page: Page) -> None:
        """Show ``page`` from now on, which has the same address."""
        self._page = page
        self.title = page.title

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the place of reading Markdown."""
        page = self._page
        self.markdown = ""
        self.meta = {
            "catalog": True,
            "description": page.description,
            "updated": page.updated,
            "code": page.code,
            "feed": page.feed,
            "report_url": edit_links.report_url(page, self.canonical_url, config.extra["site"]),
        }
        if page.structured_data:
            self.meta["structured_data"] = _drawn(page.structured_data, config)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the place of rendering Markdown."""
        page, html = self._page, config.extra["renderer"].html
        self.content = _drawn(lambda: html(page), config)
        self.toc = TableOfContents([AnchorLink(page.title, "title", 1)])
        self.present_anchor_ids = None


def _drawn(draw: Callable[[], str], config: MkDocsConfig) -> Any:
    """A text to be drawn, which is drawn already where other hooks might look at it."""
    return draw() if config.extra["others_listen"] else Drawn(draw)


def add_pages(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Add pages; raises a ``PluginError`` where there is a hand-written one already."""
    hand_written = set(files.src_uris)
    for page in pages:
        uri = source_uri(page)
        if uri in hand_written:
            raise PluginError(
                f"docs/{uri} has the address /{page.path}, which a page of the catalog has "
                "already. Rename the file."
            )
        file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        # The edit button opens the YAML, when the catalog lies beside the pages it belongs to.
        file.edit_uri = edit_uri(page.source, config) if page.source else None
        CatalogPage(page, file, config)
        files.append(file)


def source_uri(page: Page) -> str:
    """What MkDocs takes for the source of a page."""
    return f"{page.path}index.md"


def catalog_pages(files: Files) -> Iterator[CatalogPage]:
    """Those of the pages that come from the catalog."""
    pages = (file.page for file in files.documentation_pages())
    return (page for page in pages if isinstance(page, CatalogPage))
