"""Convert the HTML of a rendered page to Markdown, without what only works on this site.

The conversion works on the parsed HTML, so a new kind of page needs no change here.
Buttons, forms, images in SVG and hidden elements are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.pages.markdown_site.markdown_escaping import (
    code_block,
    code_span,
    escape,
    escape_line_start,
    link,
)

ResolveLink = Callable[[str], str | None]
"""Maps the URL of a link to the one to write, or to None if the target does not exist."""

_SKIPPED_TAGS = frozenset(
    """
    svg script style template noscript button form input select textarea iframe canvas dialog kbd
    """.split()
)
_BLOCK_TAGS = frozenset(
    """
    address article aside blockquote dd details div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul
    """.split()
)
_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
_INLINE_MARKS = {"strong": ("**", "**"), "b": ("**", "**"), "em": ("*", "*"), "i": ("*", "*")}
_INLINE_MARKS |= {tag: (f"<{tag}>", f"</{tag}>") for tag in ("s", "del", "sub", "sup")}
_LIST_INDENT = "    "


def to_markdown(html: str, resolve: ResolveLink, anchors: Collection[str] = ()) -> str:
    """Convert the HTML of a page's body to Markdown.

    ``anchors`` are the ids that links point to; other ids are dropped.
    """
    body = LexborHTMLParser(f"<body>{html}</body>").body
    blocks = _MarkdownWriter(resolve, anchors).blocks(body) if body is not None else ()
    return "\n\n".join(blocks) + "\n"


def link_urls(html: str) -> list[str]:
    """The URLs of all links on a page."""
    urls = (node.attributes.get("href") for node in LexborHTMLParser(html).css("a[href]"))
    return [url for url in urls if url]


class _MarkdownWriter:
    """Writes the nodes of one page as Markdown."""

    def __init__(self, resolve: ResolveLink, anchors: Collection[str]) -> None:
        self._resolve = resolve
        self._anchors = anchors

    def blocks(self, node: LexborNode) -> Iterator[str]:
        """The Markdown of each block (paragraph, list, ...) inside a node."""
        run: list[str] = []
        for child in node.iter(include_text=True):
            if _is_skipped(child):
                continue
            if child.tag in _BLOCK_TAGS or _has_blocks(child):
                yield from _paragraph(run)
                run = []
                yield from self._block(child)
            else:
                run.append(self._inline(child))
        yield from _paragraph(run)

    def _block(self, node: LexborNode) -> Iterator[str]:
        tag = str(node.tag)
        anchor = self._anchor(node)
        if tag in _HEADING_LEVELS:
            text = _one_line(self._inner(node))
            if text:
                yield f"{'#' * _HEADING_LEVELS[tag]} {anchor}{text}"
        elif tag in ("ul", "ol"):
            yield from self._list(node)
        elif tag == "dl":
            yield from self._definitions(node)
        elif tag == "table":
            yield from self._table(node)
        elif tag == "pre":
            yield code_block(node.text())
        elif tag == "hr":
            yield "* * *"
        elif tag == "summary":
            yield from _paragraph([f"{anchor}**{_one_line(self._inner(node))}**"])
        else:
            first, *others = [*self.blocks(node)] or [""]
            if first.startswith("#") and anchor:
                others, first = [first, *others], anchor
            elif anchor:
                first = f"{anchor}{first}"
            yield from (block for block in (first, *others) if block)

    def _list(self, node: LexborNode) -> Iterator[str]:
        items = [child for child in node.iter() if child.tag == "li" and not _is_skipped(child)]
        if any(item.css_first("h2, h3, h4") is not None for item in items):
            for item in items:  # cards become sections
                yield from self._block(item)
            return
        lines = []
        for number, item in enumerate(items, start=1):
            marker = f"{number}." if node.tag == "ol" else "-"
            text = "\n\n".join(self._block(item))
            if text:
                lines.append(
                    marker.ljust(len(_LIST_INDENT)) + text.replace("\n", f"\n{_LIST_INDENT}")
                )
        if lines:
            yield "\n".join(line.replace(f"\n{_LIST_INDENT}\n", "\n\n") for line in lines)

    def _definitions(self, node: LexborNode) -> Iterator[str]:
        lines = []
        for term in node.css("dt"):
            text = _one_line(self._inner(term))
            descriptions, sibling = [], term.next
            while sibling is not None and sibling.tag != "dt":
                if sibling.tag == "dd":
                    descriptions.append(_one_line(self._inner(sibling)))
                sibling = sibling.next
            anchor = self._anchor(term) + (self._anchor(term.parent) if term.parent else "")
            lines.append(f"-   {anchor}**{text}:** {', '.join(filter(None, descriptions))}")
        if lines:
            yield "\n".join(lines)

    def _table(self, node: LexborNode) -> Iterator[str]:
        rows = []
        for row in node.css("tr"):
            cells = [child for child in row.iter() if child.tag in ("td", "th")]
            rows.append([_one_line(self._inner(cell)) for cell in cells])
        width = max((len(row) for row in rows), default=0)
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        if lines:
            yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _inner(self, node: LexborNode) -> str:
        return "".join(self._inline(child) for child in node.iter(include_text=True))

    def _inline(self, node: LexborNode) -> str:
        tag = node.tag
        if tag == "-text":
            return escape(node.text_content or "")
        if _is_skipped(node):
            return ""
        if tag == "br":
            return " "
        if tag == "code":
            return code_span(_one_line(node.text()))
        if tag == "img":
            return escape(node.attributes.get("alt") or "")
        text = self._inner(node)
        if tag == "a":
            return self._link(node, text)
        if tag in _INLINE_MARKS and text.strip():
            before, after = _INLINE_MARKS[tag]
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            return f"{lead}{before}{text.strip()}{after}{tail}"
        # Separate blocks inside a line, such as those of a table cell.
        space = " " if tag in _BLOCK_TAGS else ""
        return f"{space}{self._anchor(node)}{text}{space}"

    def _link(self, node: LexborNode, text: str) -> str:
        label = _one_line(text) or escape(node.attributes.get("aria-label") or "")
        url = node.attributes.get("href")
        target = self._resolve(url) if url else None
        return f"{self._anchor(node)}{link(label, target) if target and label else label}"

    def _anchor(self, node: LexborNode) -> str:
        name = node.attributes.get("id") if node.tag != "-text" else None
        return f'<a id="{name}"></a>' if name and name in self._anchors else ""


def _is_skipped(node: LexborNode) -> bool:
    if node.tag == "-text":
        return False
    attributes = node.attributes
    return (
        node.tag in _SKIPPED_TAGS
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
    )


def _has_blocks(node: LexborNode) -> bool:
    if node.tag in ("-text", "a"):
        return False
    return any(child.tag in _BLOCK_TAGS or _has_blocks(child) for child in node.iter())


def _paragraph(run: list[str]) -> Iterator[str]:
    line = _one_line("".join(run))
    if line:
        yield escape_line_start(line)


def _one_line(text: str) -> str:
    return " ".join(text.split())
