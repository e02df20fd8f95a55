"""Build what the share panel of a page offers: link, e-mail, embed code and QR code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import quote

from markupsafe import Markup, escape

from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types import urls
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.messages import _, number
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, Term
from resource_catalog.model.translations.shown_texts import plain
from resource_catalog.site import qr_code
from resource_catalog.site.local_address import is_local
from resource_catalog.site.site import Site
from resource_catalog.site.total_duration import TotalDuration, total_duration

MAX_MAIL_LENGTH = 1900
"""Maximum length of a ``mailto:`` link as it is encoded: some mail programs truncate longer ones.
The same is in ``overrides/js/shared/mail.js``."""

_MAX_SUBJECT_LENGTH, _MAX_ABOUT_LENGTH = 400, 500
"""Maximum lengths of the subject and of the first paragraph of an e-mail, likewise encoded."""

EMBED_ROOT = "embed/"
"""Folder of the embeddable lists; below it, each has the path of its page."""

EMBED_HEIGHT = 640
"""Default height of an embedded list, in pixels; a script may adjust it."""


MAX_SHEETS = 200
"""Most entries whose own pages have a QR code: each costs as much as the rest of its page."""


@dataclass(frozen=True)
class Sheet:
    """Where a page is, at its head on paper: for people to type, and as a QR code if it has one.

    ``is_local`` says that it leads to this computer only.
    """

    display_url: str
    is_local: bool
    qr: Markup | None = None


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


def shareable_pages(catalog: Catalog) -> Iterator[str]:
    """The paths of all pages with a list that can be shared."""
    for phase in catalog.phases:
        yield f"phases/{phase.id}/"
        yield from (f"phases/{phase.id}/{stage.id}/" for stage in catalog.stages)
    yield from (f"stages/{stage.id}/" for stage in catalog.stages)
    yield from (f"collections/{name}/" for name in catalog.collections)
    yield from (f"tools/{name}/" for name in catalog.tools)
    for facet, term in other_terms(catalog):
        yield f"{facet}/{term.id}/"


def is_shareable(page: str, catalog: Catalog) -> bool:
    """Whether a path is one of :func:`shareable_pages`, without making all of them."""
    kind, _slash, name = page.rstrip("/").partition("/")
    if kind == "collections":
        return name in catalog.collections
    if kind == "tools" and catalog.tools:
        return name in catalog.tools
    term, _slash, stage = name.partition("/")
    has_cell = kind == PHASES and any(known.id == stage for known in catalog.stages)
    return any(known.id == term for known in catalog.terms_in(kind)) and (not stage or has_cell)


def other_terms(catalog: Catalog) -> Iterator[tuple[str, Term]]:
    """The terms of all facets but phases and stages, each with the id of its facet."""
    for facet, vocabulary in catalog.facets.items():
        if facet not in (PHASES, STAGES):
            yield from ((facet, term) for term in vocabulary.terms)


def can_share(site: Site) -> bool:
    """Whether the site has an absolute URL, so that its links work from elsewhere."""
    return "://" in site.absolute_url("")


def share_list(
    page: str, title: str, about: str | None, entries: Sequence[Entry], site: Site
) -> Share | None:
    """What to offer on a page of :func:`shareable_pages`; None if the site has no absolute URL.

    ``page`` is its path and ``about`` a text for the e-mail.
    """
    if not can_share(site):
        return None
    url = site.absolute_url(page)
    return Share(
        url=url,
        display_url=urls.display_url(url),
        mailto=_mailto_url(title, about, entries, url, site),
        duration=total_duration(entries),
        built_on=format_day(site.built_at.date()),
        is_local=is_local(url),
        qr=qr_code.svg(url, "rc-qr"),
        embed_html=embed_code(site.absolute_url(EMBED_ROOT + page), title),
        embed_path=EMBED_ROOT + page,
    )


def sheet(page: str, site: Site) -> Sheet | None:
    """What the page of an entry has on paper; None if the site has no absolute URL."""
    if not can_share(site):
        return None
    url = site.absolute_url(page)
    has_code = len(site.catalog.entries) <= MAX_SHEETS
    qr = qr_code.svg(url, "rc-qr") if has_code else None
    return Sheet(urls.display_url(url), is_local(site.absolute_url("")), qr)


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
        mailto=_mailto_url(title, None, (), url, site),
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


def _mailto_url(
    title: str, about: str | None, entries: Sequence[Entry], url: str, site: Site
) -> str:
    """A ``mailto:`` URL with subject and body, and without a recipient.

    It is as long as mail programs take, at the cost of the list: the last line says how many
    titles are not in it, and the link leads to all of them.
    """
    subject = _shortened(f"{title} ({site.catalog.identity.title})", _MAX_SUBJECT_LENGTH)
    start = _shortened(" ".join(about.split()), _MAX_ABOUT_LENGTH) if about else ""
    end = f"{_('The whole list, always up to date:')}\n{url}\n"
    head = f"mailto:?subject={_percent_encode(subject)}&body="
    room = MAX_MAIL_LENGTH - len(head) - len(_percent_encode(f"{start}\n\n\n\n{end}"))
    titles = "\n".join(_numbered_titles(entries, room))
    return head + _percent_encode("\n\n".join(filter(None, [start, titles, end])))


def _numbered_titles(entries: Sequence[Entry], room: int) -> Iterator[str]:
    """As many titles as there is room for, encoded, and how many there are besides."""
    rest = _("… and %(number)s more", number=number(len(entries)))
    room -= len(_percent_encode(f"{rest}\n"))
    for place, entry in enumerate(entries, start=1):
        line = f"{place}. {entry.title}"
        room -= len(_percent_encode(f"{line}\n"))
        if room < 0:
            yield _("… and %(number)s more", number=number(len(entries) - place + 1))
            return
        yield line


def _shortened(text: str, length: int) -> str:
    """A text that is encoded in at most ``length`` characters, cut between words if it is long."""
    if len(_percent_encode(text)) <= length:
        return text
    lengths = accumulate(len(_percent_encode(character)) for character in text)
    kept = text[: sum(total <= length - len(_percent_encode("…")) for total in lengths)]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _percent_encode(text: str) -> str:
    # Line breaks in the body of a mailto URL are CRLF: RFC 6068, section 5.
    return quote(text.replace("\n", "\r\n"), safe="")
