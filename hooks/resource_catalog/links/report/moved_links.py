"""Select the moved links to rewrite, after their new URLs have been checked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from resource_catalog.links.report import fix_moved_links
from resource_catalog.links.targets import Finding, Target
from resource_catalog.model.field_types import urls
from resource_catalog.model.link_ledger import Ledger

Moves = Sequence[tuple[Target, str]]
"""Links, each with its new URL."""


def find_moves(targets: Sequence[Target], ledger: Ledger) -> Moves:
    """The links of a catalog that have moved permanently, according to the ledger."""
    known_keys = {_url_key(target.url) for target in targets}
    return list(fix_moved_links.fixable_links(targets, ledger, known_keys))


def targets_to_check(moves: Moves, ledger: Ledger) -> dict[str, Target]:
    """The new URLs to check before anything is rewritten, as targets by old URL.

    If two links have the same new URL, neither is included: a person has to decide.
    """
    new_by_old = {target.url: new for target, new in moves}
    counts = Counter(new_by_old.values())
    by_url = {target.url: target for target, _ in moves}
    return {
        old: Target(
            url=new,
            title=by_url[old].title,
            access=by_url[old].access,
            format=by_url[old].format,
            known_title=ledger.links[old].title,
            known_type=ledger.links[old].content_type,
        )
        for old, new in new_by_old.items()
        if counts[new] == 1
    }


def confirmed_urls(
    targets: Mapping[str, Target], findings: Sequence[Finding], ledger: Ledger
) -> frozenset[str]:
    """The old URLs whose new page works and is the same as the old one.

    ``findings`` are in the order of ``targets``.
    """
    return frozenset(
        old
        for old, finding in zip(targets, findings, strict=True)
        if fix_moved_links.shows_same_page(finding, ledger.links[old])
    )


def changes_by_file(moves: Moves, old_urls: Collection[str]) -> dict[str, dict[str, str]]:
    """New URLs by old ones for each file, limited to ``old_urls``."""
    changes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for target, new in moves:
        if target.url in old_urls:
            changes[target.file][target.url] = new
    return dict(changes)


def _url_key(url: str) -> str:
    try:
        return urls.same_address_key(url)
    except ValueError:
        return url
