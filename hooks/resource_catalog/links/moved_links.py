"""Moved links: which of them get their new address, once it has been asked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from resource_catalog import urls
from resource_catalog.links import fix
from resource_catalog.links.ledger import Ledger
from resource_catalog.links.targets import Finding, Target

Moves = Sequence[tuple[Target, str]]
"""Links, each with its new address."""


def moves(targets: Sequence[Target], ledger: Ledger) -> Moves:
    """The links of a catalog that have moved for good, as far as the ledger knows."""
    taken = {_key(target.url) for target in targets}
    return list(fix.fixable_links(targets, ledger, taken))


def to_ask(found: Moves, ledger: Ledger) -> dict[str, Target]:
    """What to ask before anything is rewritten, by the old addresses.

    Where two links end at one page, neither is in it: which of them is right is
    for a person to say.
    """
    new_by_old = {target.url: new for target, new in found}
    number = Counter(new_by_old.values())
    known = {target.url: target for target, _ in found}
    return {
        old: Target(
            url=new,
            title=known[old].title,
            access=known[old].access,
            format=known[old].format,
            known_title=ledger.links[old].title,
            known_type=ledger.links[old].content_type,
        )
        for old, new in new_by_old.items()
        if number[new] == 1
    }


def confirmed(
    asked: Mapping[str, Target], findings: Sequence[Finding], ledger: Ledger
) -> frozenset[str]:
    """The old addresses whose new page is alive and shows what the old one did.

    ``findings`` are in the order of what was asked.
    """
    return frozenset(
        old
        for old, finding in zip(asked, findings, strict=True)
        if fix.shows_same_page(finding, ledger.links[old])
    )


def by_file(found: Moves, old: Collection[str]) -> dict[str, dict[str, str]]:
    """New addresses by old ones, for each file; of some old addresses only."""
    changes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for target, new in found:
        if target.url in old:
            changes[target.file][target.url] = new
    return dict(changes)


def _key(url: str) -> str:
    try:
        return urls.same_address_key(url)
    except ValueError:
        return url
