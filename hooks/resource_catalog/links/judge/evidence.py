"""What was fetched for one URL, from which the verdict follows."""

from __future__ import annotations

from dataclasses import dataclass

from resource_catalog.links.ask.visit import Visit
from resource_catalog.links.judge.page.html_facts import HtmlFacts


@dataclass(slots=True)
class Evidence:
    """What was fetched for one URL: the visit and the final page, None if it is not HTML.

    ``probed`` is whether probe URLs were fetched (see :func:`probes.probe_urls`),
    ``probe_matches`` whether they returned the same page.
    """

    visit: Visit
    page: HtmlFacts | None = None
    probed: bool = False
    probe_matches: bool = False
