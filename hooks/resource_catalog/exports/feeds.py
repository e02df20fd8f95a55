"""Write the feeds of new and changed entries: Atom, JSON Feed, and an OPML list of all.

Standards: RFC 4287 (Atom), https://www.jsonfeed.org/version/1.1/,
http://opml.org/spec2.opml (OPML 2.0).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.json_text import encode_line, join_list, join_object
from resource_catalog.exports.xml_text import (
    XML_DECLARATION,
    escape_attribute,
    escape_line,
)
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages import _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES
from resource_catalog.model.translations.shown_texts import Untranslated, source_of
from resource_catalog.site import news
from resource_catalog.site.foreign_language import foreign_language
from resource_catalog.site.news import EVENT_LABELS, Event
from resource_catalog.site.site import Site

MAX_EVENTS = 100
"""The most events in a feed; feed readers keep the older ones."""

EVERYTHING = "feeds/everything"
OPML = "feeds/feeds.opml"
FACETS = (PHASES, STAGES, TYPES)
"""The facets whose terms have feeds of their own."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Channel:
    """One feed: ``stem`` is its path without suffix, ``path`` that of its page."""

    stem: str
    title: str
    path: str
    events: Sequence[Event]

    @property
    def is_complete(self) -> bool:
        """Whether the feed has all events."""
        return len(self.events) <= MAX_EVENTS


def channels(site: Site) -> Iterator[Channel]:
    """The feed of everything, then one for each phase, stage and type."""
    catalog = site.catalog
    everything = news.events(catalog, site.built_at.date())
    events_by_term = news.group_by_term(everything, catalog)
    name = catalog.identity.title
    yield Channel(EVERYTHING, name, "", everything)
    for facet in FACETS:
        for term in catalog.terms_in(facet):
            title, path = (
                _("%(term)s – %(site)s", term=term.heading, site=name),
                f"{facet}/{term.id}/",
            )
            yield Channel(
                stem(facet, term.id), title, path, events_by_term.get((facet, term.id), ())
            )


def stem(facet: str, term: str) -> str:
    """The path of the feed of a term, without suffix."""
    return f"feeds/{facet}/{term}"


