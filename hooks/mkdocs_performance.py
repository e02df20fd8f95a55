"""The one door to what exists for speed alone, and what happens without it.

Behind it are ``resource_catalog/performance/``, ``mkdocs_preview.py`` and ``mkdocs_garbage.py``.
When that package is deleted, everything here does what is plain, and the site is the same byte for
byte.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

import mkdocs_garbage
from mkdocs_build import Build
from mkdocs_pages import catalog_pages
from mkdocs_site import catalog_folder
from resource_catalog.exports import ExportFile
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.record_cache import RecordCache

try:
    import mkdocs_preview
    from resource_catalog.performance import page_frame, parallel, read_ahead, theme_files
except ModuleNotFoundError as error:
    if error.name != "resource_catalog.performance":
        raise
    IS_HERE = False
else:
    IS_HERE = True

MIN_ENTRIES_TO_FORK = 40
"""With fewer, forking takes longer than it saves."""

MIN_ENTRIES_TO_READ_AHEAD = 100
"""The same for a worker that reads entries, of which each takes less than a page."""


def start(command: str, dirty: bool) -> None:
    """Note whether the site will be served, or the program ends when it is built."""
    if command != "build":
        mkdocs_garbage.collect()
    if IS_HERE:
        mkdocs_preview.start(is_served=command == "serve" and not dirty)


def begin(config: MkDocsConfig) -> RecordCache | None:
    """Begin a build; gives entries that need not be read, or that a worker reads."""
    if not IS_HERE:
        return None
    prepare_theme(config)
    return mkdocs_preview.begin(config) or _read_ahead(config)


def prepare_theme(config: MkDocsConfig) -> None:
    """Let MkDocs list only those files of the theme that a site may need."""
    if IS_HERE:
        theme_files.list_visible_files(config.theme)


def collect_garbage_of(build: Build) -> None:
    """Let Python look for garbage after all, where other hooks may create cycles."""
    if build.has_other_hooks:
        mkdocs_garbage.collect()


def index_folder() -> str | None:
    """The folder of the search index, when it is not to be named after its content."""
    return mkdocs_preview.index_folder() if IS_HERE else None


def begin_exports(
    make: Callable[[], Iterable[ExportFile]],
    write: Callable[[Iterable[ExportFile]], Iterable[str]],
    build: Build,
) -> None:
    """Let ``build.written`` make and write the exports; where it is of use, a worker begins now.

    MkDocs empties the folder of the site after this, so a worker holds back what it has made
    until ``build.folder_is_empty`` is called.
    """
    if _may_fork(build):
        gate = parallel.Gate()
        build.folder_is_empty = gate.open
        build.written = parallel.ahead(lambda: write(gate.hold_back(make())))
    else:
        build.written = lambda: write(make())


def render_ahead(files: Files, build: Build) -> None:
    """Where it is of use, let a worker begin to render the pages, in the order of writing."""
    if _may_fork(build):
        pages = {page.url: page for page in catalog_pages(files)}
        build.rendered_ahead = parallel.in_order(
            pages, lambda url: pages[url].rendered(build.renderer)
        )


def join_frames(env: Environment, files: Files, build: Build) -> None:
    """Let the theme's frame be rendered once for many pages, and joined to the body of each."""
    if (
        IS_HERE
        and "page_context" not in build.heard_by_others  # else each page may have its own frame
        and not os.environ.get("CATALOG_PLAIN_RENDER")
    ):
        page_frame.install(env)
        for page in catalog_pages(files):
            page.meta.setdefault("template", page_frame.TEMPLATE)


def finish(config: MkDocsConfig) -> None:
    """Let the preview go on from here, or the program end at once."""
    if IS_HERE:
        mkdocs_preview.built(config)
        parallel.stop()
    mkdocs_garbage.leave()


def stop() -> None:
    """End what is still under way, when a build has failed."""
    if IS_HERE:
        parallel.stop()


def serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Let a saved entry change the pages that it touches, instead of building the site anew."""
    if IS_HERE and not Build.of(config).has_other_hooks:  # which may want to hear of a change
        mkdocs_preview.serve(server, config, builder)


def _read_ahead(config: MkDocsConfig) -> RecordCache | None:
    """Where it is of use, what lets a worker read entries."""
    if mkdocs_preview.is_on() or os.environ.get("CATALOG_ONE_PROCESS"):
        return None
    return read_ahead.ReadAhead(
        folder=catalog_folder(config) / ENTRIES, least=MIN_ENTRIES_TO_READ_AHEAD
    )


def _may_fork(build: Build) -> bool:
    """Whether a worker is worth its start, and nobody misses what happens in it."""
    return (
        IS_HERE
        and not build.has_other_hooks
        and not mkdocs_preview.is_on()
        and len(build.site.catalog.entries) >= MIN_ENTRIES_TO_FORK
        and not os.environ.get("CATALOG_ONE_PROCESS")
    )
