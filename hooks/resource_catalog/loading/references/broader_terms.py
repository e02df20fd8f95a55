"""Check that the broader term of each term exists, and that none leads in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted
from resource_catalog.model.records.vocabulary import Term, Vocabulary


def broader_terms(loaded: LoadedCatalog) -> Iterator[Problem]:
    """The term above another is one of its vocabulary, and no term is above itself."""
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        for index, term in enumerate(vocabulary.terms):
            path = ("terms", index, "broader")
            if term.broader is None:
                continue
            if term.broader not in vocabulary.by_id:
                message = _(
                    "There is no term %(term)s in this vocabulary.", term=quoted(term.broader)
                )
                hint = did_you_mean(term.broader, vocabulary.by_id) or _(
                    "Add that term, or remove this line to put the term at the top."
                )
                replacement = certain_match(term.broader, vocabulary.by_id)
                yield document.problem("unknown-term", path, message, hint, replacement=replacement)
            elif circle := _circle(vocabulary, term):
                message = _("“broader” goes in a circle: %(way)s.", way=" → ".join(circle))
                hint = _("Remove one of these lines to put its term at the top.")
                yield document.problem("reference-loop", path, message, hint)


def _circle(vocabulary: Vocabulary[Term], term: Term) -> list[str]:
    """The ids of the terms by which a term is above itself; empty if it is not."""
    way, passed = [term.id], {term.id}
    step = term.broader
    while step and step in vocabulary.by_id:
        way.append(step)
        if step == term.id:
            return way
        if step in passed:
            break  # a circle of others
        passed.add(step)
        step = vocabulary.by_id[step].broader
    return []


CHECKS = (broader_terms,)
