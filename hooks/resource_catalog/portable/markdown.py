"""Markdown: what a rendered page says, without anything that only works or shows on this site.

Pages are read as a browser reads them, so a new kind of page needs nothing
here. Buttons, forms, drawings and what is hidden are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.portable.escaping import at_start, code_block, code_span, escaped, link

Target = Callable[[str], str | None]
"""Gives the address to write for one that a page links to; None where nothing is there."""

_LEFT_OUT = frozenset(
    """
    svg script style template noscript button form input select textarea iframe canvas dialog kbd
    """.split()
)
_BLOCKS = frozenset(
    """
    address article aside blockquote dd details div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul
    """.split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WRAPS = {"strong": ("**", "**"), "b": ("**", "**"), "em": ("*", "*"), "i": ("*", "*")}
_WRAPS |= {tag: (f"<{tag}>", f"</{tag}>") for tag in ("s", "del", "sub", "sup")}
_INDENT = "    "


def to_markdown(html: str, target: Target, anchors: Collection[str] = ()) -> str:
    """The Markdown of a page's body.

    ``anchors`` are the ids in it that something links to; others are left out.
    """
    body = LexborHTMLParser(f"<body>{html}</body>").body
    blocks = _Writer(target, anchors).blocks(body) if body is not None else ()
    return "\n\n".join(blocks) + "\n"


def links_of(html: str) -> list[str]:
    """The addresses that a page links to."""
    found = (node.attributes.get("href") for node in LexborHTMLParser(html).css("a[href]"))
    return [address for address in found if address]


class _Writer:
    def __init__(self, target: Target, anchors: Collection[str]) -> None:
        self._target = target
        self._anchors = anchors

    def blocks(self, node: LexborNode) -> Iterator[str]:
        """The paragraphs, lists and so on inside a node."""
        run: list[str] = []
        for child in node.iter(include_text=True):
            if _is_left_out(child):
                continue
            if child.tag in _BLOCKS or _holds_blocks(child):
                yield from _paragraph(run)
                run = []
                yield from self._block(child)
            else:
                run.append(self._inline(child))
        yield from _paragraph(run)

    def _block(self, node: LexborNode) -> Iterator[str]:
        tag = str(node.tag)
        anchor = self._anchor(node)
        if tag in _HEADINGS:
            words = _one_line(self._inside(node))
            if words:
                yield f"{'#' * _HEADINGS[tag]} {anchor}{words}"
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
            yield from _paragraph([f"{anchor}**{_one_line(self._inside(node))}**"])
        else:
            first, *others = [*self.blocks(node)] or [""]
            if first.startswith("#") and anchor:
                others, first = [first, *others], anchor
            elif anchor:
                first = f"{anchor}{first}"
            yield from (block for block in (first, *others) if block)

    def _list(self, node: LexborNode) -> Iterator[str]:
        items = [child for child in node.iter() if child.tag == "li" and not _is_left_out(child)]
        if any(item.css_first("h2, h3, h4") is not None for item in items):
            for item in items:  # cards: sections of their own
                yield from self._block(item)
            return
        lines = []
        for number, item in enumerate(items, start=1):
            mark = f"{number}." if node.tag == "ol" else "-"
            text = "\n\n".join(self._block(item))
            if text:
                lines.append(mark.ljust(len(_INDENT)) + text.replace("\n", f"\n{_INDENT}"))
        if lines:
            yield "\n".join(line.replace(f"\n{_INDENT}\n", "\n\n") for line in lines)

    def _definitions(self, node: LexborNode) -> Iterator[str]:
        lines = []
        for pair in node.css("dt"):
            words = _one_line(self._inside(pair))
            said, after = [], pair.next
            while after is not None and after.tag != "dt":
                if after.tag == "dd":
                    said.append(_one_line(self._inside(after)))
                after = after.next
            anchor = self._anchor(pair) + (self._anchor(pair.parent) if pair.parent else "")
            lines.append(f"-   {anchor}**{words}:** {', '.join(filter(None, said))}")
        if lines:
            yield "\n".join(lines)

    def _table(self, node: LexborNode) -> Iterator[str]:
        rows = []
        for row in node.css("tr"):
            cells = [child for child in row.iter() if child.tag in ("td", "th")]
            rows.append([_one_line(self._inside(cell)) for cell in cells])
        width = max((len(row) for row in rows), default=0)
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
        if lines:
            yield "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])

    def _inside(self, node: LexborNode) -> str:
        return "".join(self._inline(child) for child in node.iter(include_text=True))

    def _inline(self, node: LexborNode) -> str:
        tag = node.tag
        if tag == "-text":
            return escaped(node.text_content or "")
        if _is_left_out(node):
            return ""
        if tag == "br":
            return " "
        if tag == "code":
            return code_span(_one_line(node.text()))
        if tag == "img":
            return escaped(node.attributes.get("alt") or "")
        text = self._inside(node)
        if tag == "a":
            return self._link(node, text)
        if tag in _WRAPS and text.strip():
            before, after = _WRAPS[tag]
            lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
            return f"{lead}{before}{text.strip()}{after}{tail}"
        # Blocks inside a line, such as those of a cell, stay apart.
        space = " " if tag in _BLOCKS else ""
        return f"{space}{self._anchor(node)}{text}{space}"

    def _link(self, node: LexborNode, text: str) -> str:
        words = _one_line(text) or escaped(node.attributes.get("aria-label") or "")
        address = node.attributes.get("href")
        found = self._target(address) if address else None
        return f"{self._anchor(node)}{link(words, found) if found and words else words}"

    def _anchor(self, node: LexborNode) -> str:
        name = node.attributes.get("id") if node.tag != "-text" else None
        return f'<a id="{name}"></a>' if name and name in self._anchors else ""


def _is_left_out(node: LexborNode) -> bool:
    if node.tag == "-text":
        return False
    said = node.attributes
    return node.tag in _LEFT_OUT or "hidden" in said or said.get("aria-hidden") == "true"


def _holds_blocks(node: LexborNode) -> bool:
    if node.tag in ("-text", "a"):
        return False
    return any(child.tag in _BLOCKS or _holds_blocks(child) for child in node.iter())


def _paragraph(run: list[str]) -> Iterator[str]:
    line = _one_line("".join(run))
    if line:
        yield at_start(line)


def _one_line(text: str) -> str:
    return " ".join(text.split())
