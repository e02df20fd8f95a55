"""Merge the ledgers of runs over shards of the URLs into one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from resource_catalog.links.record.link_selection import parse_shard, shard_of
from resource_catalog.model.ledger.link_ledger import (
    EMPTY,
    Ledger,
    LinkRecord,
    is_later_look,
    with_totals,
)


def merge_ledgers(ledgers: Iterable[Ledger], today: datetime.date, base: Ledger = EMPTY) -> Ledger:
    """One ledger with the newest record of every URL, and its totals.

    The ledger of a shard also has the old records of the other shards; those are replaced by the
    records of the run that checked them. ``ledgers`` may be an iterator, so that only one is in
    memory.
    """
    links: dict[str, LinkRecord] = dict(base.links)
    current: set[str] = set()
    weeks = dict(base.weeks)
    for ledger in ledgers:
        number, total = parse_shard(ledger.shard) if ledger.shard else (0, 0)
        for url, record in ledger.links.items():
            if total and shard_of(url, total) == number:
                links[url] = record
                current.add(url)
            elif url not in current and (url not in links or is_later_look(record, links[url])):
                links[url] = record
        for week, totals in ledger.weeks.items():
            # Each shard counts all its records; this week is counted again below.
            if week not in weeks or sum(totals.values()) > sum(weeks[week].values()):
                weeks[week] = totals
    return with_totals(Ledger(weeks=weeks, links=links), today)
