"""RIS, which Zotero, Mendeley, EndNote and library catalogs read.

Form: RIS Format Specifications, Research Information Systems, 2001 and 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.references.entry_lists import each_written, of_page, paths
from resource_catalog.site.citations.reference import CslType, Reference
from resource_catalog.site.site import Site

_TYPES: dict[CslType, str] = {
    "report": "RPRT",
    "webpage": "ELEC",
    "motion_picture": "VIDEO",
    "broadcast": "SOUND",
}

ENDING = "ris"


def files(site: Site) -> Iterator[ExportFile]:
    """One file for each selection."""
    for selection, items in each_written(site, ris_item):
        yield ExportFile(selection.path(ENDING), b"\r\n".join(items))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The references of one page."""
    return of_page(page, site, ENDING, "References for Zotero, Mendeley, or EndNote (RIS)")


def offers(site: Site) -> Iterator[Offer]:
    """What it is."""
    yield Offer(
        name="RIS",
        purpose="for Zotero, Mendeley, and EndNote",
        about="The same references in the form that library programs import. Zotero takes the "
        "file by drag and drop.",
        files=paths(site, ENDING),
    )


def ris_item(reference: Reference) -> str:
    """A reference as lines of RIS, each ending as the format asks."""
    year, *rest = reference.date or ("",)
    day = ""
    if rest:
        day = "/".join([str(year), *[f"{part:02}" for part in rest]]) + "/" * (2 - len(rest))
    fields = [
        ("TY", _TYPES[reference.csl_type]),
        ("ID", reference.id),
        ("TI", reference.title),
        *[("AU", name.inverted) for name in reference.authors],
        *[("A4", name.inverted) for name in reference.contributors],
        ("PB", reference.publisher),
        ("PY", str(year)),
        ("DA", day),
        ("M3", reference.genre),
        ("LA", reference.language),
        ("UR", reference.url),
    ]
    # A value is one line: a break in it could end the reference and begin another.
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
    return "".join([*lines, "ER  - \r\n"])
