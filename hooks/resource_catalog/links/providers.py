"""Providers: sites that answer alike whether a thing is there or not, and how to ask them.

:data:`PROVIDERS` is the table. A new provider is one row: how its addresses
are known, and a question whose answer can be trusted. The shapes of the
answers are recorded in tests/links/providers.yml.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, quote

from resource_catalog.links import phrases, soft404, walls, words
from resource_catalog.links.fetch import PAGE, PICTURE
from resource_catalog.links.pages_read import Page, read_page
from resource_catalog.links.spelling import Address, read
from resource_catalog.links.verdicts import Verdict
from resource_catalog.links.visit import Visit

Ask = Callable[[Address, int], Awaitable[Visit]]
"""Asks an address, reading so many bytes of the answer."""


@dataclass(frozen=True, slots=True)
class Word:
    """What a provider says of a thing."""

    verdict: Verdict
    reason: str
    title: str = ""
    visit: Visit | None = None


@dataclass(frozen=True)
class Provider:
    """One row of the table.

    ``subject`` gives the canonical address of the thing that an address stands
    for, or nothing if the address is not one of this provider's things.
    """

    name: str
    subject: Callable[[Address], str]
    question: Callable[[Address, str, Ask], Awaitable[Word]]


def provider_of(address: Address) -> tuple[Provider, str] | None:
    """Who has to be asked about an address, and about what."""
    for provider in PROVIDERS:
        subject = provider.subject(address)
        if subject:
            return provider, subject
    return None


# --- oEmbed: a question that several providers understand


def oembed(
    name: str, endpoint: str, meanings: Mapping[int, Word]
) -> Callable[[Address, str, Ask], Awaitable[Word]]:
    """A question to an oEmbed endpoint, with what its refusals mean."""

    async def question(_: Address, subject: str, ask: Ask) -> Word:
        visit = await ask(read(endpoint + quote(subject, safe="")), PAGE)
        if visit.trouble is not None or visit.status is None:
            return Word("transient", f"{name} could not be asked: {visit.detail}", visit=visit)
        if visit.status == 200:
            try:
                said = json.loads(visit.body)
                title = str(said.get("title") or "")
            except (ValueError, AttributeError):
                return Word(
                    "unverified", f"{name} gave an answer that could not be read", visit=visit
                )
            return Word("ok", f"{name} knows it", title, visit)
        meant = meanings.get(visit.status)
        if meant is not None:
            return Word(meant.verdict, meant.reason, visit=visit)
        if visit.status == 429:
            return Word("blocked", f"{name} is asked too often", visit=visit)
        if visit.status >= 500:
            return Word("transient", f"{name} has trouble of its own ({visit.status})", visit=visit)
        return Word("unverified", f"{name} does not say", visit=visit)

    return question


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


def _youtube_video(address: Address) -> str:
    if address.host in {"youtu.be", "www.youtu.be"} and address.segments:
        return _video_id(address.segments[0])
    if not _YOUTUBE.fullmatch(address.host):
        return ""
    values = parse_qs(address.query or "")
    if address.path.rstrip("/") == "/watch":
        return _video_id(values.get("v", [""])[0])
    if address.path.rstrip("/") == "/playlist" and values.get("list"):
        return "https://www.youtube.com/playlist?list=" + values["list"][0]
    found = _VIDEO.match(address.path)
    if found and found[1] != "videoseries":
        return _video_id(found[1])
    if found and values.get("list"):
        return "https://www.youtube.com/playlist?list=" + values["list"][0]
    return ""


def _video_id(text: str) -> str:
    found = re.match(r"[\w-]+", text)
    return f"https://www.youtube.com/watch?v={found[0]}" if found else ""


async def _youtube(address: Address, subject: str, ask: Ask) -> Word:
    word = await _ask_youtube(address, subject, ask)
    if word.visit is None or word.visit.status != 401 or "watch?v=" not in subject:
        return word
    video = subject.rpartition("=")[2]
    gone = None
    for picture in (
        f"https://i.ytimg.com/vi/{video}/hqdefault.jpg",
        f"https://img.youtube.com/vi/{video}/0.jpg",
    ):
        seen = await ask(read(picture), PICTURE)
        if seen.trouble is None and seen.status == 200 and not is_grey(seen.body):
            return Word(
                "ok", "the video is there, though it may not be shown elsewhere", visit=seen
            )
        if seen.trouble is None and (seen.status or 500) < 500:
            gone = seen
    if gone is not None:
        return Word("dead", "the video has no picture any more", visit=gone)
    return Word("unverified", "YouTube does not say", visit=seen)


def is_grey(picture: bytes) -> bool:
    """Whether a picture has the size of the one that YouTube shows for what is not there."""
    return jpeg_size(picture) == (120, 90)


def jpeg_size(picture: bytes) -> tuple[int, int] | None:
    """Width and height as the head of a JPEG file gives them."""
    place = 2
    while picture[:2] == b"\xff\xd8" and place + 9 <= len(picture) and picture[place] == 0xFF:
        kind = picture[place + 1]
        if 0xC0 <= kind <= 0xCF and kind not in {0xC4, 0xC8, 0xCC}:
            height = int.from_bytes(picture[place + 5 : place + 7], "big")
            width = int.from_bytes(picture[place + 7 : place + 9], "big")
            return width, height
        place += 2 + int.from_bytes(picture[place + 2 : place + 4], "big")
    return None


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


def _sound(address: Address) -> str:
    """The track, set or person, without query and final slash: with them SoundCloud says 404."""
    if address.host not in {"soundcloud.com", "www.soundcloud.com", "m.soundcloud.com"}:
        return ""
    if not address.segments or address.segments[0] in _SOUNDCLOUD_OWN:
        return ""
    return "https://soundcloud.com/" + "/".join(address.segments)


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


def _vimeo_video(address: Address) -> str:
    if address.host not in {"vimeo.com", "www.vimeo.com", "player.vimeo.com"}:
        return ""
    found = re.search(
        r"^/(?:video/|channels/[^/]+/|groups/[^/]+/videos/)?(\d{4,})(/[0-9a-f]{6,})?/?$",
        address.path,
    )
    if not found:
        return ""
    secret = found[2] or ""
    hashed = parse_qs(address.query or "").get("h")
    if hashed and not secret:
        secret = f"/{hashed[0]}"
    return f"https://vimeo.com/{found[1]}{secret}"


# --- Google Docs, Sheets, Slides, Drive

_DOCUMENT = re.compile(
    r"/(document|presentation|spreadsheets|drawings)/(?:u/\d+/)?d/(?!e/)([\w-]{3,})"
)
_FILE = re.compile(r"/file/(?:u/\d+/)?d/([\w-]{3,})")
_EXPORTS = {
    "document": "export?format=txt",
    "presentation": "export/txt",
    "spreadsheets": "export?format=csv",
    "drawings": "export/png",
}


def _google(address: Address) -> str:
    if address.host == "docs.google.com":
        found = _DOCUMENT.match(address.path)
        if found:
            return f"https://docs.google.com/{found[1]}/d/{found[2]}"
    if address.host in {"drive.google.com", "docs.google.com"}:
        found = _FILE.match(address.path)
        if found:
            return f"https://drive.google.com/file/d/{found[1]}"
        name = parse_qs(address.query or "").get("id")
        if name and address.path.rstrip("/") in {"/open", "/uc"}:
            return f"https://drive.google.com/file/d/{name[0]}"
    return ""


async def _google_file(address: Address, subject: str, ask: Ask) -> Word:
    """Ask the page, and where that says yes, its content: the page may be only a frame."""
    first = await ask(address, PAGE)
    word = _google_word(first)
    if word.verdict != "ok":
        return word
    content = _google_word(await ask(read(_content_address(subject)), PAGE))
    if content.verdict in {"ok", "transient", "blocked", "unverified"}:
        return word
    if content.verdict == "dead" and _names_document(word.title):
        return word  # Google names only what is there
    preview = _google_word(await ask(read(f"{subject}/preview"), PAGE))
    if preview.verdict == "ok" and _names_document(word.title):
        return word  # its owner does not let it be downloaded
    sure = preview if preview.verdict == "login" else content
    return Word(sure.verdict, sure.reason, visit=first)


def _content_address(subject: str) -> str:
    kind, _, name = subject.partition("/d/")
    service = kind.rpartition("/")[2]
    if service == "file":
        return f"https://drive.google.com/uc?export=download&id={name}"
    return f"{subject}/{_EXPORTS[service]}"


def _names_document(title: str) -> bool:
    return bool(re.search(r".+ [-–] Google (?:Docs|Sheets|Slides|Drive|Drawings|Forms)", title))


def _google_word(visit: Visit) -> Word:
    page = read_page(visit) if visit.is_html and visit.body else Page()
    if any(walls.is_robot_check_address(hop.target) for hop in visit.hops):
        return Word("blocked", "Google wants to see a person first", visit=visit)
    if any(walls.is_sign_in_address(hop.target) for hop in visit.hops):
        return Word("login", "Google asks to sign in", visit=visit)
    if visit.trouble == "tls":
        return Word("tls", visit.detail, visit=visit)
    if visit.trouble is not None or visit.status is None:
        return Word("transient", f"Google could not be asked: {visit.detail}", visit=visit)
    if visit.status in {404, 410}:
        return Word("dead", "Google says that it is gone", visit=visit)
    if visit.status in {401, 403}:
        return Word("login", "Google asks to sign in", visit=visit)
    if visit.status == 429:
        return Word("blocked", "Google is asked too often", visit=visit)
    if visit.status >= 400:
        verdict: Verdict = "unverified" if visit.status < 500 else "transient"
        return Word(verdict, f"Google has trouble of its own ({visit.status})", visit=visit)
    tops = " ".join((page.title, *page.headings, page.text[:1500]))
    if page.words < 400 and not _names_document(page.title):
        plain = words.plain(tops)
        if phrases.GOOGLE_GONE.search(plain) or soft404.says_not_found(page):
            return Word("dead", "Google says that it is gone", visit=visit)
        if phrases.GOOGLE_ASKS.search(plain) or walls.is_sign_in_page(page, led_here=False):
            return Word("login", "Google asks for permission", visit=visit)
    return Word("ok", "Google shows it", page.title, visit)


PROVIDERS: tuple[Provider, ...] = (
    Provider("YouTube", _youtube_video, _youtube),
    Provider("SoundCloud", _sound, _soundcloud),
    Provider("Vimeo", _vimeo_video, _vimeo),
    Provider("Google", _google, _google_file),
)
