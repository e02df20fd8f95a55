"""Sharing: the pages that people pass on, and the ready words and codes to pass them on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup, escape

from resource_catalog import qr, urls
from resource_catalog.catalog import Catalog
from resource_catalog.lengths import Length, length_of
from resource_catalog.model import Entry
from resource_catalog.site import Site
from resource_catalog.values import say_day

MAIL_LENGTH = 1200
"""How many characters the list in an e-mail may have: some programs cut longer links."""

EMBEDS = "embed/"
"""Below this stand the lists to show in other pages, each under the address of its page."""

EMBED_HEIGHT = 640
"""The height of an embedded list, in pixels, where nothing tells the page around it better."""


@dataclass(frozen=True)
class Share:
    """What a page gives to those who pass it on.

    ``url`` is its whole address and ``short`` what one types, ``mail`` opens an
    e-mail with a ready text, ``embed`` is the code that shows the list in
    another page (the list alone is at the path ``embedded``) and ``qr`` the drawing
    of its code. ``length`` tells how long
    its entries take, ``day`` on which day the page was made.
    """

    url: str
    short: str
    mail: str
    length: Length
    day: str
    qr: Markup | None = None
    embed: str | None = None
    embedded: str | None = None


def shared_pages(catalog: Catalog) -> Iterator[str]:
    """The addresses below the site's root of the pages with a list to hand out."""
    for phase in catalog.phases:
        yield f"phases/{phase.id}/"
        yield from (f"phases/{phase.id}/{stage.id}/" for stage in catalog.stages)
    yield from (f"stages/{stage.id}/" for stage in catalog.stages)
    yield from (f"collections/{name}/" for name in catalog.collections)


def can_share(site: Site) -> bool:
    """Whether the site knows where it will be published, so that its addresses work elsewhere."""
    return "://" in site.address("")


def share_list(
    page: str, title: str, about: str | None, entries: Sequence[Entry], site: Site
) -> Share | None:
    """How to pass on a page of :func:`shared_pages`; None when the site has no address."""
    if not can_share(site):
        return None
    url = site.address(page)
    return Share(
        url=url,
        short=urls.typed(url),
        mail=_mail(title, about, entries, url, site),
        length=length_of(entries),
        day=say_day(site.moment.date()),
        qr=qr.drawing(url, "rc-qr"),
        embed=embed_code(site.address(EMBEDS + page), title),
        embedded=EMBEDS + page,
    )


def share_browse(page: str, title: str, site: Site) -> Share | None:
    """How to pass on the list of everything, whose state only the reader's browser knows."""
    if not can_share(site):
        return None
    url, listed = site.address(page), site.catalog.listed
    return Share(
        url=url,
        short=urls.typed(url),
        mail=_mail(title, None, (), url, site),
        length=length_of(listed),
        day=say_day(site.moment.date()),
    )


def embed_code(address: str, title: str) -> str:
    """The HTML that shows a list in another page; it works without any script."""
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" width="100%" '
        f'height="{EMBED_HEIGHT}" style="border:0" loading="lazy"></iframe>'
    )


def _mail(title: str, about: str | None, entries: Sequence[Entry], url: str, site: Site) -> str:
    """A ``mailto:`` address with subject and text; it names no receiver."""
    subject = f"{title} ({site.catalog.identity.title})"
    paragraphs = [" ".join(about.split())] if about else []
    if entries:
        paragraphs.append("\n".join(_titles(entries)))
    text = "\n\n".join([*paragraphs, url, ""])
    return f"mailto:?subject={_quoted(subject)}&body={_quoted(text)}"


def _titles(entries: Sequence[Entry]) -> Iterator[str]:
    left = MAIL_LENGTH
    for number, entry in enumerate(entries, start=1):
        line = f"{number}. {entry.title}"
        left -= len(line)
        if left < 0:
            yield f"… and {len(entries) - number + 1} more"
            return
        yield line


def _quoted(text: str) -> str:
    # Lines end with both characters in the text of a mailto address: RFC 6068, section 5.
    return quote(text.replace("\n", "\r\n"), safe="")
