"""Pages of the catalog as MkDocs sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_site import edit_uri
from resource_catalog.pages.page import Page
from resource_catalog.pages.parts import edit_links


class CatalogPage(MkDocsPage):
    """A page whose content comes from the catalog instead of a Markdown file.

    What is large about it is rendered just before the page is written, and then let go: see
    :meth:`render_body`. Where other hooks may look at it, it is there from the beginning.
    """

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

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the place of rendering Markdown."""
        self.content = ""
        self.toc = TableOfContents([AnchorLink(self._page.title, "title", 1)])
        self.present_anchor_ids = None
        if config.extra["others_listen"]:
            self.render_body(config)

    def render_body(self, config: MkDocsConfig) -> None:
        """Render what stands in the frame, and what search engines are told."""
        self.content = config.extra["renderer"].html(self._page)
        if self._page.structured_data:
            self.meta["structured_data"] = self._page.structured_data()

    def drop_body(self) -> None:
        """Let go of what :meth:`render_body` has rendered, once it is written."""
        self.content = ""
        self.meta.pop("structured_data", None)


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
