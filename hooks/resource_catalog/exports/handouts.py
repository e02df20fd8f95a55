"""Hand-outs: PDF files that ``scripts/make_handouts.py`` has printed from the pages of a site.

A build need not have them; each lies beside the page it was printed from.
"""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.exports import Download, ExportFile
from resource_catalog.site import Site

PAPERS = {"A4": "handout-a4.pdf", "Letter": "handout-letter.pdf"}
"""The papers that hand-outs are made for, and what the file for each is called."""


def files(site: Site) -> Iterator[ExportFile]:
    """Every hand-out that was made."""
    folder = site.handouts
    if folder is not None:
        for name in PAPERS.values():
            for path in sorted(folder.rglob(name)):
                yield ExportFile(path.relative_to(folder).as_posix(), path.read_bytes())


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The hand-outs of one page."""
    for paper, name in PAPERS.items():
        if site.handouts is not None and (site.handouts / page / name).is_file():
            yield Download(page + name, f"Hand-out to print, {paper} (PDF)")
