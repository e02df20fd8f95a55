"""Merge the ledgers of shards and report all links from the result (``--merge``)."""

from __future__ import annotations

from console.link_watch import rewrite
from console.link_watch.ledger_file import read_ledger, remove_older, stamp, writing_ledger
from console.link_watch.options import Options
from console.link_watch.output import print_outcome
from resource_catalog.links.record import link_selection
from resource_catalog.links.record.merge_ledgers import merge_ledgers
from resource_catalog.links.record.run_plan import retired_entries
from resource_catalog.links.report.run_outcome import ledger_outcome
from resource_catalog.loading.catalog_folder import load
from resource_catalog.loading.saving.whole_file import write_file
from resource_catalog.model.ledger import ledger_text, link_ledger


def merge_shards(options: Options) -> int:
    """Merge the ledgers, print the report and return the exit status."""
    before = stamp(options.ledger)
    base = read_ledger(options.ledger, join_conflict=True)
    parts = (read_ledger(path, must_exist=True, join_conflict=True) for path in options.merge or ())
    done = merge_ledgers(parts, options.today, base)
    loaded = load(options.catalog) if options.catalog.is_dir() else None
    targets = link_selection.all_targets(loaded) if loaded else []
    if loaded:
        done = link_ledger.with_former_urls(done, loaded.entries)
    if loaded and not loaded.problems:
        done = link_ledger.with_totals(
            link_ledger.keep_only(done, [t.url for t in targets]), options.today
        )
    if options.fix:
        done = rewrite.rewrite_moved_links(targets, done, options)
    with writing_ledger(options, before) as inside:
        write_file(options.ledger, ledger_text.to_text(done), inside=inside)
        remove_older(options.ledger)
    return print_outcome(
        options, ledger_outcome(targets, done, retired_entries(loaded) if loaded else ())
    )
