"""The options of ``check_links.py``: parsed from the command line and validated."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit

from environment import default_catalog
from resource_catalog.links.ask.settings import Settings
from resource_catalog.loading.folder_layout import LEDGER_FILE

FORMATS = ("text", "json", "github", "markdown")


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
    proof: Path | None = None
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


def read_options(description: str | None) -> Options:
    """Parse the arguments; exit with status 2 and a one-line message if they are invalid."""
    parser = _parser(description)
    given = parser.parse_args()
    chosen = [name for name in ("changed_since", "urls", "merge") if getattr(given, name)]
    if len(chosen) > 1 or (chosen and given.entry):
        parser.error("choose one of --changed-since, --entry, --urls and --merge")
    if given.merge and given.shard:
        parser.error("choose one of --shard and --merge")
    if given.fix and (given.urls or given.changed_since or given.shard):
        parser.error("--fix goes with a run over the catalog, or with --merge")
    if given.proof and not given.fix:
        parser.error("--proof goes with --fix")
    if given.json not in (None, "-") and not Path(given.json).absolute().parent.is_dir():
        parser.error(f"there is no folder for {given.json}")
    named = given.ledger is not None
    values = vars(given)
    values["today"] = given.today or datetime.date.today()
    values["ledger"] = given.ledger or given.catalog / LEDGER_FILE
    return Options(**values, ledger_is_named=named)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Exit with a one-line message instead of the usage."""
        self.exit(2, f"{message[:1].upper()}{message[1:]} (--help explains everything)\n")


def _parser(description: str | None) -> argparse.ArgumentParser:
    parser = _Parser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    what = parser.add_argument_group("what to check")
    what.add_argument("--catalog", type=Path, default=Path(default_catalog()), metavar="DIR")
    what.add_argument("--changed-since", metavar="GITREF", help="only what was added or altered")
    what.add_argument("--entry", nargs="+", action="extend", default=[], metavar="ID")
    what.add_argument(
        "--urls",
        type=Path,
        metavar="FILE",
        help='addresses in no entry, one a line or a JSON list of {"url", "title"}; - for stdin',
    )
    what.add_argument("--shard", metavar="I/N", help="only part I of N; a host is never split")
    what.add_argument(
        "--merge",
        nargs="+",
        type=Path,
        metavar="LEDGER",
        help="ask nothing; join the ledgers of shards into --ledger",
    )
    add("--ledger", type=Path, metavar="FILE", help=f"default: {LEDGER_FILE} in the catalog")
    add("--fix", action="store_true", help="write new addresses of moved links into the entries")
    add("--proof", type=Path, metavar="FILE", help="write why --fix took each, as Markdown")
    add("--archive", action="store_true", help="look for archived copies of what is not there")
    add(
        "--witness",
        action="store_true",
        help="also ask LinkChecker, and note where it disagrees; started by root it runs as "
        "nobody where nobody can use this Python, and otherwise as root",
    )
    add("--today", type=_day, metavar="DATE", help="the day to count from, such as 2026-11-21")
    add(
        "--timeout",
        type=_seconds,
        default=Settings.timeout,
        metavar="S",
        help="default: %(default)s",
    )
    add("--proxy", type=_proxy, metavar="URL", help="default: that of the environment")
    add("--json", metavar="FILE", help="also write a JSON list of all links; - for stdout")
    add("--format", choices=FORMATS, default="text", help="of what is printed: %(choices)s")
    canary = parser.add_argument_group("the canary: two addresses asked first")
    canary.add_argument("--canary-good", metavar="URL", help="one that surely works")
    canary.add_argument("--canary-bad", metavar="URL", help="one that surely does not")
    canary.add_argument("--no-canary", action="store_true", help="go on without")
    add("--archive-api", metavar="URL", help=argparse.SUPPRESS)  # for tests
    return parser


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day such as 2026-11-21") from None


def _proxy(text: str) -> str:
    try:
        parts = urlsplit(text)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return text
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"“{text}” is not a proxy such as http://proxy.example:3128")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= 3600:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds")
    return seconds
