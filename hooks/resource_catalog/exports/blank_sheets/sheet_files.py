"""Write each tool as files to fill in: a Word document, a table, a plain text, and its own ones.

They lie beside the page of the tool and have its id for a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resource_catalog.exports import Download, ExportFile, Offer
from resource_catalog.exports.blank_sheets.plain_sheet import plain_sheet
from resource_catalog.exports.blank_sheets.word_document import word_document
from resource_catalog.exports.blank_sheets.zip_archive import zip_archive
from resource_catalog.exports.spreadsheet.cells import escape_formula
from resource_catalog.exports.spreadsheet.csv_text import csv_file
from resource_catalog.model.messages import _
from resource_catalog.model.records.tool import Tool
from resource_catalog.site.shareable_pages import can_share
from resource_catalog.site.site import Site
from resource_catalog.tools.document_parts import Paragraph, Part, SheetFile
from resource_catalog.tools.kind_registry import kind_of


def files(site: Site) -> Iterator[ExportFile]:
    """The files of all tools."""
    catalog = site.catalog
    url_of = site.absolute_url if can_share(site) else None
    for tool in catalog.tools.values():
        kind = kind_of(tool)
        if parts := kind.document(tool, catalog):
            whole = [*_head(tool, site), *parts]
            language = catalog.identity.language
            document = word_document(tool.title, language, whole, url_of)
            yield ExportFile(_path(tool, "docx"), document)
            yield ExportFile(_path(tool, "txt"), plain_sheet(whole))
        if rows := kind.table(tool, catalog):
            safe = [[escape_formula(cell) for cell in row] for row in rows]
            yield ExportFile(_path(tool, "csv"), csv_file(safe))
        for file in kind.files(tool, catalog):
            yield ExportFile(_path(tool, file.ending), _content(file))


def downloads(page: str, site: Site) -> Iterator[Download]:
    """The files of one tool."""
    place, _slash, name = page.strip("/").partition("/")
    tool = site.catalog.tools.get(name) if place == "tools" else None
    if tool is None:
        return
    kind = kind_of(tool)
    if kind.document(tool, site.catalog):
        yield Download(_path(tool, "docx"), _("Blank sheet as a Word document (DOCX)"))
        yield Download(_path(tool, "txt"), _("Blank sheet as plain text (TXT)"))
    if kind.table(tool, site.catalog):
        yield Download(_path(tool, "csv"), _("Blank sheet as a table (CSV)"))
    for file in kind.files(tool, site.catalog):
        yield Download(_path(tool, file.ending), file.label)


def offers(site: Site) -> Iterator[Offer]:
    """The description of the documents."""
    tools = [t for t in site.catalog.tools.values() if kind_of(t).document(t, site.catalog)]
    if tools:
        yield Offer(
            name=_("Blank sheets"),
            purpose=_("for a word processor, and to fill in by hand"),
            about=_(
                "Each tool as a document with room for answers. For plain text or a table, "
                "replace docx at the end of the address with txt or csv."
            ),
            files=tuple((_path(tool, "docx"), tool.title) for tool in tools),
        )


def _path(tool: Tool, ending: str) -> str:
    return f"{tool.address}{tool.id}.{ending}"


def _head(tool: Tool, site: Site) -> Sequence[Part]:
    """The title, what the tool is, and where it is to be filled in on the site."""
    head = [Paragraph(tool.title, level=0), Paragraph(tool.summary)]
    if can_share(site):
        head.append(Paragraph(site.absolute_url(tool.address), page=tool.address))
    return head


def _content(file: SheetFile) -> str | bytes:
    if isinstance(file.content, str):
        return file.content
    return zip_archive((name, text.encode()) for name, text in file.content)
