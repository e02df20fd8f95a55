"""The preview: while a site is served, a saved entry changes the pages it touches and no others.

MkDocs builds everything anew at each change. Most changes are to the text of an entry that is
there already; then the pages that show it are made again from what the last whole build left, and
the files for programs when somebody asks for one of them. Everything else (an entry that comes,
goes, moves or is broken, a term, a setting, a template, a hand-written page) is left to a whole
build, and so is everything when other hooks may want to hear of it. Nothing is taken to be
unchanged because of its date: files are compared by their bytes, pages by what they are made from.
"""

from __future__ import annotations

import gc
import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from resource_catalog.exports import ExportFile, redirects
from resource_catalog.pages import all_pages
from resource_catalog.pages.home import not_found
from resource_catalog.pages.page import Page
from resource_catalog.render import Renderer
from resource_catalog.site import Site


class Builder(Protocol):
    """What the program that builds the site does for the preview."""

    def open_site(self) -> Site | None:
        """The site as its files are now; None when something is wrong with them."""

    def renderer(self, site: Site) -> Renderer:
        """What draws the pages of a site."""

    def write_page(self, page: Page, renderer: Renderer) -> None:
        """Write a page that was there before into the site."""

    def exports(self, site: Site, renderer: Renderer) -> Iterable[ExportFile]:
        """Every file for programs, the search index included."""


@dataclass
class _Shown:
    """What is in the folder of the site."""

    site: Site
    pages: Mapping[str, Page]
    others: bytes
    lost: str
    builder: Builder
    folder: Path
    exports: set[str]
    due: bool = False


class Preview:
    """Keeps a served site up to date.

    It is on while there is a site being served. Its methods may be called from
    several threads.
    """

    def __init__(self) -> None:
        self.is_on = False
        self._shown: _Shown | None = None
        self._lock = threading.RLock()

    def built(
        self, site: Site, folder: Path, others: bytes, exports: set[str], builder: Builder
    ) -> None:
        """Take note of a whole build into ``folder``, made while the other files were so."""
        with self._lock:
            lost = builder.renderer(site).html(not_found(), "")
            pages = {page.path: page for page in all_pages(site)}
            # What stays while the site is served need not be looked through at each change.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self._shown = _Shown(site, pages, others, lost, builder, folder, exports)

    def update(self, others: bytes, whole_build: Callable[[], None]) -> None:
        """Bring the site up to date, by a whole build where nothing less is certain to do."""
        with self._lock:
            shown = self._shown
            if shown is None or others != shown.others or not self._touch(shown):
                whole_build()

    def complete(self, asked: str) -> None:
        """Write the files for programs, if pages have changed and ``asked`` may be one of them."""
        if asked.startswith(("assets/", "livereload/")):
            return
        is_page = not asked or asked.endswith(("/", ".html"))
        path = f"{asked}index.html" if asked.endswith("/") else asked
        with self._lock:
            shown = self._shown
            if shown is None or not shown.due or (is_page and path not in shown.exports):
                return
            renderer = shown.builder.renderer(shown.site)
            written = set()
            for export in shown.builder.exports(shown.site, renderer):
                write_if_new(shown.folder / export.path, export.raw)
                written.add(export.path)
            for path in shown.exports - written:
                (shown.folder / path).unlink(missing_ok=True)
            shown.exports, shown.due = written, False

    def _touch(self, shown: _Shown) -> bool:
        """Make the pages again that changed; False when a whole build must do it."""
        builder, old = shown.builder, shown.site
        site = builder.open_site()
        if site is None or not _same_but_for_texts(site, old):
            return False
        pages = {page.path: page for page in all_pages(site)}
        renderer = builder.renderer(site)
        if not _same_places(pages, shown.pages) or renderer.html(not_found(), "") != shown.lost:
            return False
        same_counts = _counted(site) == _counted(old)
        for path, page in pages.items():
            if not (page.is_told_all and same_counts and page == shown.pages[path]):
                builder.write_page(page, renderer)
        shown.site, shown.pages, shown.due = site, pages, True
        return True


def fingerprint(folders: Iterable[Path], but: Path) -> bytes:
    """What the files in some folders are like, those in one of them left out."""
    digest = hashlib.sha256()
    for path in _files(folders, str(but)):
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def write_if_new(path: Path, content: bytes) -> None:
    """Write a file unless it is like that already."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _files(folders: Iterable[Path], but: str) -> Iterator[str]:
    for folder in folders:
        if folder.is_file():
            yield str(folder)
        for here, inside, names in os.walk(folder):
            inside[:] = sorted(n for n in inside if os.path.join(here, n) != but)
            yield from (os.path.join(here, name) for name in sorted(names))


def _same_but_for_texts(new: Site, old: Site) -> bool:
    """Whether all that a site consists of is there as before, on the same day."""
    return (
        list(new.catalog.entries) == list(old.catalog.entries)
        and new.catalog.facets == old.catalog.facets
        and new.moment.date() == old.moment.date()
        and [file.path for file in redirects.files(new)]
        == [file.path for file in redirects.files(old)]
    )


def _same_places(new: Mapping[str, Page], old: Mapping[str, Page]) -> bool:
    """Whether there are the same pages, with the same files behind them and in the site map."""
    return list(new) == list(old) and all(
        page.source == before.source and page.updated == before.updated
        for page, before in zip(new.values(), old.values(), strict=True)
    )


def _counted(site: Site) -> list[tuple[Mapping[str, tuple[str, ...]], bool]]:
    """All that the numbers of entries in lists depend on."""
    return [(entry.tags, entry.is_listed) for entry in site.catalog.entries.values()]
