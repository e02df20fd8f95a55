"""The self-check of any catalog: what its pages ask, and when there are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from building import CATALOG, run_script
from opened_site import open_folder, rendered
from resource_catalog.model.records.self_check import ANSWERS
from resource_catalog.pages.page_registry import all_pages
from sample_catalog import IDENTITY, VOCABULARIES, write_catalog, write_sample

QUESTION = {"text": "Where & when, 1 < 2?", "entries": ["zebra"]}


def asking(*prompts: dict[str, Any]) -> dict[str, Any]:
    return {"stages": {"label": "Steps", "terms": [{"id": "a", "label": "A", "tasks": prompts}]}}


def paths(folder: Path) -> set[str]:
    return {page.path for page in all_pages(open_folder(folder))} & {"check/", "plan/"}


def test_every_question_can_be_answered_on_paper_and_names_what_helps() -> None:
    site = open_folder(CATALOG)
    page = rendered(next(p for p in all_pages(site) if p.path == "check/"), site)
    asked = page.css("[data-rc-ask]")
    prompts = [p for stage in site.catalog.stages for p in (*stage.questions, *stage.tasks)]
    assert [node.css_first("legend").text() for node in asked] == [p.text for p in prompts]
    for node, prompt in zip(asked, prompts, strict=True):
        values = [str(field.attributes["value"]) for field in node.css("input[type=radio]")]
        assert values == list(ANSWERS)
        links = [str(link.attributes["href"]) for link in node.css("details[open] a")]
        assert links == [f"../resources/{name}/" for name in prompt.entries]
        assert not node.css("[hidden]")


def test_texts_of_a_catalog_are_never_markup(tmp_path: Path) -> None:
    folder = write_catalog(
        tmp_path / "catalog", {"zebra": {"title": "</script>"}}, asking(QUESTION)
    )
    site = open_folder(folder)
    for page in all_pages(site):
        if page.path in ("check/", "plan/"):
            html = rendered(page, site)
            assert [node.text() for node in html.css("legend")] == [QUESTION["text"]][
                : page.path == "check/"
            ]
            (data,) = html.css("#rc-check-data")
            assert "\\u003c/script\\u003e" in data.text()


@pytest.mark.parametrize(
    ("vocabularies", "identity", "expected"),
    [
        (asking(QUESTION), {}, {"check/", "plan/"}),
        (asking(QUESTION), {"leave_out": ["check"]}, set()),
        (asking(), {}, set()),
        ({"stages": {"label": "Steps", "terms": []}}, {}, set()),
    ],
    ids=["asks", "left out", "asks nothing", "has no stages"],
)
def test_a_catalog_has_a_check_if_its_stages_ask_anything(
    tmp_path: Path, vocabularies: dict[str, Any], identity: dict[str, Any], expected: set[str]
) -> None:
    named = {**VOCABULARIES, **vocabularies}
    folder = write_catalog(tmp_path / "c", {"zebra": {}}, named, {**IDENTITY, **identity})
    assert paths(folder) == expected
    site = open_folder(folder)
    for page in all_pages(site):
        if page.path in ("", "stages/", "stages/a/"):
            assert bool(rendered(page, site).css("a[href$='check/']")) == bool(expected)


def test_a_catalog_without_ids_is_told_that_links_to_plans_break(tmp_path: Path) -> None:
    folder = write_sample(tmp_path / "catalog")
    site = open_folder(folder)
    page = rendered(next(p for p in all_pages(site) if p.path == "check/"), site)
    private = page.css_first(".rc-check__private").text()
    assert "as long as the questions keep their present wording" in private
    checked = run_script("validate.py", folder)
    assert checked.returncode == 0
    assert "Note: Some questions or tasks in vocabularies/stages.yml have no id." in checked.stderr
