"""The seam to MkDocs: each event hands over to the catalog package in a few lines.

Nothing else in the project imports mkdocs, so this is the file to replace on
the day another program builds the site.
"""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from resource_catalog import browser_code, edit_links, problems, shell, style_sheets
from resource_catalog.check import open_catalog
from resource_catalog.entries import Remembered
from resource_catalog.exports import ExportFile
from resource_catalog.exports.all_files import all_exports
from resource_catalog.exports.search_index import search_index
from resource_catalog.icons import theme_icons
from resource_catalog.links.standing import Standings
from resource_catalog.load import ENTRIES, UnusableFolder
from resource_catalog.pages import all_pages
from resource_catalog.pages.embeds import embeds
from resource_catalog.pages.home import not_found
from resource_catalog.pages.page import Page
from resource_catalog.preview import Preview, fingerprint, write_if_new
from resource_catalog.proposals import Proposals, for_new_files
from resource_catalog.render import Renderer
from resource_catalog.search.documents import Prose
from resource_catalog.site import Site
from resource_catalog.structured_data import as_script_text
from resource_catalog.template_cache import TemplateCache

log = logging.getLogger("mkdocs.catalog")

LOOKS = Path(__file__).resolve().parent.parent / "overrides"
"""Where the templates and style sheets are."""

PREVIEW = Preview()
"""Keeps the site up to date while it is served."""

REMEMBERED = Remembered()
"""The entries as they were read last. Outlives a build, as the whole program does with serve."""


