"""What the page of an entry has for those who cite it: a line to copy in each style."""

from __future__ import annotations

from markupsafe import Markup

from resource_catalog.citations.reference import reference_of
from resource_catalog.citations.styles import STYLES
from resource_catalog.model import Entry
from resource_catalog.site import Site


def cite(entry: Entry, site: Site) -> list[tuple[str, Markup]]:
    """An entry as a line in each style, by the name of the style."""
    reference = reference_of(entry, site)
    return [(name, style(reference)) for name, style in STYLES.items()]
