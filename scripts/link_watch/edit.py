"""The edits of the link watch: new addresses written into the entries of moved links."""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from resource_catalog import urls
from resource_catalog.links import fix as fixing
from resource_catalog.links.checker import check
from resource_catalog.links.journal import write_atomically
from resource_catalog.links.ledger import Ledger, rename_links
from resource_catalog.links.targets import Settings, Target


def fix(targets: Sequence[Target], ledger: Ledger, settings: Settings) -> Ledger:
    """Rewrite what has moved for good; gives the ledger with the new addresses."""
    taken = {_key(target.url) for target in targets}
    wanted = list(fixing.moved_links(targets, ledger, taken))
    intact = _intact(wanted, ledger, settings)
    by_file: defaultdict[str, dict[str, str]] = defaultdict(dict)
    lines = {}
    for target, new in wanted:
        if target.url in intact:
            by_file[target.file][target.url] = new
            lines[target.file, target.url] = target.line
    done: dict[str, str] = {}
    for file, changes in by_file.items():
        path = Path(file)
        with open(path, encoding="utf-8", newline="") as stream:
            text = fixing.rewrite_urls(stream.read(), changes)
        if text is None:
            print(f"{file}: cannot be rewritten without touching more; left alone", file=sys.stderr)
            continue
        write_atomically(path, text)
        done |= changes
        for old, new in changes.items():
            print(f"{file}:{lines[file, old]}: fixed {old} → {new}", file=sys.stderr)
    return rename_links(ledger, done)


def _intact(
    wanted: Sequence[tuple[Target, str]], ledger: Ledger, settings: Settings
) -> dict[str, str]:
    """Those of the moved links whose new address is alive and shows what the old one did."""
    new_by_old = {target.url: new for target, new in wanted}
    if len(set(new_by_old.values())) < len(new_by_old):
        # Two links that end at one page: which of them is right is for a person to say.
        counts = list(new_by_old.values())
        new_by_old = {old: new for old, new in new_by_old.items() if counts.count(new) == 1}
    titles = {target.url: target for target, _ in wanted}
    asked = [
        Target(
            url=new,
            title=titles[old].title,
            access=titles[old].access,
            format=titles[old].format,
            known_title=ledger.links[old].title,
            known_type=ledger.links[old].content_type,
        )
        for old, new in new_by_old.items()
    ]
    findings = asyncio.run(check(asked, settings)) if asked else []
    return {
        old: new
        for (old, new), finding in zip(new_by_old.items(), findings, strict=True)
        if fixing.shows_same_page(finding, ledger.links[old])
    }


def _key(url: str) -> str:
    try:
        return urls.same_address_key(url)
    except ValueError:
        return url
