"""Hold the terms that come into a catalog, with the files to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from resource_catalog.loading.loaded_catalog import LoadedCatalog


class NewTermsError(Exception):
    """Terms cannot be made of a column. The message has the reason."""


@dataclass(frozen=True)
class NewTerm:
    """A new term of a facet, in how many cells its word stands, and a term that is much like it."""

    facet: str
    id: str
    label: str
    count: int
    like: str | None = None


@dataclass(frozen=True)
class NewTerms:
    """New terms, the catalog that has them, and the files to write; see ``ImportPlan``."""

    terms: Sequence[NewTerm] = ()
    loaded: LoadedCatalog | None = None
    new_texts: Mapping[Path, str] = field(default_factory=dict)
    old_texts: Mapping[Path, str] = field(default_factory=dict)

    def as_data(self) -> list[dict[str, Any]]:
        """The terms as data for programs."""
        return [
            {"facet": t.facet, "id": t.id, "label": t.label, "count": t.count, "like": t.like}
            for t in self.terms
        ]

    def new_file(self, facet: str) -> Path | None:
        """The file of a facet that had no vocabulary before."""
        new = self.new_texts.keys() - self.old_texts.keys()
        return next((path for path in new if path.stem == facet), None)


NO_NEW_TERMS = NewTerms()
