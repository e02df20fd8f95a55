"""Find codes in texts that stand for characters, and put the characters in their place.

They come out of the source of a web page (``&amp;``), out of a file that was read in the wrong
encoding (``Ã©``), and out of formats of mails and spreadsheets (``=E2=80=99``, ``_x000D_``).
"""

from __future__ import annotations

import html
import re

_SIGNS = re.compile(r"[&=_\\%Â-ï\ufffdð√‚├вГ]")
"""One of these is in each text with a code; most texts have none."""

# The patterns are compiled when a text needs them: together they take a hundredth of a second.
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
_MAIL_CODE = r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F]){1,3})+"
_MAIL_WORD = r"=\?[\w-]+\?[QqBb]\?[^?\s]+\?="
_ADDRESS_CODE = r"(?<=[^\W\d_])%20(?=[^\W_])|(?:%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3})+"
_WORKBOOK_CODE = r"_x000[9ADad]_"
_SCRIPT_CODE = r"\\u(?:20[0-4]|00[a-fA-F])[0-9a-fA-F]"

# The bytes that go on a character in UTF-8, as Windows-1252 shows them.
_NEXT = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_CLOSING = "[”’»…–—]"  # what may stand behind a letter in any text
_MAY_BE_MISREAD = re.compile(f"[Â-ð]{_NEXT}")
"""Begins each of the next pattern, which takes long to look at every letter with an accent."""
_MISREAD = rf"""(?x)
    Ã(?:(?!{_CLOSING}){_NEXT}|{_CLOSING}(?=[a-z]))
    | Â[\u00a0-\u00bf]
    | [ÄÅ](?:»(?=[a-z])|[‚ƒ„†‡ˆŠŒŽ˜™š›œžŸ]|[¡-ª¬-º¼-¿])
    | â(?:€{_NEXT}|[\u0080-\u00bf†‡ˆ‰˜™š›œžŸ”–—]{_NEXT})
    | ðŸ{_NEXT}{{2}}
    | ï»¿
    | (?:[Â-ß]{_NEXT}){{2,}}
    | (?:[à-ï]{_NEXT}{{2}}){{2,}}
    """
# The same on a Mac, in a window of commands, and in Cyrillic Windows: José is Jos√©, Jos├®, JosГ©.
_MISREAD_ON_MAC = (
    r"‚Ä[\u0080-\uffff]"
    r"|(?<=[A-Za-z])√[©®™´°†≠≥±∫º∂§ß¶âÄÅÇÉÑÖÜ•∏ªΩæø](?=[A-Za-z]|[\s,.;:!?)]|$)"
)
_MISREAD_IN_COMMANDS = r"ÔÇ[\u0080-\uffff]|├[\u0080-\u2500]"
_MISREAD_AS_CYRILLIC = r"вЂ[\u0080-\uffff]|(?<=[A-Za-z])Г[\u0080-\u00bf\u0400-\uffff]"
_CODES: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("&",), _ENTITY, ""),
    (("=?",), _MAIL_WORD, ""),
    (("=",), _MAIL_CODE, ""),
    (("%",), _ADDRESS_CODE, ""),
    (("_x000",), _WORKBOOK_CODE, ""),
    (("\\u",), _SCRIPT_CODE, ""),
    ((), _MISREAD, "cp1252"),
    (("‚Ä", "√"), _MISREAD_ON_MAC, "mac_roman"),
    (("ÔÇ", "├"), _MISREAD_IN_COMMANDS, "cp850"),
    (("вЂ", "Г"), _MISREAD_AS_CYRILLIC, "cp1251"),
)
"""Codes, each with what is in every one of them, and the encoding in which letters were misread.

For the one with nothing there is a pattern of its own.
"""


def _codes_for(text: str) -> list[tuple[str, str]]:
    """Those that are worth looking for in a text; a quick look."""
    return [
        (pattern, encoding)
        for signs, pattern, encoding in _CODES
        if (any(sign in text for sign in signs) if signs else _MAY_BE_MISREAD.search(text))
    ]


def first_code(text: str) -> str:
    """The first code in a text; empty if there is none."""
    if not _SIGNS.search(text):
        return ""
    if "\ufffd" in text:
        return "\ufffd"
    found = [
        match
        for pattern, encoding in _codes_for(text)
        for match in re.finditer(pattern, text)
        if _meaning(match[0], text, encoding) not in (None, match[0])
    ]
    return min(found, key=lambda match: match.start())[0] if found else ""


def without_codes(text: str) -> str | None:
    """The text with characters for all codes; None if one of them is lost."""
    for _round in range(3):  # some were encoded twice
        if "\ufffd" in text:
            return None
        before = text
        for pattern, encoding in _codes_for(text):
            text = _replaced(pattern, text, encoding)
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
    return re.sub(_ENTITY, lambda match: entity_meaning(match[0]), text) if "&" in text else text


def _replaced(pattern: str, text: str, encoding: str) -> str:
    return re.sub(pattern, lambda match: _meaning(match[0], text, encoding) or match[0], text)


def _meaning(code: str, text: str, encoding: str) -> str | None:
    """The characters that a code stands for; None if it is just text.

    ``encoding`` is the wrong one in which letters were read.
    """
    if code.startswith("&"):
        return entity_meaning(code)
    if code.startswith("=?"):
        return _decoded_word(code)
    if code.startswith(("=", "%")):
        return _decoded(bytes.fromhex(code.replace(code[0], "")))
    if code.startswith("_x"):
        return " "
    if code.startswith("\\u"):
        return chr(int(code[2:], 16))
    if code.endswith("»") and "«" in text:
        return None  # letters before a closing quotation mark
    return _decoded(b"".join(_bytes_of(character, encoding) for character in code))


def _decoded_word(code: str) -> str | None:
    """A word of a mail's head: ``=?UTF-8?Q?Jos=C3=A9?=``."""
    from email.errors import HeaderParseError  # seldom needed
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(code)))
    except (HeaderParseError, LookupError, ValueError):
        return None


def _bytes_of(character: str, encoding: str) -> bytes:
    try:
        return character.encode(encoding)
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _decoded(raw: bytes) -> str | None:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return None
