"""Lay out a site as a folder of Markdown files, exports and configuration for other generators."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from resource_catalog.exports import ExportFile
from resource_catalog.exports.spreadsheet.columns import entry_data
from resource_catalog.loading.yaml.entry_writer import key_lines, quoted_scalar
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.markdown_site.html_to_markdown import link_urls, to_markdown
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site

PAGES_FOLDER = "docs/"
"""The subfolder of the pages."""

_PROPERDOCS_CONFIG = """\
# ProperDocs wants to be told a theme: pip install properdocs-theme-mkdocs
INHERIT: mkdocs.yml
theme:
  name: mkdocs
"""

_EXTERNAL_SCHEMES = ("http", "https", "mailto")

RenderBody = Callable[[Page], str]
"""Renders the HTML of a page's body."""


def markdown_site_files(
    site: Site,
    pages: Iterable[Page],
    render_body: RenderBody,
    exports: Iterable[ExportFile],
    hand_written: Collection[str],
) -> Iterator[ExportFile]:
    """All files of the folder except the hand-written pages.

    ``hand_written`` are the paths of those pages relative to :data:`PAGES_FOLDER`.
    """
    bodies = {f"{page.path}index.md": (page, render_body(page)) for page in pages}
    files = {file.path: file for file in exports}
    paths = {*bodies, *hand_written, *files}
    anchors = _linked_anchors({path: html for path, (_, html) in bodies.items()}, paths)
    for path, (page, html) in bodies.items():
        text = to_markdown(html, _LinkResolver(path, paths), anchors.get(path, ()))
        yield ExportFile(PAGES_FOLDER + path, _front_matter(page, site) + text)
    for file in files.values():
        yield ExportFile(PAGES_FOLDER + file.path, file.content)
    yield ExportFile("mkdocs.yml", _mkdocs_config(site))
    yield ExportFile("properdocs.yml", _PROPERDOCS_CONFIG)


class _LinkResolver:
    """Resolves the links of one page to paths of Markdown files relative to it."""

    def __init__(self, path: str, paths: Collection[str]) -> None:
        self._path = path
        self._paths = paths

    def __call__(self, url: str) -> str | None:
        if scheme := urlsplit(url).scheme:
            return url if scheme in _EXTERNAL_SCHEMES else None
        file, fragment = find_target(self._path, url, self._paths)
        if file is None:
            return None
        if file == self._path and fragment:
            return f"#{fragment}"
        relative = posixpath.relpath(file, posixpath.dirname(self._path) or ".")
        return f"{relative}#{fragment}" if fragment else relative


def find_target(path: str, url: str, paths: Collection[str]) -> tuple[str | None, str]:
    """The file that a link on the page at ``path`` points to, or None, and its fragment."""
    parts = urlsplit(url)
    if not parts.path:
        return path, parts.fragment
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), parts.path))
    for file in (found, f"{found}/index.md", f"{found}.md"):
        file = posixpath.normpath(file)
        if file in paths:
            return file, parts.fragment
    return None, ""


def _linked_anchors(bodies: Mapping[str, str], paths: Collection[str]) -> dict[str, set[str]]:
    """The ids of each page that links point to, by its path."""
    found: dict[str, set[str]] = {}
    for path, html in bodies.items():
        for url in link_urls(html):
            if "#" in url and not urlsplit(url).scheme:
                file, fragment = find_target(path, url, paths)
                if file is not None and fragment:
                    found.setdefault(file, set()).add(fragment)
    return found


def _front_matter(page: Page, site: Site) -> str:
    """The YAML front matter of a page."""
    lines = [*key_lines("title", page.title), *key_lines("description", page.description)]
    if page.updated:
        lines += key_lines("date", page.updated.isoformat())
    entry = page.data.get("entry")
    if isinstance(entry, Entry):
        facts = entry_data(entry, site.catalog.facets, for_readers=True)
        lines += key_lines("entry", {"id": entry.id, **facts})
    return "".join(f"{line}\n" for line in ("---", *lines, "---", ""))


def _mkdocs_config(site: Site) -> str:
    """The configuration for MkDocs and for the generators that read the same file."""
    identity = site.catalog.identity
    facets = site.catalog.facets
    nav = {facet: facets[facet].label for facet in (PHASES, STAGES) if facet in facets}
    lines = [
        "# For mkdocs, zensical and others that read this file.",
        *key_lines("site_name", identity.title),
        *(key_lines("site_description", identity.description) if identity.description else ()),
        *key_lines("site_url", site.absolute_url("")),
        "use_directory_urls: true",
        "nav:",
        "  - Home: index.md",
        *(f"  - {quoted_scalar(label)}: {facet}/index.md" for facet, label in nav.items()),
        "  - Browse: browse/index.md",
        "markdown_extensions: [admonition, attr_list, fenced_code, tables]",
        "validation:",
        "  nav: {omitted_files: ignore, not_found: warn}",
        "  links: {not_found: warn, anchors: warn, unrecognized_links: warn}",
    ]
    return "".join(f"{line}\n" for line in lines)
