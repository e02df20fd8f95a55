"""The rules of the self-check: the same plans in Python and in the browser."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browsing import reader
from building import ROOT
from opened_site import open_folder
from resource_catalog.loading.yaml import parser
from resource_catalog.model.records.self_check import ANSWERS
from resource_catalog.site.self_check.plan_rules import Check, plan_of
from resource_catalog.site.self_check.questions import check_data, questions_of
from sample_catalog import write_catalog

DATA, _PROBLEMS = parser.parse(Path(__file__).with_name("plans.yml").read_text("utf-8"))
CASES: list[dict[str, Any]] = DATA["cases"]

# The module is one function and its helpers, without imports.
PLANS = """([module, check, all]) => {
  const planOf = new Function(module.replaceAll("export ", "") + "; return planOf")();
  return all.map(given => JSON.stringify(planOf(check, Object.fromEntries(given))));
}"""


def invented(folder: Path) -> Check:
    write_catalog(folder, DATA["entries"], DATA["vocabularies"])
    (folder / "check.yml").write_text(json.dumps(DATA["check"]))
    site = open_folder(folder)
    return check_data(questions_of(site), site)


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    return invented(tmp_path_factory.mktemp("plans") / "catalog")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_answers_give_their_plan(case: dict[str, Any], check: Check) -> None:
    plan = plan_of(check, case["answers"])
    assert {key: plan[key] for key in case["plan"]} == expected(case["plan"])


def expected(node: Any) -> Any:
    """A plan of the cases, whose numbers are texts to our own reader of YAML."""
    if isinstance(node, dict):
        return {key: expected(value) for key, value in node.items()}
    if isinstance(node, list):
        return [expected(item) for item in node]
    return int(node) if isinstance(node, str) and node.isdigit() else node


def answers_at_random(check: Check, number: int) -> Iterator[dict[str, str]]:
    """Answers of teams that answer anything, under old names too."""
    chance = random.Random(13)
    names = [name for q in check["questions"] for name in (q["key"], *q["aliases"])]
    for _ in range(number):
        chosen = chance.sample(names, chance.randint(0, len(names)))
        usual = chance.choice(ANSWERS)
        yield {name: chance.choice([usual, *ANSWERS]) for name in chosen}


def test_the_browser_gives_the_same_plans(check: Check, browser: Browser) -> None:
    given = [case["answers"] for case in CASES]
    given += answers_at_random(check, 300)
    module = (ROOT / "overrides/js/self-check/plan-rules.js").read_text(encoding="utf-8")
    with reader(browser) as page:
        page.goto("about:blank")
        pairs = [list(answers.items()) for answers in given]
        plans = [json.loads(plan) for plan in page.evaluate(PLANS, [module, check, pairs])]
    assert plans == [plan_of(check, answers) for answers in given]
    assert len({json.dumps(plan) for plan in plans}) > 100


def test_questions_without_ids_have_keys_of_their_texts(tmp_path: Path) -> None:
    prompts = [{"text": "Shall we?"}, {"text": "shall  WE?"}, {"text": "Why?", "id": "why"}]
    stages = {"label": "Stages", "terms": [{"id": "a", "label": "A", "questions": prompts}]}
    phases = {"label": "Phases", "terms": []}
    write_catalog(tmp_path / "catalog", {}, {"stages": stages, "phases": phases})
    site = open_folder(tmp_path / "catalog")
    assert [question.key for question in questions_of(site)] == ["_5blpz", "_5blpz_", "why"]
    assert site.catalog.has_check
    assert not site.catalog.has_lasting_names
