"""Check a loaded catalog against all rules that concern more than one value.

Every entry point calls :func:`open_catalog`, so ``validate.py`` and the build
always agree. A check is a function that takes a loaded catalog and yields
problems; add new ones to :data:`CHECKS`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from resource_catalog.loading import duplicates, reserved_facet_names
from resource_catalog.loading.catalog_checks import (
    brand_checks,
    catalog_settings_checks,
    entry_checks,
    file_checks,
    tool_checks,
)
from resource_catalog.loading.catalog_checks.date_checks import future_days
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.loading.own_pages import page_contents, page_files
from resource_catalog.loading.record_cache import RecordCache
from resource_catalog.loading.references import (
    body_references,
    broader_terms,
    cross_references,
    former_addresses,
    situation_checks,
)
from resource_catalog.loading.self_check import question_ids
from resource_catalog.loading.translations import language_checks
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.did_you_mean import certain_match, did_you_mean
from resource_catalog.model.messages import _, listed
from resource_catalog.model.messages.own_words import ALIASES, NAMES, is_name, lost_values
from resource_catalog.model.problems import Problem, quoted


def open_catalog(
    folder: Path,
    icons: Collection[str] | None = None,
    cache: RecordCache | None = None,
    *,
    today: datetime.date | None = None,
) -> tuple[Catalog | None, list[Problem]]:
    """Load and check a catalog folder.

    ``icons`` are the names that icons of terms may have; with None, icons are
    not checked. Without ``today``, neither are days in the future. Returns the
    catalog, or None if there is any problem, and all
    problems in the order of files and lines. With a ``cache``, only changed
    records are parsed. Raises ``folder_layout.UnusableFolderError``.
    """
    loaded = load(folder, cache, today=today)
    problems = problems_of(loaded, icons, today=today)
    return (None if problems else loaded.catalog), problems


def problems_of(
    loaded: LoadedCatalog,
    icons: Collection[str] | None = None,
    *,
    today: datetime.date | None = None,
) -> list[Problem]:
    """All problems of a loaded catalog, in the order of files and lines.

    ``icons`` and ``today`` are as for :func:`open_catalog`.
    """
    problems = list(loaded.problems)
    for check in CHECKS:
        problems += check(loaded)
    if icons is not None:
        problems += unknown_icons(loaded, icons)
    if today is not None:
        problems += future_days(loaded, today)
    return sorted(set(problems))


def wrong_words(loaded: LoadedCatalog) -> Iterator[Problem]:
    """Names are known, and a text asks for no value that the one it replaces does not have."""
    document = loaded.identity_document
    if document is None:
        return
    for key, text in loaded.catalog.identity.words.items():
        if is_name(key) and key not in NAMES and key not in ALIASES:
            yield document.problem(
                "unknown-key",
                ("words", key),
                _("%(name)s is not one of the names for words of the site.", name=quoted(key)),
                did_you_mean(key, NAMES) or _("Known are: %(terms)s.", terms=listed(NAMES)),
                key=True,
            )
        elif not is_name(key) and (unknown := lost_values(key, text)):
            yield document.problem(
                "unknown-value",
                ("words", key),
                _("Nothing gives the value of %(names)s here.", names=listed(unknown)),
                _("Use only the names in braces from the text that this one replaces."),
            )


def unknown_icons(loaded: LoadedCatalog, icons: Collection[str]) -> Iterator[Problem]:
    """Every icon of a term exists in the theme."""
    for facet, vocabulary in loaded.catalog.facets.items():
        for index, term in enumerate(vocabulary.terms):
            if term.icon is not None and term.icon not in icons:
                yield loaded.facet_documents[facet].problem(
                    "bad-icon",
                    ("terms", index, "icon"),
                    _("There is no icon %(icon)s.", icon=quoted(term.icon)),
                    did_you_mean(term.icon, icons)
                    or _("Write a name such as material/file-chart."),
                    replacement=certain_match(term.icon, icons),
                )


CHECKS: tuple[Callable[[LoadedCatalog], Iterator[Problem]], ...] = (
    *reserved_facet_names.CHECKS,
    *broader_terms.CHECKS,
    *catalog_settings_checks.CHECKS,
    *entry_checks.CHECKS,
    *body_references.CHECKS,
    wrong_words,
    *brand_checks.CHECKS,
    *page_files.CHECKS,
    *page_contents.CHECKS,
    *tool_checks.CHECKS,
    *duplicates.CHECKS,
    *cross_references.CHECKS,
    *file_checks.CHECKS,
    *question_ids.CHECKS,
    *former_addresses.CHECKS,
    *situation_checks.CHECKS,
    *language_checks.CHECKS,
)
