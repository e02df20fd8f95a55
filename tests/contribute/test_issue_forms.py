"""Issue forms: written from the vocabularies, as GitHub takes them, and never out of date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from building import CATALOG, run_script
from golden import GOOD_CATALOG
from resource_catalog.contribute.issue_forms.form_questions import suggestion_questions
from resource_catalog.contribute.issue_forms.form_templates import issue_forms
from resource_catalog.contribute.issue_forms.issue_answers import parse_issue_body
from resource_catalog.loading.checks import open_catalog
from sample_catalog import write_catalog
from schema_files import accepted_by_github


def items(text: str) -> dict[str, dict[str, Any]]:
    body = yaml.safe_load(text)["body"]
    return {item["id"]: item for item in body if "id" in item}


def test_the_forms_of_another_catalog_have_its_facets(tmp_path: Path) -> None:
    facets = {
        "grade-bands": {
            "label": "Title",
            "key": "grade_bands",
            "terms": [
                {"id": "k-2", "label": "K to 2"},
                {"id": "none", "label": "None"},
                {"id": "yes", "label": "Yes"},
                {"id": "k2", "label": "K TO 2"},
            ],
        }
    }
    identity = {"title": "Other", "contact": "https://example.org/contact"}
    catalog = write_catalog(tmp_path / "catalog", {}, facets, identity)
    out = tmp_path / "forms"
    assert run_script("write_issue_forms.py", catalog, "--out", out, "--check").returncode == 1
    assert not out.exists()
    assert run_script("write_issue_forms.py", catalog, "--out", out).returncode == 0
    assert run_script("write_issue_forms.py", catalog, "--out", out, "--check").stdout == ""
    accepted_by_github(out)
    found = items((out / "suggest.yml").read_text(encoding="utf-8"))
    attributes = found["grade_bands"]["attributes"]
    assert attributes["label"] == "Title (grade-bands)", "answers are told apart by their labels"
    assert attributes["options"] == ["K to 2 (k-2)", "None (none)", "Yes", "K TO 2 (k2)"]
    assert attributes["multiple"] is True
    assert found["phases"]["attributes"]["options"] == ["First", "Second"]
    config = yaml.safe_load((out / "config.yml").read_text(encoding="utf-8"))
    assert config["contact_links"][0]["url"] == "https://example.org/contact"
    (catalog / "vocabularies" / "types.yml").write_text("label: ", encoding="utf-8")
    assert run_script("write_issue_forms.py", catalog, "--out", out).returncode == 2
    assert run_script("write_issue_forms.py", "docs").returncode == 2


@pytest.mark.parametrize("folder", [CATALOG, GOOD_CATALOG], ids=["known", "other"])
def test_every_answer_to_the_form_is_read_again(folder: Path) -> None:
    """GitHub shows a form's answers below their labels; each comes back under its key."""
    catalog, _ = open_catalog(folder)
    assert catalog is not None
    asked = items(issue_forms(catalog)["suggest.yml"])
    given = {
        key: ", ".join(item["attributes"].get("options", [])[:3]) or f"Answer {number}"
        for number, (key, item) in enumerate(asked.items())
    }
    labels = {key: item["attributes"]["label"] for key, item in asked.items()}
    assert len({label.casefold() for label in labels.values()}) == len(labels)
    body = "\n\n".join(f"### {labels[key]}\n\n{text}" for key, text in given.items())
    found = parse_issue_body(body, suggestion_questions(catalog))
    assert (found.texts, found.remarks) == (given, [])
