"""Find the places of a template where no element can be, while it is compiled.

What is printed there (in a tag, in a drawing, in an option) is printed without the elements that
texts of a translated catalog come with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

FILTER = "plain"
"""The name of the filter that leaves the elements out."""

_NO_TEXTS = frozenset("address base id path url".split())
"""Names of what is never a text of the catalog, and stands in many tags."""

_SIGN = re.compile(r"<(/?)([a-zA-Z][\w-]*)|>")
_WITHOUT_ELEMENTS = frozenset("option script style svg textarea title".split())


class PlainPlaces(NodeTransformer):
    """Lets what is printed where no element can be go through :data:`FILTER`."""

    def __init__(self) -> None:
        self._in_tag, self._depth = False, 0

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Called by Jinja: text of the template, and values in it."""
        for place, part in enumerate(node.nodes):
            if isinstance(part, nodes.TemplateData):
                self._read(part.data)
            elif (self._in_tag or self._depth) and not _is_no_text(part):
                node.nodes[place] = nodes.Filter(part, FILTER, [], [], None, None)
        return node

    def visit_If(self, node: nodes.If) -> nodes.Node:  # noqa: N802
        """Called by Jinja: each branch begins where the first does."""
        before = self._in_tag, self._depth
        self._visit_all(node.body)
        after = self._in_tag, self._depth
        for branch in (node.elif_, node.else_):
            self._in_tag, self._depth = before
            self._visit_all(branch)
        self._in_tag, self._depth = after
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        """Called by Jinja: what a macro prints is looked at where it is called."""
        return self._apart(node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        """Called by Jinja: so is what is kept under a name."""
        return self._apart(node)

    def _apart(self, node: nodes.Macro | nodes.AssignBlock) -> nodes.Node:
        before = self._in_tag, self._depth
        self._in_tag, self._depth = False, 0
        self._visit_all(node.body)
        self._in_tag, self._depth = before
        return node

    def _visit_all(self, parts: Iterable[nodes.Node]) -> None:
        for part in parts:
            self.visit(part)

    def _read(self, text: str) -> None:
        """Note where a text of the template leaves off."""
        for sign in _SIGN.finditer(text):
            self._in_tag = sign[0] != ">"
            if sign[2] and sign[2].lower() in _WITHOUT_ELEMENTS:
                self._depth = max(0, self._depth + (-1 if sign[1] else 1))


def _is_no_text(part: nodes.Expr) -> bool:
    if isinstance(part, nodes.Getattr):
        return part.attr in _NO_TEXTS
    return isinstance(part, nodes.Const) or (isinstance(part, nodes.Name) and part.name == "base")
