"""Hand-written pages of a catalog: Markdown and pictures in its folder ``pages``."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_build import Build
from mkdocs_site import catalog_folder, edit_uri, refuse
from resource_catalog.loading.own_pages.missing_anchors import with_places_of
from resource_catalog.loading.own_pages.page_contents import META, begins_like_a_setting
from resource_catalog.loading.own_pages.page_files import own_pages, source_of
from resource_catalog.loading.own_pages.page_link_checks import page_links
from resource_catalog.model.optional_pages import page_path
from resource_catalog.site.site import Site

log = logging.getLogger("mkdocs.hooks.catalog")


def leave_out_pages(files: Files, site: Site) -> None:
    """Take those of our hand-written pages out that the catalog leaves out.

    So are links that lead nowhere, such as some editors make while they have a file open.
    """
    for file in list(files):
        source = file.abs_src_path
        if source and os.path.islink(source) and not os.path.exists(source):
            log.info("%s is left out: it is a link that leads nowhere", file.src_uri)
            files.remove(file)
        elif file.is_documentation_page() and page_path(file.src_uri) in site.left_out:
            files.remove(file)


def add_own_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the pages of the catalog; one with the name of one of ours takes its place."""
    folder = catalog_folder(config)
    own = Build.of(config).own_pages
    for path in own_pages(folder):
        uri = source_of(path, folder)
        file = File.generated(
            config, uri, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = edit_uri(path, config)
        if file.is_documentation_page():
            own.add(uri)
            if begins_like_a_setting(text := file.content_string):
                file.content_string = f"\n{text}"  # else MkDocs takes the line for one
        if (ours := files.get_file_from_path(uri)) is not None:
            log.info("%s of the catalog replaces docs/%s", path.relative_to(folder), uri)
            files.remove(ours)
            if uri in own:
                file.content_string = with_places_of(ours.content_string, file.content_string)
        files.append(file)


def is_own_page(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page is one of the catalog's own."""
    return page.file.src_uri in Build.of(config).own_pages


def keep_own_meta(page: Page) -> None:
    """Leave of what a page of the catalog says of itself what readers may see."""
    page.meta = {key: page.meta[key] for key in META if key in page.meta}


def refuse_wrong_links(files: Files, config: MkDocsConfig) -> None:
    """Raise a ``PluginError`` where pages of the catalog link to what the site does not have.

    To be called when all pages have been read.
    """

    def anchors(source: str) -> Collection[str] | None:
        file = files.get_file_from_path(source)
        return file.page.present_anchor_ids if file and file.page else None

    found = list(page_links(catalog_folder(config), files.src_uris, anchors))
    if found:
        refuse(found, config)
