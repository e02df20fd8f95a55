"""The seam to MkDocs: each event hands over to the catalog package in a few lines.

Nothing else in the project knows MkDocs but the files beside this one whose names begin as its own
does, so these are what to replace on the day another program builds the site.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

import mkdocs_site
from mkdocs_files import add_exports, in_memory, write, written
from mkdocs_pages import CatalogPage, add_pages, catalog_pages
from mkdocs_rebuild import PREVIEW_INDEX, Rebuild
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.pages.home import not_found_page
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.pages.parts.key_table import with_key_table
from resource_catalog.pages.rendering.strip_indent import strip_indentation
from resource_catalog.performance import page_frame
from resource_catalog.performance.parallel import Worker
from resource_catalog.performance.preview import Preview
from resource_catalog.performance.template_cache import keep_compiled
from resource_catalog.site.search.search_documents import Prose

PREVIEW = Preview()
"""Keeps the site up to date while it is served."""

MIN_ENTRIES_TO_FORK = 100
"""With fewer, forking takes longer than it saves."""

RECORD_CACHE = RecordCache()
"""The entries as they were read last. Outlives a build, as the whole program does with serve."""


def on_startup(command: str, dirty: bool) -> None:
    """Take note whether the site will be served, or the program ends when it is built."""
    PREVIEW.is_on = command == "serve" and not dirty
    if command == "build":
        gc.disable()  # a build leaves next to no garbage, and looking for it takes an eighth longer


def on_serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Let a saved entry change what it touches, unless other hooks may want to hear of it."""
    if config.extra["others_listen"]:
        return
    serve_request = server.serve_request

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        asked = environ["PATH_INFO"].removeprefix(server.mount_path)
        while True:
            change = PREVIEW.complete(asked)
            said: list[Any] = []
            body = serve_request(environ, lambda *words, said=said: said.append(words))
            # A change that came while the server waited may have made the file old.
            if change == PREVIEW.changes or asked.startswith("livereload/"):
                start_response(*said[-1])
                return body

    server.set_app(answer)
    server.builder = lambda: PREVIEW.update(mkdocs_site.others(config), builder)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the catalog; every problem at once stops the build."""
    folder = mkdocs_site.catalog_folder(config)
    if str(folder) not in config.watch:
        config.watch.append(str(folder))
    others = mkdocs_site.others(config) if PREVIEW.is_on else b""
    site = mkdocs_site.open_site(config, RECORD_CACHE if PREVIEW.is_on else None)
    identity, looks = site.catalog.identity, mkdocs_site.looks(site)
    renderer = mkdocs_site.renderer(site, config)
    mkdocs_site.use_language(identity.language, config)
    config.site_name = identity.title
    config.site_description = identity.description or config.site_description
    others_listen = any(_of_others(event, config) for event in config.plugins.events)
    if others_listen:
        gc.enable()  # who knows what they leave
    config.extra.update(
        identity=identity,
        site=site,
        others=others,
        others_listen=others_listen,
        catalog_folder=folder,
        renderer=renderer,
        looks=looks,
        assets={use: file.path for use, file in looks.items()},
    )
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the catalog's pages, exports, style sheets and browser code."""
    made = config.extra
    with Worker.start(lambda: _write_exports(config)) if _may_fork(config) else Worker() as worker:
        add_pages(all_pages(made["site"]), files, config)
        add_exports(in_memory(made["looks"].values(), config), files, config)
        for file in list(files):
            if file.src_uri.startswith(("css/", "js/", "assets/javascripts/")):
                files.remove(file)  # bundled already, or scripts of the theme that no page loads
        add_exports(_exports(config, worker), files, config)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep the menu's own words: MkDocs would show the titles of pages that exist already."""
    labels = [next(iter(item)) if isinstance(item, dict) else None for item in config.nav or []]
    config.extra["nav"] = nav
    config.extra["menu"] = [
        (label or item.title, item) for label, item in zip(labels, nav.items, strict=True)
    ]
    return nav


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the table of keys where a hand-written page has its marker."""
    return with_key_table(markdown, config.extra["site"].catalog)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Index everything, now that hand-written pages are read, and begin to draw pages."""
    made = config.extra
    strip_indentation(env)
    if not made["others_listen"]:  # who may have filters that Jinja runs while it compiles
        keep_compiled(env, mkdocs_site.checkout(config))
    base = urlsplit(config.site_url or "/").path
    env.globals["not_found"] = Markup(made["renderer"].html(not_found_page(), base))
    made["prose"] = list(_prose(files))
    folder = PREVIEW_INDEX if PREVIEW.is_on else None
    made["search_folder"], index = mkdocs_site.index(made["site"], config, folder)
    add_exports(in_memory(index, config), files, config)
    made["build"] = Rebuild(config, files, env, RECORD_CACHE)
    if not _of_others("page_context", config) and not os.environ.get("CATALOG_PLAIN_RENDER"):
        for page in catalog_pages(files):
            page.meta.setdefault("template", page_frame.TEMPLATE)
        env.globals["shell"] = page_frame.Shell(env)
    return env


def on_page_context(
    context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Render a page of the catalog, now that it is about to be written."""
    if isinstance(page, CatalogPage) and not config.extra["others_listen"]:
        page.render_body(config)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let go of the body of a page, so that not all of them are held in memory."""
    if isinstance(page, CatalogPage) and not config.extra["others_listen"]:
        page.drop_body()
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Let the preview go on from here, or the program end at once."""
    if PREVIEW.is_on:
        made, folder = config.extra, Path(config.site_dir)
        exports = set(made["exports"]) - set(made["assets"].values())
        PREVIEW.built(made["site"], folder, made["others"], exports, made["build"])
    if not gc.isenabled():
        gc.freeze()  # or Python would look through the whole site once more before it ends


def _of_others(event: str, config: MkDocsConfig) -> list[Any]:
    """Who else hears of an event of MkDocs."""
    heard = config.plugins.events[event]
    return [method for method in heard if getattr(method, "__module__", "") != __name__]


def _exports(config: MkDocsConfig, worker: Worker) -> Iterable[File]:
    """The files for programs, in memory where other hooks may want to change or remove one."""
    made = config.extra
    if made["others_listen"]:
        return in_memory(mkdocs_site.exports(made["site"], made["renderer"], config), config)
    paths = worker.texts()
    return written(_write_exports(config) if paths is None else paths, config)


def _write_exports(config: MkDocsConfig) -> Iterator[str]:
    made = config.extra
    exports = mkdocs_site.exports(made["site"], made["renderer"], config)
    return write(exports, Path(config.site_dir))


def _may_fork(config: MkDocsConfig) -> bool:
    """Whether a worker is worth its start, and no other hook would miss what happens in it."""
    made = config.extra
    return not (
        PREVIEW.is_on
        or made["others_listen"]
        or len(made["site"].catalog.entries) < MIN_ENTRIES_TO_FORK
        or os.environ.get("CATALOG_ONE_PROCESS")
    )


def _prose(files: Files) -> Iterator[Prose]:
    """The texts of hand-written pages."""
    for file in files.documentation_pages():
        if file.page is not None and not isinstance(file.page, CatalogPage):
            text = Markup(file.page.content or "").striptags()
            title = Markup(file.page.title or "").striptags()
            yield Prose(file.page.url, title, text)
