"""Know what spreadsheets put into a cell whose formula failed or that is too narrow."""

from __future__ import annotations

import re

_ERROR = re.compile(
    r"""
    \#(?:REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|ERROR!
      |GETTING_DATA|UNKNOWN!|PYTHON!)
    | \#(?:BEZUG!|WERT!|NV|ZAHL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡NUM!|¡DIV/0!|VALEUR!|NOM\s?\?|NOMBRE!|N/D)
    | \#{3,} | Err:5\d\d
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_spreadsheet_error(text: str) -> bool:
    """Whether a text is nothing but the sign of an error in a spreadsheet."""
    text = text.strip()
    return text[:1] in ("#", "E", "e") and _ERROR.fullmatch(text) is not None
