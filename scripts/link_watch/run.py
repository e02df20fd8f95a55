"""A run of the link watch, from what to ask to what to say. ``check_links.py`` is the command."""

from __future__ import annotations

import asyncio
import datetime
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from link_watch import edit
from link_watch.progress import Progress
from resource_catalog.links import (
    archive,
    journal,
    ledger,
    merge,
    report,
    selection,
    state,
    witness,
)
from resource_catalog.links.checker import check
from resource_catalog.links.conclude import Task, concluded, vouched_for, with_records
from resource_catalog.links.ledger import Ledger, Record
from resource_catalog.links.report import Row
from resource_catalog.links.targets import Finding, Settings, Target
from resource_catalog.load import Loaded, addresses, load

CANARY_GOOD = "https://www.iana.org/domains/reserved"
CANARY_BAD = "https://www.iana.org/this-page-is-not-there-and-never-was"


class CannotRun(Exception):
    """Nothing can be said of the links. The message says why."""


@dataclass(frozen=True)
class Options:
    """What the command was given. ``ledger_is_named`` tells a given ledger from the usual one."""

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
    timeout: float = 20
    proxy: str | None = None
    json: str | None = None
    format: str = "text"
    canary_good: str | None = None
    canary_bad: str | None = None
    no_canary: bool = False
    archive_api: str | None = None

    @property
    def writes_ledger(self) -> bool:
        """Trying out addresses or a change leaves no trace, unless a ledger is named for it."""
        return self.ledger_is_named or not (self.urls or self.changed_since)

    @property
    def settings(self) -> Settings:
        """How to ask."""
        return Settings(timeout=self.timeout, proxy=self.proxy)


def run(options: Options) -> int:
    """Do what the options say; gives the exit status."""
    if options.merge:
        return _merge(options)
    loaded = None if options.urls else load(options.catalog)
    task = _task(options, loaded)
    if task.targets and not options.no_canary and not options.urls:
        _sing(options, loaded)
    if not options.writes_ledger:
        records, findings = _look(options, task, None)
        return _say(options, _rows(options, task, records, findings))
    with journal.opened(options.ledger, options.today, task.kind) as notes:
        records, findings = _look(options, task, notes)
        done = with_records(task.ledger, records)
        if task.whole:
            done = ledger.only(done, [target.url for target in task.targets])
        if options.fix:
            done = edit.fix(task.targets, done, options.settings)
        shard = {"shard": options.shard or ""}
        done = ledger.with_totals(done.model_copy(update=shard), options.today)
        notes.settle(options.ledger, ledger.as_text(done))
    return _say(options, _rows(options, task, records, findings))


def _task(options: Options, loaded: Loaded | None) -> Task:
    task = _all(options, loaded)
    if options.shard:
        found = selection.of_shard(task.targets, options.shard)
        task = replace(task, targets=found, kind=f"{task.kind} {options.shard}", whole=False)
    return task


def _all(options: Options, loaded: Loaded | None) -> Task:
    """What to ask before it is split into shards."""
    known = read_ledger(options.ledger) if options.writes_ledger or loaded else ledger.EMPTY
    if loaded is None:
        text, name = _listed(options.urls)
        return Task(selection.from_list(text, name), known, kind="urls", at_once=state.NOT_THERE)
    if loaded.problems:
        print(
            f"{len(loaded.problems)} problems in the catalog: scripts/validate.py names them. "
            "The links that could be read are checked.",
            file=sys.stderr,
        )
    known = ledger.inherited(known, addresses(loaded.catalog.entries.values()))
    task = Task(selection.targets(loaded), known, vouched_for(loaded), whole=not loaded.problems)
    if options.entry:
        found = selection.of_entries(task.targets, options.entry)
        kind = f"entries {' '.join(sorted(options.entry))}"
        return replace(task, targets=found, kind=kind, at_once=state.NOT_THERE, whole=False)
    if options.changed_since:
        since = options.changed_since
        found = selection.changed_since(task.targets, options.catalog, since, _git)
        return replace(
            task, targets=found, kind=f"since {since}", at_once=state.SURELY_BROKEN, whole=False
        )
    return task


def _sing(options: Options, loaded: Loaded | None) -> None:
    """Ask the canary. A network that gets it wrong would get everything wrong."""
    own = loaded.catalog.identity.link_canary if loaded else None
    good = options.canary_good or (own.good if own else CANARY_GOOD)
    bad = options.canary_bad or (own.bad if own else CANARY_BAD)
    found = asyncio.run(check([Target(url=good), Target(url=bad)], options.settings))
    expected = (({"ok", "moved"}, "works"), ({"dead", "soft404"}, "does not"))
    for finding, (verdicts, truth) in zip(found, expected, strict=True):
        if finding.verdict not in verdicts:
            raise CannotRun(
                f"The network is at fault, not the catalog: {finding.url} surely {truth}, but is "
                f"judged “{finding.verdict}” ({finding.reason}). Nothing was checked and the "
                "ledger is left alone. --no-canary goes on all the same."
            )


