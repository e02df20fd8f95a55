"""The preview as MkDocs serves it: a saved entry changes pages in the site of the last build.

All that is used of MkDocs and is not documented for hooks is in this file: how its server answers
(:func:`serve`), and how it renders a page (``Rebuild``).
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

import mkdocs_languages
import mkdocs_site
from mkdocs_build import Build
from mkdocs_pages import CatalogPage, prose, source_uri
from resource_catalog.exports import ExportFile
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.catalog_folder import entries_again
from resource_catalog.loading.folder_layout import ENTRIES
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.translations.translation_folder import TRANSLATIONS
from resource_catalog.model.messages import override
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.messages.po_files import messages_in
from resource_catalog.pages.hand_written import translation_status
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.pages.rendering.security_policy import POLICY, allowing
from resource_catalog.performance.file_watcher import FileWatcher
from resource_catalog.performance.folder_fingerprint import fingerprint
from resource_catalog.performance.preview import Preview
from resource_catalog.performance.served_language import Part, write_if_new
from resource_catalog.performance.site_changes import only_descriptions
from resource_catalog.site.site import Site

INDEX = "search/preview/"
"""The folder of the search index: its name is in every page, so it must not change."""

_preview = Preview()
_records = RecordCache()


def start(is_served: bool) -> None:
    """Note whether the site will be served."""
    _preview.is_on = is_served


def is_on() -> bool:
    """Whether the site is served, and kept up to date here."""
    return _preview.is_on


def begin(config: MkDocsConfig) -> RecordCache | None:
    """Begin a whole build; gives the entries as they were read last."""
    if not _preview.is_on:
        return None
    _preview.begin(_others(config))
    return _records


def index_folder() -> str | None:
    """The folder of the search index, while the site is served."""
    return INDEX if _preview.is_on else None


def built(config: MkDocsConfig) -> None:
    """Note what a whole build has left."""
    if not _preview.is_on:
        return
    parts = []
    for folder, settings in [("", config), *Build.of(config).languages.items()]:
        build = Build.of(settings)
        exports = set(build.exports) - set(build.assets.values())
        root = f"{folder}/" if folder else ""
        parts.append(Part(root, Path(settings.site_dir), exports, Rebuild(settings)))
    _preview.built(Build.of(config).site, parts)


def serve(server: Any, config: MkDocsConfig, builder: Callable[[], None]) -> None:
    """Take the place of MkDocs' builder, and complete what is asked for before it is served."""
    serve_request = server.serve_request

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        path = environ["PATH_INFO"].removeprefix(server.mount_path)
        while True:
            change = _preview.complete(path)
            response: list[Any] = []
            body = serve_request(environ, lambda *given, to=response: to.append(given))
            # A change that came while the server waited may have made the file old.
            if change == _preview.changes or path.startswith("livereload/"):
                status, headers = response[-1]
                body, policy = _with_policy(body, headers)
                start_response(status, [*headers, ("Content-Security-Policy", policy)])
                return body

    server.set_app(answer)
    _watch_sooner(server)
    server.builder = lambda: _preview.update(_others(config), builder)


def _watch_sooner(server: Any) -> None:
    """Let a watcher of our own take the place of the one that MkDocs has not started yet.

    That waits itself until a file is whole, so MkDocs need not wait once more.
    """

    def build() -> None:
        with server._rebuild_cond:
            server._want_rebuild = True
            server._rebuild_cond.notify_all()

    watcher = FileWatcher(build, time.perf_counter)
    for path in server._watched_paths:
        server._watch_refs[path] = watcher.schedule(None, path)
    server.observer, server.build_delay = watcher, 0


def _with_policy(
    body: Iterable[bytes], headers: Iterable[tuple[str, str]]
) -> tuple[Iterable[bytes], str]:
    """The body of an answer, and the policy for it, which lets the script of the server run.

    That is the last of a page, and the only one inline: it reloads the page when that has changed.
    """
    if not dict(headers).get("Content-Type", "").startswith("text/html"):
        return body, POLICY
    page = b"".join(body)  # in memory already, with the script
    script = page.rpartition(b"</script>")[0].rpartition(b"<script>")[2]
    return [page], allowing(script)


