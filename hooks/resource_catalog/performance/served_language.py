"""Hold what is in the folder of a served site in one language, and bring that up to date."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from resource_catalog.exports import ExportFile
from resource_catalog.pages.home import not_found_page
from resource_catalog.pages.page import Page
from resource_catalog.pages.page_registry import all_pages, page_at
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.performance.site_changes import Counts, counted, same_places
from resource_catalog.site.site import Site


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
class ServedLanguage:
    """What is in the folder of the site in one language, and what should be.

    ``pages`` are those of ``site`` when they were compared last; the files of ``stale`` ones are
    older. While ``is_new``, nothing has been compared with ``site`` yet, and only the files of
    pages that were ``asked`` for since are right. ``due`` says that files for programs are old.
    ``stale_counts`` are hand-written pages whose files are older.
    """

    site: Site
    pages: dict[str, Page]
    counts: Counts
    lost: str
    builder: Builder
    folder: Path
    exports: set[str]
    stale: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    stale_counts: set[str] = field(default_factory=set)
    is_new: bool = False
    due: bool = False

    @staticmethod
    def of(part: Part, source: Site) -> ServedLanguage:
        """What a whole build has left, with the site as it has made it."""
        with part.builder.in_its_language():
            site, renderer = part.builder.take(source)
            lost = renderer.html(not_found_page(), "")
            pages = {page.path: page for page in all_pages(site)}
        return ServedLanguage(
            site, pages, counted(site), lost, part.builder, part.folder, part.exports
        )

    def renew(self, source: Site) -> bool:
        """Show another site from now on; False when what all its pages share is different."""
        self.site, renderer = self.builder.take(source)
        if renderer.html(not_found_page(), "") != self.lost:
            return False
        self.stale_counts |= {*self.builder.counting_pages()}
        self.stale |= self.asked
        self.asked = set()
        self.is_new = self.due = True
        return True

    def complete(self, asked: str) -> bool:
        """Write what may be asked for; False when a whole build must do it."""
        path = asked.removesuffix("index.html")
        if path in self.pages:
            return self._complete_page(path)
        if path in self.stale_counts:
            self.builder.write_counting_page(path)
            self.stale_counts.discard(path)
        elif self.due:
            is_page = not asked or asked.endswith(("/", ".html"))
            stub = f"{asked}index.html" if asked.endswith("/") else asked
            if not is_page or stub in self.exports:
                return self._complete_all()
        return True

    def compare(self) -> bool:
        """Find out which pages are stale.

        False when a whole build must make the site: what is there is not this one, nor the one
        before any more.
        """
        if not self.is_new:
            return True
        pages, counts = {page.path: page for page in all_pages(self.site)}, counted(self.site)
        if not same_places(pages, self.pages):
            return False
        # Texts compare as equal when only their marks have changed, as that of one left behind.
        same = counts == self.counts and not self.site.catalog.shown_in
        self.stale.update(
            path
            for path, page in pages.items()
            if not (page.depends_only_on_data and same and page == self.pages[path])
        )
        self.stale -= self.asked
        self.pages, self.counts, self.asked, self.is_new = pages, counts, set(), False
        return True

    def _complete_page(self, path: str) -> bool:
        """Write a page, if its file is older than the site; alone, if need be."""
        if self.is_new:
            if path in self.asked:
                return True
            if page := page_at(path, self.site):
                self.builder.write_page(page)
                self.asked.add(path)
                return True
            if not self.compare():
                return False
        if path in self.stale:
            self.builder.write_page(self.pages[path])
            self.stale.discard(path)
        return True

    def _complete_all(self) -> bool:
        """Write every page and every file for programs that is older than the site."""
        if not self.compare():
            return False
        for path in self.stale:
            self.builder.write_page(self.pages[path])
        for path in self.stale_counts:
            self.builder.write_counting_page(path)
        written = set()
        for export in self.builder.exports():
            write_if_new(self.folder / export.path, export.raw)
            written.add(export.path)
        for path in self.exports - written:
            (self.folder / path).unlink(missing_ok=True)
        self.exports, self.stale, self.stale_counts, self.due = written, set(), set(), False
        return True


def write_if_new(path: Path, content: bytes) -> None:
    """Write a file unless it is like that already."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
