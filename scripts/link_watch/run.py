"""A run of the link watch, from what to ask to what to say. ``check_links.py`` is the command."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from link_watch import edit, others
from link_watch.canary import sing
from link_watch.join import join
from link_watch.memory import read_ledger
from link_watch.options import CannotRun, Options
from link_watch.progress import Progress
from link_watch.say import rows, say
from resource_catalog.links import journal, ledger, selection, state
from resource_catalog.links.checker import check
from resource_catalog.links.conclude import (
    RunPlan,
    retired_entries,
    updated_records,
    verified_dates,
    with_records,
)
from resource_catalog.links.ledger import LinkRecord
from resource_catalog.links.targets import Finding
from resource_catalog.load import Loaded, addresses, load


def run(options: Options) -> int:
    """Do what the options say; gives the exit status."""
    if options.merge:
        return join(options)
    loaded = None if options.urls else load(options.catalog)
    plan = _task(options, loaded)
    if plan.targets and not options.no_canary and not options.urls:
        sing(options, loaded)
    if not options.writes_ledger:
        records, findings = _look(options, plan, None)
        return say(options, rows(options, plan, records, findings))
    with journal.open_journal(options.ledger, options.today, plan.run_key) as run_journal:
        records, findings = _look(options, plan, run_journal)
        done = with_records(plan.ledger, records)
        if plan.is_complete:
            done = ledger.keep_only(done, [target.url for target in plan.targets])
        if options.fix:
            done = edit.fix(plan.targets, done, options.settings)
        shard = {"shard": options.shard or ""}
        done = ledger.with_totals(done.model_copy(update=shard), options.today)
        run_journal.commit(options.ledger, ledger.to_json(done))
    return say(options, rows(options, plan, records, findings))


def _task(options: Options, loaded: Loaded | None) -> RunPlan:
    plan = _all(options, loaded)
    if options.shard:
        found = selection.select_shard(plan.targets, options.shard)
        plan = replace(
            plan, targets=found, run_key=f"{plan.run_key} {options.shard}", is_complete=False
        )
    return plan


def _all(options: Options, loaded: Loaded | None) -> RunPlan:
    """What to ask before it is split into shards."""
    known = read_ledger(options.ledger) if options.writes_ledger or loaded else ledger.EMPTY
    if loaded is None:
        text, name = _listed(options.urls)
        return RunPlan(
            selection.parse_url_list(text, name),
            known,
            run_key="urls",
            fail_on=state.BROKEN_VERDICTS,
        )
    if loaded.problems:
        print(
            f"{len(loaded.problems)} problems in the catalog: scripts/validate.py names them. "
            "The links that could be read are checked.",
            file=sys.stderr,
        )
    known = ledger.with_former_urls(known, addresses(loaded.catalog.entries.values()))
    plan = RunPlan(
        selection.all_targets(loaded),
        known,
        verified_dates(loaded),
        is_complete=not loaded.problems,
        retired_entries=retired_entries(loaded),
    )
    if options.entry:
        found = selection.select_entries(plan.targets, options.entry)
        kind = f"entries {' '.join(sorted(options.entry))}"
        return replace(
            plan, targets=found, run_key=kind, fail_on=state.BROKEN_VERDICTS, is_complete=False
        )
    if options.changed_since:
        since = options.changed_since
        found = selection.select_changed(plan.targets, options.catalog, since, _git)
        return replace(
            plan,
            targets=found,
            run_key=f"since {since}",
            fail_on=state.CERTAINLY_BROKEN,
            is_complete=False,
        )
    return plan


def _look(
    options: Options, plan: RunPlan, run_journal: journal.Journal | None
) -> tuple[dict[str, LinkRecord], dict[str, Finding]]:
    """Ask whatever is not known yet; gives the new records and the findings by address."""
    findings = dict(run_journal.findings) if run_journal else {}
    pending = [target for target in plan.unique_targets if target.url not in findings]
    if run_journal and findings:
        print(f"Going on with a run that was stopped: {len(findings)} done.", file=sys.stderr)
    with Progress("Checking links", len(pending)) as progress:

        def on_done(finding: Finding) -> None:
            findings[finding.url] = finding
            if run_journal:
                run_journal.add(finding)
            progress.step()

        asked = selection.with_known_facts(pending, plan.ledger)
        asyncio.run(check(list(asked), options.settings, on_done))
    days = [(options.today, finding) for finding in findings.values()]
    records = updated_records(plan, [*(run_journal.earlier_findings if run_journal else []), *days])
    wanted = [target for target in plan.unique_targets if target.url in findings]
    if options.archive:
        others.find_copies(options, wanted, records)
    if options.witness:
        others.hear(options, wanted, findings, records)
    return records, findings


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
