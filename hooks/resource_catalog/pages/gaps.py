"""Build the page of gaps: what is missing in the catalog, with links for supplying it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlencode

from resource_catalog.model.addresses.url_template import fill_url
from resource_catalog.model.messages import _, count
from resource_catalog.model.optional_pages import GAPS_PATH, SUGGEST_PATH
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.vocabulary import PHASES, STAGES, query_parameter
from resource_catalog.pages.page import Page
from resource_catalog.site.gap_rules import (
    MISSING_ADDRESS,
    MissingFact,
    empty_cells,
    is_wanted,
    missing_facts,
    sparse_terms,
)
from resource_catalog.site.site import Site

WEB_SEARCH = "https://duckduckgo.com/?q={words}"
"""The link to search the web for a missing address."""

_MAIL = "mailto:{to}?subject={{title}}&body={{body}}"


@dataclass(frozen=True)
class Part:
    """A part of the entries: how many it has, and how many come before it in the bar."""

    place: int
    label: str
    number: int
    start: int


@dataclass(frozen=True)
class HelpLink:
    """A link for supplying a missing fact."""

    label: str
    url: str


def pages(site: Site) -> Iterator[Page]:
    """One page."""
    catalog = site.catalog
    cells, found = empty_cells(catalog), missing_facts(catalog)
    facts = count(sum(fact.number for fact in found), "fact")
    yield Page(
        path=GAPS_PATH,
        title=_("What is missing"),
        description=_(
            "%(places)s in the table and %(facts)s missing.",
            places=count(len(cells), "empty place"),
            facts=facts,
        )
        if catalog.has_matrix and is_wanted("cells", catalog)
        else _("%(facts)s missing.", facts=facts),
        template="gaps.html",
        data={
            "cells": cells,
            "opening": _opening(site),
            "sparse_terms": tuple(sparse_terms(catalog)),
            "missing_facts": [fact for fact in found if not fact.is_everywhere],
            "missing_everywhere": [fact for fact in found if fact.is_everywhere],
            "cell_form_url": lambda phase, stage: _form_url({PHASES: phase.id, STAGES: stage.id}),
            "term_form_url": lambda facet, term: _form_url({facet: term.id}),
            "help_links": _help_links(site),
            "has_contact": bool(site.repository.issue_url or catalog.identity.email),
        },
    )


def _opening(site: Site) -> Sequence[Part]:
    """The listed entries by whether they open, and why not; nothing where all are alike."""
    if not site.opening:
        return ()
    closed = Counter(e.access for e in site.catalog.listed if e.id not in site.opening)
    numbers = {
        _("open"): site.count_opening(site.catalog.listed),
        _("on request"): closed.pop("on-request", 0),
        _("link missing"): closed.pop("unlocated", 0),
        _("can't be opened now"): closed.total(),
    }
    if sum(map(bool, numbers.values())) < 2:  # a bar of one part would show nothing
        return ()
    return [
        Part(place, label, number, sum([*numbers.values()][: place - 1]))
        for place, (label, number) in enumerate(numbers.items(), start=1)
    ]


def _form_url(terms: dict[str, str]) -> str:
    """The URL of the suggestion form with terms prefilled, relative to the site's root."""
    parameters = {query_parameter(facet): term for facet, term in terms.items()}
    return f"{SUGGEST_PATH}?{urlencode(parameters)}"


def _help_links(site: Site) -> Callable[[Entry, MissingFact], list[HelpLink]]:
    """A function that returns the links for supplying a missing fact of an entry."""
    repository, email = site.repository, site.catalog.identity.email

    def help_links(entry: Entry, fact: MissingFact) -> list[HelpLink]:
        found = []
        if fact.name == MISSING_ADDRESS:
            query = " ".join([f'"{entry.title}"', *entry.publishers, *entry.authors])
            found.append(HelpLink(_("Search the web"), WEB_SEARCH.format(words=quote_plus(query))))
        if address := repository.edit_url(entry.file):
            found.append(HelpLink(_("Edit its file"), address))
        page = site.absolute_url(entry.address)
        params = {
            "title": _("%(fact)s: “%(title)s”", fact=fact.title, title=entry.title),
            "body": _(
                "Page: %(page)s\n\n%(fact)s. This is what I know:\n",
                page=page,
                fact=fact.title,
            ),
        }
        if repository.issue_url:
            found.append(HelpLink(_("Tell us"), fill_url(repository.issue_url, params)))
        elif email:
            found.append(
                HelpLink(_("Tell us"), fill_url(_MAIL.format(to=quote(email, safe="@")), params))
            )
        return found

    return help_links
