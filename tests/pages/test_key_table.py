"""The table of keys on Contribute: what a catalog says in it is text and never markup."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import Markdown

from resource_catalog.loading.catalog_folder import load
from resource_catalog.model.markdown.limits import MOST
from resource_catalog.model.messages import activate
from resource_catalog.model.messages.language_messages import ENGLISH
from resource_catalog.pages.hand_written.key_table import key_table
from sample_catalog import IDENTITY, write_catalog

HOSTILE = "[go](javascript:alert(1)) <img src=x onerror=alert(1)> `code`"


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    yield
    activate(ENGLISH)


def table_of(folder: Path, **identity: object) -> str:
    catalog = load(write_catalog(folder / "catalog", {}, identity={**IDENTITY, **identity})).catalog
    return Markdown(extensions=["tables"]).convert(key_table(catalog))


@pytest.mark.parametrize(
    "identity",
    [
        {"fields": [{"name": "stars", "label": "Stars", "description": HOSTILE}]},
        {"fields": [{"name": "stars", "label": HOSTILE}]},
        {"words": {"any number of their terms, which [Browse](../browse/index.md) lists": HOSTILE}},
        {"words": {"entry.one": HOSTILE, "entry.many": HOSTILE}},
        {"words": {"| Key | What to write |": f"| key | {HOSTILE} |"}},
    ],
    ids=["description", "label", "text", "nouns", "headings"],
)
def test_what_a_catalog_says_is_text(identity: dict[str, object], tmp_path: Path) -> None:
    html = table_of(tmp_path, **identity)
    assert "<img" not in html
    assert "javascript:" not in html.replace("[go](javascript:", "")
    assert "<table>" in html


def test_our_own_texts_have_their_links(tmp_path: Path) -> None:
    assert 'href="../browse/index.md"' in table_of(tmp_path)


@pytest.mark.parametrize(
    ("sign", "text"),
    [
        ("[", "["),
        ("<", "<"),
        ("```", "``` a\n"),
        (": ", "a\n: b\n"),
        ("#", "# a\n"),
        ("=", "a\n=\n"),
    ],
)
def test_a_body_has_no_more_than_markdown_can_take(sign: str, text: str, tmp_path: Path) -> None:
    def codes(body: str) -> list[str]:
        entries = {"ape": {"body": body}}
        folder = write_catalog(tmp_path / str(len(body)), entries)
        return [problem.code for problem in load(folder).problems]

    assert codes(text * MOST[sign]) == []
    assert codes(text * (MOST[sign] + 1)) == ["too-long"]
