"""What the page of an entry has for those who cite it: lines to copy, and files to take along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from resource_catalog.citations.reference import reference_of
from resource_catalog.citations.styles import STYLES
from resource_catalog.exports.bibtex import bibtex_item
from resource_catalog.exports.csl_json import csl_text
from resource_catalog.exports.ris import ris_item
from resource_catalog.model import Entry
from resource_catalog.site import Site

RIS_TYPE = "application/x-research-info-systems"


@dataclass(frozen=True)
class Take:
    """A file that is in the page itself: three for each entry would be many files."""

    label: str
    name: str
    href: str


@dataclass(frozen=True)
class Cited:
    """An entry as a line in each style, and as files."""

    lines: tuple[tuple[str, Markup], ...]
    files: tuple[Take, ...]


def cite(entry: Entry, site: Site) -> Cited:
    """The citations of an entry."""
    reference = reference_of(entry, site)
    texts = (bibtex_item(reference), ris_item(reference), f"[{csl_text(reference)}]")
    bibtex, ris, csl = _in_addresses(texts)
    return Cited(
        tuple([(name, style(reference)) for name, style in STYLES.items()]),
        (
            Take("BibTeX", f"{entry.id}.bib", f"data:application/x-bibtex;{bibtex}"),
            Take("RIS", f"{entry.id}.ris", f"data:{RIS_TYPE};{ris}"),
            Take("CSL-JSON", f"{entry.id}.csl.json", f"data:application/json;{csl}"),
        ),
    )


def _in_addresses(texts: tuple[str, ...]) -> Iterator[str]:
    """Texts as the last part of addresses that hold them; all at once, which is sooner done."""
    text = _BETWEEN.join(texts)
    for character, code in _CODES:
        text = text.replace(character, code)
    return (f"charset=utf-8,{coded}" for coded in text.split(_BETWEEN))


_BETWEEN = "\x02"
"""Stands between texts; no text of a catalog holds such a character."""

_FORBIDDEN = "% \"#<>`{|}^\\\r\n\t'"
_CODES = [(character, f"%{ord(character):02X}") for character in _FORBIDDEN]
"""What an address may not hold as it is; the sign of a code comes first. Browsers see to letters
beyond ASCII."""
