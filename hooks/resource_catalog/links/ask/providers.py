"""Check sites whose pages look alike whether a resource exists or not, through their own APIs.

:data:`PROVIDERS` is the registry: YouTube, SoundCloud, Vimeo, Google. A new provider is one row:
a function that recognizes its URLs, and a check. Recorded responses are in
tests/links/providers.yml.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from resource_catalog.links.ask.google_files import check_google_file, google_file_url
from resource_catalog.links.ask.oembed import Fetch, ProviderResult, oembed_check
from resource_catalog.links.ask.response_body import IMAGE_LIMIT
from resource_catalog.links.ask.youtube_thumbnails import is_placeholder
from resource_catalog.links.judge.url_normalization import ParsedUrl, parse_url


@dataclass(frozen=True)
class Provider:
    """One row of :data:`PROVIDERS`.

    ``resource_url`` returns the canonical URL of the resource at a URL; empty if it is not a
    resource of this provider. ``check`` takes the URL, the canonical URL and a fetch function.
    """

    name: str
    resource_url: Callable[[ParsedUrl], str]
    check: Callable[[ParsedUrl, str, Fetch], Awaitable[ProviderResult]]


def find_provider(url: ParsedUrl) -> tuple[Provider, str] | None:
    """The provider of a URL and the canonical URL of the resource; None if there is none."""
    for provider in PROVIDERS:
        resource_url = provider.resource_url(url)
        if resource_url:
            return provider, resource_url
    return None


# --- YouTube

_VIDEO_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{6,20})")
_YOUTUBE_HOST = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_check_youtube_oembed = oembed_check(
    "YouTube",
    "https://www.youtube.com/oembed?format=json&url=",
    {
        404: ProviderResult("dead", "YouTube says that it is gone"),
        400: ProviderResult("dead", "YouTube knows no such video"),
        403: ProviderResult("login", "the video is private"),
    },
)


def _youtube_resource(url: ParsedUrl) -> str:
    if url.host in {"youtu.be", "www.youtu.be"} and url.segments:
        return _video_url(url.segments[0])
    if not _YOUTUBE_HOST.fullmatch(url.host):
        return ""
    parameters = parse_qs(url.query or "")
    if url.path.rstrip("/") == "/watch":
        return _video_url(parameters.get("v", [""])[0])
    if url.path.rstrip("/") == "/playlist" and parameters.get("list"):
        return "https://www.youtube.com/playlist?list=" + parameters["list"][0]
    found = _VIDEO_PATH.match(url.path)
    if found and found[1] != "videoseries":
        return _video_url(found[1])
    if found and parameters.get("list"):
        return "https://www.youtube.com/playlist?list=" + parameters["list"][0]
    return ""


def _video_url(text: str) -> str:
    found = re.match(r"[\w-]+", text)
    return f"https://www.youtube.com/watch?v={found[0]}" if found else ""


async def _check_youtube(url: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
    result = await _check_youtube_oembed(url, resource_url, fetch)
    if result.visit is None or result.visit.status != 401 or "watch?v=" not in resource_url:
        return result
    video_id = resource_url.rpartition("=")[2]
    missing = None
    for thumbnail in (
        f"https://i.ytimg.com/vi/{video_id}/hqdefault.jpg",
        f"https://img.youtube.com/vi/{video_id}/0.jpg",
    ):
        visit = await fetch(parse_url(thumbnail), IMAGE_LIMIT)
        if visit.error is None and visit.status == 200 and not is_placeholder(visit.body):
            return ProviderResult(
                "ok", "the video is there, though it may not be shown elsewhere", visit=visit
            )
        if visit.error is None and (visit.status or 500) < 500:
            missing = visit
    if missing is not None:
        return ProviderResult("dead", "the video has no picture any more", visit=missing)
    return ProviderResult("unverified", "YouTube does not say", visit=visit)


# --- SoundCloud

_check_soundcloud = oembed_check(
    "SoundCloud",
    "https://soundcloud.com/oembed?format=json&url=",
    {
        404: ProviderResult("dead", "SoundCloud says that it is gone"),
        403: ProviderResult("unverified", "SoundCloud does not say whether it is there"),
    },
)
_SOUNDCLOUD_RESERVED = {"discover", "search", "stream", "you", "pages", "upload", "charts", "login"}


def _soundcloud_resource(url: ParsedUrl) -> str:
    """The track, set or user; with a query or trailing slash SoundCloud returns 404."""
    if url.host not in {"soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"}:
        return ""
    if not url.segments or url.segments[0] in _SOUNDCLOUD_RESERVED:
        return ""
    return "https://soundcloud.com/" + "/".join(url.segments)


# --- Vimeo

_check_vimeo = oembed_check(
    "Vimeo",
    "https://vimeo.com/api/oembed.json?url=",
    {
        404: ProviderResult("dead", "Vimeo says that it is gone"),
        403: ProviderResult("login", "the video is private"),
        401: ProviderResult("login", "the video is private"),
    },
)


def _vimeo_resource(url: ParsedUrl) -> str:
    if url.host not in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return ""
    found = re.search(
        r"^/(?:video/|channels/[^/]+/|groups/[^/]+/videos/)?(\d{4,})(/[0-9a-f]{6,})?/?$",
        url.path,
    )
    if not found:
        return ""
    secret = found[2] or ""
    hash_parameter = parse_qs(url.query or "").get("h")
    if hash_parameter and not secret:
        secret = f"/{hash_parameter[0]}"
    return f"https://vimeo.com/{found[1]}{secret}"


PROVIDERS: tuple[Provider, ...] = (
    Provider("YouTube", _youtube_resource, _check_youtube),
    Provider("SoundCloud", _soundcloud_resource, _check_soundcloud),
    Provider("Vimeo", _vimeo_resource, _check_vimeo),
    Provider("Google", google_file_url, check_google_file),
)
