"""Write references in CSL-JSON, for citation processors and Zotero.

Schema: https://github.com/citation-style-language/schema, ``csl-data.json`` of CSL 1.0.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from resource_catalog.exports import ExportFile, Offer
from resource_catalog.exports.json_text import encode, join_list
from resource_catalog.exports.references.entry_lists import render_selections, selection_files
from resource_catalog.model.messages import _
from resource_catalog.site.citations.person_names import Name
from resource_catalog.site.citations.reference import Reference
from resource_catalog.site.site import Site

SUFFIX = "csl.json"


def files(site: Site) -> Iterator[ExportFile]:
    """One file per selection of entries, with one line per item."""
    for selection, items in render_selections(site, csl_text):
        yield ExportFile(selection.path(SUFFIX), b"".join(join_list(items)) + b"\n")


def offers(site: Site) -> Iterator[Offer]:
    """The description of the format."""
    yield Offer(
        name="CSL-JSON",
        purpose=_("for citation processors"),
        about=_(
            "The same references for programs that write reading lists in any style, such as "
            "Pandoc."
        ),
        files=selection_files(site, SUFFIX),
        is_in_table=True,
    )


def csl_text(reference: Reference) -> str:
    """A reference as a CSL-JSON item, on one line."""
    return encode(csl_item(reference))


def csl_item(reference: Reference) -> dict[str, Any]:
    """A reference as a CSL-JSON item, without empty fields."""
    item = {
        "id": reference.id,
        "type": reference.csl_type,
        "title": reference.title,
        "author": [_name(name) for name in reference.authors],
        "contributor": [_name(name) for name in reference.contributors],
        "publisher": reference.publisher,
        "issued": {"date-parts": [list(reference.date)]} if reference.date else None,
        "genre": reference.genre if reference.csl_type != "webpage" else None,
        "language": reference.language,
        "URL": reference.url,
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.is_person:
        return {"literal": name.family}
    found = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in found.items() if value}
