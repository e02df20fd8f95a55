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

from resource_catalog.model.messages import _, current, together
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.citations import citation_words as words
from resource_catalog.site.citations.person_names import OTHERS, Name
from resource_catalog.site.citations.reference import Reference, reference_of
from resource_catalog.site.citations.title_case import title_case
from resource_catalog.site.site import Site

_APA_MAX_AUTHORS, _CHICAGO_MAX_AUTHORS, _CHICAGO_AUTHORS_BEFORE_ET_AL = 20, 10, 7


def apa(reference: Reference) -> Markup:
    """Format a reference in APA style, 7th edition."""
    authors = _apa_authors(_authors_or_publisher(reference))
    date = words.year_first(_date(reference)) if reference.date else words.no_date()
    title = _italics(reference.title)
    if reference.csl_type != "webpage" and reference.genre:
        title += f" [{reference.genre}]"
    publisher = _publisher(reference) if reference.authors else ""
    parts = [authors, f"({date})", title] if authors else [title, f"({date})"]
    lang = reference.foreign_language
    return _join_sentences([*parts, publisher], reference.url, end="", lang=lang)


def mla(reference: Reference) -> Markup:
    """Format a reference in MLA style, 9th edition."""
    title = _italics(_capitalized_title(reference))
    genre = reference.genre if reference.csl_type == "report" else ""
    container = [
        _mla_contributors(reference.contributors),
        _publisher(reference),
        words.day_first(reference.date) if reference.date else "",
        reference.url,
    ]
    last = ", ".join([part for part in container if part])
    parts = [_mla_authors(reference.authors), title, genre, last]
    return _join_sentences(parts, lang=reference.foreign_language)


def chicago(reference: Reference) -> Markup:
    """Format a reference in Chicago style, 17th edition, as in a bibliography."""
    title = _capitalized_title(reference)
    formatted = _in_quotes(title) if reference.csl_type == "webpage" else _italics(title)
    date = words.month_first(_date(reference)) if reference.date else words.no_date()
    genre = reference.genre if reference.csl_type == "report" else ""
    # An unsigned web page begins with its publisher, an unsigned paper with its title.
    by_publisher = reference.csl_type == "webpage"
    names = _authors_or_publisher(reference) if by_publisher else reference.authors
    publisher = _publisher(reference)
    publisher = publisher if names != (Name(publisher),) else ""
    imprint = f"{publisher}, {date}" if publisher else date
    parts = [_chicago_authors(names), formatted, genre, imprint]
    return _join_sentences(parts, reference.url, lang=reference.foreign_language)


STYLES: Mapping[str, Callable[[Reference], Markup]] = {"APA": apa, "MLA": mla, "Chicago": chicago}
"""The formatter of each style, by the name shown to readers."""


def cite(entry: Entry, site: Site) -> list[tuple[str, Markup]]:
    """The citations of an entry, as pairs of the style's name and the line as HTML."""
    reference = reference_of(entry, site)
    return [(name, style(reference)) for name, style in STYLES.items()]


def _date(reference: Reference) -> words.Date:
    """Reports are dated by the year alone, everything else to the day."""
    return reference.date[:1] if reference.csl_type == "report" else reference.date


def _publisher(reference: Reference) -> str:
    """The names of all publishers, joined into one."""
    is_list = reference.publishers and not current().is_english
    return together(reference.publishers) if is_list else reference.publisher


def _authors_or_publisher(reference: Reference) -> tuple[Name, ...]:
    """The authors, or the publisher where no author is known."""
    publisher = _publisher(reference)
    return reference.authors or ((Name(publisher),) if publisher else ())


def _join_sentences(
    parts: Sequence[str], url: str = "", end: str = ".", *, lang: str | None
) -> Markup:
    """Join the non-empty parts, each ending with one full stop, and the URL ending with ``end``.

    The title says that it is in ``lang``, which is None for the language of the site.
    """
    formatted = [
        part if part.rstrip(_CLOSING_MARKS).endswith(_SENTENCE_ENDS) else f"{part}."
        for part in parts
        if part
    ]
    if url:
        formatted.append(url + end)
    text, attribute = str(escape(" ".join(formatted))), f' lang="{escape(lang)}"' if lang else ""
    text = text.replace(_ITALIC_START, f"<i{attribute}>").replace(_ITALIC_END, "</i>")
    start, close = (f"<span{attribute}>", "</span>") if lang else ("", "")
    return Markup(text.replace(_TITLE_START, start).replace(_TITLE_END, close))


_ITALIC_START, _ITALIC_END = "\x02", "\x03"
_TITLE_START, _TITLE_END = "\x04", "\x05"
"""Placeholders for tags until the whole line is escaped; catalog texts hold no such control
characters."""

_SENTENCE_ENDS = (".", "?", "!")
_CLOSING_MARKS = f"{_ITALIC_END}{_TITLE_END}”»\xa0\u202f"


def _italics(title: str) -> str:
    return f"{_ITALIC_START}{title}{_ITALIC_END}"


def _in_quotes(title: str) -> str:
    return f"{_TITLE_START}{words.quoted(title, _SENTENCE_ENDS)}{_TITLE_END}"


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
        return words.joined(formatted, ", & ")
    return "".join(formatted)


def _mla_authors(names: Sequence[Name]) -> str:
    if len(names) > 2 or tuple(names[-1:]) == _AND_OTHERS:
        return f"{names[0].inverted}, et al"
    both = [*(name.inverted for name in names[:1]), *(n.in_direct_order for n in names[1:])]
    return words.joined(both, _last_two(names)) if len(both) > 1 else "".join(both)


def _mla_contributors(names: Sequence[Name]) -> str:
    """Contributors, whose names are not inverted because the list is not sorted by them."""
    if not names:
        return ""
    given = [name.in_direct_order for name in names]
    shown = f"{given[0]} et al." if len(names) > 2 else together(given)
    return _("With %(names)s", names=shown)


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
        return words.joined(formatted, _last_two(names))
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
