"""Build the page that asks where a team stands, and the one that shows its plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from resource_catalog.model.messages import _, listed, translated
from resource_catalog.model.optional_pages import CHECK_PATH, PLAN_PATH
from resource_catalog.model.records.self_check import ANSWER_LABELS, Condition
from resource_catalog.model.records.vocabulary import STAGES
from resource_catalog.model.script_json import as_script_text
from resource_catalog.pages.page import Page, meta_description
from resource_catalog.site.self_check.questions import (
    Question,
    check_data,
    questions_of,
)
from resource_catalog.site.site import Site


def pages(site: Site) -> Iterator[Page]:
    """Both pages, if the stages ask anything."""
    catalog = site.catalog
    if not catalog.has_check:
        return
    questions = questions_of(site)
    # as_script_text has escaped it for a script element.
    data = Markup(as_script_text(check_data(questions, site)))
    noun = catalog.facets[STAGES].noun
    yield Page(
        path=CHECK_PATH,
        title=check_title(site),
        description=meta_description(
            catalog.self_check.description
            or _(
                "Answer the questions of every %(stage)s and get a plan: what comes first, and "
                "what helps.",
                stage=noun,
            )
        ),
        template="self-check.html",
        data={
            "groups": [
                (stage, list(asked)) for stage, asked in groupby(questions, lambda q: q.stage)
            ],
            "condition": partial(_condition, questions),
            "scale": {answer: translated(label) for answer, label in ANSWER_LABELS.items()},
            "check_data": data,
        },
        code="open-self-check",
    )
    yield Page(
        path=PLAN_PATH,
        title=_("Your plan"),
        description=_(
            "What a team should do next, based on its answers: what comes first, and what helps."
        ),
        template="plan.html",
        data={"check_data": data},
        code="open-plan",
    )


def _condition(questions: Iterable[Question], need: Condition) -> str:
    """When a question is asked, for a sheet of paper."""
    labels = {question.key: question.label for question in questions}
    return _(
        "Only if the answer to “%(question)s” is: %(answers)s",
        question=labels[need.question],
        answers=listed(translated(ANSWER_LABELS[answer]) for answer in need.answers),
    )


def check_title(site: Site) -> str:
    """What the check is called."""
    return site.catalog.self_check.title or _("Where does your team stand?")
