"""Let the parts of a Word document run from right to left, as a language that is written so does.

In the same form as the end of ``overrides/js/shared/files/docx.js``.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?((?:<w:br/>)?<w:t [^>]*>([^<]*)</w:t></w:r>)")
_LETTERS = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BOLD, _SIZE = "<w:b/>", re.compile(r'<w:sz w:val="(\d+)"/>')
_LANGUAGE = re.compile(r'<w:lang w:val="([^"]*)"/>')


def mirrored(document: str) -> str:
    """The main part of a document: its tables, its page, and texts in such letters."""
    document = document.replace("<w:tblPr>", "<w:tblPr><w:bidiVisual/>")
    return _RUN.sub(_run, document).replace("</w:sectPr>", "<w:bidi/></w:sectPr>")


def mirrored_styles(styles: str) -> str:
    """Its styles: paragraphs, and the size and weight of such letters, which have their own."""
    styles = styles.replace("<w:pPrDefault><w:pPr>", "<w:pPrDefault><w:pPr><w:bidi/>")
    styles = _SIZE.sub(r'<w:sz w:val="\1"/><w:szCs w:val="\1"/>', styles)
    return _LANGUAGE.sub(
        r'<w:lang w:val="\1" w:bidi="\1"/>', styles.replace(_BOLD, f"{_BOLD}<w:bCs/>")
    )


def _run(run: re.Match[str]) -> str:
    about, rest, text = run[1] or "", run[2], run[3]
    if not _LETTERS.search(text):
        return run[0]
    about = about.replace(_BOLD, f"{_BOLD}<w:bCs/>")
    return f"<w:r><w:rPr>{about}<w:rtl/></w:rPr>{rest}"
