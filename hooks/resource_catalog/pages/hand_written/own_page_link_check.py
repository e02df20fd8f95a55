"""Name everything that links between pages can lead to, without building the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property
from pathlib import Path

from resource_catalog.exports.export_registry import all_exports
from resource_catalog.loading.own_pages.page_contents import contents_of
from resource_catalog.loading.own_pages.page_files import PAGES, own_pages, source_of
from resource_catalog.loading.own_pages.page_link_checks import page_links
from resource_catalog.model.optional_pages import page_path
from resource_catalog.model.problems import Problem
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.site import Site


def _ids(path: Path) -> Collection[str]:
    return contents_of(path.read_text(encoding="utf-8-sig")).ids


class PageSources:
    """The sources of the pages of a site, from its catalog in ``folder`` and ours in ``docs``."""

    def __init__(self, site: Site, folder: Path, docs: Path) -> None:
        self._site = site
        self._folder = folder
        ours = {
            path.relative_to(docs).as_posix(): path
            for path in docs.rglob("*")
            if path.is_file() and page_path(path.relative_to(docs).as_posix()) not in site.left_out
        }
        own = {source_of(path, folder): path for path in own_pages(folder)}
        self._ours = ours
        self._hand_written = ours | own
        made = (f"{page.path}index.md" for page in all_pages(site))
        self._all = frozenset({*self._hand_written, *made})

    def problems(self) -> Iterator[Problem]:
        """The links on pages of the catalog's own that lead nowhere."""
        if (self._folder / PAGES).is_dir():
            yield from page_links(self._folder, self._all, self._anchors, self._is_export)

    def _anchors(self, source: str) -> Collection[str] | None:
        path = self._hand_written.get(source)
        if path is None or path.suffix != ".md":
            return None
        # A page that replaces one of ours keeps its places.
        paths = {path, self._ours.get(source, path)}
        return {id_ for each in paths for id_ in _ids(each)}

    def _is_export(self, path: str) -> bool:
        return path in self._exports

    @cached_property
    def _exports(self) -> frozenset[str]:
        return frozenset(export.path for export in all_exports(self._site))
