"""The other languages of a site: each is the same build once more, below a folder of its own.

After a build come those of the languages in ``catalog.yml``, each from the settings as MkDocs read
them, with the catalog translated and ``/<language>/`` added to the address. Whatever a page or a
file is made by, it is made by the same code.
"""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

import mkdocs_site
from mkdocs_build import Build
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.translations.translation_folder import (
    PAGES,
    TRANSLATIONS,
    markdown_in,
)
from resource_catalog.model.field_types.languages import own_language_name
from resource_catalog.model.messages import activate, current, override
from resource_catalog.model.messages.own_words import with_words
from resource_catalog.model.messages.po_files import languages, messages_in
from resource_catalog.model.translations.translated_catalog import translated_catalog
from resource_catalog.pages.parts.language_links import LanguageLink
from resource_catalog.site.site import Site

_ENGLISH = "en"
"""The language of our own pages."""

_SOURCE, _LANGUAGE = "catalog_source", "catalog_language"


def source_of(config: MkDocsConfig) -> Build | None:
    """The build of the catalog's own language, if this is one of another."""
    found: Build | None = config.extra.get(_SOURCE)
    return found


def copy_of_settings(config: MkDocsConfig) -> MkDocsConfig:
    """The settings as they are before a build changes them."""
    settings = copy.copy(config)
    settings.theme = copy.deepcopy(config.theme)
    settings.extra = copy.copy(config.extra)
    return settings


def open_translated(config: MkDocsConfig, source: Build) -> Site:
    """The site of the catalog in another language; from here on, messages are in that."""
    site = translated_site(config, source.site)
    activate(with_words(messages_in(site.catalog.identity.language), site.catalog.identity.words))
    return site


def translated_site(config: MkDocsConfig, site: Site) -> Site:
    """A site in the language that ``config`` is for."""
    language = str(config.extra[_LANGUAGE])
    address = config.site_url or "/"
    catalog = translated_catalog(site.catalog, language)
    return dataclasses.replace(
        site,
        catalog=catalog,
        link_statuses=LinkStatuses(catalog, site.built_at.date()),
        absolute_url=lambda path: address + path,
        handouts=site.handouts / language if site.handouts else None,
    )


def build_others(config: MkDocsConfig, settings: MkDocsConfig) -> None:
    """Build every other language of a site into its folder, once the first is built."""
    build = Build.of(config)
    program = type(config).__module__.partition(".")[0]  # a fork of MkDocs has a name of its own
    commands = import_module(f"{program}.commands.build")
    for language in build.site.catalog.identity.languages:
        other = copy_of_settings(settings)
        other.site_dir = str(Path(config.site_dir, language))
        other.site_url = f"{config.site_url}{language}/" if config.site_url else config.site_url
        other.extra[_SOURCE], other.extra[_LANGUAGE] = build, language
        if mkdocs_site.Preview.is_on:
            build.languages[language] = other
        with override(current()):
            commands.build(other, serve_url=other.site_url if mkdocs_site.Preview.is_on else None)


def language_links(config: MkDocsConfig) -> Sequence[LanguageLink]:
    """Every language of the site, the catalog's own first; none where there is but one."""
    source = source_of(config) or Build.of(config)
    identity = source.site.catalog.identity
    if not identity.languages:
        return ()
    here = Build.of(config).site.catalog.identity.language
    up = "../" if here != identity.language else ""
    folders = {identity.language: "", **{tag: f"{tag}/" for tag in identity.languages}}
    return [
        LanguageLink(
            tag=tag,
            name=own_language_name(tag),
            root=f"{up}{folder}",
            url=source.site.absolute_url(folder),
            is_here=tag == here,
            is_published=tag == identity.language or identity.languages[tag].published,
        )
        for tag, folder in folders.items()
    ]


def put_translated_pages(files: Files, config: MkDocsConfig) -> None:
    """Let hand-written pages be in the language of a build, as far as they are translated.

    Those in the folder of a language in ``docs/`` take the places of ours, which are in English;
    those of a translation in the catalog take the places of its own. None of them is a page else.
    """
    build, source = Build.of(config), source_of(config)
    known = {*languages(), *(source or build).site.catalog.identity.languages}
    for file in list(files):
        if file.generated_by is None and file.src_uri.partition("/")[0] in known:
            files.remove(file)
    language = build.site.catalog.identity.language
    catalog = mkdocs_site.catalog_folder(config)
    own = catalog / TRANSLATIONS / language / PAGES
    build.untranslated = {
        file.src_uri
        for file in files.documentation_pages()
        if file.page is None
        and (source is not None if file.src_uri in build.own_pages else not _is_english(language))
    }
    ours_in = Path(config.docs_dir, language)
    for folder, root in ((ours_in, Path(config.docs_dir)), (own, catalog)):
        for path in markdown_in(folder, root) if folder.is_dir() else ():
            uri = path.relative_to(folder).as_posix()
            ours = files.get_file_from_path(uri)
            if ours is None or ours.page is not None or (uri in build.own_pages) != (folder == own):
                continue  # of a page that is left out, or that another one has taken the place of
            files.remove(ours)
            file = File.generated(
                config, uri, abs_src_path=str(path), inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.edit_uri = mkdocs_site.edit_uri(path, config)
            files.append(file)
            build.untranslated.discard(uri)
            if folder != own:
                build.translated.add(uri)


def is_published(config: MkDocsConfig) -> bool:
    """Whether search engines may know of the language of a build."""
    source = source_of(config)
    if source is None:
        return True
    return source.site.catalog.identity.languages[str(config.extra[_LANGUAGE])].published


def note_languages(page: Page, config: MkDocsConfig) -> None:
    """Let a hand-written page know the languages that nobody has translated it into."""
    build = Build.of(config)
    identity, uri = (source_of(config) or build).site.catalog.identity, page.file.src_uri
    catalog = mkdocs_site.catalog_folder(config)
    is_own = uri in build.own_pages
    folders = {
        tag: catalog / TRANSLATIONS / tag / PAGES if is_own else Path(config.docs_dir, tag)
        for tag in (*identity.languages, *(() if is_own else (identity.language,)))
        if is_own or not _is_english(tag)
    }
    page.meta["lacking"] = [tag for tag, folder in folders.items() if not (folder / uri).is_file()]


def in_source(
    markdown: str,
    page: Page,
    config: MkDocsConfig,
    fill_in: Callable[[str, Page, Build, MkDocsConfig], str],
) -> str:
    """The Markdown of an untranslated page, in the language that it is in; the page says so.

    A page of the catalog is in the language of the source, and one of ours is in English.
    """
    build = Build.of(config)
    source = source_of(config) or build
    identity = source.site.catalog.identity
    is_own = page.file.src_uri in build.own_pages
    language = identity.language if is_own else _ENGLISH
    with override(with_words(messages_in(language), identity.words)):
        markdown = fill_in(markdown, page, source, config)
    page.meta["language"] = language
    if page.canonical_url:
        page.canonical_url = source.site.absolute_url(page.url)
    return markdown


def _is_english(language: str) -> bool:
    return language.partition("-")[0] == _ENGLISH


def is_untranslated(page: Page, config: MkDocsConfig) -> bool:
    """Whether a page is in the language of the source, since nobody has translated it."""
    return page.file.src_uri in Build.of(config).untranslated
