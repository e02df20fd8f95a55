"""Hand-written pages of a catalog: Markdown and pictures in its folder ``pages``."""

from __future__ import annotations

import logging
from html.parser import HTMLParser
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_site import catalog_folder, edit_uri
from resource_catalog.loading.brand.own_pages import own_pages
from resource_catalog.model.optional_pages import page_path
from resource_catalog.site.site import Site

log = logging.getLogger("mkdocs.hooks.catalog")

_ACTIVE = frozenset("base embed form frame iframe link meta object script style".split())
_PICTURES = frozenset("audio img source track video".split())


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


def refuse_active_pages(files: Files, config: MkDocsConfig) -> None:
    """Raise a ``PluginError`` where a page of the catalog holds more than texts and pictures."""
    folder = str(catalog_folder(config) / "pages")
    found = []
    for file in files.documentation_pages():
        if file.page is not None and str(file.abs_src_path).startswith(folder):
            parser = _ActiveParts()
            parser.feed(file.page.content or "")
            found += [f"{file.abs_src_path}: {part}" for part in dict.fromkeys(parser.found)]
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
                if tag in _PICTURES and not _is_own(value or ""):
                    self.found.append(f"{value} in <{tag}>")
            elif name in ("href", "action", "xlink:href", "formaction"):
                scheme = urlsplit((value or "").strip()).scheme.lower()
                if scheme not in ("", "http", "https", "mailto", "tel"):
                    self.found.append(f"{value} in <{tag}>")


def _is_own(address: str) -> bool:
    return "," not in address and not urlsplit(address.strip()).netloc and ":" not in address
