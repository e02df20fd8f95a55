"""Write references in RIS, for Zotero, Mendeley, EndNote and library catalogs.

Format: RIS Format Specifications, Research Information Systems, 2001 and 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.references.entry_lists import (
    page_download,
    render_selections,
    selection_files,
)
from resource_catalog.model.messages import _
from resource_catalog.site.citations.reference import CslType, Reference
from resource_catalog.site.site import Site

_TYPES: dict[CslType, str] = {
    "report": "RPRT",
    "webpage": "ELEC",
    "motion_picture": "VIDEO",
    "broadcast": "SOUND",
}

SUFFIX = "ris"


def files(site: Site) -> Iterator[ExportFile]:
    """One file per selection of entries."""
    for selection, items in render_selections(site, ris_item):
        yield ExportFile(selection.path(SUFFIX), b"\r\n".join(items))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The references of one page."""
    return page_download(page, site, SUFFIX, _("References for Zotero, Mendeley, or EndNote (RIS)"))


def offers(site: Site) -> Iterator[Offer]:
    """The description of the format."""
    yield Offer(
        name="RIS",
        purpose=_("for Zotero, Mendeley, and EndNote"),
        about=_(
            "The same references in the format that reference managers import. You can drag "
            "the file into Zotero."
        ),
        files=selection_files(site, SUFFIX),
        is_in_table=True,
    )


def ris_item(reference: Reference) -> str:
    """A reference as lines of RIS, each with CR LF at the end."""
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
    # A line break in a value could start another reference.
    lines = [f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in fields if value]
    return "".join([*lines, "ER  - \r\n"])
