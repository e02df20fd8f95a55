"""Report on new terms, for the person who has asked for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from resource_catalog.contribute.new_terms.added_terms import NewTerm, NewTerms
from resource_catalog.loading.yaml import yaml_file
from resource_catalog.model.messages import _, ngettext
from resource_catalog.model.records.vocabulary import PHASES


def new_terms_lines(new: NewTerms) -> Iterator[str]:
    """The lines of a report on new terms: each with the number of its rows."""
    by_facet: defaultdict[str, list[NewTerm]] = defaultdict(list)
    for term in new.terms:
        by_facet[term.facet].append(term)
    for facet, terms in by_facet.items():
        new_file = new.new_file(facet)
        if new_file:
            yield ngettext(
                "%(facet)s: a new vocabulary with %(num)s new term",
                "%(facet)s: a new vocabulary with %(num)s new terms",
                len(terms),
                facet=facet,
            )
        else:
            yield ngettext(
                "%(facet)s: %(num)s new term",
                "%(facet)s: %(num)s new terms",
                len(terms),
                facet=facet,
            )
        width = max(len(term.id) for term in terms)
        for term in terms:
            like = _("Is it the same as “%(term)s”?", term=term.like) if term.like else ""
            line = f"  {term.count:>5} × {term.id.ljust(width)}  {term.label}"
            yield f"{line}  {like}" if like else line
        if facet == PHASES and new_file:
            note = _(
                "Phases are steps, one after the other; “cycle: true” in their file makes a ring "
                "of them. What is no sequence is better a facet of its own: name its column."
            )
            yield f"  {note}"
        if new_file:
            yield from (f"  {note}" for note in _notes_on_new_vocabulary(new, facet, new_file))
        if any(term.like for term in terms):
            note = _(
                "If they mean the same, put them under “values:” in a mapping file, as their "
                "word: ours."
            )
            yield f"  {note}"


def _notes_on_new_vocabulary(new: NewTerms, facet: str, path: Path) -> Iterator[str]:
    """What to look at in the file of a new vocabulary: the name of one term, and the order."""
    file = yaml_file.display_path(path)
    if new.loaded and (singular := new.loaded.catalog.facets[facet].singular):
        yield _(
            "One of them is called “%(singular)s”; if that is wrong, change it in %(file)s.",
            singular=singular,
            file=file,
        )
    else:
        yield _("What is one of them called? Add a line “singular: …” to %(file)s.", file=file)
    yield _("The site shows them in the order of that file, so put steps in their order.")
