"""Build the guide to problems: every problem code, with an example and its fix."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.problem_examples import all_examples
from resource_catalog.model import problems
from resource_catalog.model.messages import _
from resource_catalog.model.optional_pages import PROBLEMS_PATH
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site

_OF_FACETS = {"sequence-untagged": PHASES, "unknown-question": STAGES}
"""The codes that only a catalog with a facet can meet."""


def pages(site: Site) -> Iterator[Page]:
    """One page: every code that the catalog can meet, with examples before and after the fix."""
    facets = site.catalog.facets
    groups = {
        name: {
            code: text
            for code, text in rules.items()
            if code not in _OF_FACETS or _OF_FACETS[code] in facets
        }
        for name, rules in problems.GROUPS.items()
    }
    yield Page(
        path=PROBLEMS_PATH,
        title=_("Error messages"),
        description=_("Every problem the check can find in a catalog, and how to fix it."),
        template="problem-guide.html",
        data={"groups": groups, "examples": all_examples()},
    )
