"""Joining: the ledgers of several machines put together, and what they know said at once."""

from __future__ import annotations

from link_watch import edit
from link_watch.memory import read_ledger
from link_watch.options import Options
from link_watch.say import say
from resource_catalog.links import journal, ledger, merge, report, selection
from resource_catalog.links.conclude import retired_entries
from resource_catalog.load import addresses, load


def join(options: Options) -> int:
    """Join ledgers, and say from memory what is known."""
    base = read_ledger(options.ledger)
    parts = (read_ledger(path, must_exist=True) for path in options.merge or ())
    done = merge.merge_ledgers(parts, options.today, base)
    loaded = load(options.catalog) if options.catalog.is_dir() else None
    targets = selection.all_targets(loaded) if loaded else []
    if loaded:
        done = ledger.with_former_urls(done, addresses(loaded.catalog.entries.values()))
    if loaded and not loaded.problems:
        done = ledger.with_totals(ledger.keep_only(done, [t.url for t in targets]), options.today)
    if options.fix:
        done = edit.fix(targets, done, options.settings)
    journal.write_atomically(options.ledger, ledger.to_json(done))
    gone = retired_entries(loaded) if loaded else ()
    found = []
    for target in targets:
        if record := done.links.get(target.url):
            row = report.ledger_row(target, record)
            found.append((row, report.fails_run(row, record, (), gone)))
    return say(options, found)