@dataclass(frozen=True)
class Rebuild:
    """What a whole build left in one language, and how to change it."""

    config: MkDocsConfig

    def in_its_language(self) -> AbstractContextManager[None]:
        """Where messages are in the language of the pages."""
        identity = Build.of(self.config).site.catalog.identity
        return override(with_words(messages_in(identity.language), identity.words))

    def edited_site(self, before: Site) -> Site | None:
        """The site with other descriptions in its entries; None when more may have changed.

        No check of a catalog reads these, but those of each entry.
        """
        moment = mkdocs_site.moment()
        if moment.date() != before.built_at.date():
            return None
        folder, old = mkdocs_site.catalog_folder(self.config), before.catalog
        catalog = entries_again(folder, old, _records)
        if catalog is None or not only_descriptions(catalog.entries, old.entries):
            return None
        statuses = LinkStatuses(catalog, moment.date())
        return dataclasses.replace(before, catalog=catalog, link_statuses=statuses, built_at=moment)

    def open_site(self) -> Site | None:
        """The site as its files are now; None when something is wrong with them."""
        try:
            return mkdocs_site.open_site(self.config, _records)
        except PluginError:
            return None

    def take(self, source: Site) -> tuple[Site, Renderer]:
        """The site in this language, which is shown from now on, and what renders its pages."""
        build = Build.of(self.config)
        is_source = mkdocs_languages.source_of(self.config) is None
        site = source if is_source else mkdocs_languages.translated_site(self.config, source)
        build.site, build.renderer = site, mkdocs_site.renderer(site, self.config)
        return site, build.renderer

    def counting_pages(self) -> Collection[str]:
        """The paths of hand-written pages that count how much is translated."""
        build = Build.of(self.config)
        if not build.site.has_languages:
            return ()
        files = build.files.documentation_pages()
        return [f.url for f in files if not isinstance(f.page, CatalogPage) and _counts(f)]

    def write_counting_page(self, path: str) -> None:
        """Write such a page."""
        config, build = self.config, Build.of(self.config)
        files = build.files.documentation_pages()
        (page,) = (file.page for file in files if file.url == path and file.page)
        _populate_page(page, config, build.files)
        _build_page(page, config, files, build.nav, build.env)
        build.prose = list(prose(build.files, build.untranslated))

    def write_page(self, page: Page) -> None:
        """Write a page that was there before, as MkDocs does."""
        config, build = self.config, Build.of(self.config)
        file = build.files.src_uris[source_uri(page)]
        shown = file.page
        assert isinstance(shown, CatalogPage)  # noqa: S101 # none of ours is another
        template = shown.meta.get("template", "main.html")
        shown.show(page)
        shown.read_source(config)
        shown.meta["template"] = template
        shown.render(config, build.files)
        shown.render_body(config)
        shown.active = True
        context = get_context(build.nav, build.files, config, shown)
        html = build.env.get_template(template).render(context)
        shown.active = False
        shown.drop_body()
        write_if_new(Path(file.abs_dest_path), html.encode(errors="xmlcharrefreplace"))

    def exports(self) -> Iterable[ExportFile]:
        """Every file for programs, the search index included."""
        build = Build.of(self.config)
        exports = mkdocs_site.exports(build.site, build.renderer, self.config)
        _, index = mkdocs_site.index(build.site, build.prose, INDEX)
        return chain(exports, index)


def _counts(file: File) -> bool:
    return translation_status.MARKER in file.content_string


def _others(config: MkDocsConfig) -> bytes:
    """A fingerprint of all files that the site is made from, but its entries in any language."""
    places = [config.docs_dir, str(config.config_file_path), *config.watch]
    catalog = mkdocs_site.catalog_folder(config)
    translated = catalog.glob(f"{TRANSLATIONS}/*/{ENTRIES}")
    return fingerprint(map(Path, places), [catalog / ENTRIES, *translated])
