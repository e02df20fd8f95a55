"""BibTeX, which LaTeX and reference managers read.

Form: Oren Patashnik, *BibTeXing*, 1988; ``url`` and ``language`` as in natbib and biblatex.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.citations.names import Name
from resource_catalog.citations.reference import Reference, reference_of
from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.selections import of_page, paths, selections
from resource_catalog.site import Site

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_"},
    }
)
# BibTeX counts braces even in an address.
_ADDRESS_ESCAPES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})

ENDING = "bib"


def files(site: Site) -> Iterator[ExportFile]:
    """One file for each selection."""
    for selection in selections(site):
        items = (bibtex_item(reference_of(entry, site)) for entry in selection.entries)
        yield ExportFile(selection.path(ENDING), "\n".join(items))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The references of one page."""
    return of_page(page, site, ENDING, "References for LaTeX (BibTeX)")


def offers(site: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="BibTeX",
        purpose="for LaTeX and reference managers",
        about="What can be cited of each resource: who made it, its title, when and by whom it "
        "was published, and its address. What nobody knows is left out.",
        files=paths(site, ENDING),
    )


def bibtex_item(reference: Reference) -> str:
    """A reference as an entry of BibTeX, ending with a line break."""
    kind = "techreport" if reference.kind == "report" else "misc"
    year, *rest = reference.date or (0,)
    publisher = "institution" if kind == "techreport" else "publisher"
    fields = {
        "author": " and ".join(_name(name) for name in reference.authors),
        # The second braces keep the capitals of the title.
        "title": f"{{{_text(reference.title)}}}",
        publisher: f"{{{_text(reference.publisher)}}}" if reference.publisher else "",
        "year": str(year) if year else "",
        "month": _MONTHS[rest[0] - 1] if rest else "",
        "day": str(rest[1]) if rest[1:] else "",
        "type" if kind == "techreport" else "howpublished": _text(reference.genre),
        "url": reference.url.translate(_ADDRESS_ESCAPES),
        "language": reference.language,
    }
    lines = (
        f"  {name} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
        if value
    )
    body = ",\n".join(lines)
    return f"@{kind}{{{reference.id},\n{body}\n}}\n"


def _name(name: Name) -> str:
    if not name.is_person:
        return f"{{{_text(name.family)}}}"
    if name.suffix:
        return f"{_text(name.family)}, {_text(name.suffix)}, {_text(name.given)}"
    return f"{_text(name.family)}, {_text(name.given)}"


def _text(text: str) -> str:
    return " ".join(text.split()).translate(_ESCAPES)
