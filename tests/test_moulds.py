"""Moulds: what is cast is what the template draws, whatever the texts are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from resource_catalog.cards import CUT
from resource_catalog.moulds import Mould

MACRO = """
{%- macro thing(title, length, maker) -%}
<p title="{{ title }}" style="width: 100%">{{ title }}{{ cut }}
{% if length %}<b>{{ length }}</b>{% else %}%s{% endif %}
{{ "by " if length and maker }}{{ maker }}</p>
{%- endmacro -%}
"""
TEXTS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"))


def macro() -> Callable[..., str]:
    environment = Environment(autoescape=True)
    environment.globals["cut"] = CUT
    module: Any = environment.from_string(MACRO).module
    return lambda *texts: str(module.thing(*texts))


DRAW = macro()
MOULD = Mould(DRAW)


@given(st.tuples(TEXTS, TEXTS, TEXTS))
def test_any_texts_come_out_as_the_template_draws_them(texts: tuple[str, ...]) -> None:
    assert MOULD.cast(texts) == DRAW(*texts)


@pytest.mark.parametrize("text", ["<text1>", "%s %d %%", "<cut>", '"><script>', "&amp;", "{{ x }}"])
def test_no_text_passes_for_a_mark_or_for_markup(text: str) -> None:
    made = MOULD.cast([text, "", text])
    assert made == DRAW(text, "", text)
    assert len(made.split(CUT)) == 2
    assert made.count("<") == 3 if CUT in made else 2


def test_a_template_is_drawn_once_for_the_same_set_of_texts() -> None:
    calls: list[tuple[str, ...]] = []

    def draw(*texts: str) -> str:
        calls.append(texts)
        return DRAW(*texts)

    mould = Mould(draw)
    for number in range(20):
        mould.cast([f"Title {number}", f"{number} min", ""])
        mould.cast([f"Title {number}", "", f"Maker {number}"])
    assert len(calls) == 2
    assert all(isinstance(text, Markup) or not text for texts in calls for text in texts)