def _look(
    options: Options, task: Task, notes: journal.Journal | None
) -> tuple[dict[str, Record], dict[str, Finding]]:
    """Ask whatever is not known yet; gives the new records and the findings by address."""
    findings = dict(notes.findings) if notes else {}
    pending = [target for target in task.addresses if target.url not in findings]
    if notes and findings:
        print(f"Going on with a run that was stopped: {len(findings)} done.", file=sys.stderr)
    with Progress("Checking links", len(pending)) as progress:

        def on_done(finding: Finding) -> None:
            findings[finding.url] = finding
            if notes:
                notes.note(finding)
            progress.step()

        asked = selection.with_memory(pending, task.ledger)
        asyncio.run(check(list(asked), options.settings, on_done))
    days = [(options.today, finding) for finding in findings.values()]
    records = concluded(task, [*(notes.earlier if notes else []), *days])
    wanted = [target for target in task.addresses if target.url in findings]
    if options.archive:
        _find_copies(options, wanted, records)
    if options.witness:
        _hear(options, wanted, findings, records)
    return records, findings


def _find_copies(options: Options, targets: Sequence[Target], records: dict[str, Record]) -> None:
    wanted = [
        (target, records[target.url])
        for target in targets
        if records[target.url].found in archive.WANTED and not records[target.url].archived_url
    ]
    if not wanted:
        return
    print(f"Looking for archived copies of {len(wanted)} links …", file=sys.stderr)
    endpoint = options.archive_api or archive.ENDPOINT
    found = asyncio.run(
        archive.copies(wanted, options.settings, check, options.today, endpoint=endpoint)
    )
    for url, copy in found.items():
        records[url] = replace(records[url], archived_url=copy)


def _hear(
    options: Options,
    targets: Sequence[Target],
    findings: dict[str, Finding],
    records: dict[str, Record],
) -> None:
    urls = [target.url for target in targets if findings[target.url].verdict != "unsafe"]
    if not urls:
        return
    print(f"Asking LinkChecker about {len(urls)} links …", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        try:
            heard = witness.ask(
                *(urls, Path(folder), sys.executable),
                proxy=options.proxy,
                timeout=options.timeout,
            )
        except witness.NoWitness as error:
            print(f"No second witness: {error}", file=sys.stderr)
            return
    for url in urls:
        other = witness.disagreement(findings[url].verdict, heard.get(url))
        records[url] = replace(records[url], witness=other)
        if other:
            print(f"{url}: we say {findings[url].verdict}. {other}", file=sys.stderr)
    print(f"LinkChecker spoke of {len(heard)} links.", file=sys.stderr)


def _merge(options: Options) -> int:
    """Join ledgers, and say from memory what is known."""
    base = read_ledger(options.ledger)
    parts = [read_ledger(path, must_exist=True) for path in options.merge or ()]
    done = merge.merged(parts, options.today, base)
    loaded = load(options.catalog) if options.catalog.is_dir() else None
    targets = selection.targets(loaded) if loaded else []
    if loaded:
        done = ledger.inherited(done, addresses(loaded.catalog.entries.values()))
    if loaded and not loaded.problems:
        done = ledger.with_totals(ledger.only(done, [t.url for t in targets]), options.today)
    if options.fix:
        done = edit.fix(targets, done, options.settings)
    journal.write_atomically(options.ledger, ledger.as_text(done))
    rows = [
        (report.remembered(target, done.links[target.url]), state.is_broken(done.links[target.url]))
        for target in targets
        if target.url in done.links
    ]
    return _say(options, rows)


def _rows(
    options: Options, task: Task, records: dict[str, Record], findings: dict[str, Finding]
) -> list[tuple[Row, bool]]:
    found = []
    for target in task.targets:
        record = records[target.url]
        row = report.row(target, findings[target.url], record, options.today)
        found.append((row, report.is_red(row, record, task.at_once)))
    return found


def _say(options: Options, found: Sequence[tuple[Row, bool]]) -> int:
    rows = [row for row, _ in found]
    red = [row for row, is_red in found if is_red]
    text = report.as_json(rows) + "\n"
    if options.json and options.json != "-":
        journal.write_atomically(Path(options.json), text)
    as_json = options.format == "json" or options.json == "-"
    if as_json:
        print(text, end="")
    elif listing := report.FORMATS[options.format](rows, red):
        print(listing)
    if as_json or options.format != "markdown":
        print(report.count(rows, red), file=sys.stderr if as_json else sys.stdout)
    sys.stdout.flush()
    return 1 if red else 0


def read_ledger(path: Path, *, must_exist: bool = False) -> Ledger:
    """A ledger from its file; an empty one where there is none yet."""
    if not must_exist and not path.exists():
        return ledger.EMPTY
    return ledger.parse(path.read_bytes())


def _listed(path: Path | None) -> tuple[str, str]:
    if path is None or str(path) == "-":
        return sys.stdin.read(), "standard input"
    try:
        return path.read_text(encoding="utf-8-sig"), path.as_posix()
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8 text.") from None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None when it fails."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise CannotRun(f"git cannot be run: {error.strerror}.") from None
    return done.stdout if done.returncode == 0 else None
