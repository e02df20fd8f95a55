"""Define the URLs of links, compare them and shorten them for display."""

from __future__ import annotations

import contextlib
import re
from functools import lru_cache
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urlsplit

from pydantic import AfterValidator, Field, StringConstraints

from resource_catalog.model.addresses import same_resource
from resource_catalog.model.addresses.tracking import (
    may_be_tracking,
    without_highlight,
    without_tracking,
)
from resource_catalog.model.addresses.wrapped_urls import may_be_wrapped, unwrapped
from resource_catalog.model.field_types.value_type import (
    ValueType,
    validation_error,
)
from resource_catalog.model.messages import _
from resource_catalog.model.problems import printable, quoted

_FORBIDDEN_CHARACTER = re.compile(r'[ "<>\\]')
_ENCODED_CHARACTER = re.compile(r"[\^`{|}]")  # browsers show and copy these as they are
_PLACE = re.compile(r"[a-z]+://[^/?#]*", re.IGNORECASE)
_LETTERS_LIKE_LATIN = re.compile(r"[\u0370-\u058f\u13a0-\u13ff]")
_LATIN_LETTERS = re.compile(r"[a-z]")
_ONLY_LIKE_LATIN = re.compile("[асеорхуіјѕԁԛԝһӏ]+")  # all are Cyrillic
BARE_HOST = re.compile(
    r"(?://)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,24})(?::\d+)?(?:[/?#]\S*)?)", re.I
)
_SCHEME_SLIP = re.compile(
    r"(?:https?:?/{1,3})?(?:h{1,3}t{1,3}|tt)p{1,2}(s?)[:;]?[/\\]{1,3}(?=[\w-]+(?:\.[\w-]+)+)",
    re.IGNORECASE,
)
_WHOLE_SCHEME = re.compile(r"https?://(?!https?[:;]?/)[^/\\]", re.IGNORECASE)
_AROUND = re.compile(r"""[<"'“‘](https?:[^<>"'“”‘’\s]+)[>"'”’]""", re.IGNORECASE)
_SPACED_FILE = re.compile(
    r"https?://[^\s/<>\"\\]+/(?:(?!https?:)[^\s<>\"\\])*(?: (?!https?:)[^\s<>\"\\]+)+"
    r"\.([a-z0-9]{3,4})",
    re.IGNORECASE,
)
_DOI = re.compile(r"(?:doi:?\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
FILE_ENDINGS = frozenset(
    "csv doc docx epub gif htm html jpeg jpg key md mov mp3 mp4 odp ods odt pdf php png ppt pptx "
    "rtf svg txt wav webm webp xls xlsx zip".split()
)
# Fast paths for the forms that most URLs have: valid for certain, and already normalized.
_IPV4 = re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}", re.ASCII)
_COMMON_URL = re.compile(r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w.~/%?=&+,:;@!#-]*)?", re.ASCII)
_NORMAL_URL = re.compile(
    r"https?://(?:www\.)?+((?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[\w.~/-]*)?)", re.ASCII
)
# Fast path for nearly all URLs, ten times as fast as parsing them.
_COMMON_HOST = re.compile(r"https?://(?:www\.)?([a-z0-9.-]+)(?:[/?#]|$)")
DEFAULT_PORTS = {"http": 80, "https": 443}


def why_not_followable(url: str) -> str:
    """Why readers could not follow ``url``, as a clause for a message; empty if they can."""
    if _COMMON_URL.fullmatch(url):
        return ""
    if _FORBIDDEN_CHARACTER.search(url) or not url.isprintable():
        return _bad_character()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return _("no browser could read it")
    if parts.scheme.lower() not in DEFAULT_PORTS:
        return _("it does not start with https:// or http://")
    if not parts.hostname:
        return _("it names no host")
    if _ENCODED_CHARACTER.search(parts.netloc) or "'" in parts.netloc:
        return _bad_character()
    labels = parts.hostname.removesuffix(".").split(".")
    is_number = labels[-1].isdecimal() and not _IPV4.fullmatch(parts.hostname)
    if not all(labels) or (len(labels) < 2 and labels != ["localhost"]) or is_number:
        return _("its host is not complete")
    if any(map(_is_look_alike, labels)):
        return _("its host has letters of another alphabet that look like Latin ones")
    if parts.username is not None or parts.password is not None:
        return _("it contains a user name or password")
    if port is not None and not 0 < port < 65536:
        return _("its port is impossible")
    if _ENCODED_CHARACTER.search(url):
        return _("it contains a character that has to be encoded in an address")
    return ""


def _bad_character() -> str:
    return _(
        "it contains a space, a quotation mark, or another character that an address can’t have"
    )


def _is_look_alike(label: str) -> bool:
    """Whether a part of a host mixes alphabets, or has only letters of one that look like ours."""
    if label.isascii() or not _LETTERS_LIKE_LATIN.search(label):
        return False
    return bool(_LATIN_LETTERS.search(label) or _ONLY_LIKE_LATIN.fullmatch(label))


def encoded(url: str) -> str:
    """``url`` with the signs that browsers leave as they are written as they must be."""
    place = _PLACE.match(url)
    start = place.end() if place else 0
    rest = _ENCODED_CHARACTER.sub(lambda found: f"%{ord(found[0]):02X}", url[start:])
    return url[:start] + rest


def with_scheme(text: str) -> str:
    """A URL of a text that is one but for its beginning; else the text itself.

    It may lack ``https://``, have a slip in it or it twice, stand in quotation marks, or be a DOI;
    or it is that of a file with spaces in its name.
    The name of a file, such as guide.pdf, is none.
    """
    if around := _AROUND.fullmatch(text):
        text = around[1]
    if (spaced := _SPACED_FILE.fullmatch(text)) and spaced[1].lower() in FILE_ENDINGS:
        return text.replace(" ", "%20")
    if _WHOLE_SCHEME.match(text):
        return text
    if doi := _DOI.fullmatch(text):
        return f"https://doi.org/{doi[1]}"
    if slip := _SCHEME_SLIP.match(text):
        return f"http{slip[1].lower()}://" + text[slip.end() :].replace("\\", "/")
    match = BARE_HOST.fullmatch(text)
    is_file = match and match[2].lower() in FILE_ENDINGS and "/" not in match[1]
    return f"https://{match[1]}" if match and not is_file else text


def mended_url(url: str) -> str:
    """A URL as it should be written: whole, unwrapped, encoded and without tracking."""
    url = with_scheme(url)
    return without_tracking(encoded(unwrapped(url) or url))


def same_address_key(url: str) -> str:
    """A key that is equal for different spellings of one URL.

    Scheme, ``www.``, host case, default port, a trailing slash, tracking
    parameters, unnecessary percent-encoding and an empty query or fragment
    make no difference, nor do the several addresses of one video or DOI. The key
    is for comparison only; it need not be a valid URL.
    """
    match = _NORMAL_URL.fullmatch(url)
    if match and not same_resource.may_have_several(match[1]):
        return match[1].rstrip("/")
    return _same_address_key(url)


@lru_cache(maxsize=10_000)
def _same_address_key(url: str) -> str:
    parts = urlsplit(without_highlight(url.strip()))
    if known := same_resource.identical(parts):
        return known
    host = same_resource.desktop_host((parts.hostname or "").rstrip(".").removeprefix("www."))
    with contextlib.suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")
    port = parts.port
    if port is not None and port != DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    query = urlencode(
        [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not may_be_tracking(name)
        ]
    )
    path = "/".join(quote(unquote_to_bytes(part), safe="") for part in parts.path.split("/"))
    key = host + path.rstrip("/")
    if query:
        key += "?" + query
    if parts.fragment:
        key += "#" + parts.fragment
    return key


def display_url(url: str) -> str:
    """A URL without its scheme and trailing slash, for people to read or type."""
    return re.sub(r"^https?://", "", url).rstrip("/")


def display_host(url: str) -> str:
    """The host of a URL without ``www.``, for people to read."""
    match = _COMMON_HOST.match(url)
    if match:
        return match[1]
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _check_url(value: str) -> str:
    if _COMMON_URL.fullmatch(value) and not may_be_wrapped(value):
        return value
    better = mended_url(value)
    if unwrapped(value) and not why_not_followable(better):
        message = _(
            "%(value)s is a mail program’s or search engine’s address, wrapped around the real "
            "one.",
            value=quoted(value),
        )
        raise validation_error("wrapped-url", message, _write(better), better)
    wrong = why_not_followable(value)
    if wrong:
        message = _(
            "%(value)s is not an address for readers: %(wrong)s.", value=quoted(value), wrong=wrong
        )
        better = encoded(with_scheme(value))
        if not why_not_followable(better):
            raise validation_error("bad-url", message, _write(better), better)
        raise validation_error("bad-url", message, _either(value) or _copy_it())
    return value


def _copy_it() -> str:
    return _("Copy the full address from a browser.")


def _either(value: str) -> str:
    """The hint on an address with spaces, which may be in it or end it; empty if it is none."""
    first, *rest = value.split() or [""]
    whole = "%20".join([first, *rest])
    if not rest or "://" in "".join(rest) or why_not_followable(first) + why_not_followable(whole):
        return ""
    return _(
        "Write %(whole)s if the space belongs to the address, or %(first)s if the address ends "
        "there.",
        whole=whole,
        first=first,
    )


def _write(url: str) -> str:
    return _("Write %(url)s.", url=printable(url))


Url = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(_check_url),
    Field(json_schema_extra={"format": "uri"}),
    ValueType("url"),
]
