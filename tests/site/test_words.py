"""Words: what the index holds and what a browser makes of typing are the same terms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from resource_catalog.site.search.words import STOP_WORDS, fold, slug_words, stem, terms
from searching import engine

CASES: list[tuple[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("words.yml").read_text()
)

TELLING = "aàAsSßſ'’ʼ-‐‑–_ \u00ad\u0301\u200b0½²é漢の字한שםمُहिİıΣςﬁ𠮷𝓢🎉"
"""Characters at which the two could part."""

CHARACTERS = st.sampled_from(TELLING) | st.characters(exclude_categories=["Cs", "Cn", "Co"])
WORDS = st.sampled_from(["surveys", "micro-credential", "classes", "the", "it's", "Studies", "us"])
TEXTS = st.lists(WORDS | st.text(CHARACTERS, max_size=12), max_size=6).map(" ".join)


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    with engine(browser, site) as page:
        yield page


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[ascii(text) for text, _ in CASES])
def test_python_makes_these_terms(text: str, expected: list[str]) -> None:
    assert list(terms(text)) == expected


def test_the_browser_makes_the_same_terms(page: Page) -> None:
    texts = [text for text, _ in CASES]
    made = page.evaluate("texts => texts.map(words.terms)", texts)
    assert dict(zip(texts, made, strict=True)) == dict(CASES)


@settings(max_examples=60)
@given(st.lists(TEXTS, min_size=10, max_size=60))
def test_both_agree_on_any_text(page: Page, texts: list[str]) -> None:
    made = page.evaluate(
        """texts => texts.map(t => [words.terms(t), words.fold(t), words.slugWords(t)])""", texts
    )
    own = [[list(terms(text)), fold(text), slug_words(text)] for text in texts]
    assert dict(zip(texts, made, strict=True)) == dict(zip(texts, own, strict=True))


def test_both_fold_every_character_that_python_knows(page: Page) -> None:
    """Letter by letter, with the letter in the middle of a word."""
    known = [
        f"a{character}b"
        for character in map(chr, range(0x110000))
        if unicodedata.category(character)[0] in "LMNPSZ"
        and unicodedata.category(character) not in ("Lo", "So")
    ]
    made = page.evaluate("texts => texts.map(t => words.terms(t).join())", known)
    different = {
        text: (own, theirs)
        for text, theirs in zip(known, made, strict=True)
        if (own := ",".join(terms(text))) != theirs
    }
    assert len(known) > 5000
    assert different == {}


def test_both_leave_out_the_same_words(page: Page) -> None:
    everything = page.evaluate(
        "words_ => words_.filter(words.isStopWord)", [*STOP_WORDS, "teacher", "pilot", "before"]
    )
    assert set(everything) == STOP_WORDS


@given(TEXTS)
def test_terms_are_words_of_their_own(text: str) -> None:
    """What stands in the index has no space, which there ends a term, and no stop word is kept."""
    for term in terms(text):
        assert term
        assert term.split() == [term]
        assert fold(term) == term


@pytest.mark.parametrize("word", ["survey", "class", "study", "status", "analysis", "ss", "s", ""])
def test_a_stem_stays_as_it_is(word: str) -> None:
    assert stem(stem(word)) == stem(word) == word