def on_startup(command: str, dirty: bool) -> None:
    """Take note whether the site will be served."""
    PREVIEW.is_on = command == "serve" and not dirty


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Let a saved entry change what it touches, unless other hooks may want to hear of it."""
    heard = (method for methods in config.plugins.events.values() for method in methods)
    if not all(getattr(method, "__module__", "") == __name__ for method in heard):
        return
    serve_request = server.serve_request

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        PREVIEW.complete(environ["PATH_INFO"].removeprefix(server.mount_path))
        return serve_request(environ, start_response)

    server.set_app(answer)
    server.builder = lambda: PREVIEW.update(_others(config), builder)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalog; every problem at once stops the build."""
    folder = _catalog_folder(config)
    if str(folder) not in config.watch:
        config.watch.append(str(folder))
    others = _others(config) if PREVIEW.is_on else b""
    site = _open_site(config)
    templates = TemplateCache(Path(config.config_file_path).parent)
    identity = site.catalog.identity
    config.site_name = identity.title
    config.site_description = identity.description or config.site_description
    config.extra.update(
        identity=identity,
        site=site,
        others=others,
        catalog_folder=folder,
        templates=templates,
        renderer=Renderer(LOOKS / "catalog", site, templates),
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the catalog's pages, exports and the style sheet."""
    site: Site = config.extra["site"]
    hand_written = set(files.src_uris)
    for page in all_pages(site):
        uri = f"{page.path}index.md"
        if uri in hand_written:
            raise PluginError(
                f"docs/{uri} has the address /{page.path}, which a page of the catalog has "
                "already. Rename the file."
            )
        files.append(_file(page, uri, config))
    _add_exports(all_exports(site), files, config)
    looks = {
        "style": style_sheets.bundle(LOOKS / "css"),
        "embed-style": style_sheets.bundle(LOOKS / "css" / "embed", "embed"),
    }
    for module in browser_code.entries(LOOKS / "js"):
        looks[module.stem] = browser_code.bundle(module)
    _add_exports(
        [ExportFile(f"assets/{name}", text) for name, text in looks.values()], files, config
    )
    config.extra["assets"] = {use: f"assets/{name}" for use, (name, _) in looks.items()}
    _add_exports(_embeds(site, config.extra["renderer"], config), files, config)
    for file in list(files):
        if file.src_uri.startswith(("css/", "js/", "assets/javascripts/")):
            files.remove(file)  # parts of what was just bundled, and theme scripts no page loads
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the menu's own words: MkDocs would show the titles of pages that exist already."""
    labels = [next(iter(item)) if isinstance(item, dict) else None for item in config.nav or []]
    config.extra["nav"] = nav
    config.extra["menu"] = [
        (label or item.title, item) for label, item in zip(labels, nav.items, strict=True)
    ]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Index everything, now that hand-written pages are read."""
    env.bytecode_cache = env.bytecode_cache or config.extra["templates"]
    base = urlsplit(config.site_url or "/").path
    renderer: Renderer = config.extra["renderer"]
    env.globals["not_found"] = Markup(renderer.html(not_found(), base))
    prose = []
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, CatalogPage):
            text = Markup(file.page.content or "").striptags()
            title = Markup(file.page.title or "").striptags()
            prose.append(Prose(file.page.url, title, text))
    config.extra["prose"] = prose
    folder, exports = _search_index(config.extra["site"], config)
    config.extra["search_folder"] = folder
    _add_exports(exports, files, config)
    if shell.can_join(config.plugins.events) and not os.environ.get("CATALOG_PLAIN_RENDER"):
        env.globals["shell"] = shell.Shell(env)
        for page in _catalog_pages(files):
            page.meta.setdefault("template", shell.TEMPLATE)
    config.extra["build"] = _Build(config, files, env)
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Let the preview go on from here."""
    if PREVIEW.is_on:
        made, folder = config.extra, Path(config.site_dir)
        exports = set(made["exports"]) - set(made["assets"].values())
        PREVIEW.built(made["site"], folder, made["others"], exports, made["build"])


class _Build:
    """A whole build, for changes to what it left."""

    def __init__(self, config: MkDocsConfig, files: Files, env: Environment) -> None:
        self._config = config
        self._files = files
        self._pages = files.documentation_pages()
        self._env = env

    def open_site(self) -> Site | None:
        """The site as its files are now; None when something is wrong with them."""
        try:
            return _open_site(self._config)
        except PluginError:
            return None

    def renderer(self, site: Site) -> Renderer:
        """What draws the pages of a site."""
        return Renderer(LOOKS / "catalog", site, self._config.extra["templates"])

    def write_page(self, page: Page, renderer: Renderer) -> None:
        """Write a page that was there before, as MkDocs does."""
        config = self._config
        config.extra["renderer"] = renderer
        file = self._files.src_uris[f"{page.path}index.md"]
        shown: Any = file.page
        shown.show(page)
        shown.read_source(config)
        shown.render(config, self._files)
        name = shell.TEMPLATE if "shell" in self._env.globals else shell.THEME_TEMPLATE
        shown.active = True
        context = get_context(config.extra["nav"], self._pages, config, shown)
        html = self._env.get_template(name).render(context)
        shown.active = False
        write_if_new(Path(file.abs_dest_path), html.encode(errors="xmlcharrefreplace"))

    def exports(self, site: Site, renderer: Renderer) -> Iterable[ExportFile]:
        """Every file for programs, the search index included."""
        config = self._config
        lists = _embeds(site, renderer, config)
        return chain(all_exports(site), lists, _search_index(site, config)[1])


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
            self.meta["structured_data"] = as_script_text(page.structured_data)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the place of rendering Markdown."""
        self.content = config.extra["renderer"].html(self._page)
        self.toc = TableOfContents([AnchorLink(self._page.title, "title", 1)])
        self.present_anchor_ids = None


def _catalog_folder(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / str(config.extra["catalog_dir"])


def _open_site(config: MkDocsConfig) -> Site:
    """The catalog, loaded and checked; every problem at once in a ``PluginError``."""
    try:
        remembered = REMEMBERED if PREVIEW.is_on else None
        catalog, found = open_catalog(_catalog_folder(config), theme_icons(), remembered)
    except UnusableFolder as error:
        raise PluginError(str(error)) from None
    if catalog is None:
        listing = problems.as_text(found, problems.guide(config.site_url))
        raise PluginError(f"\n{listing}\n{problems.count(found)}")
    address, moment = config.site_url or "/", _moment()
    proposals = _proposals(_catalog_folder(config), config)
    handouts = config.extra.get("handouts_dir")
    return Site(
        catalog,
        Standings(catalog, moment.date()),
        lambda path: address + path,
        moment,
        proposals,
        Path(config.config_file_path).parent / handouts if handouts else None,
    )


def _others(config: MkDocsConfig) -> bytes:
    """What the files are like that the site is made from, its entries left out."""
    places = [config.docs_dir, str(config.config_file_path), *config.watch]
    return fingerprint(map(Path, places), _catalog_folder(config) / ENTRIES)


def _search_index(site: Site, config: MkDocsConfig) -> tuple[str, list[ExportFile]]:
    """The index of the search; while the site is served, its folder always has the same name."""
    folder = "search/preview/" if PREVIEW.is_on else None
    return search_index(site, config.extra["prose"], Renderer.icon, folder)


def _embeds(site: Site, renderer: Renderer, config: MkDocsConfig) -> Iterator[ExportFile]:
    """The lists for other people's pages; they are files, since they have no frame of the theme."""
    assets = config.extra["assets"]
    own = {
        "style": assets["embed-style"],
        "code": assets["open-embed"],
        "favicon": config.theme["favicon"],
    }
    for page in embeds(site):
        html = renderer.html(replace(page, data={**page.data, **own}))
        yield ExportFile(f"{page.path}index.html", html)


def _catalog_pages(files: Files) -> Iterator[CatalogPage]:
    pages = (file.page for file in files.documentation_pages())
    return (page for page in pages if isinstance(page, CatalogPage))


def _moment() -> datetime.datetime:
    """The moment of the build, which SOURCE_DATE_EPOCH can fix."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(
        int(fixed or datetime.datetime.now().timestamp()), datetime.UTC
    )


def _add_exports(exports: Iterable[ExportFile], files: Files, config: MkDocsConfig) -> None:
    pages = {file.dest_uri for file in files.documentation_pages()}
    paths = config.extra.setdefault("exports", [])
    for export in exports:
        paths.append(export.path)
        if export.path in pages:  # only a redirect can be: every other export has a name of its own
            raise PluginError(
                f"redirects.yml says that {export.path.removesuffix('index.html')} has moved, "
                "but that is the address of a page. Take it out there."
            )
        files.append(File.generated(config, export.path, content=export.content))


def _file(page: Page, uri: str, config: MkDocsConfig) -> File:
    """The file that MkDocs takes for the source of a page."""
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    # The edit button opens the YAML, when the catalog lies beside the pages it belongs to.
    file.edit_uri = _edit_uri(page.source, config) if page.source else None
    CatalogPage(page, file, config)
    return file


def _edit_uri(source: str | Path, config: MkDocsConfig) -> str | None:
    return edit_links.edit_path(
        source, config.docs_dir, os.path.dirname(str(config.config_file_path))
    )


def _proposals(folder: Path, config: MkDocsConfig) -> Proposals:
    """Where changes are proposed, as far as mkdocs.yml says it."""
    entries = _edit_uri(folder / ENTRIES, config)

    def edit(file: str) -> str | None:
        end = _edit_uri(file, config)
        return urljoin(config.edit_uri, end) if config.edit_uri and end else None

    new_file, upload = for_new_files(config.edit_uri or "", entries) if entries else ("", "")
    issue = config.extra.get("report_uri") or ""
    return Proposals(edit=edit, new_file=new_file, upload=upload, issue=issue)
