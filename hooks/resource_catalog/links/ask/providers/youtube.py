"""Check whether a YouTube video or playlist exists."""

from __future__ import annotations

import re
from urllib.parse import parse_qs

from resource_catalog.links.ask.providers.oembed import Fetch, ProviderResult, oembed_check
from resource_catalog.links.ask.providers.youtube_thumbnails import is_placeholder
from resource_catalog.links.ask.settings import IMAGE_LIMIT
from resource_catalog.links.url_parsing import ParsedUrl, parse_url
from resource_catalog.model.addresses.same_resource import YOUTUBE

_VIDEO_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{6,20})")
_check_youtube_oembed = oembed_check(
    "YouTube",
    "https://www.youtube.com/oembed?format=json&url=",
    {
        404: ProviderResult("dead", "YouTube says that it is gone"),
        400: ProviderResult("dead", "YouTube knows no such video"),
        403: ProviderResult("login", "the video is private"),
    },
)


def youtube_resource(url: ParsedUrl) -> str:
    """The canonical URL of the video or playlist at ``url``; empty if there is none."""
    if url.host in {"youtu.be", "www.youtu.be"} and url.segments:
        return _video_url(url.segments[0])
    if not YOUTUBE.fullmatch(url.host):
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


async def check_youtube(url: ParsedUrl, resource_url: str, fetch: Fetch) -> ProviderResult:
    """Ask oEmbed and, where that does not say, whether the video has a thumbnail."""
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
