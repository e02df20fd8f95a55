"""Run the link checker: plan, check, update the ledger and report."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from console.git import git_text
from console.link_watch import rewrite
from console.link_watch.archived_copies import find_archived_copies
from console.link_watch.check_canary import check_canary
from console.link_watch.errors import CannotCheckError
from console.link_watch.ledger_file import read_ledger, remove_older, stamp, writing_ledger
from console.link_watch.merge_shards import merge_shards
from console.link_watch.options import Options
from console.link_watch.output import print_outcome
from console.link_watch.progress import Progress
from console.link_watch.second_opinions import add_second_opinions
from resource_catalog.links.checker import check
from resource_catalog.links.finding import Finding
from resource_catalog.links.record import link_selection, run_journal, run_plan
from resource_catalog.links.record.run_plan import RunPlan
from resource_catalog.links.record.updated_records import updated_records
from resource_catalog.links.report.run_outcome import run_outcome
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.loaded_catalog import LoadedCatalog
from resource_catalog.model.ledger import ledger_text, link_ledger
from resource_catalog.model.ledger.link_ledger import LinkRecord
from resource_catalog.model.messages import _


def run(options: Options) -> int:
    """Run with the given options; return the exit status."""
    if options.merge:
        return merge_shards(options)
    before = stamp(options.ledger)
    loaded = None if options.urls else load(options.catalog)
    plan = _plan(options, loaded)
    if plan.targets and not options.no_canary and not options.urls:
        check_canary(options, loaded)
    if not options.writes_ledger:
        records, findings = _check_targets(options, plan, None)
        return print_outcome(options, run_outcome(plan, records, findings, options.today))
    with run_journal.open_journal(options.ledger, options.today, plan.run_key) as journal:
        records, findings = _check_targets(options, plan, journal)
        done = link_ledger.with_records(plan.ledger, records)
        if plan.is_complete:
            done = link_ledger.keep_only(done, [target.url for target in plan.targets])
        if options.fix:
            done = rewrite.rewrite_moved_links(plan.targets, done, options)
        shard = {"shard": options.shard or ""}
        done = link_ledger.with_totals(done.model_copy(update=shard), options.today)
        with writing_ledger(options, before) as inside:
            journal.commit(options.ledger, ledger_text.to_text(done), inside)
            remove_older(options.ledger)
    return print_outcome(options, run_outcome(plan, records, findings, options.today))


def _plan(options: Options, loaded: LoadedCatalog | None) -> RunPlan:
    """The plan of the run: the whole catalog or the part that the options select."""
    known = read_ledger(options.ledger) if options.writes_ledger or loaded else link_ledger.EMPTY
    if loaded is None:
        text, name = _read_url_list(options.urls)
        plan = run_plan.plan_url_list(text, name, known)
    else:
        if loaded.problems:
            print(
                _(
                    "%(number)s problems in the catalog: scripts/validate.py lists them. The "
                    "links that could be read are checked.",
                    number=len(loaded.problems),
                ),
                file=sys.stderr,
            )
        plan = run_plan.plan_catalog(loaded, known)
        if options.entry:
            plan = run_plan.limit_to_entries(plan, options.entry)
        elif options.changed_since:
            plan = run_plan.limit_to_changes(plan, options.catalog, options.changed_since, git_text)
    return run_plan.limit_to_shard(plan, options.shard) if options.shard else plan


def _check_targets(
    options: Options, plan: RunPlan, journal: run_journal.Journal | None
) -> tuple[dict[str, LinkRecord], dict[str, Finding]]:
    """Check what the journal does not have yet; return new records and findings by URL."""
    findings = dict(journal.findings) if journal else {}
    pending = [target for target in plan.unique_targets if target.url not in findings]
    if journal and findings:
        print(
            _("Continuing a run that was stopped: %(number)s done.", number=len(findings)),
            file=sys.stderr,
        )
    with Progress(_("Checking links"), len(pending)) as progress:

        def on_done(finding: Finding) -> None:
            findings[finding.url] = finding
            if journal:
                journal.add(finding)
            progress.step()

        targets = link_selection.with_known_facts(pending, plan.ledger)
        asyncio.run(check(list(targets), options.settings, on_done))
    days = [(options.today, finding) for finding in findings.values()]
    earlier = journal.earlier_findings if journal else []
    records = updated_records(plan.ledger, [*earlier, *days], plan.verified)
    checked = [target for target in plan.unique_targets if target.url in findings]
    if options.archive:
        find_archived_copies(options, checked, records)
    if options.witness:
        add_second_opinions(options, checked, findings, records)
    return records, findings


def _read_url_list(path: Path | None) -> tuple[str, str]:
    if path is None or str(path) == "-":
        return sys.stdin.read(), _("standard input")
    try:
        return path.read_text(encoding="utf-8-sig"), path.as_posix()
    except UnicodeDecodeError:
        raise CannotCheckError(_("%(file)s is not UTF-8 text.", file=path)) from None
