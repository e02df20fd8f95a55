"""Check whether a SoundCloud track, set or user exists."""

from __future__ import annotations

from resource_catalog.links.ask.providers.oembed import ProviderResult, oembed_check
from resource_catalog.links.url_parsing import ParsedUrl

check_soundcloud = oembed_check(
    "SoundCloud",
    "https://soundcloud.com/oembed?format=json&url=",
    {
        404: ProviderResult("dead", "SoundCloud says that it is gone"),
        403: ProviderResult("unverified", "SoundCloud does not say whether it is there"),
    },
)
_RESERVED = {"discover", "search", "stream", "you", "pages", "upload", "charts", "login"}


def soundcloud_resource(url: ParsedUrl) -> str:
    """The track, set or user; with a query or trailing slash SoundCloud returns 404."""
    if url.host not in {"soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"}:
        return ""
    if not url.segments or url.segments[0] in _RESERVED:
        return ""
    return "https://soundcloud.com/" + "/".join(url.segments)
