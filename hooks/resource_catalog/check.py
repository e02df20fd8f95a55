"""Checks: the rules that concern more than one value, and the one way to open a catalog.

:func:`open_catalog` is what every entry point calls, so ``validate`` and the
build can never disagree. Each rule is one function from what was loaded to the
problems it finds; add yours to :data:`RULES_ACROSS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from resource_catalog import urls
from resource_catalog.catalog import Catalog
from resource_catalog.convert import keys_of
from resource_catalog.documents import Document
from resource_catalog.load import Loaded, load
from resource_catalog.model import PHASES, STAGES, Entry, Phase, Stage
from resource_catalog.problems import Problem
from resource_catalog.suggestions import did_you_mean
from resource_catalog.yaml_text import Path as Place

RESERVED_FACETS = frozenset(
    """
    assets browse collections contribute data embed feeds link links resources
    search shelf js about
    """.split()
)
"""First parts of addresses that the site itself uses, so that no facet may."""


def open_catalog(
    folder: Path, icons: Collection[str] | None = None
) -> tuple[Catalog | None, list[Problem]]:
    """Load and check a catalog folder.

    ``icons`` are the names a term's icon may have; None leaves icons unchecked.
    Gives the catalog, or None when there is any problem, and all problems in
    the order of files and lines. Raises ``load.UnusableFolder``.
    """
    loaded = load(folder)
    problems = list(loaded.problems)
    for rule in RULES_ACROSS:
        problems += rule(loaded)
    if icons is not None:
        problems += unknown_icons(loaded, icons)
    problems = sorted(set(problems))
    return (None if problems else loaded.catalog), problems


def reserved_names(loaded: Loaded) -> Iterator[Problem]:
    """No facet may take a key of the entry model or an address of the site."""
    taken: dict[str, str] = {}
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        key = vocabulary.key or facet
        path = ("key",) if vocabulary.key else ()
        if facet in RESERVED_FACETS:
            message = f"The site itself uses the address /{facet}/."
            yield document.problem("reserved-name", (), message, "Rename the file.")
        if key.replace("-", "_") in keys_of(Entry):
            message = f"Entries already have a key “{key}” that means something else."
            yield document.problem("reserved-name", path, message, "Choose another key.")
        other = taken.setdefault(key.replace("-", "_"), facet)
        if other != facet:
            message = f"The vocabulary “{other}” already has the key “{key}”."
            yield document.problem("reserved-name", path, message, "Choose another key.")


def duplicate_terms(loaded: Loaded) -> Iterator[Problem]:
    """A vocabulary names each term once."""
    for facet, vocabulary in loaded.catalog.facets.items():
        document = loaded.facet_documents[facet]
        first: dict[str, int] = {}
        for index, term in enumerate(vocabulary.terms):
            other = first.setdefault(term.id, index)
            if other != index:
                yield document.problem(
                    "duplicate-term",
                    ("terms", index, "id"),
                    f"The term “{term.id}” is also at {document.where(('terms', other, 'id'))}.",
                    "Keep one of the two.",
                )


def duplicate_titles(loaded: Loaded) -> Iterator[Problem]:
    """No two entries go by the same title, other titles included."""
    first: dict[str, tuple[str, Place]] = {}
    for entry, document in _entries(loaded):
        titles: list[tuple[Place, str]] = [(("title",), entry.title)]
        titles += [(("also_known_as", i), t) for i, t in enumerate(entry.also_known_as)]
        for path, title in titles:
            other_id, other_path = first.setdefault(title_key(title), (entry.id, path))
            if other_id == entry.id and other_path == path:
                continue
            where = loaded.entry_documents[other_id].where(other_path)
            yield document.problem(
                "duplicate-title",
                path,
                f"“{title}” is also a title at {where}.",
                "Is it the same resource? Then keep one file.",
            )


def duplicate_urls(loaded: Loaded) -> Iterator[Problem]:
    """Each address stands once, whichever way it is spelled; shared landing pages aside."""
    first: dict[str, tuple[str, Place]] = {}
    for entry, document in _entries(loaded):
        for index, link in enumerate(entry.links):
            if link.role == "landing":
                continue
            path: Place = ("links", index, "url")
            key = urls.same_address_key(link.url)
            other_id, other_path = first.setdefault(key, (entry.id, path))
            if other_id == entry.id and other_path == path:
                continue
            where = loaded.entry_documents[other_id].where(other_path)
            yield document.problem(
                "duplicate-url",
                path,
                f"This address is also at {where}.",
                "Keep it in one place; a page shared by several resources has role: landing.",
            )


def access_and_links(loaded: Loaded) -> Iterator[Problem]:
    """What an entry says about access agrees with the links it has."""
    for entry, document in _entries(loaded):
        primaries = [i for i, link in enumerate(entry.links) if link.role == "primary"]
        for extra in primaries[1:]:
            yield document.problem(
                "primary-link",
                ("links", extra),
                f"The primary link is already at {document.where(('links', primaries[0]))}.",
                "Give this one role: alternate.",
            )
        reachable = [link for link in entry.links if link.role in ("primary", "alternate")]
        if reachable and not primaries:
            message = "None of the links is the primary one."
            yield document.problem(
                "primary-link", ("links",), message, "Give the link to open first role: primary."
            )
        if entry.access == "unlocated" and reachable:
            yield document.problem(
                "unexpected-link",
                ("access",),
                "The access is “unlocated”, but there is a link to open.",
                "Write access: open, or give the link role: archive.",
            )
        elif entry.access in ("open", "sign-in", "paid") and not reachable:
            yield document.problem(
                "missing-link",
                ("access",),
                "There is no link to open.",
                "Add links, or write access: unlocated when the address is lost.",
            )
        if entry.access == "on-request" and entry.request_from is None:
            yield document.problem(
                "missing-key",
                ("access",),
                "The key “request_from” is missing.",
                "Write whom to ask, or request_from: unknown.",
            )


def references(loaded: Loaded) -> Iterator[Problem]:
    """Every id that an entry, a phase or a stage names is the id of an entry."""
    known = loaded.catalog.entries.keys() | loaded.broken_ids
    renamed = {alias: e.id for e in loaded.catalog.entries.values() for alias in e.aliases}

    def missing(document: Document, path: Place, named: str) -> Iterator[Problem]:
        if named not in known:
            hint = did_you_mean(named, known)
            if named in renamed:
                hint = f"It is now called “{renamed[named]}”."
            message = f"There is no entry “{named}”."
            yield document.problem("unknown-entry", path, message, hint)

    for entry, document in _entries(loaded):
        for path, named in _references_of(entry):
            if named == entry.id:
                message = "The entry names itself here."
                yield document.problem("refers-to-itself", path, message, "Name another one.")
            else:
                yield from missing(document, path, named)
    for term_index, stage, document in _stages(loaded):
        for kind in ("questions", "tasks"):
            for index, prompt in enumerate(getattr(stage, kind)):
                base: Place = ("terms", term_index, kind, index, "entries")
                yield from _repeated(document, base, prompt.entries)
                for i, named in enumerate(prompt.entries):
                    yield from missing(document, (*base, i), named)
    for term_index, phase, document in _phases(loaded):
        for i, named in enumerate(phase.sequence):
            yield from missing(document, ("terms", term_index, "sequence", i), named)


def sequences(loaded: Loaded) -> Iterator[Problem]:
    """A phase's curated order names only entries that are tagged with the phase, each once."""
    for term_index, phase, document in _phases(loaded):
        base: Place = ("terms", term_index, "sequence")
        yield from _repeated(document, base, phase.sequence)
        for index, named in enumerate(phase.sequence):
            entry = loaded.catalog.entries.get(named)
            if entry is not None and phase.id not in entry.tags.get(PHASES, ()):
                yield document.problem(
                    "sequence-untagged",
                    (*base, index),
                    f"“{named}” stands in “{phase.id}” but {entry.file} does not have that phase.",
                    f"Add {phase.id} to its phases, or take it out here.",
                )


