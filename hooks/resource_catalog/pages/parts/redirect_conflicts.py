"""Find what is said to have moved though the site has a page or a file there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath

from resource_catalog.exports import redirect_pages
from resource_catalog.exports.export_registry import all_exports
from resource_catalog.exports.handout_files import PAPERS
from resource_catalog.loading.folder_layout import REDIRECTS_FILE
from resource_catalog.loading.own_pages.page_files import own_pages, source_of
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import page_path
from resource_catalog.model.problems import Problem
from resource_catalog.pages.embeds import embed_pages
from resource_catalog.pages.page_registry import all_pages
from resource_catalog.site.site import Site

_FOLDERS = ("assets", "search")
"""What is in them has other names in each version of the site."""

_OF_THE_ENGINE = ("404.html", "sitemap.xml", "sitemap.xml.gz")


def taken_addresses(site: Site, folder: Path, docs: Path) -> Iterator[Problem]:
    """The redirects of a catalog in ``folder`` that would be in the way; ours are in ``docs``."""
    redirects = site.catalog.redirects
    document = yaml_file.read(folder / REDIRECTS_FILE)[0] if redirects else None
    if document is None:
        return
    # As if published: where that is only makes feeds and codes come and go.
    public = replace(site, absolute_url=lambda path: f"https://library.example/{path}")
    others = replace(public, catalog=replace(site.catalog, redirects=()))
    files = set(_files_of_pages(others, folder, docs))
    if any(_may_be_a_file(redirect.old) for redirect in redirects):
        files.update(export.path for export in all_exports(others))
    folders = {str(above) for path in files for above in PurePosixPath(path).parents}
    for index, redirect in enumerate(redirects):
        written = [PurePosixPath(file.path) for file in redirect_pages.files_of(redirect, public)]
        above = {str(path) for file in written for path in file.parents}
        names = {str(file) for file in written}
        if names & (files | folders) or above & files or _is_reserved(written[0].parts):
            yield document.problem(
                "address-taken",
                ("moved", index, "old"),
                _(
                    "“%(old)s” is the address of a page that is still there.",
                    old=redirect.old,
                ),
                _("Remove it here."),
            )
        files |= names
        folders |= above


def _is_reserved(parts: Sequence[str]) -> bool:
    return parts[0] in _FOLDERS or not set(PAPERS.values()).isdisjoint(parts)


def _files_of_pages(site: Site, folder: Path, docs: Path) -> Iterator[str]:
    """The file of each page, and each hand-written file that is published as it is."""
    for page in chain(all_pages(site), embed_pages(site)):
        yield f"{page.path}index.html"
    for path in docs.rglob("*"):
        source = path.relative_to(docs).as_posix()
        if path.is_file() and page_path(source) not in site.left_out:
            yield _published(source)
    for path in own_pages(folder):
        yield _published(source_of(path, folder))
    yield from (file.path for file in redirect_pages.files(site))
    yield from _OF_THE_ENGINE


def _may_be_a_file(old: str) -> bool:
    """Whether an address has a name such as those of files for programs."""
    suffixes = {PurePosixPath(name).suffix for name in old.split("/")}
    return bool(suffixes - {"", ".htm", ".php", ".asp", ".aspx"})


def _published(source: str) -> str:
    return f"{page_path(source)}index.html" if source.endswith(".md") else source
