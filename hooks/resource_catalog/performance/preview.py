"""Keep a served site up to date: a saved entry changes the pages it touches and no others.

MkDocs builds everything anew at each change. Most changes are to the text of an entry that exists
already, or to its translation; then a page that shows it is rendered again from what the last whole
build left, as soon as somebody asks for it, and so are the files for programs. Everything else (an
entry that is added, deleted, renamed or broken, a term, a setting, a template, a hand-written page)
takes a whole build. Nothing counts as unchanged because of its date: files are compared by their
bytes, pages by what they are made from.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from resource_catalog.exports import ExportFile, redirect_pages
from resource_catalog.model.records.entry import Entry
from resource_catalog.pages.home import not_found_page
from resource_catalog.pages.page import Page
from resource_catalog.pages.page_registry import all_pages, page_at
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site

DESCRIPTIONS = ("summary", "recommended_use", "notes")
"""What an entry may say differently without a change anywhere but where it says so."""

_NO_DESCRIPTIONS = dict.fromkeys(DESCRIPTIONS)

_Counts = list[tuple[Mapping[str, tuple[str, ...]], bool, bool]]
"""All that the numbers of entries in lists depend on."""


class Builder(Protocol):
    """What the program that builds the site does for the preview of it in one language."""

    def in_its_language(self) -> AbstractContextManager[None]:
        """Where messages are in the language of the pages."""

    def edited_site(self, before: Site) -> Site | None:
        """The site with other descriptions in its entries; None when more may have changed."""

    def open_site(self) -> Site | None:
        """The site as its files are now; None when something is wrong with them."""

    def take(self, source: Site) -> tuple[Site, Renderer]:
        """The site in this language, which is shown from now on, and what renders its pages."""

    def write_page(self, page: Page) -> None:
        """Write a page that was there before into the site."""

    def counting_pages(self) -> Collection[str]:
        """The paths of hand-written pages that count how much is translated."""

    def write_counting_page(self, path: str) -> None:
        """Write such a page."""

    def exports(self) -> Iterable[ExportFile]:
        """Every file for programs, the search index included."""


@dataclass(frozen=True)
class Part:
    """What a whole build has left in one language.

    ``root`` is where its pages are below the root of the site, and ``folder`` the same on the disk;
    ``exports`` are the files for programs in it.
    """

    root: str
    folder: Path
    exports: set[str]
    builder: Builder


@dataclass
class _Shown:
    """What is in the folder of the site in one language, and what should be.

    ``pages`` are those of ``site`` when they were compared last; the files of ``stale`` ones are
    older. While ``is_new``, nothing has been compared with ``site`` yet, and only the files of
    pages that were ``asked`` for since are right. ``due`` says that files for programs are old.
    ``stale_counts`` are hand-written pages whose files are older.
    """

    site: Site
    pages: dict[str, Page]
    counted: _Counts
    lost: str
    builder: Builder
    folder: Path
    exports: set[str]
    stale: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    stale_counts: set[str] = field(default_factory=set)
    is_new: bool = False
    due: bool = False


class Preview:
    """Keeps a served site up to date.

    It is on while there is a site being served. Its methods may be called from
    several threads.
    """

    def __init__(self) -> None:
        self.is_on = False
        self.changes = 0
        self._others = b""
        self._shown_others = b""
        self._shown: dict[str, _Shown] = {}
        self._whole_build: Callable[[], None] = _nothing
        self._lock = threading.RLock()

    def begin(self, others: bytes) -> None:
        """Note the fingerprint of all files but entries, before a whole build reads them."""
        self._others = others

    def built(self, source: Site, parts: Iterable[Part]) -> None:
        """Note a whole build; the first part is in the language of the ``source``."""
        with self._lock:
            self._shown, self._shown_others = {}, self._others
            for part in parts:
                builder = part.builder
                with builder.in_its_language():
                    site, renderer = builder.take(source)
                    lost = renderer.html(not_found_page(), "")
                    pages = {page.path: page for page in all_pages(site)}
                self._shown[part.root] = _Shown(
                    site, pages, _counted(site), lost, builder, part.folder, part.exports
                )
            # What stays while the site is served need not be looked through at each change.
            gc.unfreeze()
            gc.collect()
            gc.freeze()
            self.changes += 1

    def update(self, others: bytes, whole_build: Callable[[], None]) -> None:
        """Bring the site up to date, by a whole build where less may not be enough.

        Pages that changed are rendered when they are asked for.
        """
        with self._lock:
            self._whole_build = whole_build
            if not self._shown or others != self._shown_others or not self._renew():
                whole_build()

    def complete(self, asked: str) -> int:
        """Write what an address below the root may ask for, if it is older than the site.

        Gives the number of the change that the answer belongs to.
        """
        with self._lock:
            root = next((root for root in self._shown if root and asked.startswith(root)), "")
            shown, asked = self._shown.get(root), asked.removeprefix(root)
            if shown is None or asked.startswith(("assets/", "livereload/")):
                return self.changes
            with shown.builder.in_its_language():
                is_done = self._complete(shown, asked)
            if not is_done:
                self._whole_build()
            return self.changes

    def _complete(self, shown: _Shown, asked: str) -> bool:
        """Write what may be asked for; False when a whole build must do it."""
        path = asked.removesuffix("index.html")
        if path in shown.pages:
            return self._complete_page(shown, path)
        if path in shown.stale_counts:
            shown.builder.write_counting_page(path)
            shown.stale_counts.discard(path)
        elif shown.due:
            is_page = not asked or asked.endswith(("/", ".html"))
            stub = f"{asked}index.html" if asked.endswith("/") else asked
            if not is_page or stub in shown.exports:
                return self._complete_all(shown)
        return True

    def _renew(self) -> bool:
        """Take the site as its files are now; False when a whole build must make it."""
        first = next(iter(self._shown.values()))
        builder, old = first.builder, first.site
        edited = builder.edited_site(old)
        source = edited or builder.open_site()
        if source is None or not (edited or _same_but_for_texts(source, old)):
            return False
        for shown in self._shown.values():
            with shown.builder.in_its_language():
                shown.site, renderer = shown.builder.take(source)
                if renderer.html(not_found_page(), "") != shown.lost:
                    return False
                shown.stale_counts |= {*shown.builder.counting_pages()}
                shown.stale |= shown.asked
                shown.asked = set()
                shown.is_new = shown.due = True
                if not (edited or self._compare(shown)):
                    return False
        self.changes += 1
        return True

    def _compare(self, shown: _Shown) -> bool:
        """Find out which pages are stale; False when a whole build must make the site."""
        if not shown.is_new:
            return True
        pages, counted = {page.path: page for page in all_pages(shown.site)}, _counted(shown.site)
        if not _same_places(pages, shown.pages):
            self._shown = {}  # what is there is not that site, nor the one before any more
            return False
        # Texts compare as equal when only their marks have changed, as that of one left behind.
        same = counted == shown.counted and not shown.site.catalog.shown_in
        shown.stale.update(
            path
            for path, page in pages.items()
            if not (page.depends_only_on_data and same and page == shown.pages[path])
        )
        shown.stale -= shown.asked
        shown.pages, shown.counted, shown.asked, shown.is_new = pages, counted, set(), False
        return True

    def _complete_page(self, shown: _Shown, path: str) -> bool:
        """Write a page, if its file is older than the site; alone, if need be."""
        if shown.is_new:
            if path in shown.asked:
                return True
            if page := page_at(path, shown.site):
                shown.builder.write_page(page)
                shown.asked.add(path)
                return True
            if not self._compare(shown):
                return False
        if path in shown.stale:
            shown.builder.write_page(shown.pages[path])
            shown.stale.discard(path)
        return True

    def _complete_all(self, shown: _Shown) -> bool:
        """Write every page and every file for programs that is older than the site."""
        if not self._compare(shown):
            return False
        for path in shown.stale:
            shown.builder.write_page(shown.pages[path])
        for path in shown.stale_counts:
            shown.builder.write_counting_page(path)
        written = set()
        for export in shown.builder.exports():
            write_if_new(shown.folder / export.path, export.raw)
            written.add(export.path)
        for path in shown.exports - written:
            (shown.folder / path).unlink(missing_ok=True)
        shown.exports, shown.stale, shown.stale_counts, shown.due = written, set(), set(), False
        return True


def _nothing() -> None:
    """No whole build is known yet."""


def write_if_new(path: Path, content: bytes) -> None:
    """Write a file unless it is like that already."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _same_but_for_texts(new: Site, old: Site) -> bool:
    """Whether all that a site consists of is there as before, on the same day."""
    return (
        list(new.catalog.entries) == list(old.catalog.entries)
        and new.catalog.facets == old.catalog.facets
        and new.catalog.tools == old.catalog.tools
        and new.built_at.date() == old.built_at.date()
        and [file.path for file in redirect_pages.files(new)]
        == [file.path for file in redirect_pages.files(old)]
    )


def _same_places(new: Mapping[str, Page], old: Mapping[str, Page]) -> bool:
    """Whether there are the same pages, with the same files behind them and in the site map."""
    return list(new) == list(old) and all(
        page.source == before.source and page.updated == before.updated
        for page, before in zip(new.values(), old.values(), strict=True)
    )


def only_descriptions(new: Mapping[str, Entry], old: Mapping[str, Entry]) -> bool:
    """Whether entries differ in what describes them and in nothing else.

    Then there are the same pages in the same places, and the checks of the catalog find nothing.
    """
    return list(new) == list(old) and all(
        entry is before
        or (
            all(bool(getattr(entry, key)) == bool(getattr(before, key)) for key in DESCRIPTIONS)
            and {**dict(entry), **_NO_DESCRIPTIONS} == {**dict(before), **_NO_DESCRIPTIONS}
        )
        for entry, before in zip(new.values(), old.values(), strict=True)
    )


def _counted(site: Site) -> _Counts:
    """All that the numbers of entries in lists depend on."""
    opens = site.link_statuses.opens
    return [(e.tags, e.is_listed, opens(e)) for e in site.catalog.entries.values()]
