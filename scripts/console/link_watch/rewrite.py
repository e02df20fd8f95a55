"""Check the new URLs of moved links and write them into the entries (``--fix``)."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from resource_catalog.links.ask.settings import Settings
from resource_catalog.links.checker import check
from resource_catalog.links.record.run_journal import write_atomically
from resource_catalog.links.report import moved_links
from resource_catalog.links.targets import Target
from resource_catalog.loading.yaml.link_url_editor import rewrite_urls
from resource_catalog.model.link_ledger import Ledger, rename_links
from resource_catalog.model.messages import _


def rewrite_moved_links(
    targets: Sequence[Target], ledger: Ledger, settings: Settings, proof_file: Path | None = None
) -> Ledger:
    """Rewrite permanently moved links; return the ledger with the new URLs.

    The proofs for them are written to ``proof_file`` as Markdown.
    """
    moves = moved_links.find_moves(targets, ledger)
    to_check = moved_links.targets_to_check(moves, ledger)
    findings = asyncio.run(check(list(to_check.values()), settings)) if to_check else []
    found = moved_links.proofs(to_check, moves, findings, ledger)
    lines = {(target.file, target.url): target.line for target, _new in moves}
    done: dict[str, str] = {}
    for target, new in moves:
        if target.url not in found:
            left = _(
                "left %(old)s: nothing proves that %(new)s shows the same thing",
                old=target.url,
                new=new,
            )
            print(f"{target.file}:{target.line}: {left}", file=sys.stderr)
    for file, changes in moved_links.changes_by_file(moves, found).items():
        path = Path(file)
        with open(path, encoding="utf-8", newline="") as stream:
            text = rewrite_urls(stream.read(), changes)
        if text is None:
            left = _("cannot be rewritten without touching more; left alone")
            print(f"{file}: {left}", file=sys.stderr)
            continue
        write_atomically(path, text)
        done |= changes
        for old, new in changes.items():
            fixed = _("fixed %(old)s → %(new)s", old=old, new=new)
            print(f"{file}:{lines[file, old]}: {fixed}", file=sys.stderr)
    if proof_file is not None:
        text = moved_links.render_proofs(proof for old, proof in found.items() if old in done)
        write_atomically(proof_file, text)
    return rename_links(ledger, done)
