"""Folders: every page of a site as a Markdown file, with its exports and settings for an engine."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from resource_catalog.entry_text import key_lines, quoted
from resource_catalog.exports import ExportFile
from resource_catalog.model import Entry
from resource_catalog.pages.page import Page
from resource_catalog.portable.markdown import links_of, to_markdown
from resource_catalog.site import Site
from resource_catalog.tables.columns import entry_data

PAGES = "docs/"
"""Where the pages are in the folder."""

_FOR_PROPERDOCS = """\
# ProperDocs wants to be told a theme: pip install properdocs-theme-mkdocs
INHERIT: mkdocs.yml
theme:
  name: mkdocs
"""

_SCHEMES = ("http", "https", "mailto")

Rendered = Callable[[Page], str]


def portable_files(
    site: Site,
    pages: Iterable[Page],
    rendered: Rendered,
    exports: Iterable[ExportFile],
    hand_written: Collection[str],
) -> Iterator[ExportFile]:
    """All files of the folder, except those that were written by hand.

    ``rendered`` gives the HTML of a page's body. ``hand_written`` are the other
    pages, by their path below the folder of pages.
    """
    bodies = {f"{page.path}index.md": (page, rendered(page)) for page in pages}
    files = {file.path: file for file in exports}
    known = {*bodies, *hand_written, *files}
    anchors = _anchors({path: html for path, (_, html) in bodies.items()}, known)
    for path, (page, html) in bodies.items():
        text = to_markdown(html, _Targets(path, known), anchors.get(path, ()))
        yield ExportFile(PAGES + path, _front_matter(page, site) + text)
    for file in files.values():
        yield ExportFile(PAGES + file.path, file.content)
    yield ExportFile("mkdocs.yml", _settings(site))
    yield ExportFile("properdocs.yml", _FOR_PROPERDOCS)


class _Targets:
    """Tells where links of one page lead, in the words of a folder of Markdown files."""

    def __init__(self, path: str, known: Collection[str]) -> None:
        self._path = path
        self._known = known

    def __call__(self, address: str) -> str | None:
        if scheme := urlsplit(address).scheme:
            return address if scheme in _SCHEMES else None
        file, fragment = target_file(self._path, address, self._known)
        if file is None:
            return None
        if file == self._path and fragment:
            return f"#{fragment}"
        relative = posixpath.relpath(file, posixpath.dirname(self._path) or ".")
        return f"{relative}#{fragment}" if fragment else relative


def target_file(path: str, address: str, known: Collection[str]) -> tuple[str | None, str]:
    """The file that a link on the page at ``path`` leads to, if there is one, and the fragment."""
    parts = urlsplit(address)
    if not parts.path:
        return path, parts.fragment
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    for file in (found, f"{found}/index.md", f"{found}.md"):
        file = posixpath.normpath(file)
        if file in known:
            return file, parts.fragment
    return None, ""


def _anchors(bodies: Mapping[str, str], known: Collection[str]) -> dict[str, set[str]]:
    """The ids of each page that something links to."""
    found: dict[str, set[str]] = {}
    for path, html in bodies.items():
        for address in links_of(html):
            if "#" in address and not urlsplit(address).scheme:
                file, fragment = target_file(path, address, known)
                if file is not None and fragment:
                    found.setdefault(file, set()).add(fragment)
    return found


def _front_matter(page: Page, site: Site) -> str:
    """What engines read of a page before its text."""
    lines = [*key_lines("title", page.title), *key_lines("description", page.description)]
    if page.updated:
        lines += key_lines("date", page.updated.isoformat())
    entry = page.data.get("entry")
    if isinstance(entry, Entry):
        facts = entry_data(entry, site.catalog.facets, for_readers=True)
        lines += key_lines("entry", {"id": entry.id, **facts})
    return "".join(f"{line}\n" for line in ("---", *lines, "---", ""))


def _settings(site: Site) -> str:
    """Settings for MkDocs, ProperDocs, Zensical and others that read the same file."""
    identity = site.catalog.identity
    menu = {facet: site.catalog.facets[facet].label for facet in ("phases", "stages")}
    lines = [
        "# For mkdocs, zensical and others that read this file.",
        *key_lines("site_name", identity.title),
        *(key_lines("site_description", identity.description) if identity.description else ()),
        *key_lines("site_url", site.address("")),
        "use_directory_urls: true",
        "nav:",
        "  - Home: index.md",
        *(f"  - {quoted(label)}: {facet}/index.md" for facet, label in menu.items()),
        "  - Browse: browse/index.md",
        "markdown_extensions: [admonition, attr_list, fenced_code, tables]",
        "validation:",
        "  nav: {omitted_files: ignore, not_found: warn}",
        "  links: {not_found: warn, anchors: warn, unrecognized_links: warn}",
    ]
    return "".join(f"{line}\n" for line in lines)
