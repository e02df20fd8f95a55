"""The options of a run of the link checker."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from resource_catalog.links.ask.settings import Settings


class CannotCheckError(Exception):
    """The links cannot be checked. The message says why."""


@dataclass(frozen=True)
class Options:
    """The options. ``ledger_is_named`` is whether ``--ledger`` was given."""

    catalog: Path
    ledger: Path
    ledger_is_named: bool
    today: datetime.date
    changed_since: str | None = None
    entry: Sequence[str] = ()
    urls: Path | None = None
    shard: str | None = None
    merge: Sequence[Path] | None = None
    fix: bool = False
    archive: bool = False
    witness: bool = False
    timeout: float = Settings.timeout
    proxy: str | None = None
    json: str | None = None
    format: str = "text"
    canary_good: str | None = None
    canary_bad: str | None = None
    no_canary: bool = False
    archive_api: str | None = None

    @property
    def writes_ledger(self) -> bool:
        """Whether the run updates the ledger; for URL lists and changes only if one is named."""
        return self.ledger_is_named or not (self.urls or self.changed_since)

    @property
    def settings(self) -> Settings:
        """The settings of the link checker."""
        return Settings(timeout=self.timeout, proxy=self.proxy)
