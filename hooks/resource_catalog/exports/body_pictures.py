"""Copy the pictures in the bodies of entries into the site."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import ExportFile
from resource_catalog.model.markdown.parsed_body import PICTURES_PATH, parse_body, picture_name
from resource_catalog.site.site import Site


def files(site: Site) -> Iterator[ExportFile]:
    """Each picture that a body shows; what lies beside them is left out."""
    pictures = site.catalog.pictures
    bodies = [entry.body for entry in site.catalog.entries.values() if entry.body and pictures]
    shown = {picture_name(path) for body in bodies for path in parse_body(body).pictures}
    for name in sorted(pictures.keys() & shown):
        yield ExportFile(PICTURES_PATH + name, pictures[name].read_bytes())