def files(site: Site) -> Iterator[ExportFile]:
    """Each feed in both formats, and the OPML list."""
    found = list(channels(site))
    entries, items = _Items(_atom_entry, site), _Items(_json_item, site)
    for channel in found:
        yield ExportFile(f"{channel.stem}.xml", _atom(channel, entries.of(channel), site))
        yield ExportFile(f"{channel.stem}.json", _json_feed(channel, items.of(channel), site))
    yield ExportFile(OPML, _opml(found, site))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The feed of one page."""
    facet, _slash, term = page.strip("/").partition("/")
    if facet in FACETS and any(known.id == term for known in site.catalog.terms_in(facet)):
        yield Download(f"{stem(facet, term)}.xml", _("Feed of what is new here (Atom)"))


def offers(site: Site) -> Iterator[Offer]:
    """The description of the feeds."""
    found = [(f"{EVERYTHING}.xml", _("Everything"))]
    found += [(f"{stem(PHASES, phase.id)}.xml", phase.label) for phase in site.catalog.phases]
    yield Offer(
        name=_("Feeds"),
        purpose=_("for news readers"),
        about=_(
            "What is new, what changed, what is no longer recommended, and which links stopped "
            "or started working. Each feed is Atom; with .json at the end it is a JSON Feed. "
            "The file feeds.opml subscribes a news reader to all of them at once."
        ),
        files=((OPML, _("All feeds")), *found),
        example_label=_("For the head of a page of your own, so that news readers find the feed"),
        example='<link rel="alternate" type="application/atom+xml" '
        f'href="{site.absolute_url(found[0][0])}">',
        is_in_table=True,
    )


class _Items:
    """Renders events as items of feeds, each once for all its feeds."""

    def __init__(self, write: Callable[[Event, Site], bytes], site: Site) -> None:
        self._write = write
        self._site = site
        self._cache: dict[str, bytes] = {}

    def of(self, channel: Channel) -> Iterator[bytes]:
        """The items of a feed."""
        for event in channel.events[:MAX_EVENTS]:
            key = event.key
            if key not in self._cache:
                self._cache[key] = self._write(event, self._site)
            yield self._cache[key]


def _atom(channel: Channel, items: Iterable[bytes], site: Site) -> bytes:
    identity, page = site.catalog.identity, site.absolute_url(channel.path)
    is_everything = channel.stem == EVERYTHING
    subtitle = _element("subtitle", identity.description) if is_everything else ""
    head = f"""\
{XML_DECLARATION}<feed xmlns="{_ATOM}" xml:lang="{escape_attribute(identity.language)}">
 <id>{escape_line(page)}</id>
 <title>{escape_line(channel.title)}</title>
{subtitle} <updated>{_timestamp(_updated(channel, site))}</updated>
 <link rel="self" href="{escape_attribute(site.absolute_url(f"{channel.stem}.xml"))}" />
 <link rel="alternate" type="text/html" href="{escape_attribute(page)}" />
 <author>
  <name>{escape_line(identity.curator or identity.title)}</name>
 </author>
{_element("rights", identity.text_license)}"""
    return b"%b%b</feed>\n" % (head.encode(), b"".join(items))


def _atom_entry(event: Event, site: Site) -> bytes:
    moment = _timestamp(event.day)
    summary = f"  <summary>{escape_line(event.text)}</summary>\n" if event.text else ""
    labels = [
        f'  <category term="{escape_attribute(label)}" />\n' for label in _labels(event, site)
    ]
    return f"""\
 <entry>
  <id>{escape_line(_id(event, site))}</id>
  <title>{escape_line(_title(event))}</title>
  <updated>{moment}</updated>
  <published>{moment}</published>
  <link rel="alternate" type="text/html" href="{escape_attribute(_page(event, site))}" />
{summary}{"".join(labels)} </entry>
""".encode()


def _element(name: str, text: str | None) -> str:
    """A line with an element; empty without text."""
    return f" <{name}>{escape_line(text)}</{name}>\n" if text else ""


def _json_feed(channel: Channel, items: Iterable[bytes], site: Site) -> bytes:
    identity = site.catalog.identity
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": site.absolute_url(channel.path),
        "feed_url": site.absolute_url(f"{channel.stem}.json"),
        "language": identity.language,
        "authors": [{"name": identity.curator or identity.title}],
        # An extension, as the format allows: whether the feed has all events.
        "_catalog": {"whole": channel.is_complete},
    }
    parts = {key: [encode_line(value)] for key, value in head.items()}
    return join_object({**parts, "items": join_list(items)})


def _json_item(event: Event, site: Site) -> bytes:
    language = foreign_language(event.entry, site.catalog)
    item = {
        "id": _id(event, site),
        "url": _page(event, site),
        "title": _title(event),
        "content_text": event.text or event.entry.title,
        "date_published": _timestamp(event.day),
        "tags": _labels(event, site),
        "_catalog": {
            "kind": event.type,
            "entry": event.entry.id,
            **({"path": event.entry.address} if event.entry.tool_kind else {}),
            "title": event.entry.title,
            **({"language": language} if language else {}),
            "day": event.day,
            **source_of(_parts(event.entry, site.catalog)),
        },
    }
    return encode_line(item)


def _parts(entry: Entry, catalog: Catalog) -> list[str | None]:
    """The texts of an entry that a sentence on it may have, such as what is to be used instead."""
    instead = catalog.item(entry.replaced_by or "")
    language = instead and foreign_language(instead, catalog)
    return [
        entry.title,
        entry.retired.why if entry.retired else None,
        Untranslated.written_in(language, instead.title) if instead and language else None,
    ]


def _opml(found: Sequence[Channel], site: Site) -> bytes:
    outlines = [_outline(channel, site) for channel in found]
    return f"""\
{XML_DECLARATION}<opml version="2.0">
 <head>
  <title>{escape_line(site.catalog.identity.title)}</title>
 </head>
 <body>
{"".join(outlines)} </body>
</opml>
""".encode()


def _outline(channel: Channel, site: Site) -> str:
    title = escape_attribute(channel.title)
    feed, page = site.absolute_url(f"{channel.stem}.xml"), site.absolute_url(channel.path)
    return (
        f'  <outline type="rss" text="{title}" title="{title}" '
        f'xmlUrl="{escape_attribute(feed)}" htmlUrl="{escape_attribute(page)}" />\n'
    )


def _title(event: Event) -> str:
    return _("%(event)s: %(title)s", event=_(EVENT_LABELS[event.type]), title=event.entry.title)


def _id(event: Event, site: Site) -> str:
    _entry, _, what = event.key.partition("#")
    return f"{_page(event, site)}#{what}"


def _page(event: Event, site: Site) -> str:
    return site.absolute_url(event.entry.address)


def _labels(event: Event, site: Site) -> list[str]:
    entry, catalog = event.entry, site.catalog
    return [term.label for facet in entry.tags for term in catalog.terms_of(entry, facet)]


def _updated(channel: Channel, site: Site) -> datetime.date:
    """The day of the newest event, or of the build if there are no events."""
    return channel.events[0].day if channel.events else site.built_at.date()


def _timestamp(day: datetime.date) -> str:
    """A day as an RFC 3339 timestamp, at midnight UTC."""
    return f"{day.isoformat()}T00:00:00Z"
