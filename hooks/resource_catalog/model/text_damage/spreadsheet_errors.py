"""Know what spreadsheets and other programs put in place of a text: errors and formulas."""

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
_FORMULA = re.compile(r"=\s*(?:[A-Z][A-Z0-9.]*\(.*|\$?[A-Z]{1,3}\$?[0-9]+\b.*)", re.IGNORECASE)
_HYPERLINK = re.compile(r'=\s*HYPERLINK\("[^"]*"\s*[,;]\s*"([^"]+)"\)', re.IGNORECASE)


def is_spreadsheet_error(text: str) -> bool:
    """Whether a text is nothing but the sign of an error in a spreadsheet or another program."""
    text = text.strip()
    return text[:1] in _STARTS and _ERROR.fullmatch(text) is not None


def is_formula(text: str) -> bool:
    """Whether a text is a formula, of which a spreadsheet shows something else."""
    return text[:1] == "=" and _FORMULA.fullmatch(text) is not None


def shown_by(formula: str) -> str | None:
    """What a spreadsheet shows for a formula, where that stands in it: the words of a link."""
    found = _HYPERLINK.fullmatch(formula)
    return found[1] if found else None
