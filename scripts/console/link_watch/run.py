"""A run of the link watch, from what to ask to what to say. ``check_links.py`` is the command."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from console.git import git_text
from console.link_watch import rewrite, second_opinions
from console.link_watch.canary import ask_canary
from console.link_watch.ledger_file import read_ledger
from console.link_watch.merge_shards import merge_shards
from console.link_watch.options import CannotRun, Options
from console.link_watch.output import print_outcome
from console.link_watch.progress import Progress
from resource_catalog.links import journal, ledger, scope, selection
from resource_catalog.links.checker import check
from resource_catalog.links.conclude import Task, concluded, with_records
from resource_catalog.links.ledger import Record
from resource_catalog.links.outcome import of_run
from resource_catalog.links.targets import Finding
from resource_catalog.load import Loaded, load


def run(options: Options) -> int:
    """Do what the options say; gives the exit status."""
    if options.merge:
        return merge_shards(options)
    loaded = None if options.urls else load(options.catalog)
    task = _task(options, loaded)
    if task.targets and not options.no_canary and not options.urls:
        ask_canary(options, loaded)
    if not options.writes_ledger:
        records, findings = _look(options, task, None)
        return print_outcome(options, of_run(task, records, findings, options.today))
    with journal.opened(options.ledger, options.today, task.kind) as notes:
        records, findings = _look(options, task, notes)
        done = with_records(task.ledger, records)
        if task.whole:
            done = ledger.only(done, [target.url for target in task.targets])
        if options.fix:
            done = rewrite.rewrite_moved(task.targets, done, options.settings)
        shard = {"shard": options.shard or ""}
        done = ledger.with_totals(done.model_copy(update=shard), options.today)
        notes.settle(options.ledger, ledger.as_text(done))
    return print_outcome(options, of_run(task, records, findings, options.today))


def _task(options: Options, loaded: Loaded | None) -> Task:
    """What to ask: everything, or the part that the options name."""
    known = read_ledger(options.ledger) if options.writes_ledger or loaded else ledger.EMPTY
    if loaded is None:
        text, name = _listed(options.urls)
        task = scope.of_list(text, name, known)
    else:
        if loaded.problems:
            print(
                f"{len(loaded.problems)} problems in the catalog: scripts/validate.py names them. "
                "The links that could be read are checked.",
                file=sys.stderr,
            )
        task = scope.of_catalog(loaded, known)
        if options.entry:
            task = scope.of_entries(task, options.entry)
        elif options.changed_since:
            task = scope.of_change(task, options.catalog, options.changed_since, git_text)
    return scope.of_shard(task, options.shard) if options.shard else task


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
        second_opinions.find_copies(options, wanted, records)
    if options.witness:
        second_opinions.ask_linkchecker(options, wanted, findings, records)
    return records, findings


def _listed(path: Path | None) -> tuple[str, str]:
    if path is None or str(path) == "-":
        return sys.stdin.read(), "standard input"
    try:
        return path.read_text(encoding="utf-8-sig"), path.as_posix()
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8 text.") from None
