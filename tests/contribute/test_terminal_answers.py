"""Typed answers to a new entry: taken as they are meant, or refused with what would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from golden import GOOD_CATALOG
from resource_catalog.contribute.issue_forms import terminal_answers
from resource_catalog.contribute.issue_forms.form_questions import suggestion_questions
from resource_catalog.contribute.issue_forms.terminal_answers import RejectedAnswerError
from resource_catalog.loading.checks import open_catalog
from resource_catalog.loading.tags import entry_keys
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.records.entry import Entry


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    found, _ = open_catalog(GOOD_CATALOG)
    assert found is not None
    return found


def test_what_was_understood_is_told_also_when_the_answer_is_refused(catalog: Catalog) -> None:
    (kind,) = (question for question in suggestion_questions(catalog) if question.key == "type")
    label = kind.choices[0][0]
    slip = label[:-2] + label[-1] + label[-2]
    found, remarks = terminal_answers.parse_terms(slip, kind)
    assert found == [kind.choices[0][1]]
    assert len(remarks) == 1
    with pytest.raises(RejectedAnswerError, match="Only one of them") as refusal:
        terminal_answers.parse_terms(f"{slip}, 2", kind)
    assert list(refusal.value.remarks) == remarks


def test_keys_with_parts_of_their_own_are_refused_and_all_others_taken(catalog: Catalog) -> None:
    """By the types of the model, whatever module they are in."""
    refused = set()
    for key in entry_keys(catalog.facets):
        try:
            terminal_answers.parse_assignments([f"{key}=one; two"], catalog)
        except RejectedAnswerError:
            refused.add(key)
    groups = {"links", "changes", "sources", "retired", "reviewed", "verified"}
    assert refused == groups & Entry.model_fields.keys()
    found = terminal_answers.parse_assignments(["authors=A; B", "extent=3 pages; bound"], catalog)
    assert found == {"authors": ["A", "B"], "extent": "3 pages; bound"}


def test_a_key_has_several_values_exactly_where_the_model_has_a_list(catalog: Catalog) -> None:
    texts = {key: info for key, info in Entry.model_fields.items() if not info.exclude}
    several = set()
    for key in texts:
        try:
            found = terminal_answers.parse_assignments([f"{key}=one; two"], catalog)
        except RejectedAnswerError:
            continue
        if isinstance(found[key], list):
            several.add(key)
    groups = {"links", "changes", "sources"}
    assert several == {key for key, info in texts.items() if info.default == ()} - groups
    assert several


@pytest.mark.parametrize(
    ("kind", "url", "form"),
    [
        ("application/pdf; charset=binary", "https://example.org/", "pdf"),
        ("video/mp4", "https://example.org/a", "video"),
        ("text/html", "https://example.org/a.mp3", "audio"),
        ("", "https://example.org/a", "html"),
    ],
)
def test_the_format_is_what_the_server_says_or_the_address_tells(
    kind: str, url: str, form: str
) -> None:
    assert terminal_answers.detect_format(url, kind) == form


def test_an_id_is_refused_whose_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "taken.yaml").write_text("")
    assert terminal_answers.parse_id("free", {"other"}, tmp_path) == "free"
    for text, why in (
        ("taken", "already exists"),
        ("other", "is taken"),
        ("Not An Id", "Use small letters, digits and single hyphens: not-an-id"),
    ):
        with pytest.raises(RejectedAnswerError, match=why):
            terminal_answers.parse_id(text, {"other"}, tmp_path)
