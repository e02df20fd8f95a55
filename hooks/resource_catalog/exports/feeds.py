"""``feeds/``: what is new, as Atom and as JSON Feed, with an OPML list of all feeds.

Standards: RFC 4287 (Atom), https://www.jsonfeed.org/version/1.1/,
http://opml.org/spec2.opml (OPML 2.0).
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from resource_catalog import news
from resource_catalog.exports import ExportFile, Offer
from resource_catalog.model import PHASES, STAGES, TYPES
from resource_catalog.news import WORDS, Event
from resource_catalog.site import Site

LONGEST = 100
"""So many events at most are in a feed; readers of feeds keep the older ones themselves."""

EVERYTHING = "feeds/everything"
OPML = "feeds/feeds.opml"
FACETS = (PHASES, STAGES, TYPES)
"""Their terms have feeds of their own; other facets would make more feeds than readers."""

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Channel:
    """One feed: ``stem`` is its path without the ending, ``path`` the page it belongs to."""

    stem: str
    title: str
    path: str
    events: Sequence[Event]

    @property
    def is_whole(self) -> bool:
        """Whether nothing older was cut off."""
        return len(self.events) <= LONGEST


def channels(site: Site) -> Iterator[Channel]:
    """Everything, then each phase, stage and type."""
    catalog = site.catalog
    everything = news.events(catalog)
    sorted_out = news.by_term(everything)
    name = catalog.identity.title
    yield Channel(EVERYTHING, name, "", everything)
    for facet in FACETS:
        for term in catalog.facets[facet].terms:
            title, path = f"{term.heading} – {name}", f"{facet}/{term.id}/"
            yield Channel(stem(facet, term.id), title, path, sorted_out.get((facet, term.id), ()))


def stem(facet: str, term: str) -> str:
    """The path of the feed about a term, without its ending."""
    return f"feeds/{facet}/{term}"


def files(site: Site) -> Iterator[ExportFile]:
    """Each channel in both formats, and the list of them."""
    found = list(channels(site))
    for channel in found:
        yield ExportFile(f"{channel.stem}.xml", _atom(channel, site))
        yield ExportFile(f"{channel.stem}.json", _json_feed(channel, site))
    yield ExportFile(OPML, _opml(found, site))


def offers(site: Site) -> Iterator[Offer]:
    """What they are."""
    found = [(f"{EVERYTHING}.xml", "Everything")]
    found += [(f"{stem(PHASES, phase.id)}.xml", phase.label) for phase in site.catalog.phases]
    yield Offer(
        name="Feeds",
        purpose="for news readers",
        about="What is new, what changed, what is no longer recommended, and which links were lost "
        "or found again. Each is there as Atom and, with .json at the end, as JSON Feed. The file "
        "feeds.opml subscribes a news reader to all of them at once.",
        files=((OPML, "All feeds"), *found),
        example_label="In the head of a page of your own, so that readers find the feed",
        example='<link rel="alternate" type="application/atom+xml" '
        f'href="{site.address(found[0][0])}">',
    )


def _atom(channel: Channel, site: Site) -> bytes:
    identity, page = site.catalog.identity, site.address(channel.path)
    feed = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": identity.language})
    _add(feed, "id", page)
    _add(feed, "title", channel.title)
    if identity.description and channel.stem == EVERYTHING:
        _add(feed, "subtitle", identity.description)
    _add(feed, "updated", _moment(_updated(channel, site)))
    ET.SubElement(feed, "link", {"rel": "self", "href": site.address(f"{channel.stem}.xml")})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": page})
    _add(ET.SubElement(feed, "author"), "name", identity.curator or identity.title)
    if identity.text_license:
        _add(feed, "rights", identity.text_license)
    for event in channel.events[:LONGEST]:
        item = ET.SubElement(feed, "entry")
        _add(item, "id", _id(event, site))
        _add(item, "title", _title(event))
        _add(item, "updated", _moment(event.day))
        _add(item, "published", _moment(event.day))
        link = {"rel": "alternate", "type": "text/html", "href": _page(event, site)}
        ET.SubElement(item, "link", link)
        _add(item, "summary", event.text)
        for label in _labels(event, site):
            ET.SubElement(item, "category", {"term": label})
    return _xml(feed)


def _json_feed(channel: Channel, site: Site) -> str:
    identity = site.catalog.identity
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": site.address(channel.path),
        "feed_url": site.address(f"{channel.stem}.json"),
        "language": identity.language,
        "authors": [{"name": identity.curator or identity.title}],
        # An extension, as the format allows them: whether something older was left out.
        "_catalog": {"whole": channel.is_whole},
        "items": [
            {
                "id": _id(event, site),
                "url": _page(event, site),
                "title": _title(event),
                "content_text": event.text,
                "date_published": _moment(event.day),
                "tags": _labels(event, site),
                "_catalog": {
                    "kind": event.kind,
                    "entry": event.entry.id,
                    "title": event.entry.title,
                    "day": event.day.isoformat(),
                },
            }
            for event in channel.events[:LONGEST]
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _opml(found: Sequence[Channel], site: Site) -> bytes:
    opml = ET.Element("opml", {"version": "2.0"})
    head, body = ET.SubElement(opml, "head"), ET.SubElement(opml, "body")
    _add(head, "title", site.catalog.identity.title)
    for channel in found:
        attributes = {
            "type": "rss",
            "text": channel.title,
            "title": channel.title,
            "xmlUrl": site.address(f"{channel.stem}.xml"),
            "htmlUrl": site.address(channel.path),
        }
        ET.SubElement(body, "outline", attributes)
    return _xml(opml)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = " ".join(text.split())


def _xml(element: ET.Element) -> bytes:
    ET.indent(element, " ")
    found: bytes = ET.tostring(element, "utf-8", xml_declaration=True)
    return found + b"\n"


def _title(event: Event) -> str:
    return f"{WORDS[event.kind]}: {event.entry.title}"


def _id(event: Event, site: Site) -> str:
    entry, _, what = event.key.partition("#")
    return f"{site.address(f'resources/{entry}/')}#{what}"


def _page(event: Event, site: Site) -> str:
    return site.address(f"resources/{event.entry.id}/")


def _labels(event: Event, site: Site) -> list[str]:
    entry, catalog = event.entry, site.catalog
    return [term.label for facet in entry.tags for term in catalog.terms_of(entry, facet)]


def _updated(channel: Channel, site: Site) -> datetime.date:
    """The day of the newest event; without any, that of the build."""
    return channel.events[0].day if channel.events else site.moment.date()


def _moment(day: datetime.date) -> str:
    """The feeds want a time of day, and nobody noted one."""
    return f"{day.isoformat()}T00:00:00Z"
