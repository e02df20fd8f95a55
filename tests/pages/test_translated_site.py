"""A site in a language that we have is in it throughout: no page has English of the product.

Its catalog is in Cyrillic letters, so what has an English word in it was said by the product.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from test_every_word import CODES, HAND_WRITTEN, NAMES, Words

from building import build
from other_letters import TO_CYRILLIC, write_in_letters
from resource_catalog.contribute.translations.collect_messages import read
from resource_catalog.model.messages.po_files import FOLDER
from sites import once

FOR_ENGINEERS = ("contribute/problems/",)
"""Pages for those who mend files, apart from the hand-written ones."""

ENGLISH = re.compile(
    r"\b(?:the|of|and|to|is|are|this|these|that|with|what|who|when|by|here|it|nothing)\b", re.I
)
"""Short words that no sentence in French or Spanish has."""

PLACE = re.compile(r"%\\\(\w+\\\)s")


@dataclass(frozen=True)
class Written:
    """What is written as a language does: how many, and on which day."""

    many: str
    none_or_one: str
    day: str


LANGUAGES = {
    "fr": Written(
        r"\d ressources\b",
        r"Aucune ressource\b|\b1 ressource\b",
        r"\d{1,2} (?:janvier|février|mars|novembre|décembre) 20\d\d",
    ),
    "es": Written(
        r"\d recursos\b",
        r"Ningún recurso\b|\b1 recurso\b",
        r"\d{1,2} de (?:enero|febrero|marzo|noviembre|diciembre) de 20\d\d",
    ),
}


@dataclass(frozen=True)
class Site:
    """A built site and its language."""

    folder: Path
    language: str


@pytest.fixture(scope="module", params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    language: str = request.param
    if language == "fr":
        return Site(request.getfixturevalue("french_folder"), language)

    def make(folder: Path) -> Path:
        catalog = write_in_letters(folder / "catalog", TO_CYRILLIC, language)
        done = build(catalog, folder / "site")
        assert done.returncode == 0, done.stderr
        return folder / "site"

    return Site(once(tmp_path_factory, f"site-in-{language}", make), language)


def texts_on_pages(site: Path) -> dict[str, str]:
    """Each text that readers see, and a page that has it."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith((*HAND_WRITTEN, *FOR_ENGINEERS, "en/")):
            words = Words()
            words.feed(path.read_text(encoding="utf-8"))
            found |= dict.fromkeys(words.found, name)
    return found


def both_texts(language: str) -> tuple[set[str], list[str]]:
    """English that has another text in a language, and English that waits for its translator."""
    translated: set[str] = set()
    waiting: list[str] = []
    for message in read(FOLDER / f"{language}.po"):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        other = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(other):
            waiting += english
        else:
            translated |= {*english} - {*other}
    return translated, waiting


def test_no_english_of_the_product_stands_on_a_page(site: Site) -> None:
    texts = texts_on_pages(site.folder)
    translated, waiting = both_texts(site.language)
    behind = re.compile("|".join(PLACE.sub(".*", re.escape(text)) for text in waiting))
    leaks = {
        text: page
        for text, page in texts.items()
        if (text in translated or ENGLISH.search(NAMES.sub("", behind.sub("", text))))
        and text not in CODES
        and not any(text in whole for whole in waiting)
    }
    assert leaks == {}
    assert len(texts) > 500, "texts were looked at"


def test_dates_counts_and_the_language_are_its_own(site: Site) -> None:
    home = (site.folder / "index.html").read_text(encoding="utf-8")
    assert f'<html lang="{site.language}"' in home
    seen = "\n".join(texts_on_pages(site.folder))
    written = LANGUAGES[site.language]
    for pattern in (written.many, written.none_or_one, written.day):
        assert re.search(pattern, seen)
    if site.language == "fr":
        assert "\xa0:" in seen
    assert " :" not in seen, "a line never begins with a colon"


def test_a_page_of_ours_that_is_not_in_the_language_says_so(site: Site) -> None:
    """As it does of a translated catalog; what we have in a language is there in its place."""
    about, watch = (
        (site.folder / path / "index.html").read_text(encoding="utf-8")
        for path in ("about", "link-watch")
    )
    assert f'<p class="rc-translation rc-translation--above" lang="{site.language}">' in watch
    assert 'md-typeset" lang="en"' in watch
    assert 'lang="en"' not in about.partition("<main")[2]
    assert "link-watch/</loc>" in (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    if site.language == "fr":
        english = (site.folder / "en/link-watch/index.html").read_text(encoding="utf-8")
        assert 'md-typeset">' in english
