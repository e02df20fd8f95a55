"""Check the new URLs of moved links and write them into the entries (``--fix``)."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from console.link_watch.ledger_file import writing_catalog
from console.link_watch.options import Options
from resource_catalog.links.checker import check
from resource_catalog.links.report import moved_links
from resource_catalog.links.target import Target
from resource_catalog.loading.saving.whole_file import OutsideError, target_of, write_file
from resource_catalog.loading.yaml.link_url_editor import rewrite_urls
from resource_catalog.model.ledger.link_ledger import Ledger, rename_links
from resource_catalog.model.messages import _


def rewrite_moved_links(targets: Sequence[Target], ledger: Ledger, options: Options) -> Ledger:
    """Rewrite permanently moved links; return the ledger with the new URLs.

    The proofs for them are written as Markdown, if the options name a file for them.
    """
    moves = moved_links.find_moves(targets, ledger)
    to_check = moved_links.targets_to_check(moves, ledger)
    findings = asyncio.run(check(list(to_check.values()), options.settings)) if to_check else []
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
    with writing_catalog(options.catalog):
        for file, changes in moved_links.changes_by_file(moves, found).items():
            if why := _why_not_rewritten(Path(file), changes, options.catalog):
                print(f"{file}: {why}", file=sys.stderr)
                continue
            done |= changes
            for old, new in changes.items():
                fixed = _("fixed %(old)s → %(new)s", old=old, new=new)
                print(f"{file}:{lines[file, old]}: {fixed}", file=sys.stderr)
    if options.proof is not None:
        text = moved_links.render_proofs(proof for old, proof in found.items() if old in done)
        write_file(options.proof, text)
    return rename_links(ledger, done)


def _why_not_rewritten(path: Path, changes: Mapping[str, str], catalog: Path) -> str:
    """Rewrite the links of a file; else the reason why they are left alone."""
    try:
        target_of(path, catalog)
    except OutsideError as error:
        return f"{error.strerror}; {_('left alone')}"
    with open(path, encoding="utf-8", newline="") as stream:
        text = rewrite_urls(stream.read(), changes)
    if text is None:
        return _("can’t be rewritten without changing other lines too; left alone")
    write_file(path, text, inside=catalog)
    return ""
