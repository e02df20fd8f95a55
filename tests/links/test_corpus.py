"""Small pages in thirty languages: is this what the catalog promised?"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from links.corpus_pages import OWN_WORDS, PROMISED, WITHDRAWN, judged, pages

ARGUABLE = {"応募終了だが作品は読める"}
"""A page headed “entries are closed” with a small part of its text; a person may look at it."""


def test_good_pages_stay_and_most_others_are_told_apart() -> None:
    rows = list(pages())
    kept = {row["name"]: judged(row).verdict in PROMISED for row in rows}
    good = [row["name"] for row in rows if row["about"]]
    assert {name for name in good if not kept[name]} <= ARGUABLE
    others = [row["name"] for row in rows if not row["about"]]
    assert sum(not kept[name] for name in others) >= 0.6 * len(others)


@pytest.mark.parametrize("path", [OWN_WORDS, WITHDRAWN], ids=lambda path: path.stem)
def test_a_notice_has_no_words_of_its_own(path: Path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    findings = {row["name"]: judged(row) for row in rows}
    about = {row["name"]: row["about"] for row in rows}
    wrong = {name: f for name, f in findings.items() if (f.verdict in PROMISED) is not about[name]}
    assert wrong == {}
