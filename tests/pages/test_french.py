"""A site in French is French throughout: no English of the product stands on its pages.

Its catalog is in Cyrillic letters, so what has an English word in it was said by the product.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from test_every_word import CODES, HAND_WRITTEN, NAMES, Words, write_cyrillic

from building import build
from resource_catalog.contribute.translations.collect_messages import read
from resource_catalog.model.messages.po_files import FOLDER
from sites import once

FOR_ENGINEERS = ("contribute/problems/",)
"""Pages for those who mend files, apart from the hand-written ones."""

ENGLISH = re.compile(
    r"\b(?:the|of|and|to|is|are|this|these|that|with|what|who|when|by|here|it|nothing)\b", re.I
)
"""Short words that no French sentence has."""

PLACE = re.compile(r"%\\\(\w+\\\)s")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> Path:
        catalog = write_cyrillic(folder / "catalog")
        identity = catalog / "catalog.yml"
        said = json.loads(identity.read_text(encoding="utf-8")) | {"language": "fr"}
        identity.write_text(json.dumps(said), encoding="utf-8")
        done = build(catalog, folder / "site")
        assert done.returncode == 0, done.stderr
        return folder / "site"

    return once(tmp_path_factory, "french", make)


def texts_on_pages(site: Path) -> dict[str, str]:
    """Each text that readers see, and a page that has it."""
    found: dict[str, str] = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith((*HAND_WRITTEN, *FOR_ENGINEERS)):
            words = Words()
            words.feed(path.read_text(encoding="utf-8"))
            found |= dict.fromkeys(words.found, name)
    return found


def both_texts() -> tuple[set[str], list[str]]:
    """English that has another text in French, and English that waits for its translator."""
    translated: set[str] = set()
    waiting: list[str] = []
    for message in read(FOLDER / "fr.po"):
        english = message.id if isinstance(message.id, tuple) else (message.id,)
        french = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.fuzzy or not all(french):
            waiting += english
        else:
            translated |= {*english} - {*french}
    return translated, waiting


def test_no_english_of_the_product_stands_on_a_page_in_french(site: Path) -> None:
    texts = texts_on_pages(site)
    translated, waiting = both_texts()
    behind = re.compile("|".join(PLACE.sub(".*", re.escape(text)) for text in waiting))
    leaks = {
        text: page
        for text, page in texts.items()
        if (text in translated or ENGLISH.search(NAMES.sub("", text)))
        and text not in CODES
        and not behind.fullmatch(text)
        and not any(text in whole for whole in waiting)
    }
    assert leaks == {}
    assert len(texts) > 500, "texts were looked at"


def test_dates_counts_and_the_language_are_french(site: Path) -> None:
    home = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="fr"' in home
    seen = "\n".join(texts_on_pages(site))
    assert re.search(r"\d ressources\b", seen)
    assert re.search(r"Aucune ressource\b|\b1 ressource\b", seen)
    assert re.search(r"\d{1,2} (?:janvier|février|mars|novembre|décembre) 20\d\d", seen)
    assert "\xa0:" in seen
    assert " :" not in seen, "a line never begins with a colon"
