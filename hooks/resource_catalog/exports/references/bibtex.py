"""Write references in BibTeX, for LaTeX and reference managers.

Format: Oren Patashnik, *BibTeXing*, 1988; ``url`` and ``language`` as in natbib and biblatex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.references.entry_lists import (
    page_download,
    render_selections,
    selection_files,
)
from resource_catalog.model.messages import _
from resource_catalog.site.citations.person_names import OTHERS, Name
from resource_catalog.site.citations.reference import Reference
from resource_catalog.site.site import Site

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_SPECIAL = re.compile(r"[\\{}~^&%$#_]")
# BibTeX counts braces even in URLs.
_ADDRESS_ESCAPES = (("{", "%7B"), ("}", "%7D"), ("\\", "%5C"), (" ", "%20"))

SUFFIX = "bib"


def files(site: Site) -> Iterator[ExportFile]:
    """One file per selection of entries."""
    for selection, items in render_selections(site, bibtex_item):
        yield ExportFile(selection.path(SUFFIX), b"\n".join(items))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The references of one page."""
    return page_download(page, site, SUFFIX, _("References for LaTeX (BibTeX)"))


def offers(site: Site) -> Iterator[Offer]:
    """The description of the format."""
    yield Offer(
        name="BibTeX",
        purpose=_("for LaTeX and reference managers"),
        about=_(
            "What you need to cite each resource: author, title, date, publisher, and address. "
            "Missing details are left out."
        ),
        files=selection_files(site, SUFFIX),
        is_in_table=True,
    )


def bibtex_item(reference: Reference) -> str:
    """A reference as a BibTeX entry, with a line break at the end."""
    kind = "techreport" if reference.csl_type == "report" else "misc"
    publisher, genre = "publisher", "howpublished"
    if kind == "techreport":
        publisher, genre = "institution", "type"
    fields = [f"@{kind}{{{reference.id}"]
    if reference.authors:
        fields.append(f"  author = {{{' and '.join(map(_name, reference.authors))}}}")
    # The second braces keep the capitals of the title.
    fields.append(f"  title = {{{{{_text(reference.title)}}}}}")
    if reference.publishers:
        fields.append(f"  {publisher} = {{{{{_text(reference.publisher)}}}}}")
    for name, number in zip(("year", "month", "day"), reference.date, strict=False):
        known = _MONTHS[number - 1] if name == "month" else f"{{{number}}}"
        fields.append(f"  {name} = {known}")
    if reference.genre:
        fields.append(f"  {genre} = {{{_text(reference.genre)}}}")
    if reference.url:
        fields.append(f"  url = {{{_address(reference.url)}}}")
    fields.append(f"  language = {{{reference.language}}}")
    return ",\n".join(fields) + "\n}\n"


def _name(name: Name) -> str:
    if name.family == OTHERS and not name.given:
        return OTHERS  # BibTeX makes “et al.” of it
    if not name.is_person:
        return f"{{{_text(name.family)}}}"
    if name.suffix:
        return f"{_text(name.family)}, {_text(name.suffix)}, {_text(name.given)}"
    return f"{_text(name.family)}, {_text(name.given)}"


def _text(text: str) -> str:
    return _SPECIAL.sub(_escaped, " ".join(text.split()))


def _escaped(found: re.Match[str]) -> str:
    return _ESCAPES[found[0]]


def _address(url: str) -> str:
    """Percent-encode the characters of a URL that have a meaning in BibTeX."""
    for character, code in _ADDRESS_ESCAPES:
        url = url.replace(character, code)
    return url
