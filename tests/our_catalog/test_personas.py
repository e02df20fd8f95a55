"""The self-check of our own catalog: the plans of nine teams, and names that stay.

A file in ``personas/`` has a team, where in the sources it comes from, its answers, and what its
plan must be: the stages, the phase and the focus, what the plan begins with, and what it has and
lacks further on.
"""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from building import CATALOG, IN_PLACE
from opened_site import open_folder
from resource_catalog.loading.yaml import parser
from resource_catalog.site.self_check.plan_rules import Check, Plan, plan_of
from resource_catalog.site.self_check.questions import check_data, questions_of
from resource_catalog.site.site import Site

PERSONAS: dict[str, dict[str, Any]] = {
    path.stem: parser.parse(path.read_text(encoding="utf-8"))[0]
    for path in sorted(Path(__file__).with_name("personas").glob("*.yml"))
}


@pytest.fixture(scope="module")
def site() -> Site:
    return open_folder(IN_PLACE)


@pytest.fixture(scope="module")
def check(site: Site) -> Check:
    return check_data(questions_of(site), site)


@pytest.fixture(scope="module")
def plans(check: Check) -> dict[str, Plan]:
    return {name: plan_of(check, team["answers"]) for name, team in PERSONAS.items()}


@pytest.mark.parametrize("name", PERSONAS)
def test_a_team_gets_the_plan_it_must_get(name: str, plans: dict[str, Plan], site: Site) -> None:
    """Where a file does not name a tool, the plan may have it beside or in place of an entry."""
    plan, wanted = plans[name], PERSONAS[name]["plan"]
    steps = [step["id"] for step in plan["steps"]]
    named = {*wanted["begins_with"], *wanted.get("has", ())}
    further = site.catalog.tools.keys() - named
    standing = {
        n for n in named for tool in site.catalog.backlinks.tools_for.get(n, ()) if tool.id in steps
    }
    entries = [step for step in steps if step not in further]
    assert plan["gone"] == []
    assert {key: plan[key] for key in ("reached", "next", "phase", "focus")} == {
        key: wanted[key] for key in ("reached", "next", "phase", "focus")
    }
    assert entries[: len(wanted["begins_with"])] == wanted["begins_with"]
    assert set(wanted.get("has", ())) - set(steps) - standing == set()
    assert set(wanted["lacks"]) & set(steps) == set()
    assert set(wanted.get("not_asked", ())) <= set(plan["not_asked"])
    assert all(step["because"] for step in plan["steps"])


def test_teams_that_differ_get_plans_that_differ(plans: dict[str, Plan]) -> None:
    for one, other in combinations(plans, 2):
        assert plans[one]["focus"] != plans[other]["focus"], (one, other)
        assert plans[one]["steps"] != plans[other]["steps"], (one, other)


def test_every_question_says_what_yes_means(check: Check) -> None:
    assert [q["key"] for q in check["questions"] if not q["yes"] or not q["phase"]] == []


def test_no_question_loses_its_name() -> None:
    """Answers from the last release are understood, or named as no longer asked."""
    sites = [open_folder(folder) for folder in (CATALOG, IN_PLACE)]
    once, now = ([question.prompt for question in questions_of(site)] for site in sites)
    names = {name for prompt in now for name in (prompt.id, *prompt.aliases)}
    names |= {former.id for former in sites[1].catalog.self_check.no_longer_asked}
    assert {name for prompt in once for name in (prompt.id, *prompt.aliases)} - names == set()
