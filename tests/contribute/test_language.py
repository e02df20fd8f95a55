"""What contributors are shown is in the language of the catalog: no text is left in English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from resource_catalog.contribute.issue_forms import replies
from resource_catalog.contribute.issue_forms.dry_run import dry_run
from resource_catalog.contribute.issue_forms.form_templates import issue_forms
from resource_catalog.contribute.issue_forms.issue_to_entry import Issue, draft_entry
from resource_catalog.contribute.likely_duplicates import likely_duplicates
from resource_catalog.contribute.pull_request.artifact_link import artifact_link
from resource_catalog.contribute.pull_request.comment import format_comment
from resource_catalog.contribute.pull_request.compare import problem_findings
from resource_catalog.contribute.pull_request.findings_schema import (
    ChangedEntry,
    ChangedKey,
    ChangeFindings,
    EntryCard,
    LinkState,
    NamedItem,
    PageChanges,
    PossibleDuplicate,
)
from resource_catalog.loading.checks import open_catalog
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.messages.pseudo import TAG
from sample_catalog import IDENTITY, write_catalog

ENTRIES = {"zebra": {"title": "42"}}
VISIBLE = {"name", "description", "value", "label", "about", "options"}
"""The keys of an issue form whose texts people read."""
BODY = """\
Hi there

### ⟦Ŧîţļé⟧

42

### ⟦Ŵéƀ åððŕéšš⟧

example.org/zebra ftp://example.org/
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    identity = {**IDENTITY, "language": TAG, "contact": "https://example.org/contact"}
    return write_catalog(tmp_path / "catalog", ENTRIES, identity=identity)


@pytest.fixture
def catalog(folder: Path) -> Catalog:
    catalog, problems = open_catalog(folder)
    assert catalog, problems
    return catalog


def test_issue_forms(catalog: Catalog) -> None:
    known = {""}
    for vocabulary in catalog.facets.values():
        known |= {vocabulary.label, vocabulary.singular_label, *(t.label for t in vocabulary.terms)}
    for name, text in issue_forms(catalog).items():
        for shown in visible_texts(yaml.safe_load(text)):
            assert shown in known or shown.startswith("⟦"), (name, shown)


def test_replies_to_a_suggestion(folder: Path, catalog: Catalog) -> None:
    issue = Issue(BODY, number=7, author="ada", author_id=1)
    draft = draft_entry(issue, catalog, datetime.date(2026, 11, 21))
    assert draft.title == "42"
    assert 'document: "⟦' in draft.text
    problems = dry_run(folder, draft.entry_id, draft.text)
    similar = likely_duplicates([draft.title], draft.urls, catalog.listed)
    broken = [LinkState(url="https://example.org/", verdict="dead", reason="⟦⟧")]
    for text in (
        replies.issue_comment(draft, problems, similar, broken),
        replies.pull_request_body(issue, draft, problems, similar).replace("Closes #7.", ""),
    ):
        for vocabulary in catalog.facets.values():
            text = text.replace(vocabulary.label, "⟦⟧")
        assert plain_words(text) == [], text


def test_comment_on_a_pull_request(catalog: Catalog) -> None:
    card = EntryCard(id="zebra", title="42", type="", summary="", use="42")
    changed = ChangedEntry(card=card, differences=(ChangedKey(key="42", before="", after="7"),))
    pages = PageChanges(new=("a/",), altered=("b/",), gone=("c/",), new_count=50, altered_count=1)
    findings = ChangeFindings(
        new=(card,),
        altered=(changed,),
        removed=(NamedItem(id="zebra", title="42", about="⟦⟧"),),
        new_count=1,
        altered_count=99,
        packs=(NamedItem(id="zebra", title="42", about="⟦⟧"),),
        likely=(PossibleDuplicate(id="zebra", other="ape", title="42", why="⟦⟧"),),
        pages=pages,
        links=(LinkState(url="https://example.org/", verdict="404"),),
        code=("mkdocs.yml",),
    )
    closing = artifact_link("https://example.org/a/b/actions/runs/1")
    text = format_comment(findings, closing)
    assert plain_words(re.sub(r"</?(details|summary)>|\(http\S*\)", "", text)) == [], text
    broken = format_comment(problem_findings([]).model_copy(update={"problems": ("⟦⟧",)}))
    assert plain_words(broken) == [], broken


def visible_texts(data: Any, key: str = "") -> Iterator[str]:
    """The texts of an issue form that people read."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from visible_texts(value, name)
    elif isinstance(data, list):
        for item in data:
            yield from visible_texts(item, key)
    elif key in VISIBLE:
        yield data


def plain_words(markdown: str) -> list[str]:
    """The words outside code, names of files and brackets: what is not a message."""
    text = re.sub(r"(`+)[^`].*?\1|[\w/-]+\.yml", " ", markdown, flags=re.S)
    while "⟦" in text:
        shorter = re.sub(r"⟦[^⟦⟧]*⟧", " ", text)
        assert shorter != text
        text = shorter
    return re.findall(r"[A-Za-z]{2,}", text)
