"""A build of the site, event by event, in the order in which MkDocs calls them.

Nothing else in the project knows MkDocs but the files beside this one whose names begin as its own
does, so these are what to replace on the day another program builds the site. What is done for
speed alone is behind one door, ``mkdocs_performance``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import mkdocs_garbage  # noqa: F401 — first of ours: from here on, no looking for garbage
import mkdocs_languages as languages
import mkdocs_performance as performance
import mkdocs_site
import mkdocs_stopped_page
from mkdocs_build import Build
from mkdocs_own_pages import (
    add_own_pages,
    is_own_page,
    keep_own_meta,
    leave_out_pages,
    refuse_wrong_links,
)
from mkdocs_pages import CatalogPage, add_exports, add_pages, add_written, prose, write
from resource_catalog.model.field_types.languages import language_name
from resource_catalog.model.messages import N_, named, translated
from resource_catalog.model.messages.direction import direction, direction_attribute
from resource_catalog.pages.hand_written.absent_page_links import without_links_left_out
from resource_catalog.pages.hand_written.catalog_words import with_addresses, with_nouns
from resource_catalog.pages.hand_written.key_table import with_key_table
from resource_catalog.pages.hand_written.own_samples import with_own_samples
from resource_catalog.pages.hand_written.translation_status import with_translation_status
from resource_catalog.pages.hand_written.wide_tables import with_scrolling_tables
from resource_catalog.pages.home import not_found_page
from resource_catalog.pages.menu import menu, without_left_out
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.pages.rendering.nonbreaking_words import together
from resource_catalog.pages.rendering.own_page_html import safe_html
from resource_catalog.pages.rendering.strip_indent import strip_indentation
from resource_catalog.pages.rendering.template_cache import keep_compiled
from resource_catalog.pages.rendering.template_messages import install_translations
from resource_catalog.site.localhost import note_on_address


def on_startup(command: str, dirty: bool) -> None:
    """Once, before the first build."""
    mkdocs_site.Preview.is_on = command == "serve"
    performance.start(command, dirty)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalog; every problem at once stops the build."""
    mkdocs_site.refuse_file_addresses(config)
    folder = mkdocs_site.catalog_folder(config)
    if str(folder) not in config.watch:
        config.watch.append(str(folder))
    settings, source = languages.copy_of_settings(config), languages.source_of(config)
    if source is None:
        site = mkdocs_site.open_site(config, performance.begin(config))
    else:
        performance.prepare_theme(config)
        site = languages.open_translated(config, source)
    renderer = mkdocs_site.renderer(site, config)
    build = Build(site, renderer, mkdocs_site.looks(site, folder), _heard_by_others(config))
    build.settings = settings
    build.keep(config)
    performance.collect_garbage_of(build)
    mkdocs_site.use_language(site.catalog.identity.language, config)
    if "favicon" in build.assets:
        config.theme["favicon"] = build.assets["favicon"]
    items = without_left_out(config.nav or (), site.has_page)
    config.nav = menu(items, site.catalog) or None
    if not _has_sitemap(config):
        config.theme.static_templates.discard(SITEMAP)
    config.site_name = str(site.catalog.identity.title)
    config.site_description = str(site.catalog.identity.description or config.site_description)
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Begin to make the exports; MkDocs has yet to empty the folder that they go into."""
    build = Build.of(config)
    performance.begin_exports(
        lambda: mkdocs_site.exports(build.site, build.renderer, config),
        lambda exports: write(exports, config),
        build,
    )


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the catalog's pages, exports, style sheets and browser code."""
    build = Build.of(config)
    build.folder_is_empty()
    leave_out_pages(files, build.site)
    add_own_pages(files, config)
    languages.put_translated_pages(files, config)
    add_pages(all_pages(build.site), files, config)
    performance.render_ahead(files, build)
    add_exports(build.looks.values(), files, config)
    for file in list(files):
        if file.src_uri.startswith(("css/", "js/", "assets/javascripts/")):
            files.remove(file)  # bundled already, or scripts of the theme that no page loads
        elif file.src_uri == SITEMAP and not _has_sitemap(config):
            files.remove(file)  # a template, which would be copied as it is
    if build.has_other_hooks:  # which may change or remove one
        add_exports(mkdocs_site.exports(build.site, build.renderer, config), files, config)
    else:
        add_written(build.written(), files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the menu's own words: MkDocs would show the titles of pages that exist already."""
    build = Build.of(config)
    labels = [next(iter(item)) if isinstance(item, dict) else None for item in config.nav or []]
    items = zip(labels, nav.items, strict=True)
    build.menu = [(_menu_label(label or item.title or "", item), item) for label, item in items]
    build.nav = nav
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what a hand-written page has from the catalog; ours lose links to absent pages."""
    build = Build.of(config)
    if is_own_page(page, config):
        keep_own_meta(page)
    if not isinstance(page, CatalogPage):
        languages.note_languages(page, config)
    if languages.is_untranslated(page, config):
        return languages.in_source(markdown, page, config, _filled_in)
    return _filled_in(markdown, page, build, config)


def _filled_in(markdown: str, page: Page, build: Build, config: MkDocsConfig) -> str:
    """A hand-written page with what the catalog of a build gives."""
    site = build.site
    markdown = with_key_table(markdown, site.catalog)
    markdown = with_translation_status(markdown, site)
    if page.file.generated_by is None or page.file.src_uri in build.translated:
        markdown = with_own_samples(markdown, site.catalog, mkdocs_site.catalog_folder(config))
        markdown = with_nouns(with_addresses(markdown, site.catalog), page.file.src_uri)
        if "description" in page.meta:
            page.meta["description"] = translated(page.meta["description"])
        markdown = without_links_left_out(markdown, page.file.src_uri, site.has_page)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the HTML of a page of the catalog's own safe, and wide tables fit for phones."""
    return with_scrolling_tables(safe_html(html) if is_own_page(page, config) else html)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Index everything, now that hand-written pages are read, and prepare the theme's templates."""
    build = Build.of(config)
    refuse_wrong_links(files, config)
    build.prose = list(prose(files, build.untranslated))
    folder = performance.index_folder()
    build.index_folder, index = mkdocs_site.index(build.site, build.prose, folder)
    add_exports(index, files, config)
    strip_indentation(env)
    install_translations(env)
    if not build.has_other_hooks:  # which may have filters that Jinja runs while it compiles
        keep_compiled(env, mkdocs_site.checkout(config))
    base = urlsplit(config.site_url or "/").path
    env.globals.update(
        catalog=build.site.catalog,
        identity=build.site.catalog.identity,
        has_page=build.site.has_page,
        named=named,
        together=together,
        menu=build.menu,
        direction_of=direction,
        direction_attribute=direction_attribute,
        languages=languages.language_links(config),
        language_name=language_name,
        assets=build.assets,
        index_folder=build.index_folder,
        not_found=Markup(build.renderer.html(not_found_page(), base)),
    )
    performance.join_frames(env, files, build)
    build.files, build.env = files, env
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Render the body of a page of the catalog, now that MkDocs is about to write it."""
    if isinstance(page, CatalogPage) and not Build.of(config).has_other_hooks:
        page.render_body(config)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Drop the body of a page, so that not all are in memory; say which way other pages run."""
    if isinstance(page, CatalogPage) and not Build.of(config).has_other_hooks:
        page.drop_body()
    elif not isinstance(page, CatalogPage):  # the theme writes the direction into the body alone
        attribute = direction_attribute(Build.of(config).site.catalog.identity.language)
        output = output.replace("<html lang=", f"<html{attribute} lang=", 1)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written; a build that could be published says where its addresses lead."""
    if languages.source_of(config) is not None:
        return
    languages.build_others(config, Build.of(config).settings)
    performance.finish(config)
    note = note_on_address(config.site_url)
    if note and not mkdocs_site.Preview.is_on:
        mkdocs_site.log.info(note)


def on_build_error(error: Exception) -> None:
    """Something is wrong, which MkDocs reports."""
    mkdocs_stopped_page.note(error)
    performance.stop()


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """The site is about to be served; ``builder`` builds all of it anew."""
    performance.serve(server, config, builder)
    mkdocs_stopped_page.serve(server)


SITEMAP = "sitemap.xml"

LABELS = (N_("Phases"), N_("Tools"), N_("Packs"), N_("Browse"))
"""The words of the menu in ``mkdocs.yml``."""


def _menu_label(label: str, item: StructureItem) -> str:
    """What an item of the menu is called: by the catalog, or else by ``mkdocs.yml``."""
    path = item.url if isinstance(item, Page | Link) else ""
    return named(f"nav.{path.partition('/')[0]}", translated(label))


def _has_sitemap(config: MkDocsConfig) -> bool:
    """The addresses in it have to be whole, and those of a language are to last."""
    return bool(config.site_url) and languages.is_published(config)


def _heard_by_others(config: MkDocsConfig) -> frozenset[str]:
    """The events that hooks beside these listen to."""
    return frozenset(
        event
        for event, methods in config.plugins.events.items()
        if any(getattr(method, "__module__", "") != __name__ for method in methods)
    )
