"""Compile templates to calls that go straight to what is called, which halves what a call costs.

Jinja looks at each call whether the function wants the context, and makes new markup of what is
markup already. None of the functions that templates of pages call wants the context: one that did
would be called without, and fail.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape


class DirectCalls(CodeGenerator):
    """Generates the code of templates, whose environment has ``direct_call`` and ``printed``.

    Compiled templates are kept by the name of this class: it needs another when the code changes.
    """

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Called by Jinja: a function that is called."""
        self.write("environment.direct_call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Called by Jinja: a value that is printed."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"environment.printed({finalize.src or ''}")


def printed(value: Any) -> Markup:
    """A value, escaped unless it is markup."""
    return value if type(value) is Markup else escape(value)
