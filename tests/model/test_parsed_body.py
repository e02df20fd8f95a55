"""Bodies: Markdown becomes HTML that is safe, below the page's heading, and says what it names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resource_catalog.model.markdown.parsed_body import parse_body, picture_name

ALLOWED_ATTRIBUTE = re.compile(
    r' (?:align|alt|colspan|href|rel|rowspan|scope|src|start|title)="[^"<>]*"'
)


def test_markdown_becomes_html() -> None:
    body = parse_body(
        "# One\n\n### Two\n\n*A* **b** `c`\n\n1. x\n2. y\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n> q"
    )
    assert "<h2>One</h2>" in body.html
    assert "<h3>Two</h3>" in body.html
    assert "<em>A</em> <strong>b</strong> <code>c</code>" in body.html
    assert '<td align="right">1</td>' in body.html
    assert "<blockquote>" in body.html
    assert body.text.split() == "One Two A b c x y a b 1 2 q".split()


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("## Only twos\n\n## Another", ["<h2>Only twos</h2>", "<h2>Another</h2>"]),
        ("### A\n\n###### B", ["<h2>A</h2>", "<h3>B</h3>"]),
        ("#\tA\n\n## B\n\n### C", ["<h2>A</h2>", "<h3>B</h3>", "<h4>C</h4>"]),
    ],
)
def test_headings_stand_below_that_of_the_page_and_skip_no_level(
    body: str, html: list[str]
) -> None:
    assert re.findall(r"<h\d>.*?</h\d>", parse_body(body).html) == html


def test_it_says_what_it_refers_to() -> None:
    body = parse_body(
        "[a](https://example.org/a) [b](other-entry) [a](https://example.org/a) <b@example.org> "
        '![P](pictures/p%20q.png) <img src="https://example.org/x.png"> <a href="ftp://x">y</a>'
    )
    assert body.entry_ids == ("other-entry",)
    assert body.urls == ("https://example.org/a", "mailto:b@example.org", "ftp://x")
    assert body.pictures == ("pictures/p%20q.png", "https://example.org/x.png")
    assert 'href="../other-entry/"' in body.html
    assert 'src="../../assets/pictures/p%20q.png"' in body.html
    assert "x.png" not in body.html
    assert "ftp" not in body.html


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("pictures/a.png", "a.png"),
        ("pictures/sub/A%20b.JPG", "sub/A b.JPG"),
        ("pictures/../catalog.png", None),
        ("pictures/%2e%2e/catalog.png", None),
        ("pictures/a.svg", None),
        ("pictures/", None),
        ("/pictures/a.png", None),
        ("https://example.org/pictures/a.png", None),
        ("images/a.png", None),
    ],
)
def test_pictures_are_files_of_one_folder(path: str, name: str | None) -> None:
    assert picture_name(path) == name


HOSTILE = [
    "<script>alert(1)</script>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    '<img src="pictures/a.png" onerror="alert(1)">',
    '<p style="position:fixed">x</p>',
    '<iframe src="https://example.org/"></iframe>',
    '<form action="https://example.org/"><input name=x><button>y</button></form>',
    "<svg onload=alert(1)><animate onbegin=alert(1)>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=alert(1)>">',
    '<a id="title" class="md-skip" name="x" href="#title" target="_top">x</a>',
    '<base href="https://example.org/"><meta http-equiv="refresh" content="0">',
    '<h2 id="use">x</h2>',
    "[x]: javascript:alert(1)\n\n[x]",
    '![x](pictures/a.png "a" onerror="alert(1)")',
]


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_in_it_runs_loads_or_looks_otherwise(body: str) -> None:
    assert_safe(parse_body(body).html)


@given(
    st.lists(st.sampled_from([*HOSTILE, "<", ">", '"', "`", "\n\n", "# ", "* ", "x"]), max_size=6)
)
@settings(max_examples=60, deadline=None)
def test_no_mixture_of_them_does(parts: list[str]) -> None:
    assert_safe(parse_body("".join(parts)).html)


def assert_safe(html: str) -> None:
    """Only known tags with known attributes, and only addresses that readers can follow."""
    for tag in re.findall(r"<[^>]*>", html):
        rest = ALLOWED_ATTRIBUTE.sub("", tag)
        assert re.fullmatch(r"</?[a-z]+[1-6]?>", rest), tag
    assert not re.search(r"<(script|style|iframe|form|input|svg|math|base|meta|object)\b", html)
    for url in re.findall(r'(?:href|src)="([^"]*)"', html):
        assert re.match(r"https?://|mailto:|#|\.\./", url), url


def test_any_text_is_a_body() -> None:
    for text in ("x" * 50_000, "[" * 300, "> " * 50 + "x", "*" * 999, "<" * 999, "- " * 200):
        parse_body(text)
