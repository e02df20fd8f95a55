"""Styles: a reference as a line of a reading list in APA, MLA and Chicago.

American Psychological Association, 7th edition; Modern Language Association,
9th edition; The Chicago Manual of Style, 17th edition, notes and bibliography.
What is not known is left out or said as each style asks: APA and Chicago write
“n.d.” for a date, MLA none; where nobody signs, APA begins with who published it,
MLA with the title, and Chicago does the one for web pages and the other for papers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from resource_catalog.citations.names import Name
from resource_catalog.citations.reference import Reference
from resource_catalog.citations.title_case import title_case
from resource_catalog.values import MONTHS

_SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_APA_MOST, _CHICAGO_MOST, _CHICAGO_SHOWN = 20, 10, 7


def apa(reference: Reference) -> Markup:
    """APA, 7th edition."""
    who = _apa_names(reference.group)
    # What comes out by the day is dated by the day; a paper is dated by its year.
    year, *rest = reference.date or ("n.d.",)
    date = str(year)
    if rest and reference.kind != "report":
        date = " ".join([f"{year},", MONTHS[rest[0] - 1], *map(str, rest[1:])])
    title = _italic(reference.title)
    if reference.kind != "webpage" and reference.genre:
        title += f" [{reference.genre}]"
    publisher = reference.publisher if reference.authors else ""
    parts = [who, f"({date})", title] if who else [title, f"({date})"]
    return _sentences([*parts, publisher], reference.url, end="")


def mla(reference: Reference) -> Markup:
    """MLA, 9th edition."""
    title = _italic(_titled(reference))
    genre = reference.genre if reference.kind == "report" else ""
    year, *rest = reference.date or ("",)
    date = str(year)
    if rest:
        date = " ".join([*map(str, rest[1:]), _SHORT_MONTHS[rest[0] - 1], date])
    where = [_mla_others(reference.contributors), reference.publisher, date, reference.url]
    last = ", ".join([part for part in where if part])
    return _sentences([_mla_names(reference.authors), title, genre, last])


def chicago(reference: Reference) -> Markup:
    """Chicago, 17th edition, as in a bibliography."""
    title = _titled(reference)
    shown = _quoted(title) if reference.kind == "webpage" else _italic(title)
    year, *rest = reference.date or ("n.d.",)
    date = str(year)
    if rest and reference.kind != "report":
        date = " ".join([MONTHS[rest[0] - 1], *(f"{day}," for day in rest[1:]), date])
    genre = reference.genre if reference.kind == "report" else ""
    # A page is its host's word; a paper that nobody signs is known by its title.
    names = reference.group if reference.kind == "webpage" else reference.authors
    publisher = reference.publisher if names != (Name(reference.publisher),) else ""
    facts = f"{publisher}, {date}" if publisher else date
    return _sentences([_chicago_names(names), shown, genre, facts], reference.url)


STYLES: Mapping[str, Callable[[Reference], Markup]] = {"APA": apa, "MLA": mla, "Chicago": chicago}
"""The styles by the names that readers know."""


def _sentences(parts: Sequence[str], url: str = "", end: str = ".") -> Markup:
    """The parts that are there, each ended with one full stop; an address ends with ``end``."""
    shown = [
        part if part.rstrip(_CLOSING).endswith(_STOPS) else f"{part}." for part in parts if part
    ]
    if url:
        shown.append(url + end)
    text = str(escape(" ".join(shown)))
    return Markup(text.replace(_BEGIN, "<i>").replace(_END, "</i>"))


_BEGIN, _END = "\x02", "\x03"
"""Italics, until the whole line is escaped; no text of a catalog holds such characters."""

_STOPS = (".", "?", "!")
_CLOSING = f"{_END}”"


def _italic(title: str) -> str:
    return f"{_BEGIN}{title}{_END}"


def _quoted(title: str) -> str:
    """In quotes, with the full stop inside, and quotes in it made single."""
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner.endswith(_STOPS) else f"“{inner}.”"


def _titled(reference: Reference) -> str:
    """In capitals as English titles are; other languages have rules of their own."""
    return title_case(reference.title) if reference.language.startswith("en") else reference.title


def _apa_names(names: Sequence[Name]) -> str:
    shown = [
        ", ".join([part for part in (name.family, name.initials, name.suffix) if part])
        if name.is_person
        else name.family
        for name in names
    ]
    if len(shown) > _APA_MOST:
        return f"{', '.join(shown[: _APA_MOST - 1])}, … {shown[-1]}"
    if len(shown) > 1:
        return f"{', '.join(shown[:-1])}, & {shown[-1]}"
    return "".join(shown)


def _mla_names(names: Sequence[Name]) -> str:
    if len(names) > 2:
        return f"{names[0].turned}, et al"
    return ", and ".join([*(name.turned for name in names[:1]), *(n.straight for n in names[1:])])


def _mla_others(names: Sequence[Name]) -> str:
    """Those who took part, who are not looked up by their names."""
    if len(names) > 2:
        return f"With {names[0].straight} et al."
    return f"With {' and '.join(name.straight for name in names)}" if names else ""


def _chicago_names(names: Sequence[Name]) -> str:
    shown = [*(name.turned for name in names[:1]), *(name.straight for name in names[1:])]
    if len(shown) > _CHICAGO_MOST:
        return f"{', '.join(shown[:_CHICAGO_SHOWN])}, et al"
    if len(shown) > 1:
        return f"{', '.join(shown[:-1])}, and {shown[-1]}"
    return "".join(shown)
