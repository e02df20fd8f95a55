"""Hand-written pages of a catalog: Markdown and pictures in its folder ``pages``."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from html.parser import HTMLParser
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_site import catalog_folder, edit_uri
from resource_catalog.loading.brand.own_pages import own_pages
from resource_catalog.model.optional_pages import page_path
from resource_catalog.pages.rendering.safe_html import is_own_file, safe_html
from resource_catalog.site.site import Site

log = logging.getLogger("mkdocs.hooks.catalog")

_ACTIVE = frozenset(
    """
    animate base button embed form frame iframe input link math meta noscript object plaintext
    portal script select set style svg template textarea xmp
    """.split()
)
_PICTURES = frozenset("audio img source track video".split())
_META = ("title", "description", "search")
"""What a page of the catalog can say of itself; the rest is for the code."""


def leave_out_pages(files: Files, site: Site) -> None:
    """Take those of our hand-written pages out that the catalog leaves out."""
    for file in list(files.documentation_pages()):
        if page_path(file.src_uri) in site.left_out:
            files.remove(file)


def add_own_pages(files: Files, config: MkDocsConfig) -> None:
    """Add the pages of the catalog; one with the name of one of ours takes its place."""
    folder = catalog_folder(config)
    for path in own_pages(folder):
        uri = path.relative_to(folder / "pages").as_posix()
        file = File.generated(
            config, uri, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.edit_uri = edit_uri(path, config)
        if (ours := files.get_file_from_path(uri)) is not None:
            log.info("%s of the catalog replaces docs/%s", path.relative_to(folder), uri)
            files.remove(ours)
        files.append(file)


def is_own_page(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page is one of the catalog's own."""
    folder = os.path.join(catalog_folder(config), "pages", "")
    return str(page.file.abs_src_path or "").startswith(folder)


def keep_own_meta(page: Page) -> None:
    """Leave of what a page of the catalog says of itself what readers may see."""
    page.meta = {key: page.meta[key] for key in _META if key in page.meta}


def own_content(html: str, page: Page) -> tuple[str, list[str]]:
    """The HTML of a page of the catalog as it is safe to show, and what must not be in it."""
    parser = _ActiveParts()
    parser.feed(html)
    parser.close()
    found = [f"{page.file.abs_src_path}: {part}" for part in dict.fromkeys(parser.found)]
    return safe_html(html), found


def refuse_active_parts(found: Sequence[str]) -> None:
    """Raise a ``PluginError`` where pages of the catalog hold more than texts and pictures."""
    if found:
        listing = "\n".join(found)
        raise PluginError(
            f"\n{listing}\nPages of a catalog hold texts, links and pictures of their own: take "
            "this out."
        )


class _ActiveParts(HTMLParser):
    """Collects what could run, change looks or ask another host."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.found.append(f"{name}= in <{tag}>")
            elif name in ("src", "srcset", "poster", "data", "background"):
                if tag in _PICTURES and not is_own_file(value or ""):
                    self.found.append(f"{value} in <{tag}>")
            elif name in ("href", "action", "xlink:href", "formaction"):
                scheme = urlsplit((value or "").strip()).scheme.lower()
                if scheme not in ("", "http", "https", "mailto", "tel"):
                    self.found.append(f"{value} in <{tag}>")