def loops(loaded: Loaded) -> Iterator[Problem]:
    """Neither replaced_by nor part_of leads back to where it started."""
    entries = loaded.catalog.entries
    for key in ("replaced_by", "part_of"):
        for entry, document in _entries(loaded):
            way = [entry.id]
            while (step := getattr(entries.get(way[-1]), key, None)) and step not in way:
                way.append(step)
            if step == entry.id and len(way) > 1:
                yield document.problem(
                    "reference-loop",
                    (key,),
                    f"“{key}” goes in a circle: {' → '.join([*way, entry.id])}.",
                    "Take one of these out.",
                )


def aliases(loaded: Loaded) -> Iterator[Problem]:
    """An old id belongs to one entry, and to no living one."""
    first: dict[str, tuple[str, Place]] = {}
    for entry, document in _entries(loaded):
        for index, alias in enumerate(entry.aliases):
            path: Place = ("aliases", index)
            hint = "An address can lead to one entry only; take it out here."
            if alias in loaded.entry_documents or alias in loaded.broken_ids:
                other = loaded.entry_documents.get(alias)
                where = other.where(("title",)) if other else alias
                message = f"“{alias}” is the id of the entry at {where}."
                yield document.problem("alias-taken", path, message, hint)
                continue
            other_id, other_path = first.setdefault(alias, (entry.id, path))
            if (other_id, other_path) != (entry.id, path):
                where = loaded.entry_documents[other_id].where(other_path)
                message = f"“{alias}” is also an alias at {where}."
                yield document.problem("alias-taken", path, message, hint)


