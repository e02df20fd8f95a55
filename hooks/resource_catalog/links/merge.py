"""Merging: the ledgers of several runs, each over a part of the addresses, joined into one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from resource_catalog.links.ledger import EMPTY, Ledger, LinkRecord, with_totals
from resource_catalog.links.selection import parts_of, shard_of


def merged(ledgers: Iterable[Ledger], today: datetime.date, base: Ledger = EMPTY) -> Ledger:
    """One ledger with the freshest record of every address, and totals of it all.

    Each shard's ledger carries the old records of the other shards along; those
    give way to the records of the run that looked after them. Ledgers may come
    one by one, so that only one of them is held in memory.
    """
    links: dict[str, LinkRecord] = dict(base.links)
    certain: set[str] = set()
    weeks = dict(base.weeks)
    for ledger in ledgers:
        number, total = parts_of(ledger.shard) if ledger.shard else (0, 0)
        for url, record in ledger.links.items():
            if total and shard_of(url, total) == number:
                links[url] = record
                certain.add(url)
            elif url not in certain and _is_fresher(record, links.get(url)):
                links[url] = record
        for week, totals in ledger.weeks.items():
            # Shards of one week each count all they know; the whole is counted anew below.
            if week not in weeks or sum(totals.values()) > sum(weeks[week].values()):
                weeks[week] = totals
    return with_totals(Ledger(weeks=weeks, links=links), today)


def _is_fresher(record: LinkRecord, other: LinkRecord | None) -> bool:
    if other is None:
        return True
    return (record.last_checked_week, record.since, record.strikes) > (
        other.last_checked_week,
        other.since,
        other.strikes,
    )
