"""A whole build, kept while the site is served, for changes to what it left."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from mkdocs_pages import CatalogPage, source_uri
from mkdocs_site import exports, index, open_site, renderer
from resource_catalog.exports import ExportFile
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.performance import page_frame
from resource_catalog.performance.preview import write_if_new
from resource_catalog.site.site import Site

PREVIEW_INDEX = "search/preview/"
"""While the site is served, the folder of the search has one name: it stands in every page."""


class PageWriter:
    """Makes whole pages as MkDocs does, from what a build has gathered."""

    def __init__(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        self._config = config
        self._pages = files.documentation_pages()
        self._env = env

    def html(self, page: CatalogPage) -> str:
        """A page in the theme's frame."""
        name = page_frame.TEMPLATE if "shell" in self._env.globals else page_frame.THEME_TEMPLATE
        page.active = True
        page.render_body(self._config)
        context = get_context(self._config.extra["nav"], self._pages, self._config, page)
        html = self._env.get_template(name).render(context)
        page.drop_body()
        page.active = False
        return html


class Rebuild:
    """What a whole build left, and how to change it."""

    def __init__(
        self, config: MkDocsConfig, files: Files, env: Environment, record_cache: RecordCache
    ) -> None:
        self._config = config
        self._files = files
        self._writer = PageWriter(config, files, env)
        self._record_cache = record_cache

    def open_site(self) -> Site | None:
        """The site as its files are now; None when something is wrong with them."""
        try:
            return open_site(self._config, self._record_cache)
        except PluginError:
            return None

    def renderer(self, site: Site) -> Renderer:
        """What draws the pages of a site."""
        return renderer(site, self._config)

    def write_page(self, page: Page, draw: Renderer) -> None:
        """Write a page that was there before, as MkDocs does."""
        config = self._config
        config.extra["renderer"] = draw
        file = self._files.src_uris[source_uri(page)]
        shown: Any = file.page
        shown.show(page)
        shown.read_source(config)
        shown.render(config, self._files)
        html = self._writer.html(shown)
        write_if_new(Path(file.abs_dest_path), html.encode(errors="xmlcharrefreplace"))

    def exports(self, site: Site, draw: Renderer) -> Iterable[ExportFile]:
        """Every file for programs, the search index included."""
        files = exports(site, draw, self._config)
        return chain(files, index(site, self._config, PREVIEW_INDEX)[1])
