"""Know what spreadsheets and other programs put in place of a text that they do not have."""

from __future__ import annotations

import re

_ERROR = re.compile(
    r"""
    \#(?:REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|N/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|ERROR!
      |GETTING_DATA|UNKNOWN!|PYTHON!)
    | \#(?:BEZUG!|WERT!|NV|ZAHL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡NUM!|¡DIV/0!|VALEUR!|NOM\s?\?|NOMBRE!|N/D)
    | \#(?:RIF!|VALORE!|NOME\?|NULLO!|VALOR!|NÚM!|NULO!|VERW!|WAARDE!|NAAM\?|DEEL/0!|GETAL!|LEEG!)
    | \#(?:ADR!|ARG!|NAZWA\?|LICZBA!|DZIEL/0!|REFERENS!|VÄRDEFEL!|NAMN\?|OGILTIGT!|SAKNAS!)
    | \#(?:ССЫЛКА!|ЗНАЧ!|ИМЯ\?|ДЕЛ/0!|ЧИСЛО!|ПУСТО!|Н/Д)
    | \#{3,} | Err:5\d\d | Loading\.\.\. | \[object\ Object\]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STARTS = frozenset("#EeLl[")


def is_spreadsheet_error(text: str) -> bool:
    """Whether a text is nothing but the sign of an error in a spreadsheet or another program."""
    text = text.strip()
    return text[:1] in _STARTS and _ERROR.fullmatch(text) is not None
