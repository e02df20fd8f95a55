"""Decode an HTML page by the charset that it declares."""

from __future__ import annotations

import codecs
import re

from resource_catalog.links.ask.visit import Visit

_META_CHARSET = re.compile(
    rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_KNOWN_CHARSETS = re.compile(
    r"utf|iso|windows|cp\d|x?-?mac|shift|sjis|euc|gb|big5|koi|latin|(?:us-)?ascii|tis",
    re.IGNORECASE,
)

_LATIN = re.compile(r"iso-?8859-?1|latin-?1|windows-?1252|cp1252|us-ascii", re.IGNORECASE)
"""What servers say by default: every body can be read as that, so that it may be wrong."""


def decode_body(visit: Visit) -> str:
    """Decode a body by its declared charset, falling back to UTF-8 and Windows-1252."""
    body = visit.body
    declared = re.search(
        r"charset\s*=\s*[\"']?([\w.:-]+)", visit.headers.get("Content-Type", ""), re.I
    )
    charsets = [declared[1]] if declared else []
    if body.startswith(codecs.BOM_UTF8):
        charsets.insert(0, "utf-8-sig")
    elif body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        charsets.insert(0, "utf-16")
    meta = _META_CHARSET.search(body[:4096])
    if meta:
        named = meta[1].decode("ascii", "replace")
        is_default = declared is not None and _LATIN.fullmatch(declared[1]) is not None
        charsets.insert(0 if is_default and not _LATIN.fullmatch(named) else len(charsets), named)
    for charset in [*filter(_KNOWN_CHARSETS.match, charsets), "utf-8"]:
        try:
            return body.decode("gb18030" if charset.lower() == "gb2312" else charset)
        except UnicodeDecodeError as error:
            if not visit.complete and error.start > len(body) - 8:  # cut within a character
                return body.decode(charset, "replace")
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace")
