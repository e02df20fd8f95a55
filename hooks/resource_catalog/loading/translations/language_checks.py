"""Check the languages that a catalog says it is translated into."""

from __future__ import annotations

from collections.abc import Iterator

from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.messages import _
from resource_catalog.model.problems import Problem, quoted


def other_languages(loaded: LoadedCatalog) -> Iterator[Problem]:
    """None of them is the language of the catalog itself."""
    identity, document = loaded.catalog.identity, loaded.identity_document
    if document and identity.language in identity.languages:
        yield document.problem(
            "bad-language",
            ("languages", identity.language),
            _("%(value)s is the language of the catalog itself.", value=quoted(identity.language)),
            _("A translation is into another one."),
            key=True,
        )


CHECKS = (other_languages,)
