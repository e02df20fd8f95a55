"""Build the form with one field by which a reader sends the link of an entry, or whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from resource_catalog.model.field_types.urls import display_host
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import SUGGEST_PATH
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import query_parameter
from resource_catalog.site.site import Site

Asks = Literal["link", "contact"]
Leads = Literal["report", "email", "contact", "suggest"]


@dataclass(frozen=True)
class SendLink:
    """Where what a reader types leads, without a program of ours in between.

    ``asks`` is what the reader is asked for: the link, or whom to ask for the resource.
    ``action`` is a URL, or for ``suggest`` a path below the site's root; ``constants`` are sent
    along. ``field`` is the name of the field; it is empty for a page that takes no answer.
    ``host`` is who gets it, for readers.
    """

    asks: Asks
    leads: Leads
    action: str
    field: str = ""
    constants: tuple[tuple[str, str], ...] = ()
    host: str = ""


def send_link(entry: Entry, site: Site) -> SendLink | None:
    """The first way there is: the report address, e-mail, the contact page, the suggestion form."""
    return next(_ways(entry, site), None)


def _ways(entry: Entry, site: Site) -> Iterator[SendLink]:
    identity = site.catalog.identity
    asks: Asks = "contact" if entry.access == "on-request" and not entry.primary_link else "link"
    subject = (
        _("Link for “%(title)s” (%(id)s)", title=entry.title, id=entry.id)
        if asks == "link"
        else _("Whom to ask for “%(title)s” (%(id)s)", title=entry.title, id=entry.id)
    )
    if report := _report(site.repository.issue_url, asks, subject):
        yield report
    if identity.email:
        action = f"mailto:{quote(identity.email, safe='@')}"
        yield SendLink(asks, "email", action, "body", (("subject", subject),), identity.email)
    if identity.contact:
        yield SendLink(asks, "contact", identity.contact)
    if site.has_page(SUGGEST_PATH):
        field = "links" if asks == "link" else "request_from"
        yield SendLink(asks, "suggest", SUGGEST_PATH, field, tuple(_known(entry, asks)))


_KNOWN_KEYS = ("title", "summary", "recommended_use", "authors", "publishers", "published")
"""The keys of an entry that the suggestion form is given, beside its terms."""


def _known(entry: Entry, asks: Asks) -> Iterator[tuple[str, str]]:
    """What the catalog knows of an entry, as the suggestion form takes it."""
    yield "name", entry.id
    yield "access", "open" if asks == "link" else "on-request"
    for key in _KNOWN_KEYS:
        value = getattr(entry, key)
        yield from ((key, text) for text in ((value,) if isinstance(value, str) else value or ()))
    for facet, terms in entry.tags.items():
        yield from ((query_parameter(facet), term) for term in terms)


def _report(template: str, asks: Asks, subject: str) -> SendLink | None:
    """The form for a report address; None where its ``{body}`` is not the value of a parameter.

    A form puts its fields in place of the query of its address, so all of that is sent along.
    """
    parts = urlsplit(template)
    given = parse_qsl(parts.query, keep_blank_values=True)
    fields = [key for key, value in given if value == "{body}"]
    constants = [(key, value.replace("{title}", subject)) for key, value in given]
    if not fields or any("{" in part for part in (parts.netloc, parts.path)):
        return None
    return SendLink(
        asks,
        "report",
        urlunsplit(parts._replace(query="")),
        fields[0],
        tuple((key, value) for key, value in constants if value != "{body}"),
        display_host(template) if parts.netloc else parts.path,
    )
