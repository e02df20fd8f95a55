"""The site as the settings of MkDocs describe it."""

from __future__ import annotations

import datetime
import logging
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NoReturn
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_build import Build
from resource_catalog.exports import ExportFile
from resource_catalog.exports.export_registry import all_exports
from resource_catalog.exports.search_index import search_index
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.folder_layout import ENTRIES, UnusableFolderError
from resource_catalog.loading.own_pages.page_files import own_page_paths
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.theme_icons import theme_icons
from resource_catalog.model import problems
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.messages.po_files import note_on
from resource_catalog.model.problems import Problem
from resource_catalog.pages.embeds import embed_pages
from resource_catalog.pages.parts import edit_links
from resource_catalog.pages.parts.redirect_conflicts import taken_addresses
from resource_catalog.pages.rendering import brand_style, browser_script, css_icons, style_sheet
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.pages.rendering.template_cache import keep_compiled
from resource_catalog.site.repository_links import RepositoryLinks, github_new_file_urls
from resource_catalog.site.search import language_words
from resource_catalog.site.search.search_documents import Prose
from resource_catalog.site.site import Site

log = logging.getLogger("mkdocs.hooks.catalog")

LOOKS = Path(__file__).resolve().parent.parent / "overrides"
"""Where the templates and style sheets are."""


LANGUAGES_STYLE, LANGUAGES_CODE = "languages.css", "open-languages"
"""What only a site in several languages has: rules of its style sheet, and a script."""


class Preview:
    """Whether the site is served while it is written, which is where it is then."""

    is_on = False


def catalog_folder(config: MkDocsConfig) -> Path:
    """The folder of the catalog."""
    return Path(config.config_file_path).parent / str(config.extra["catalog_dir"])


def refuse_file_addresses(config: MkDocsConfig) -> None:
    """Raise a ``PluginError`` for addresses such as ``about.html``, to which nothing would lead."""
    if not config.use_directory_urls:
        raise PluginError(
            _(
                "“use_directory_urls: false” cannot be used: every page of the catalog is a folder "
                "with an index.html. Take the line out of mkdocs.yml, and the plugin “offline”, "
                "which sets it. For a copy that opens from a disk, run “make offline”."
            )
        )


def open_site(config: MkDocsConfig, record_cache: RecordCache | None) -> Site:
    """The catalog, loaded and checked; every problem at once in a ``PluginError``."""
    folder = catalog_folder(config)
    try:
        catalog, found = open_catalog(
            folder, theme_icons(), record_cache, today=datetime.date.today()
        )
    except UnusableFolderError as error:
        raise PluginError(str(error)) from None
    if catalog is None:
        refuse(found, config)
    _use_address(catalog.identity.site_url, config)
    address, now = config.site_url or "/", moment()
    handouts = config.extra.get("handouts_dir")
    site = Site(
        catalog,
        LinkStatuses(catalog, now.date()),
        lambda path: address + path,
        now,
        _repository_links(folder, config),
        Path(config.config_file_path).parent / handouts if handouts else None,
        own_page_paths(folder),
        _favicon(catalog, folder, config),
    )
    if wrong := list(taken_addresses(site, folder, Path(config.docs_dir))):
        refuse(wrong, config)
    return site


def _favicon(catalog: Catalog, folder: Path, config: MkDocsConfig) -> str:
    """The path of the icon of the catalog below the root of the site, or else of the theme's."""
    own = brand_style.pictures(catalog.identity, folder).get("favicon")
    return f"assets/{own[0]}" if own else str(config.theme["favicon"])


def refuse(found: Sequence[Problem], config: MkDocsConfig) -> NoReturn:
    """Raise a ``PluginError`` with all problems."""
    listing = problems.as_text(found, problems.guide_url(config.site_url))
    raise PluginError(f"\n{listing}\n{problems.summary(found)}")


def _use_address(address: str | None, config: MkDocsConfig) -> None:
    """Let the site be where the catalog says, unless SITE_URL or a preview says otherwise."""
    if address and not os.environ.get("SITE_URL") and not Preview.is_on:
        config.site_url = address.rstrip("/") + "/"


