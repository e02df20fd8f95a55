"""The edits of the link watch: new addresses written into the entries of moved links."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from resource_catalog.links import moved_links
from resource_catalog.links.checker import check
from resource_catalog.links.fix import rewrite_urls
from resource_catalog.links.journal import write_atomically
from resource_catalog.links.ledger import Ledger, rename_links
from resource_catalog.links.targets import Settings, Target


def rewrite_moved(targets: Sequence[Target], ledger: Ledger, settings: Settings) -> Ledger:
    """Rewrite what has moved for good; gives the ledger with the new addresses."""
    moves = moved_links.moves(targets, ledger)
    asked = moved_links.to_ask(moves, ledger)
    findings = asyncio.run(check(list(asked.values()), settings)) if asked else []
    certain = moved_links.confirmed(asked, findings, ledger)
    lines = {(target.file, target.url): target.line for target, _ in moves}
    done: dict[str, str] = {}
    for file, changes in moved_links.by_file(moves, certain).items():
        path = Path(file)
        with open(path, encoding="utf-8", newline="") as stream:
            text = rewrite_urls(stream.read(), changes)
        if text is None:
            print(f"{file}: cannot be rewritten without touching more; left alone", file=sys.stderr)
            continue
        write_atomically(path, text)
        done |= changes
        for old, new in changes.items():
            print(f"{file}:{lines[file, old]}: fixed {old} → {new}", file=sys.stderr)
    return rename_links(ledger, done)
