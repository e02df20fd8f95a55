"""Build the guide to problems: every problem code, with an example and its fix."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.problem_examples import all_examples
from resource_catalog.model import problems
from resource_catalog.model.messages import _
from resource_catalog.pages.page import Page
from resource_catalog.site.site import Site


def pages(_: Site) -> Iterator[Page]:
    """One page."""
    yield problems_page()


def problems_page() -> Page:
    """Every problem code with examples, before and after the fix."""
    return Page(
        path=problems.GUIDE_PATH,
        title=_("What the check can say"),
        description=_("Every problem the check of a catalog can find, with an example put right."),
        template="problem-guide.html",
        data={"groups": problems.GROUPS, "examples": all_examples()},
    )
