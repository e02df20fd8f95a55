"""Pages for those who add and mend entries."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog import problems
from resource_catalog.pages.page import Page
from resource_catalog.site import Site


def pages(_: Site) -> Iterator[Page]:
    """What the check can say."""
    yield problems_page()


def problems_page() -> Page:
    """The list of problem codes."""
    return Page(
        path="contribute/problems/",
        title="What the check can say",
        description="Every problem the check of a catalog can find, by its code.",
        template="problems.html",
        data={"rules": problems.RULES},
    )
