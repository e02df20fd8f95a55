"""Joining: the ledgers of several machines put together, and what they know said at once."""

from __future__ import annotations

from console.link_watch import rewrite
from console.link_watch.ledger_file import read_ledger
from console.link_watch.options import Options
from console.link_watch.output import print_outcome
from resource_catalog.links import journal, ledger, merge, selection
from resource_catalog.links.conclude import retired_entries
from resource_catalog.links.outcome import from_memory
from resource_catalog.load import addresses, load


def merge_shards(options: Options) -> int:
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
        done = rewrite.rewrite_moved(targets, done, options.settings)
    journal.write_atomically(options.ledger, ledger.to_json(done))
    return print_outcome(
        options, from_memory(targets, done, retired_entries(loaded) if loaded else ())
    )