def unknown_icons(loaded: Loaded, icons: Collection[str]) -> Iterator[Problem]:
    """Every icon named comes with the theme."""
    for facet, vocabulary in loaded.catalog.facets.items():
        for index, term in enumerate(vocabulary.terms):
            if term.icon is not None and term.icon not in icons:
                yield loaded.facet_documents[facet].problem(
                    "bad-icon",
                    ("terms", index, "icon"),
                    f"There is no icon “{term.icon}”.",
                    did_you_mean(term.icon, icons) or "Write a name such as material/file-chart.",
                )


RULES_ACROSS: tuple[Callable[[Loaded], Iterator[Problem]], ...] = (
    reserved_names,
    duplicate_terms,
    duplicate_titles,
    duplicate_urls,
    access_and_links,
    references,
    sequences,
    loops,
    aliases,
)


def title_key(title: str) -> str:
    """Equal for titles that differ only in case, accents, punctuation and spaces."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain).strip() or title


def _entries(loaded: Loaded) -> Iterator[tuple[Entry, Document]]:
    for entry in loaded.catalog.entries.values():
        yield entry, loaded.entry_documents[entry.id]


def _phases(loaded: Loaded) -> Iterator[tuple[int, Phase, Document]]:
    if PHASES in loaded.catalog.facets:
        for index, phase in enumerate(loaded.catalog.phases):
            yield index, phase, loaded.facet_documents[PHASES]


def _stages(loaded: Loaded) -> Iterator[tuple[int, Stage, Document]]:
    if STAGES in loaded.catalog.facets:
        for index, stage in enumerate(loaded.catalog.stages):
            yield index, stage, loaded.facet_documents[STAGES]


def _references_of(entry: Entry) -> Iterator[tuple[Place, str]]:
    if entry.part_of:
        yield ("part_of",), entry.part_of
    if entry.replaced_by:
        yield ("replaced_by",), entry.replaced_by
    for index, named in enumerate(entry.related):
        yield ("related", index), named


def _repeated(document: Document, base: Place, items: tuple[str, ...]) -> Iterator[Problem]:
    for index, item in enumerate(items):
        if item in items[:index]:
            message = f"“{item}” is listed twice."
            yield document.problem("duplicate-item", (*base, index), message, "Keep one of them.")
