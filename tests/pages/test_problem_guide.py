"""The page of problems: every code has its place there, with an example wrong and right."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from resource_catalog.loading.problem_examples import ProblemExample, all_examples
from resource_catalog.model.optional_pages import PROBLEMS_PATH
from resource_catalog.model.problems import RULES


@pytest.fixture(scope="module")
def page(built_site: Path) -> LexborHTMLParser:
    return LexborHTMLParser((built_site / PROBLEMS_PATH / "index.html").read_text(encoding="utf-8"))


def text_of(node: LexborNode, selector: str) -> str:
    return "\n".join(found.text() for found in node.css(selector))


def test_every_code_can_be_linked_to_and_is_in_the_index(page: LexborHTMLParser) -> None:
    index = [node.text() for node in page.css(".rc-codes-index a")]
    assert index == list(RULES)
    assert [node.id for node in page.css("article")] == index
    assert [node.attributes["href"] for node in page.css(".rc-codes-index a")] == [
        f"#{code}" for code in RULES
    ]


@pytest.mark.parametrize("example", all_examples().values(), ids=lambda example: example.code)
def test_every_code_shows_what_is_wrong_and_what_is_right(
    page: LexborHTMLParser, example: ProblemExample
) -> None:
    (article,) = page.css(f"#{example.code}")
    assert RULES[example.code] in article.text()
    assert text_of(article, ".rc-code__words").splitlines() == list(example.problems)
    assert text_of(article, ".rc-code__mend") == example.mend
    if example.mended:
        wrong, right = (article.css_first(f".rc-example--{kind}") for kind in ("wrong", "right"))
        assert wrong is not None
        assert right is not None
        assert wrong.text() != right.text()
        bold = [
            node.text() for node in article.css(".rc-example__line, .rc-example__file--changes")
        ]
        assert bold, "what changes must stand out"
