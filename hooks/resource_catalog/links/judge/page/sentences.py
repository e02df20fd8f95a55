"""The sentences of a page: all of them, those of its headings, and those of its main part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from resource_catalog.links.judge.page.furniture import FURNITURE, strip_furniture
from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.phrases.browser_words import LOADING
from resource_catalog.model import title_matching
from resource_catalog.model.title_matching import normalize_text

FRAME_WORDS = 25
"""So few words are the “Loading …” of a page that is made in the browser."""

LOADING_WORDS = 6
"""“Loading the exercise” has no more words."""

UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]+")
"""A run of signs of a script without spaces."""

_SENTENCE_END = re.compile(
    r"(?<!\b\d)(?<!\b\d\d)\.(?!\w)|[!。！।;；…·•|\n]+|(?<=[?？؟])|\s[—–-]+\s|──+|——+"
)
_HIDDEN = '[hidden], [style*="display:none"], [style*="display: none"]'
_INVISIBLE = ["script", "style", "template", "noscript", "svg", "head"]
_INLINE = "a b i em strong span font u small mark q abbr code sup sub bdi cite time".split()
CONTROLS = ["button", "select", "label"]
"""Elements that say what to do, not what the page is about."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as written, lower-cased, and normalized; ``size`` is about its words."""

    text: str
    normalized: str
    size: int

    @property
    def is_question(self) -> bool:
        """Whether it ends with a question mark of any script."""
        return self.text.endswith(("?", "？", "؟"))


def sentences(page: HtmlFacts) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of a page: all of them, and those outside menus, margins and footers."""
    return _sentences_in(page.markup)


@lru_cache(maxsize=2)
def _sentences_in(markup: str) -> tuple[list[Sentence], list[Sentence]]:
    tree = _visible_tree(markup)
    everything = sentences_of(tree)
    tree = _visible_tree(markup)
    strip_furniture(tree, [*FURNITURE, *CONTROLS])
    return everything, sentences_of(tree)


def main_tree_of(markup: str) -> LexborHTMLParser:
    """The elements of a page outside menus, margins and footers, :data:`CONTROLS` among them."""
    tree = _visible_tree(markup)
    strip_furniture(tree, FURNITURE)
    return tree


def _visible_tree(markup: str) -> LexborHTMLParser:
    tree = LexborHTMLParser(markup)
    tree.strip_tags(_INVISIBLE)
    if " hidden" in markup or "display:" in markup:
        for node in [node for node in tree.css(_HIDDEN) if node.css_first("h1, main") is None]:
            if node.parent is not None:
                node.remove()
    return tree


def heading_sentences(page: HtmlFacts) -> list[Sentence]:
    """The parts of a page's title, and its headings."""
    return list(_sentences((*title_matching.title_parts(page.title), *page.headings)))


def sentences_of_texts(texts: Iterable[str]) -> list[Sentence]:
    """The sentences of some texts, such as headings."""
    return list(_sentences(texts))


def sentences_of(tree: LexborHTMLParser) -> list[Sentence]:
    """The sentences of the text that is left in a page, whose links and emphasis are undone."""
    if tree.body is None:
        return []
    tree.unwrap_tags(_INLINE)
    tree.body.merge_text_nodes()
    return list(_sentences(_SENTENCE_END.split(tree.body.text(separator="\n"))))


def _sentences(texts: Iterable[str]) -> Iterator[Sentence]:
    for text in texts:
        if text.lstrip().startswith("©"):
            continue
        normalized = plain(normalize_text(text))
        if normalized:
            yield Sentence(" ".join(text.split()), normalized, size_of(normalized))


def size_of(normalized: str) -> int:
    """The number of words of a normalized text; three signs are one in unspaced scripts."""
    if not normalized:
        return 0
    if normalized.isascii():
        return normalized.count(" ") + 1
    return sum(
        max(1, len(word) // 3) if UNSPACED.search(word) else 1 for word in normalized.split()
    )


def is_script_frame(page: HtmlFacts) -> bool:
    """Whether a script fills a page in: outside menus and footers it has next to nothing."""
    if not page.has_script:
        return False
    _, main = sentences(page)
    if sum(sentence.size for sentence in main) <= FRAME_WORDS:
        return True
    return any(one.size <= LOADING_WORDS and LOADING.search(one.normalized) for one in main)
