"""Write Word documents (ECMA-376): headings, paragraphs with links, room for answers, tables.

In the same form as ``overrides/js/shared/files/docx.js``, which writes what was filled in. Without
python-docx, which takes longer to load than the whole build of a small site; the tests read the
documents with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from resource_catalog.exports.blank_sheets.right_to_left import mirrored, mirrored_styles
from resource_catalog.exports.blank_sheets.zip_archive import zip_archive
from resource_catalog.exports.xml_text import escape_attribute, escape_text
from resource_catalog.model.messages.direction import direction
from resource_catalog.tools.document_parts import Paragraph, Part, Table

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
UrlOf = Callable[[str], str] | None

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_LETTER, _A4 = (12240, 15840), (11906, 16838)
"""The sizes of paper in twentieths of a point, as everything on a page is."""

_WITH_LETTER = re.compile(r"en|.*-(?:US|CA|MX)")
"""Languages in whose countries paper has the format Letter; English alone is that of the US."""

_MARGIN = 1134
_LONG_ROW = 600
"""Rows with more characters may go on on the next page."""

_BOX_LINES = 4
_STYLES = {
    "help": "Help",
    "then": "Then",
    "option": "Option",
    "box": "Answer",
    "line": "Answer",
}
"""The style for each look of a paragraph."""


def word_document(title: str, language: str, parts: Iterable[Part], absolute_url: UrlOf) -> bytes:
    """A document. ``absolute_url`` makes the address of a page of its path.

    Without it, as for a site that has no address, nothing is a link.
    """
    links: list[str] = []
    body = "".join(
        _table(part)
        if isinstance(part, Table)
        else _paragraph(part, following, links, absolute_url)
        for part, following in pairwise([*parts, None])
        if part
    )
    width, height = _LETTER if _WITH_LETTER.fullmatch(language) else _A4
    page = (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}"'
        ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    document = (
        f'<w:document xmlns:w="{_WORD}" xmlns:r="{_RELATIONS}"><w:body>{body}{page}</w:body>'
        "</w:document>"
    )
    styles = _styles(language)
    if direction(language) == "rtl":
        document, styles = mirrored(document), mirrored_styles(styles)
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    relations = [
        (f"{_RELATIONS}/officeDocument", "word/document.xml", ""),
        (core, "docProps/core.xml", ""),
    ]
    inside = [
        (f"{_RELATIONS}/styles", "styles.xml", ""),
        *((f"{_RELATIONS}/hyperlink", link, "External") for link in links),
    ]
    files = [
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _relations(relations)),
        ("docProps/core.xml", _properties(title, language)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", _relations(inside)),
        ("word/styles.xml", styles),
    ]
    return zip_archive((name, f"{_XML}{text}".encode()) for name, text in files)


def _paragraph(
    part: Paragraph, following: Part | None, links: list[str], absolute_url: UrlOf
) -> str:
    style, text, whole = _STYLES.get(part.look, ""), part.text, ""
    if part.level is not None:
        style = f"Heading{part.level}" if part.level else "Title"
    if part.look == "option" and isinstance(following, Paragraph) and following.look == "option":
        whole = "<w:keepNext/>"
    if part.look == "box" and not text:
        text, whole = "\n" * (_BOX_LINES - 1), "<w:keepLines/>"
    about = f'<w:pPr><w:pStyle w:val="{style}"/>{whole}</w:pPr>' if style else ""
    if not part.page or absolute_url is None:
        return f"<w:p>{about}{_run(text)}</w:p>"
    links.append(absolute_url(part.page))
    linked = _run(text, '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>')
    return f'<w:p>{about}<w:hyperlink r:id="rId{len(links) + 1}">{linked}</w:hyperlink></w:p>'


def _run(text: str, about: str = "") -> str:
    """A text whose line breaks are kept."""
    return "".join(
        f'<w:r>{about}{"<w:br/>" if index else ""}<w:t xml:space="preserve">{line}</w:t></w:r>'
        for index, line in enumerate(escape_text(text).split("\n"))
    )


def _table(table: Table) -> str:
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
    )
    about = (
        '<w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:firstRow="1" w:noVBand="1"/></w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width * 96}"/>' for width in table.widths)
    rows = [_row(table.head, table.widths, is_head=True)]
    rows += [_row(row, table.widths) for row in table.rows]
    return f"<w:tbl>{about}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl><w:p/>"


def _row(cells: tuple[str, ...], widths: tuple[int, ...], *, is_head: bool = False) -> str:
    whole = "<w:cantSplit/>" if max(map(len, cells)) <= _LONG_ROW else ""
    about = f"<w:trPr>{whole}{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/>' if is_head else ""
    row = []
    for column, (text, width) in enumerate(zip(cells, widths, strict=True)):
        first, line_break, rest = text.partition("\n")
        runs = _run(text)
        if is_head or column == 0:
            runs = _run(first, "<w:rPr><w:b/></w:rPr>") + _run(line_break + rest)
        row.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width * 50}" w:type="pct"/>{shade}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{runs}</w:p></w:tc>'
        )
    return f"<w:tr>{about}{''.join(row)}</w:tr>"


def _styles(language: str) -> str:
    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
    spelling = "en-US" if language == "en" else language
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="22"/>'
        f'<w:lang w:val="{escape_attribute(spelling)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right")
    )
    styles = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "</w:style>",
        _heading("Title", "Title", 40, ""),
        _heading("Heading1", "heading 1", 30, '<w:outlineLvl w:val="0"/>'),
        _heading("Heading2", "heading 2", 24, '<w:outlineLvl w:val="1"/>'),
        _style("Help", "<w:keepNext/>", '<w:color w:val="555555"/><w:sz w:val="20"/>'),
        _style("Then", "<w:keepNext/>", ""),
        _style("Option", '<w:ind w:left="284"/><w:contextualSpacing/>', ""),
        _style(
            "Answer",
            f'<w:pBdr>{edges}</w:pBdr><w:spacing w:before="80" w:after="200"/>'
            '<w:ind w:left="113" w:right="113"/>',
            "",
        ),
        _style("Cell", '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="155E63"/><w:u w:val="single"/></w:rPr></w:style>',
    ]
    return f'<w:styles xmlns:w="{_WORD}">{defaults}{"".join(styles)}</w:styles>'


def _heading(style_id: str, name: str, size: int, level: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:pPr><w:keepNext/><w:spacing w:before="{size * 8}" w:after="80"/>{level}</w:pPr>'
        f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    )


def _style(name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _content_types() -> str:
    parts = (
        ("/word/document.xml", f"{_MAIN_TYPE}.document.main+xml"),
        ("/word/styles.xml", f"{_MAIN_TYPE}.styles+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    )
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(all_of_them: Iterable[tuple[str, str, str]]) -> str:
    """The kind, the target and the mode of each."""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape_attribute(target)}"'
        f"{mode and f' TargetMode={chr(34)}{mode}{chr(34)}'}/>"
        for number, (kind, target, mode) in enumerate(all_of_them, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _properties(title: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape_text(title)}</dc:title>"
        f"<dc:language>{escape_text(language)}</dc:language></cp:coreProperties>"
    )
