"""Judge pages that were never filled in: a title over the text that printers fill pages with."""

from __future__ import annotations

import re

from resource_catalog.links.judge.page.html_facts import HtmlFacts
from resource_catalog.links.judge.page.main_part import main_part
from resource_catalog.links.judge.page.word_stems import stems
from resource_catalog.links.judge.phrases.any_of import plain
from resource_catalog.links.judge.verdicts import Judgment
from resource_catalog.links.target import Target

MOST = 1500
"""A page with more words was filled in."""

FEW = 2
"""So many words of a summary may stand in placeholder text by chance: “labore”, say."""

_PLACEHOLDER = re.compile(
    r"lorem ipsum|dolor sit amet|consectetur adipisc|лорем ипсум|λορεμ ιψουμ|לורם איפסום"
    r"|لورم ایپسوم|لوريم ايبسوم|로렘 입숨|ダミーテキスト|占位符|占位文字"
)


def judge_placeholder_text(target: Target, page: HtmlFacts) -> Judgment | None:
    """Whether a page has placeholder text, and hardly a word of the summary, below its title."""
    if not target.summary or page.word_count > MOST or not _PLACEHOLDER.search(plain(page.text)):
        return None
    main = main_part(page)
    said = " ".join(one.normalized for one in main.sentences)
    if main.shows_work or not _PLACEHOLDER.search(said):
        return None
    if len((stems(target.summary) - stems(target.title)) & stems(said)) > FEW:
        return None
    return Judgment("soft404", "shows its title, and beside it only placeholder text")
