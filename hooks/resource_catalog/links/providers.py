"""Providers: sites that answer alike whether a thing is there or not, and how to ask them.

:data:`PROVIDERS` is the table. A new provider is one row: how its addresses
are known, and a question whose answer can be trusted. The shapes of the
answers are recorded in tests/links/providers.yml.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from resource_catalog.links.google_files import ask_google, google_file
from resource_catalog.links.oembed import Ask, Word, oembed
from resource_catalog.links.pictures import is_grey
from resource_catalog.links.reading import IMAGE_LIMIT
from resource_catalog.links.spelling import ParsedUrl, parse_url


@dataclass(frozen=True)
class Provider:
    """One row of the table.

    ``subject`` gives the canonical address of the thing that an address stands
    for, or nothing if the address is not one of this provider's things.
    """

    name: str
    subject: Callable[[ParsedUrl], str]
    question: Callable[[ParsedUrl, str, Ask], Awaitable[Word]]


def provider_of(url: ParsedUrl) -> tuple[Provider, str] | None:
    """Who has to be asked about an address, and about what."""
    for provider in PROVIDERS:
        subject = provider.subject(url)
        if subject:
            return provider, subject
    return None


# --- YouTube

_VIDEO = re.compile(r"/(?:embed|shorts|live|v|e)/([\w-]{6,20})")
_YOUTUBE = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_ask_youtube = oembed(
    "YouTube",
    "https://www.youtube.com/oembed?format=json&url=",
    {
        404: Word("dead", "YouTube says that it is gone"),
        400: Word("dead", "YouTube knows no such video"),
        403: Word("login", "the video is private"),
    },
)


def _youtube_video(url: ParsedUrl) -> str:
    if url.host in {"youtu.be", "www.youtu.be"} and url.segments:
        return _video_id(url.segments[0])
    if not _YOUTUBE.fullmatch(url.host):
        return ""
    values = parse_qs(url.query or "")
    if url.path.rstrip("/") == "/watch":
        return _video_id(values.get("v", [""])[0])
    if url.path.rstrip("/") == "/playlist" and values.get("list"):
        return "https://www.youtube.com/playlist?list=" + values["list"][0]
    found = _VIDEO.match(url.path)
    if found and found[1] != "videoseries":
        return _video_id(found[1])
    if found and values.get("list"):
        return "https://www.youtube.com/playlist?list=" + values["list"][0]
    return ""


def _video_id(text: str) -> str:
    found = re.match(r"[\w-]+", text)
    return f"https://www.youtube.com/watch?v={found[0]}" if found else ""


async def _youtube(url: ParsedUrl, subject: str, ask: Ask) -> Word:
    word = await _ask_youtube(url, subject, ask)
    if word.visit is None or word.visit.status != 401 or "watch?v=" not in subject:
        return word
    video = subject.rpartition("=")[2]
    gone = None
    for picture in (
        f"https://i.ytimg.com/vi/{video}/hqdefault.jpg",
        f"https://img.youtube.com/vi/{video}/0.jpg",
    ):
        seen = await ask(parse_url(picture), IMAGE_LIMIT)
        if seen.error is None and seen.status == 200 and not is_grey(seen.body):
            return Word(
                "ok", "the video is there, though it may not be shown elsewhere", visit=seen
            )
        if seen.error is None and (seen.status or 500) < 500:
            gone = seen
    if gone is not None:
        return Word("dead", "the video has no picture any more", visit=gone)
    return Word("unverified", "YouTube does not say", visit=seen)


# --- SoundCloud

_soundcloud = oembed(
    "SoundCloud",
    "https://soundcloud.com/oembed?format=json&url=",
    {
        404: Word("dead", "SoundCloud says that it is gone"),
        403: Word("unverified", "SoundCloud does not say whether it is there"),
    },
)
_SOUNDCLOUD_OWN = {"discover", "search", "stream", "you", "pages", "upload", "charts", "login"}


def _sound(url: ParsedUrl) -> str:
    """The track, set or person, without query and final slash: with them SoundCloud says 404."""
    if url.host not in {"soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"}:
        return ""
    if not url.segments or url.segments[0] in _SOUNDCLOUD_OWN:
        return ""
    return "https://soundcloud.com/" + "/".join(url.segments)


# --- Vimeo

_vimeo = oembed(
    "Vimeo",
    "https://vimeo.com/api/oembed.json?url=",
    {
        404: Word("dead", "Vimeo says that it is gone"),
        403: Word("login", "the video is private"),
        401: Word("login", "the video is private"),
    },
)


def _vimeo_video(url: ParsedUrl) -> str:
    if url.host not in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return ""
    found = re.search(
        r"^/(?:video/|channels/[^/]+/|groups/[^/]+/videos/)?(\d{4,})(/[0-9a-f]{6,})?/?$",
        url.path,
    )
    if not found:
        return ""
    secret = found[2] or ""
    hashed = parse_qs(url.query or "").get("h")
    if hashed and not secret:
        secret = f"/{hashed[0]}"
    return f"https://vimeo.com/{found[1]}{secret}"


PROVIDERS: tuple[Provider, ...] = (
    Provider("YouTube", _youtube_video, _youtube),
    Provider("SoundCloud", _sound, _soundcloud),
    Provider("Vimeo", _vimeo_video, _vimeo),
    Provider("Google", google_file, ask_google),
)
