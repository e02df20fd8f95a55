"""Add the hand-outs to the site, PDF files that ``scripts/make_handouts.py`` has printed.

They are optional; each is in the folder of the page from which it was printed. Those of another
language are in a folder of that language, which the build of that language has for its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from resource_catalog.exports import Download, ExportFile
from resource_catalog.model.messages import _
from resource_catalog.site.site import Site

PAPERS = {"A4": "handout-a4.pdf", "Letter": "handout-letter.pdf"}
"""The paper sizes of hand-outs, and the file name for each."""


def files(site: Site) -> Iterator[ExportFile]:
    """All hand-outs that have been printed."""
    folder = site.handouts
    if folder is not None:
        others = () if site.catalog.shown_in else site.catalog.identity.languages
        for name in PAPERS.values():
            for path in sorted(folder.rglob(name)):
                below = path.relative_to(folder)
                if below.parts[0] not in others:
                    yield ExportFile(below.as_posix(), path.read_bytes())


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The hand-outs of one page."""
    for paper, name in PAPERS.items():
        if site.handouts is not None and (site.handouts / page / name).is_file():
            yield Download(page + name, _("Hand-out to print, %(paper)s (PDF)", paper=paper))


def printed_urls(data: Mapping[str, Any]) -> Iterator[str]:
    """The URLs of the pages to print, from ``catalog.json``: phases, cells, stages, packs, tools.

    A page without entries has no hand-out.
    """
    for phase in data["phases"]:
        if phase["entries"]:
            yield phase["url"]
        for stage in data["stages"]:
            if not set(stage["entries"]).isdisjoint(phase["entries"]):
                yield f"{phase['url']}{stage['id']}/"
    yield from (stage["url"] for stage in data["stages"] if stage["entries"])
    yield from (collection["url"] for collection in data["collections"])
    yield from (tool["url"] for tool in data.get("tools", ()))