def use_language(language: str, config: MkDocsConfig) -> None:
    """Let the theme use the words it has for the language of the catalog, the nearest, or English.

    The nearest is the longest beginning of a tag that the theme knows: zh-Hant for zh-Hant-TW.
    The build's output says so when our own words are not in that language.
    """
    if note := note_on(language):
        log.info(note)
    parts = language.split("-")
    names = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    folders = [Path(folder, "partials", "languages") for folder in config.theme.dirs]
    for name in (*names, "en"):
        if any((folder / f"{name}.html").is_file() for folder in folders):
            config.theme["language"] = name
            return


def renderer(site: Site, config: MkDocsConfig) -> Renderer:
    """What renders the pages of a site."""
    renderer = Renderer(LOOKS / "catalog", site)
    keep_compiled(renderer.environment, checkout(config))
    return renderer


def checkout(config: MkDocsConfig) -> tuple[Path, ...]:
    """The folders that a pull request can put files into."""
    return Path(config.config_file_path).parent, LOOKS.parent


def looks(site: Site, folder: Path) -> dict[str, ExportFile]:
    """The style sheets, the browser code and the pictures of the brand, by what pages call them."""
    identity = site.catalog.identity
    colors = brand_style.color_rules(identity)
    own = brand_style.own_style_sheet(identity, folder)
    if site.has_languages:
        own = f"{(LOOKS / 'css' / LANGUAGES_STYLE).read_text(encoding='utf-8')}{own}"
    found: dict[str, tuple[str, str | bytes]] = {
        "style": style_sheet.bundle(
            LOOKS / "css" / "site.css",
            extra_rules="\n".join(filter(None, [css_icons.rules(site.catalog), colors])),
            last_rules=own,
        ),
        "embed-style": style_sheet.bundle(LOOKS / "css" / "embed.css", extra_rules=colors),
    }
    found |= browser_script.bundle_all(LOOKS / "js", _language_module(identity.language))
    if not site.has_languages:
        del found[LANGUAGES_CODE]
    found |= brand_style.pictures(identity, folder)
    return {use: ExportFile(f"assets/{name}", content) for use, (name, content) in found.items()}


def _language_module(language: str) -> dict[str, str]:
    """The module with the words of a language, by its path; English has a file."""
    if language.partition("-")[0].lower() == language_words.ENGLISH:
        return {}
    return {"search/words/language.js": language_words.script_module(language)}


def exports(site: Site, renderer: Renderer, config: MkDocsConfig) -> Iterable[ExportFile]:
    """Every file for programs but the search index, and the lists for other people's pages."""
    return chain(all_exports(site), _embeds(site, renderer, config))


def index(site: Site, prose: Iterable[Prose], folder: str | None) -> tuple[str, list[ExportFile]]:
    """The folder of the search index, named after its content where none is given; its files."""
    return search_index(site, prose, Renderer.icon, folder)


def edit_uri(source: str | Path, config: MkDocsConfig) -> str | None:
    """Where a file is edited, when the catalog lies beside the pages it belongs to."""
    return edit_links.edit_path(
        source, config.docs_dir, os.path.dirname(str(config.config_file_path))
    )


def _embeds(site: Site, renderer: Renderer, config: MkDocsConfig) -> Iterator[ExportFile]:
    """The lists for other people's pages; they are files, since they have no frame of the theme."""
    assets = Build.of(config).assets
    own = {
        "style": assets["embed-style"],
        "code": assets["open-embed"],
        "favicon": config.theme["favicon"],
    }
    for page in embed_pages(site):
        html = renderer.html(replace(page, data={**page.data, **own}))
        yield ExportFile(f"{page.path}index.html", html)


def moment() -> datetime.datetime:
    """The moment of the build, which SOURCE_DATE_EPOCH can fix."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.datetime.fromtimestamp(
        int(fixed or datetime.datetime.now().timestamp()), datetime.UTC
    )


def _repository_links(folder: Path, config: MkDocsConfig) -> RepositoryLinks:
    """The links to the repository of the catalog, as far as mkdocs.yml has them."""
    entries = edit_uri(folder / ENTRIES, config)

    def edit(file: str) -> str | None:
        end = edit_uri(file, config)
        return urljoin(config.edit_uri, end) if config.edit_uri and end else None

    new_file, upload = github_new_file_urls(config.edit_uri or "", entries) if entries else ("", "")
    issue = config.extra.get("report_uri") or ""
    return RepositoryLinks(edit_url=edit, new_file_url=new_file, upload_url=upload, issue_url=issue)
