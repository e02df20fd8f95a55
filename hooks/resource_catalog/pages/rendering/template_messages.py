"""Translate the messages of templates while they are compiled, so that pages cost no more.

Jinja's own extension parses ``{% trans %}`` and ``_()``; what it would look up for each page is
replaced here by the text, once for each template. Messages are plain text and are escaped, the
values in them as everywhere. A compiled template is in one language, so the place where it is kept
must differ by :attr:`Messages.key`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, nodes, pass_context
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer

from resource_catalog.model.messages import current, number
from resource_catalog.model.messages.language_messages import PLACEHOLDER, capitalized
from resource_catalog.model.translations.shown_texts import plain
from resource_catalog.pages.rendering.compiling.template_plain_text import FILTER, PlainPlaces

_SINGLE = ("_", "gettext")
_PLURAL = "ngettext"
_NUMBER, _FORM_OF, _CAPITAL = "_number", "_form_of", "_capital"


@pass_context
def plain_at_render_time(context: Context, value: Any) -> Any:  # noqa: ARG001
    """A value without the elements that say in which language it is."""
    return plain(value)


class TranslatingEnvironment(Environment):
    """An environment whose templates are compiled in the active language.

    With ``has_marked_texts``, values may come with elements that say in which language they are.
    """

    def __init__(self, *arguments: Any, has_marked_texts: bool = False, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.has_marked_texts = has_marked_texts
        self.add_extension("jinja2.ext.i18n")
        self.newstyle_gettext = True
        self.policies["ext.i18n.trimmed"] = True
        messages = current()
        self.messages_key = messages.key
        self.filters[FILTER] = plain_at_render_time
        self.globals.update({_NUMBER: number, _FORM_OF: messages.form_of, _CAPITAL: capitalized})

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = _Translator().visit(super()._parse(source, name, filename))
        if self.has_marked_texts:
            tree = PlainPlaces().visit(tree)
        return tree.set_environment(self)  # type: ignore[return-value]  # gives back itself


def install_translations(environment: Environment) -> None:
    """Let an environment of a theme translate messages, each time it renders one.

    It escapes nothing by itself, so messages come escaped, and templates escape the values.
    """
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # of the extension
        lambda english: _escaped(current().text(english)),
        lambda one, many, num: _escaped(current().plural(one, many, num)),
        newstyle=True,
    )
    environment.policies["ext.i18n.trimmed"] = True


class _Translator(NodeTransformer):
    """Puts the text in the place of every call that would look it up."""

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Called by Jinja: what a template prints; joined texts are printed one by one."""
        self.generic_visit(node)
        node.nodes = [
            piece
            for part in node.nodes
            for piece in (part.nodes if isinstance(part, nodes.Concat) else [part])
        ]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Called by Jinja: a function that is called."""
        self.generic_visit(node)
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        if name in _SINGLE:
            return _filled(current().text(_constant(node.args[0])), _values(node), node)
        if name == _PLURAL:
            return _plural(node)
        return node


def _plural(node: nodes.Call) -> nodes.Node:
    one, many, num = node.args
    shown = nodes.Call(nodes.Name(_NUMBER, "load"), [num], [], None, None)
    values = {"num": shown, **_values(node)}
    *others, last = current().forms(_constant(one), _constant(many))
    result: nodes.Expr = _filled(last, values, node)
    form = nodes.Call(nodes.Name(_FORM_OF, "load"), [num], [], None, None)
    for place, text in reversed([*enumerate(others)]):
        test = nodes.Compare(form, [nodes.Operand("eq", nodes.Const(place))])
        result = nodes.CondExpr(test, _filled(text, values, node), result)
    return result


def _filled(text: str, values: Mapping[str, nodes.Expr], node: nodes.Call) -> nodes.Expr:
    """The pieces of a text and, between them, its values."""
    first, *more = _pieces(text, values, node)
    return nodes.Concat([first, *more], lineno=node.lineno) if more else first


def _pieces(text: str, values: Mapping[str, nodes.Expr], node: nodes.Call) -> Iterator[nodes.Expr]:
    end = 0
    for place in PLACEHOLDER.finditer(text):
        before = text[end : place.start()] + ("%" if place[0] == "%%" else "")
        if before:
            yield nodes.TemplateData(_escaped(before))
        if place[0] != "%%":
            yield _value(place[1], values, node)
        end = place.end()
    if text[end:] or not end:
        yield nodes.TemplateData(_escaped(text[end:]))


def _value(name: str, values: Mapping[str, nodes.Expr], node: nodes.Call) -> nodes.Expr:
    if name in values:
        return values[name]
    lower = name[:1].lower() + name[1:]
    if lower not in values:
        raise ValueError(f"line {node.lineno} of a template gives no value for {name!r}")
    return nodes.Call(nodes.Name(_CAPITAL, "load"), [values[lower]], [], None, None)


def _values(node: nodes.Call) -> dict[str, nodes.Expr]:
    return {keyword.key: keyword.value for keyword in node.kwargs}


def _constant(node: nodes.Expr) -> str:
    if not isinstance(node, nodes.Const):
        raise TypeError(f"line {node.lineno} of a template says what is no constant text")
    return str(node.value)


def _escaped(text: str) -> str:
    """``text`` where markup is expected; apostrophes may stay, since no attribute is in them."""
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&#34;")):
        text = text.replace(sign, entity)
    return text
