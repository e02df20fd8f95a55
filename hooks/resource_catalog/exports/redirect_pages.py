"""Write redirect pages for aliases and moved addresses."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from resource_catalog.exports import ExportFile
from resource_catalog.exports.qr_code_files import codes
from resource_catalog.model.messages import _
from resource_catalog.model.messages.direction import direction_attribute
from resource_catalog.model.records.redirects import Redirect
from resource_catalog.model.translations.shown_texts import plain
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.shareable_pages import EMBED_ROOT, can_share, is_shareable
from resource_catalog.site.site import Site


def files(site: Site) -> Iterator[ExportFile]:
    """A page for each alias, each redirect, and ``resources/``; also for what stood beside it."""
    yield _stub("resources/", "browse/", _("All resources"), site)
    for entry in site.catalog.entries.values():
        for alias in entry.aliases:
            language = foreign_language(entry, site.catalog)
            yield _stub(f"resources/{alias}/", entry.address, entry.title, site, language)
    for tool in site.catalog.tools.values():
        for alias in tool.aliases:
            old = f"tools/{alias}/"
            yield _stub(old, tool.address, tool.title, site)
            yield from _companions(old, tool.address, tool.title, site)
    for pack in site.catalog.collections.values():
        for alias in pack.aliases:
            old, new = f"collections/{alias}/", f"collections/{pack.id}/"
            yield _stub(old, new, pack.title, site)
            yield from _companions(old, new, pack.title, site)
    for redirect in site.catalog.redirects:
        yield from files_of(redirect, site)


def files_of(redirect: Redirect, site: Site) -> Iterator[ExportFile]:
    """The page for a redirect, and what stood beside it."""
    title = site.catalog.identity.title
    yield _stub(redirect.old, redirect.new, title, site)
    yield from _companions(redirect.old, redirect.new, title, site)


def _companions(old: str, new: str, title: str, site: Site) -> Iterator[ExportFile]:
    """What was published beside a list that has moved: its embeddable list and its QR codes."""
    if not can_share(site) or not old.endswith("/") or not is_shareable(new, site.catalog):
        return
    moved = {redirect.old for redirect in site.catalog.redirects}
    if EMBED_ROOT + old not in moved and not new.startswith("tools/"):  # which have no list
        yield _stub(EMBED_ROOT + old, EMBED_ROOT + new, title, site)
    yield from codes(old, site.absolute_url(new))


def _stub(old: str, new: str, title: str, site: Site, language: str | None = None) -> ExportFile:
    """A page that redirects without a server, by a relative meta refresh and a link.

    ``language`` is that of the title, if it is not that of the catalog.
    """
    lang = f' lang="{language}"' if language else ""
    here = "../" * old.count("/") + new
    heading = _("This page has moved")
    tag = site.catalog.identity.language
    html = f"""<!doctype html>
<html lang="{tag}"{direction_attribute(tag)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(plain(title))}</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="{escape(site.absolute_url(new))}">
<meta http-equiv="refresh" content="0; url={escape(here)}">
</head>
<body>
<main><h1>{escape(heading)}</h1><p><a href="{escape(here)}"{lang}>{escape(title)}</a></p></main>
</body>
</html>
"""
    return ExportFile(f"{old}index.html", html)
