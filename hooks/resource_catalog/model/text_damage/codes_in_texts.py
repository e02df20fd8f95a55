"""Find codes in texts that stand for characters, and put the characters in their place.

They come out of the source of a web page (``&amp;``), out of a file that was read in the wrong
encoding (``Ã©``), and out of formats of mails and spreadsheets (``=E2=80=99``, ``_x000D_``).
"""

from __future__ import annotations

import html
import re

_SIGNS = re.compile(r"[&=_\\Â-ï\ufffdð]")
"""One of these is in each text with a code; most texts have none."""

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MAIL_CODE = re.compile(r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+")
_WORKBOOK_CODE = re.compile(r"_x000[9ADad]_")
_SCRIPT_CODE = re.compile(r"\\u(?:20[0-4]|00[a-fA-F])[0-9a-fA-F]")

# The bytes that go on a character in UTF-8, as Windows-1252 shows them.
_NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_CLOSING = "[”’»…–—]"  # what may stand behind a letter in any text
_MISREAD = re.compile(
    rf"""
    Ã(?:(?!{_CLOSING}){_NEXT}|{_CLOSING}(?=[a-z]))
    | Â[\u00a0-\u00bf]
    | [ÄÅ](?:»(?=[a-z])|[‚ƒ„†‡ˆŠŒŽ˜™š›œžŸ]|[¡-ª¬-º¼-¿])
    | â(?:€{_NEXT}|[\u0080-\u00bf†‡ˆ‰˜™š›œžŸ”–—]{_NEXT})
    | ðŸ{_NEXT}{{2}}
    | ï»¿
    | (?:[Â-ß]{_NEXT}){{2,}}
    | (?:[à-ï]{_NEXT}{{2}}){{2,}}
    """,
    re.VERBOSE,
)


def first_code(text: str) -> str:
    """The first code in a text; empty if there is none."""
    if not _SIGNS.search(text):
        return ""
    if "\ufffd" in text:
        return "\ufffd"
    found = [
        match
        for pattern in (_ENTITY, _MAIL_CODE, _WORKBOOK_CODE, _SCRIPT_CODE, _MISREAD)
        for match in pattern.finditer(text)
        if _meaning(match[0], text) not in (None, match[0])
    ]
    return min(found, key=lambda match: match.start())[0] if found else ""


def without_codes(text: str) -> str | None:
    """The text with characters for all codes; None if one of them is lost."""
    for _round in range(3):  # some were encoded twice
        if "\ufffd" in text:
            return None
        before = text
        for pattern in (_ENTITY, _MAIL_CODE, _WORKBOOK_CODE, _SCRIPT_CODE, _MISREAD):
            text = _replaced(pattern, text)
        if text == before:
            break
    return " ".join(text.replace("\xa0", " ").split(" ")).strip() or None


def entity_meaning(entity: str) -> str:
    """The characters that an entity of HTML stands for; itself if there is none of that name.

    The library also takes the beginning of a name for an entity, such as &not for &notepad;.
    """
    found = html.unescape(entity)
    return entity if found.endswith(";") else found


def without_entities(text: str) -> str:
    """A text with characters for the entities of HTML, so that their semicolons part nothing."""
    return _ENTITY.sub(lambda match: entity_meaning(match[0]), text) if "&" in text else text


def _replaced(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: _meaning(match[0], text) or match[0], text)


def _meaning(code: str, text: str) -> str | None:
    """The characters that a code stands for; None if it is just text."""
    if code.startswith("&"):
        return entity_meaning(code)
    if code.startswith("="):
        return _decoded(bytes.fromhex(code.replace("=", "")))
    if code.startswith("_x"):
        return " "
    if code.startswith("\\u"):
        return chr(int(code[2:], 16))
    if code.endswith("»") and "«" in text:
        return None  # letters before a closing quotation mark
    return _decoded(b"".join(map(_byte, code)))


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None
