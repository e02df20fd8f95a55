"""The seam to MkDocs: each event hands over to the catalog package in a few lines.

Nothing else in the project imports mkdocs, so this is the file to replace on
the day another program builds the site.
"""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from resource_catalog import browser_code, problems, shell, style_sheets
from resource_catalog.check import open_catalog
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
from resource_catalog.proposals import Proposals, fill, for_new_files
from resource_catalog.render import Renderer
from resource_catalog.search.documents import Prose
from resource_catalog.site import Site
from resource_catalog.structured_data import as_script_text

log = logging.getLogger("mkdocs.catalog")

LOOKS = Path(__file__).resolve().parent.parent / "overrides"
"""Where the templates and style sheets are."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalog; every problem at once stops the build."""
    root = Path(config.config_file_path).parent
    folder = root / config.extra["catalog_dir"]
    try:
        catalog, found = open_catalog(folder, theme_icons())
    except UnusableFolder as error:
        raise PluginError(str(error)) from None
    if catalog is None:
        listing = problems.as_text(found, problems.guide(config.site_url))
        raise PluginError(f"\n{listing}\n{problems.count(found)}")
    if str(folder) not in config.watch:
        config.watch.append(str(folder))
    config.site_name = catalog.identity.title
    config.site_description = catalog.identity.description or config.site_description
    address, moment = config.site_url or "/", _moment()
    standings, proposals = Standings(catalog, moment.date()), _proposals(folder, config)
    handouts = config.extra.get("handouts_dir")
    site = Site(
        catalog,
        standings,
        lambda path: address + path,
        moment,
        proposals,
        root / handouts if handouts else None,
    )
    config.extra.update(
        identity=catalog.identity,
        site=site,
        catalog_folder=folder,
        renderer=Renderer(LOOKS / "catalog", site),
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
    _add_exports(_embeds(config), files, config)
    for file in list(files):
        if file.src_uri.startswith(("css/", "js/", "assets/javascripts/")):
            files.remove(file)  # parts of what was just bundled, and theme scripts no page loads
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the menu's own words: MkDocs would show the titles of pages that exist already."""
    labels = [next(iter(item)) if isinstance(item, dict) else None for item in config.nav or []]
    config.extra["menu"] = [
        (label or item.title, item) for label, item in zip(labels, nav.items, strict=True)
    ]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Index everything, now that hand-written pages are read."""
    base = urlsplit(config.site_url or "/").path
    renderer: Renderer = config.extra["renderer"]
    env.globals["not_found"] = Markup(renderer.html(not_found(), base))
    prose = []
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, CatalogPage):
            text = Markup(file.page.content or "").striptags()
            title = Markup(file.page.title or "").striptags()
            prose.append(Prose(file.page.url, title, text))
    folder, exports = search_index(config.extra["site"], prose, renderer.icon)
    config.extra["search_folder"] = folder
    _add_exports(exports, files, config)
    if shell.can_join(config.plugins.events) and not os.environ.get("CATALOG_PLAIN_RENDER"):
        env.globals["shell"] = shell.Shell(env)
        for page in _catalog_pages(files):
            page.meta.setdefault("template", shell.TEMPLATE)
    return env


class CatalogPage(MkDocsPage):
    """A page whose content comes from the catalog instead of a Markdown file."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(page.title, file, config)
        self._page = page

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
            "report_url": _report_url(page, self.canonical_url, config),
        }
        if page.structured_data:
            self.meta["structured_data"] = as_script_text(page.structured_data)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the place of rendering Markdown."""
        self.content = config.extra["renderer"].html(self._page)
        self.toc = TableOfContents([AnchorLink(self._page.title, "title", 1)])
        self.present_anchor_ids = None


def _embeds(config: MkDocsConfig) -> Iterator[ExportFile]:
    """The lists for other people's pages; they are files, since they have no frame of the theme."""
    assets = config.extra["assets"]
    own = {
        "style": assets["embed-style"],
        "code": assets["open-embed"],
        "favicon": config.theme["favicon"],
    }
    for page in embeds(config.extra["site"]):
        html = config.extra["renderer"].html(replace(page, data={**page.data, **own}))
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
    for export in exports:
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
    """What the edit link of a file ends in, or nothing for a file outside the project."""
    folder, name = os.path.split(source)
    beside = _beside(folder, config.docs_dir, os.path.dirname(config.config_file_path))
    return f"{beside}/{quote(name)}" if beside is not None else None


@lru_cache
def _beside(folder: str, docs: str, root: str) -> str | None:
    """How a folder is reached from that of the hand-written pages, if both are below ``root``."""
    inside = Path(os.path.abspath(folder)).is_relative_to(os.path.abspath(root))
    return quote(Path(os.path.relpath(folder, docs)).as_posix()) if inside else None


def _proposals(folder: Path, config: MkDocsConfig) -> Proposals:
    """Where changes are proposed, as far as mkdocs.yml says it."""
    entries = _edit_uri(folder / ENTRIES, config)

    def edit(file: str) -> str | None:
        end = _edit_uri(file, config)
        return urljoin(config.edit_uri, end) if config.edit_uri and end else None

    new_file, upload = for_new_files(config.edit_uri or "", entries) if entries else ("", "")
    issue = config.extra.get("report_uri") or ""
    return Proposals(edit=edit, new_file=new_file, upload=upload, issue=issue)


def _report_url(page: Page, url: str | None, config: MkDocsConfig) -> str | None:
    """A prefilled issue about a page, when mkdocs.yml says where issues go."""
    site: Site = config.extra["site"]
    if not site.proposals.issue or page.source is None:
        return None
    return fill(
        site.proposals.issue,
        {
            "title": f"Problem with “{page.title}”",
            "body": f"Page: {url or page.path}\n\nWhat is wrong:\n",
        },
    )
