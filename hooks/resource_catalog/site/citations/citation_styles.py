"""Format a reference as a bibliography line in APA, MLA and Chicago style.

American Psychological Association, 7th edition; Modern Language Association,
9th edition; The Chicago Manual of Style, 17th edition, notes and bibliography.
Each style has its own rule for missing data. Without a date, APA and Chicago write
“n.d.” and MLA writes nothing. Without an author, APA begins with the publisher, MLA
with the title, and Chicago with the publisher for web pages and the title for papers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markupsafe import Markup, escape

from resource_catalog.model.field_types.dates import MONTHS
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.citations.person_names import OTHERS, Name
from resource_catalog.site.citations.reference import Reference, reference_of
from resource_catalog.site.citations.title_case import title_case
from resource_catalog.site.site import Site

_ABBREVIATED_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()
_APA_MAX_AUTHORS, _CHICAGO_MAX_AUTHORS, _CHICAGO_AUTHORS_BEFORE_ET_AL = 20, 10, 7


def apa(reference: Reference) -> Markup:
    """Format a reference in APA style, 7th edition."""
    authors = _apa_authors(reference.authors_or_publisher)
    # Reports are dated by the year alone, everything else to the day.
    year, *rest = reference.date or ("n.d.",)
    date = str(year)
    if rest and reference.csl_type != "report":
        date = " ".join([f"{year},", MONTHS[rest[0] - 1], *map(str, rest[1:])])
    title = _italics(reference.title)
    if reference.csl_type != "webpage" and reference.genre:
        title += f" [{reference.genre}]"
    publisher = reference.publisher if reference.authors else ""
    parts = [authors, f"({date})", title] if authors else [title, f"({date})"]
    return _join_sentences([*parts, publisher], reference.url, end="")


def mla(reference: Reference) -> Markup:
    """Format a reference in MLA style, 9th edition."""
    title = _italics(_capitalized_title(reference))
    genre = reference.genre if reference.csl_type == "report" else ""
    year, *rest = reference.date or ("",)
    date = str(year)
    if rest:
        date = " ".join([*map(str, rest[1:]), _ABBREVIATED_MONTHS[rest[0] - 1], date])
    container = [
        _mla_contributors(reference.contributors),
        reference.publisher,
        date,
        reference.url,
    ]
    last = ", ".join([part for part in container if part])
    return _join_sentences([_mla_authors(reference.authors), title, genre, last])


def chicago(reference: Reference) -> Markup:
    """Format a reference in Chicago style, 17th edition, as in a bibliography."""
    title = _capitalized_title(reference)
    formatted = _in_quotes(title) if reference.csl_type == "webpage" else _italics(title)
    year, *rest = reference.date or ("n.d.",)
    date = str(year)
    if rest and reference.csl_type != "report":
        date = " ".join([MONTHS[rest[0] - 1], *(f"{day}," for day in rest[1:]), date])
    genre = reference.genre if reference.csl_type == "report" else ""
    # An unsigned web page begins with its publisher, an unsigned paper with its title.
    names = reference.authors_or_publisher if reference.csl_type == "webpage" else reference.authors
    publisher = reference.publisher if names != (Name(reference.publisher),) else ""
    imprint = f"{publisher}, {date}" if publisher else date
    return _join_sentences([_chicago_authors(names), formatted, genre, imprint], reference.url)


STYLES: Mapping[str, Callable[[Reference], Markup]] = {"APA": apa, "MLA": mla, "Chicago": chicago}
"""The formatter of each style, by the name shown to readers."""


def cite(entry: Entry, site: Site) -> list[tuple[str, Markup]]:
    """The citations of an entry, as pairs of the style's name and the line as HTML."""
    reference = reference_of(entry, site)
    return [(name, style(reference)) for name, style in STYLES.items()]


