"""Take what leads to a page that is not on the site out of a hand-written page of ours."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from resource_catalog.model.optional_pages import page_path

HasPage = Callable[[str], bool]
"""Whether the site has the page at a path."""

_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\[\]#\s]+\.md)(?:#[^)\s]*)?\)")
_BLOCKS = re.compile(r"(^```.*?^```$|\n{2,})", re.MULTILINE | re.DOTALL)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+")
_HEADING = re.compile(r"(#+) ")


def without_links_left_out(markdown: str, source: str, has_page: HasPage) -> str:
    """The Markdown of the page at ``source`` without links to pages that the site does not have.

    A sentence with such a link goes, and so does a row of a table that is about that page, a
    paragraph of which nothing stays, and a heading with nothing below it.
    """

    def is_dead(link: re.Match[str]) -> bool:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[2]))
        return not has_page(page_path(target))

    if not any(map(is_dead, _LINK.finditer(markdown))):
        return markdown
    blocks = [
        block if block.startswith("```") else _block(block, is_dead)
        for block in _BLOCKS.split(markdown)
        if block.strip()
    ]
    return "\n\n".join(_without_empty_sections([block for block in blocks if block])) + "\n"


def _block(block: str, is_dead: Callable[[re.Match[str]], bool]) -> str:
    """A paragraph, table or heading without dead links; empty if nothing is left of it."""

    def has_dead(text: str) -> bool:
        return any(map(is_dead, _LINK.finditer(text)))

    if not has_dead(block):
        return block.strip("\n")
    if block.lstrip().startswith("|"):
        return "\n".join(_rows(block, is_dead, has_dead))
    kept = [part for part in _SENTENCE_ENDS.split(block.strip()) if not has_dead(part)]
    return " ".join(kept)


def _rows(
    table: str, is_dead: Callable[[re.Match[str]], bool], has_dead: Callable[[str], bool]
) -> Iterator[str]:
    """The rows of a table but those about a missing page; elsewhere the words of a link stay."""
    for row in table.strip().split("\n"):
        if not has_dead(row):
            yield row
            continue
        cells = row.strip().strip("|").split("|")
        if any((link := _LINK.match(cell.strip())) and is_dead(link) for cell in cells):
            continue
        cells = [_cell(cell.strip(), is_dead, has_dead) for cell in cells]
        yield f"| {' | '.join(cells)} |"


def _cell(
    cell: str, is_dead: Callable[[re.Match[str]], bool], has_dead: Callable[[str], bool]
) -> str:
    first, *more = cell.split("; ")
    first = _LINK.sub(lambda link: link[1] if is_dead(link) else link[0], first)
    return "; ".join([first, *(part for part in more if not has_dead(part))])


def _without_empty_sections(blocks: list[str]) -> list[str]:
    """The blocks but headings that nothing stands below."""
    kept: list[str] = []
    depth = 0  # of the last block that stays, from the end: 0 is the end of the page, 7 a text
    for block in reversed(blocks):
        heading = _HEADING.match(block)
        if heading and depth <= len(heading[1]) and len(heading[1]) > 1:
            continue
        kept.append(block)
        depth = len(heading[1]) if heading else 7
    return kept[::-1]
