"""Words: what the index holds and what a browser makes of typing are the same terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from resource_catalog.site.search.inverted_index import build_inverted_index
from resource_catalog.site.search.language_words import known_languages, words_of
from resource_catalog.site.search.search_documents import SearchDocument
from resource_catalog.site.search.shards import split_into_shards
from resource_catalog.site.search.words import fold, slug_words, stem, terms
from searching import engine

CASES: list[tuple[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("words.yml").read_text()
)

TELLING = "aàAsSlLßſ'’ʼ-‐‑–−—_.,12 \u00a0\u202f\u00ad\u0301\u200b0½²é漢の字ガครฟ한שםمُहिİıΣςﬁ𠮷𝓢🎉"
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
        "words_ => words_.filter(words.isStopWord)",
        [*words_of("en").stop_words, "teacher", "pilot", "before"],
    )
    assert set(everything) == words_of("en").stop_words


def test_the_browser_has_the_english_of_the_folder_of_languages(page: Page) -> None:
    own = page.evaluate("async () => ({...await import('/modules/search/words/language.js')})")
    words = words_of("en")
    assert set(own["STOP_WORDS"]) == words.stop_words
    assert (own["OPENINGS"], own["ELISIONS"], own["KIN"]) == ([*words.openings], [], [])
    assert own["FOREIGN_ELISIONS"] == words.foreign_elisions
    assert [tuple(plural) for plural in own["PLURALS"]] == [
        (ending, before, *singulars) for ending, before, singulars in words.plurals
    ]


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


FINDS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("finds.yml").read_text("utf-8")
)

# The numbers of the titles that each text finds.
NUMBERS = """async ([titles, beginnings, shards, texts]) => {
  const [{Library}, {Finder}] = await Promise.all(
    ["index/search-index", "finder"].map(name => import(`/modules/search/${name}.js`)));
  const library = new Library();
  library.addNames({count: titles.length, titles: titles.join("\\n"), ids: "",
    featured: [], closed: [], synonyms: [], types: [], typeOf: "", others: []}, [beginnings, ""]);
  const finder = new Finder(library, name => Promise.resolve(shards[Number(name)]));
  const found = [];
  for (const text of texts) found.push([text, (await finder.find(text)).numbers]);
  return found;
}"""


def test_titles_are_found_in_any_spelling(page: Page) -> None:
    """In one catalog of all of them, whose index is in as many parts as there are beginnings."""
    titles = [case["title"] for case in FINDS]
    documents = [SearchDocument("page", "a/", title, ((title, 9),)) for title in titles]
    shards = split_into_shards(build_inverted_index(documents), target_length=20)
    asked = {str(text) for case in FINDS for text in [*case["by"], *case.get("not_by", [])]}
    texts = [*asked, *(f"{text} " for text in asked)]  # being typed, and typed
    found = dict(page.evaluate(NUMBERS, [titles, " ".join(shards), [*shards.values()], texts]))
    wrong = [
        (text, case["title"])
        for number, case in enumerate(FINDS)
        for key, finds in (("by", True), ("not_by", False))
        for typed in case.get(key, [])
        for text in (str(typed), f"{typed} ")
        if (number in found[text]) != finds
    ]
    assert wrong == []


OTHERS: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("languages.yml").read_text("utf-8")
)

# The terms of texts, what is left of each question, and how many words of each list are kin of its
# first.
IN_LANGUAGE = """async ([texts, questions, families]) => {
  const {fillerLength} = await import("/modules/search/question-openings.js");
  const rest = text => {
    const all = words.words(text);
    return all.slice(fillerLength(all)).map(({typed}) => typed).join(" ");
  };
  const kin = ([first, ...others]) => others.filter(other => words.areKin(first, other)).length;
  return [texts.map(words.terms), questions.map(rest), families.map(kin)];
}"""


@pytest.mark.parametrize("language", [*known_languages(), "nl"])
def test_each_language_has_words_and_questions_of_its_own(
    browser: Browser, site: str, language: str
) -> None:
    """In Python and in the browser; Dutch has no file, so there nothing is too common."""
    cases = OTHERS[language]
    with engine(browser, site, language) as page:
        families = cases.get("kin", [])
        given = [[*cases["terms"]], [*cases["questions"]], families]
        made, asked, kin = page.evaluate(IN_LANGUAGE, given)
    assert dict(zip(cases["terms"], made, strict=True)) == cases["terms"]
    assert {text: list(terms(text, language)) for text in cases["terms"]} == cases["terms"]
    assert dict(zip(cases["questions"], asked, strict=True)) == cases["questions"]
    assert dict(zip(map(str, families), kin, strict=True)) == {
        str(family): len(family) - 2 for family in families
    }


def test_a_region_has_the_words_of_its_language() -> None:
    assert words_of("pt-BR") is not words_of("en")
    assert words_of("pt-BR") == words_of("pt")
    assert words_of("nl").stop_words == frozenset()


@pytest.mark.parametrize("language", known_languages())
def test_lists_are_short_and_folded(language: str) -> None:
    words = words_of(language)
    assert 60 <= len(words.stop_words) <= 110
    assert {fold(word) for word in words.stop_words} == words.stop_words
    assert all(re.compile(opening) for opening in words.openings)
