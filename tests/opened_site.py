"""The site of a catalog folder, for tests that need no build."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from jinja2.bccache import Bucket, BytecodeCache
from selectolax.lexbor import LexborHTMLParser

from building import ROOT
from resource_catalog.links.record.link_status import LinkStatuses
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.messages import current
from resource_catalog.pages.page import Page
from resource_catalog.pages.rendering.renderer import Renderer
from resource_catalog.site.site import Site

NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def open_folder(folder: Path, **settings: Any) -> Site:
    """The site of a catalog without problems; ``settings`` are further fields of it."""
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    statuses = LinkStatuses(catalog, NOON.date())
    return Site(catalog, statuses, "https://example.org/".__add__, NOON, **settings)


def rendered(page: Page, site: Site) -> LexborHTMLParser:
    """The body of a page."""
    return LexborHTMLParser(renderer_of(site).html(page))


def renderer_of(site: Site) -> Renderer:
    """A renderer for a site: the one of the call before if that was for the same site."""
    if not _LATEST or _LATEST[0][0] is not site:
        renderer = Renderer(ROOT / "overrides" / "catalog", site)
        renderer.environment.bytecode_cache = _COMPILED
        _LATEST[:] = [(site, renderer)]
    return _LATEST[0][1]


_LATEST: list[tuple[Site, Renderer]] = []


class _Compiled(BytecodeCache):
    """Compiled templates of all sites in a test run, by the messages that are compiled into them.

    Compiling takes most of the time of a page.
    """

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self._code.get((current().key, bucket.key))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[current().key, bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