def _join_sentences(parts: Sequence[str], url: str = "", end: str = ".") -> Markup:
    """Join the non-empty parts, each ending with one full stop, and the URL ending with ``end``."""
    formatted = [
        part if part.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_ENDS) else f"{part}."
        for part in parts
        if part
    ]
    if url:
        formatted.append(url + end)
    text = str(escape(" ".join(formatted)))
    return Markup(text.replace(_ITALIC_START, "<i>").replace(_ITALIC_END, "</i>"))


_ITALIC_START, _ITALIC_END = "\x02", "\x03"
"""Placeholders for ``<i>`` tags until the whole line is escaped; catalog texts hold no such
control characters."""

_SENTENCE_ENDS = (".", "?", "!")
_CLOSING_MARKS = f"{_ITALIC_END}”"


def _italics(title: str) -> str:
    return f"{_ITALIC_START}{title}{_ITALIC_END}"


def _in_quotes(title: str) -> str:
    """A title in double quotes, with the full stop inside and inner quotes made single."""
    inner = title.replace("“", "‘").replace("”", "’")
    return f"“{inner}”" if inner.endswith(_SENTENCE_ENDS) else f"“{inner}.”"


def _capitalized_title(reference: Reference) -> str:
    """The title in title case if it is English; other languages have rules of their own."""
    return title_case(reference.title) if reference.language.startswith("en") else reference.title


def _apa_authors(names: Sequence[Name]) -> str:
    formatted = [
        ", ".join([part for part in (name.family, name.initials, name.suffix) if part])
        if name.is_person
        else name.family
        for name in names
    ]
    if tuple(names[-1:]) == _AND_OTHERS:
        return f"{', '.join(formatted[:-1])}, et al"
    if len(formatted) > _APA_MAX_AUTHORS:
        return f"{', '.join(formatted[: _APA_MAX_AUTHORS - 1])}, … {formatted[-1]}"
    if len(formatted) > 1:
        return f"{', '.join(formatted[:-1])}, & {formatted[-1]}"
    return "".join(formatted)


def _mla_authors(names: Sequence[Name]) -> str:
    if len(names) > 2 or tuple(names[-1:]) == _AND_OTHERS:
        return f"{names[0].inverted}, et al"
    both = [*(name.inverted for name in names[:1]), *(n.in_direct_order for n in names[1:])]
    return _last_two(names).join(both)


def _mla_contributors(names: Sequence[Name]) -> str:
    """Contributors, whose names are not inverted because the list is not sorted by them."""
    if len(names) > 2:
        return f"With {names[0].in_direct_order} et al."
    return f"With {' and '.join(name.in_direct_order for name in names)}" if names else ""


def _chicago_authors(names: Sequence[Name]) -> str:
    formatted = [
        *(_particle_last(name).inverted for name in names[:1]),
        *(name.in_direct_order for name in names[1:]),
    ]
    if tuple(names[-1:]) == _AND_OTHERS:
        return f"{', '.join(formatted[:-1])}, et al"
    if len(formatted) > _CHICAGO_MAX_AUTHORS:
        return f"{', '.join(formatted[:_CHICAGO_AUTHORS_BEFORE_ET_AL])}, et al"
    if len(formatted) > 1:
        return f"{', '.join(formatted[:-1])}{_last_two(names)}{formatted[-1]}"
    return "".join(formatted)


_AND_OTHERS = (Name(OTHERS),)
"""The end of a list of authors of whom not all are named."""


def _last_two(names: Sequence[Name]) -> str:
    """What stands before the last of several names; the comma ends a name that is inverted."""
    return " and " if len(names) == 2 and not any(name.is_person for name in names) else ", and "


def _particle_last(name: Name) -> Name:
    """A name with its particles behind the given name: ``Beethoven, Ludwig van``."""
    words = name.family.split()
    first = next((i for i, word in enumerate(words) if not word.islower()), 0)
    if not name.is_person or not first:
        return name
    given = " ".join([name.given, *words[:first]])
    return Name(" ".join(words[first:]), given, name.suffix)
