"""Pages of the catalog, and its files for programs, as MkDocs sees them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_build import Build
from mkdocs_site import edit_uri
from resource_catalog.exports import ExportFile
from resource_catalog.model.optional_pages import page_path
from resource_catalog.model.translations.shown_texts import marks_in
from resource_catalog.pages.page import Page
from resource_catalog.pages.parts import edit_links
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.search.search_documents import Prose


class CatalogPage(MkDocsPage):
    """A page whose content comes from the catalog instead of a Markdown file.

    Its body is rendered just before the page is written, and dropped after that: see
    :meth:`render_body`. Where other hooks may look at it, it is there from the beginning.
    """

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(str(page.title), file, config)
        self._page = page

    def show(self, page: Page) -> None:
        """Show another ``page`` from now on, which has the same address."""
        self._page = page
        self.title = str(page.title)

    def read_source(self, config: MkDocsConfig) -> None:
        """Called by MkDocs, to read Markdown."""
        page, site = self._page, Build.of(config).site
        self.markdown = ""
        self.meta = {
            "catalog": True,
            "description": str(page.description),
            "path": page.path,
            "updated": page.updated,
            "code": page.code,
            "feed": page.feed,
            "report_url": edit_links.report_url(page, self.canonical_url, site),
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Called by MkDocs, to render Markdown."""
        self.content = ""
        self.toc = TableOfContents([AnchorLink(self._page.title, "title", 1)])
        self.present_anchor_ids = None
        if Build.of(config).has_other_hooks:
            self.render_body(config)

    def render_body(self, config: MkDocsConfig) -> None:
        """Render what goes into the frame, and what search engines are told.

        Takes it from where it was rendered ahead, if it was.
        """
        build = Build.of(config)
        ahead = build.rendered_ahead(self.url)
        self.content, structured_data = ahead or self.rendered(build.renderer)
        if structured_data:
            self.meta["structured_data"] = structured_data
        if build.site.catalog.shown_in:
            self.meta["marks"] = marks_in(self.content)

    def rendered(self, renderer: Renderer) -> tuple[str, str]:
        """What goes into the frame, and what search engines are told, if anything."""
        page = self._page
        return renderer.html(page), page.structured_data() if page.structured_data else ""

    def drop_body(self) -> None:
        """Drop what :meth:`render_body` has rendered, once it is written."""
        self.content = ""
        self.meta.pop("structured_data", None)


def add_pages(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> None:
    """Add pages; raises a ``PluginError`` where there is a hand-written one already."""
    hand_written = {page_path(file.src_uri): file for file in files.documentation_pages()}
    for page in pages:
        uri = source_uri(page)
        if other := hand_written.get(page.path):
            raise PluginError(
                f"docs/{other.src_uri} has the address /{page.path}, which a page of the catalog "
                "has already. Rename the file."
            )
        file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        # The edit button opens the YAML, when the catalog lies beside the pages it belongs to.
        file.edit_uri = edit_uri(page.source, config) if page.source else None
        CatalogPage(page, file, config)
        files.append(file)


def add_exports(exports: Iterable[ExportFile], files: Files, config: MkDocsConfig) -> None:
    """Add files for programs, which MkDocs will write. Raises what :func:`add_written` does."""
    generated = (File.generated(config, export.path, content=export.content) for export in exports)
    _add(generated, files, config)


def add_written(paths: Iterable[str], files: Files, config: MkDocsConfig) -> None:
    """Add files that are in the site already, by their paths below its root.

    MkDocs leaves them as they are, which it provides for. Raises a ``PluginError`` for a redirect
    from the address of a page.
    """
    folder = Path(config.site_dir)
    generated = (File.generated(config, path, abs_src_path=str(folder / path)) for path in paths)
    _add(generated, files, config)


def write(exports: Iterable[ExportFile], config: MkDocsConfig) -> Iterator[str]:
    """Write files for programs into the site; gives the path of each."""
    for export in exports:
        path = Path(config.site_dir, export.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(export.raw)
        yield export.path


def source_uri(page: Page) -> str:
    """What MkDocs takes for the source of a page."""
    return f"{page.path}index.md"


def prose(files: Files, untranslated: Collection[str]) -> Iterator[Prose]:
    """The texts of hand-written pages in the language of the site.

    Those that say ``search: {exclude: true}`` are left out.
    """
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, CatalogPage):
            if file.src_uri in untranslated:
                continue
            wish = file.page.meta.get("search")
            if isinstance(wish, dict) and wish.get("exclude"):
                continue
            text = Markup(file.page.content or "").striptags()
            title = Markup(file.page.title or "").striptags()
            yield Prose(file.page.url, title, text)


def catalog_pages(files: Files) -> Iterator[CatalogPage]:
    """Those of the pages that come from the catalog."""
    pages = (file.page for file in files.documentation_pages())
    return (page for page in pages if isinstance(page, CatalogPage))


def _add(generated: Iterable[File], files: Files, config: MkDocsConfig) -> None:
    pages = {file.dest_uri for file in files.documentation_pages()}
    for file in generated:
        path = file.src_uri
        if path in pages:  # only a redirect can be: every other export has a name of its own
            raise PluginError(
                f"redirects.yml says that {path.removesuffix('index.html')} has moved, "
                "but that is the address of a page. Remove it there."
            )
        file.inclusion = InclusionLevel.INCLUDED  # whatever patterns of MkDocs say of its path
        Build.of(config).exports.append(path)
        files.append(file)
