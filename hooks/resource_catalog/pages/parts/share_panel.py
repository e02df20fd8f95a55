"""Add the share panel to a page: link, e-mail, embed code, QR code and downloads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from resource_catalog.exports.export_registry import all_downloads
from resource_catalog.model.field_types import urls
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.translations.shown_texts import plain
from resource_catalog.pages.page import Page
from resource_catalog.pages.parts.share_mail import mailto_url
from resource_catalog.site import qr_code
from resource_catalog.site.localhost import is_local
from resource_catalog.site.shareable_pages import EMBED_ROOT, can_share
from resource_catalog.site.site import Site
from resource_catalog.site.total_duration import TotalDuration, total_duration

SCRIPT = "open-share"
"""The module in ``overrides/js/`` for the buttons that need JavaScript, such as copying."""

EMBED_HEIGHT = 640
"""Default height of an embedded list, in pixels; a script may adjust it."""


@dataclass(frozen=True)
class Share:
    """What the share panel of a page offers.

    ``url`` is the absolute URL, ``display_url`` the same for people to type, and ``mailto``
    a link that opens a prefilled e-mail. ``duration`` is that of all entries and ``built_on``
    the day of the build, as text. ``is_local`` says that all of it leads to this computer only.
    ``qr`` is the QR code as SVG, ``embed_html`` the code that
    embeds the list in another page, and ``embed_path`` the path of the embeddable list.
    """

    url: str
    display_url: str
    mailto: str
    duration: TotalDuration
    built_on: str
    is_local: bool
    qr: Markup | None = None
    embed_html: str | None = None
    embed_path: str | None = None


def with_share_panel(
    page: Page, introduction: str | None, entries: Sequence[Entry], site: Site
) -> Page:
    """``page`` with the panel for its list; an e-mail starts with ``introduction``."""
    share = share_list(page.path, page.title, introduction, entries, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=SCRIPT)


def with_browse_share_panel(page: Page, site: Site) -> Page:
    """``page`` with the panel for the browse page, whose URL holds the filters."""
    share = share_browse(page.path, page.title, site)
    downloads = tuple(all_downloads(page.path, site))
    return replace(page, data={**page.data, "share": share, "downloads": downloads}, code=SCRIPT)


def share_list(
    page: str, title: str, about: str | None, entries: Sequence[Entry], site: Site
) -> Share | None:
    """What to offer on a page that can be shared; None if the site has no absolute URL.

    ``page`` is its path and ``about`` a text for the e-mail.
    """
    if not can_share(site):
        return None
    url = site.absolute_url(page)
    return Share(
        url=url,
        display_url=urls.display_url(url),
        mailto=mailto_url(title, about, entries, url, site),
        duration=total_duration(entries),
        built_on=format_day(site.built_at.date()),
        is_local=is_local(url),
        qr=qr_code.svg(url, "rc-qr"),
        embed_html=embed_code(site.absolute_url(EMBED_ROOT + page), title),
        embed_path=EMBED_ROOT + page,
    )


def share_browse(page: str, title: str, site: Site) -> Share | None:
    """What to offer on the browse page, whose list only the reader's browser knows.

    None if the site has no absolute URL.
    """
    if not can_share(site):
        return None
    url, listed = site.absolute_url(page), site.catalog.in_curated_order
    return Share(
        url=url,
        display_url=urls.display_url(url),
        mailto=mailto_url(title, None, (), url, site),
        duration=total_duration(listed),
        built_on=format_day(site.built_at.date()),
        is_local=is_local(url),
    )


def embed_code(address: str, title: str) -> str:
    """The ``iframe`` that embeds the list at ``address`` in another page; it needs no script."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(plain(title))}" width="100%" '
        f'height="{EMBED_HEIGHT}" style="border:0" loading="lazy"></iframe>'
    )
