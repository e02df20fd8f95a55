"""``feeds/``: what is new, as Atom and as JSON Feed, with an OPML list of all feeds.

Standards: RFC 4287 (Atom), https://www.jsonfeed.org/version/1.1/,
http://opml.org/spec2.opml (OPML 2.0).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resource_catalog.exports import Download, ExportFile, Offer, xml_text
from resource_catalog.exports.json_text import joined, line, object_of
from resource_catalog.model.records.vocabulary import PHASES, STAGES, TYPES
from resource_catalog.site import news
from resource_catalog.site.news import EVENT_LABELS, Event
from resource_catalog.site.site import Site

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
    sorted_out = news.group_by_term(everything)
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
    entries, items = _Items(_atom_entry, site), _Items(_json_item, site)
    for channel in found:
        yield ExportFile(f"{channel.stem}.xml", _atom(channel, entries.of(channel), site))
        yield ExportFile(f"{channel.stem}.json", _json_feed(channel, items.of(channel), site))
    yield ExportFile(OPML, _opml(found, site))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The feed of one page."""
    facet, _, term = page.strip("/").partition("/")
    if facet in FACETS and term in site.catalog.facets[facet].by_id:
        yield Download(f"{stem(facet, term)}.xml", "Feed of what is new here (Atom)")


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
        f'href="{site.absolute_url(found[0][0])}">',
    )


class _Items:
    """Events as items of feeds, each written once for all the feeds that it is in."""

    def __init__(self, write: Callable[[Event, Site], bytes], site: Site) -> None:
        self._write = write
        self._site = site
        self._written: dict[str, bytes] = {}

    def of(self, channel: Channel) -> Iterator[bytes]:
        """The items of a feed."""
        for event in channel.events[:LONGEST]:
            key = event.key
            if key not in self._written:
                self._written[key] = self._write(event, self._site)
            yield self._written[key]


def _atom(channel: Channel, items: Iterable[bytes], site: Site) -> bytes:
    identity, page = site.catalog.identity, site.absolute_url(channel.path)
    is_everything = channel.stem == EVERYTHING
    subtitle = _element("subtitle", identity.description) if is_everything else ""
    head = f"""\
{xml_text.DECLARATION}<feed xmlns="{_ATOM}" xml:lang="{xml_text.value(identity.language)}">
 <id>{xml_text.line(page)}</id>
 <title>{xml_text.line(channel.title)}</title>
{subtitle} <updated>{_moment(_updated(channel, site))}</updated>
 <link rel="self" href="{xml_text.value(site.absolute_url(f"{channel.stem}.xml"))}" />
 <link rel="alternate" type="text/html" href="{xml_text.value(page)}" />
 <author>
  <name>{xml_text.line(identity.curator or identity.title)}</name>
 </author>
{_element("rights", identity.text_license)}"""
    return b"%b%b</feed>\n" % (head.encode(), b"".join(items))


def _atom_entry(event: Event, site: Site) -> bytes:
    moment = _moment(event.day)
    labels = [f'  <category term="{xml_text.value(label)}" />\n' for label in _labels(event, site)]
    return f"""\
 <entry>
  <id>{xml_text.line(_id(event, site))}</id>
  <title>{xml_text.line(_title(event))}</title>
  <updated>{moment}</updated>
  <published>{moment}</published>
  <link rel="alternate" type="text/html" href="{xml_text.value(_page(event, site))}" />
  <summary>{xml_text.line(event.text)}</summary>
{"".join(labels)} </entry>
""".encode()


def _element(name: str, text: str | None) -> str:
    """A line with an element, if there is anything to say in it."""
    return f" <{name}>{xml_text.line(text)}</{name}>\n" if text else ""


def _json_feed(channel: Channel, items: Iterable[bytes], site: Site) -> bytes:
    identity = site.catalog.identity
    head: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": site.absolute_url(channel.path),
        "feed_url": site.absolute_url(f"{channel.stem}.json"),
        "language": identity.language,
        "authors": [{"name": identity.curator or identity.title}],
        # An extension, as the format allows them: whether something older was left out.
        "_catalog": {"whole": channel.is_whole},
    }
    parts = {key: [line(value)] for key, value in head.items()}
    return object_of({**parts, "items": joined(items)})


def _json_item(event: Event, site: Site) -> bytes:
    item = {
        "id": _id(event, site),
        "url": _page(event, site),
        "title": _title(event),
        "content_text": event.text,
        "date_published": _moment(event.day),
        "tags": _labels(event, site),
        "_catalog": {
            "kind": event.type,
            "entry": event.entry.id,
            "title": event.entry.title,
            "day": event.day,
        },
    }
    return line(item)


def _opml(found: Sequence[Channel], site: Site) -> bytes:
    outlines = [_outline(channel, site) for channel in found]
    return f"""\
{xml_text.DECLARATION}<opml version="2.0">
 <head>
  <title>{xml_text.line(site.catalog.identity.title)}</title>
 </head>
 <body>
{"".join(outlines)} </body>
</opml>
""".encode()


def _outline(channel: Channel, site: Site) -> str:
    title = xml_text.value(channel.title)
    feed, page = site.absolute_url(f"{channel.stem}.xml"), site.absolute_url(channel.path)
    return (
        f'  <outline type="rss" text="{title}" title="{title}" '
        f'xmlUrl="{xml_text.value(feed)}" htmlUrl="{xml_text.value(page)}" />\n'
    )


def _title(event: Event) -> str:
    return f"{EVENT_LABELS[event.type]}: {event.entry.title}"


def _id(event: Event, site: Site) -> str:
    entry, _, what = event.key.partition("#")
    return f"{site.absolute_url(f'resources/{entry}/')}#{what}"


def _page(event: Event, site: Site) -> str:
    return site.absolute_url(f"resources/{event.entry.id}/")


def _labels(event: Event, site: Site) -> list[str]:
    entry, catalog = event.entry, site.catalog
    return [term.label for facet in entry.tags for term in catalog.terms_of(entry, facet)]


def _updated(channel: Channel, site: Site) -> datetime.date:
    """The day of the newest event; without any, that of the build."""
    return channel.events[0].day if channel.events else site.built_at.date()


def _moment(day: datetime.date) -> str:
    """The feeds want a time of day, and nobody noted one."""
    return f"{day.isoformat()}T00:00:00Z"
