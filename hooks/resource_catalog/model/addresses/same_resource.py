"""Know one thing under the several addresses that a well-known site gives it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qs, unquote

_STARTS = (
    *("youtu.be/", "youtube.com/", "m.youtube.com/", "music.youtube.com/"),
    *("youtube-nocookie.com/", "vimeo.com/", "player.vimeo.com/", "doi.org/", "dx.doi.org/"),
)
YOUTUBE = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_VIDEO_PATH = re.compile(r"/(?:embed|shorts|live|v|e)/(?!videoseries)([\w-]{6,20})/?")
_VIMEO_PATH = re.compile(r"/(?:video/|channels/[\w-]+/|groups/[\w-]+/videos/)?(\d{5,})(?:/\w+)?/?")
_MOBILE_WIKI = re.compile(
    r"([\w-]+)\.m\.(wikipedia|wikibooks|wikiversity|wikisource|wiktionary)\.org"
)
_SECONDS = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?")

_DOCUMENT = re.compile(
    r"/(?:a/[\w.-]+/)?(document|presentation|spreadsheets|drawings|forms|file)/(?:u/\d+/)?d/"
    r"(?:(e)/)?([\w-]{3,})(?:/.*)?"
)
_ARXIV = re.compile(r"/(?:abs|pdf|html)/([a-z.-]+/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?/?")


def may_have_several(key: str) -> bool:
    """Whether a host and path may be one of :func:`identical`; a quick look."""
    return key.startswith(_STARTS) or ".m.wiki" in key


def identical(parts: SplitResult) -> str:
    """A key that is equal for all addresses of one video, one DOI or one article; else empty.

    A video from another second on is another one: parts of it may be listed each by itself.
    """
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if video := _youtube_video(host, parts):
        start = _start(parse_qs(parts.query))
        return f"youtube.com/watch?v={video}" + (f"&t={start}" if start else "")
    if host in ("vimeo.com", "player.vimeo.com") and (match := _VIMEO_PATH.fullmatch(parts.path)):
        return f"vimeo.com/{match[1]}"
    if host in ("doi.org", "dx.doi.org") and parts.path.startswith("/10."):
        return f"doi.org{unquote(parts.path).rstrip('/').lower()}"
    return ""


def desktop_host(host: str) -> str:
    """The host of a wiki for the one of its pages for phones."""
    match = _MOBILE_WIKI.fullmatch(host)
    return f"{match[1]}.{match[2]}.org" if match else host


def probably_identical(parts: SplitResult) -> str:
    """A key that is equal for addresses that show one thing in several ways; else empty.

    A document may be meant to be read, copied or printed, an article to be read here or there.
    """
    host = (parts.hostname or "").rstrip(".").removeprefix("www.")
    if video := _youtube_video(host, parts):
        return f"youtube.com/watch?v={video}"
    if host in ("docs.google.com", "drive.google.com"):
        if match := _DOCUMENT.fullmatch(parts.path):
            return f"drive.google.com/{match[2] or ''}{match[3]}"
        ids = parse_qs(parts.query).get("id")
        if ids and parts.path.rstrip("/") in ("/open", "/uc"):
            return f"drive.google.com/{ids[0]}"
    if host in ("arxiv.org", "export.arxiv.org") and (match := _ARXIV.fullmatch(parts.path)):
        return f"arxiv.org/{match[1]}"
    return identical(parts)


def _youtube_video(host: str, parts: SplitResult) -> str:
    if host == "youtu.be":
        found = re.match(r"/([\w-]{6,20})/?$", parts.path)
        return found[1] if found else ""
    if not YOUTUBE.fullmatch(host):
        return ""
    if parts.path.rstrip("/") == "/watch":
        return parse_qs(parts.query).get("v", [""])[0]
    match = _VIDEO_PATH.fullmatch(parts.path)
    return match[1] if match else ""


def _start(query: dict[str, list[str]]) -> int:
    text = (query.get("t") or query.get("start") or [""])[0]
    match = _SECONDS.fullmatch(text)
    if not match:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return 3600 * hours + 60 * minutes + seconds
