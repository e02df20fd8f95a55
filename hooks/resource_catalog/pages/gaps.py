"""The page of what is missing, with a way to help beside each gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlencode

from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES
from resource_catalog.pages import suggest
from resource_catalog.pages.page import Page, count
from resource_catalog.site.gap_rules import (
    MISSING_ADDRESS,
    MissingFact,
    empty_cells,
    missing_facts,
    sparse_terms,
)
from resource_catalog.site.repository_links import fill_url
from resource_catalog.site.search.filters import query_parameter
from resource_catalog.site.site import Site

WEB_SEARCH = "https://duckduckgo.com/?q={words}"
"""Where a reader is sent to look for a lost address, when they press the link."""

_MAIL = "mailto:{to}?subject={{title}}&body={{body}}"


@dataclass(frozen=True)
class Way:
    """A link by which somebody can help."""

    label: str
    url: str


def pages(site: Site) -> Iterator[Page]:
    """All gaps."""
    catalog = site.catalog
    cells, found = empty_cells(catalog), missing_facts(catalog)
    known = sum(len(fact.entries) for fact in found)
    yield Page(
        path="contribute/gaps/",
        title="What is missing",
        description=f"{count(len(cells), 'empty place')} in the roadmap and "
        f"{count(known, 'fact')} that nobody has written down yet.",
        template="gaps.html",
        data={
            "cells": cells,
            "thin": tuple(sparse_terms(catalog)),
            "missing_facts": found,
            "cell_form": lambda phase, stage: _form({PHASES: phase.id, STAGES: stage.id}),
            "term_form": lambda facet, term: _form({facet: term.id}),
            "ways": _ways(site),
            "can_tell": bool(site.repository.issue_url or catalog.identity.email),
        },
    )


def _form(terms: dict[str, str]) -> str:
    """The form with terms filled in, from the site's root."""
    parameters = {query_parameter(facet): term for facet, term in terms.items()}
    return f"{suggest.PATH}?{urlencode(parameters)}"


def _ways(site: Site) -> Callable[[Entry, MissingFact], list[Way]]:
    """The ways to supply a missing fact, depending on what the site knows."""
    repository, email = site.repository, site.catalog.identity.email

    def ways(entry: Entry, fact: MissingFact) -> list[Way]:
        found = []
        if fact.name == MISSING_ADDRESS:
            sought = " ".join([f'"{entry.title}"', *entry.publishers, *entry.authors])
            found.append(Way("Search the web", WEB_SEARCH.format(words=quote_plus(sought))))
        if address := repository.edit_url(entry.file):
            found.append(Way("Edit its file", address))
        page = site.address(f"resources/{entry.id}/")
        words = {
            "title": f"{fact.title}: “{entry.title}”",
            "body": f"Page: {page}\n\n{fact.title}, and this is what I know:\n",
        }
        if repository.issue_url:
            found.append(Way("Tell us", fill_url(repository.issue_url, words)))
        elif email:
            found.append(Way("Tell us", fill_url(_MAIL.format(to=quote(email, safe="@")), words)))
        return found

    return ways
