"""Decide which moved links are rewritten, and check their new URLs first."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from resource_catalog.links.targets import Finding, Target
from resource_catalog.model.field_types import urls
from resource_catalog.model.link_ledger import Ledger, LinkRecord

MIN_RUNS = 2
"""How many runs in a row must have found the same redirect target."""

Moves = Sequence[tuple[Target, str]]
"""Links, each with its new URL."""


def find_moves(targets: Sequence[Target], ledger: Ledger) -> Moves:
    """The links of entries that have moved permanently, according to the ledger."""
    known_keys = {_url_key(target.url) for target in targets}
    in_entries = [target for target in targets if target.entry]
    return list(fixable_links(in_entries, ledger, known_keys))


def fixable_links(
    targets: Collection[Target], ledger: Ledger, known_keys: Collection[str]
) -> Iterator[tuple[Target, str]]:
    """The links that may be rewritten, with their new URLs, which have yet to be checked.

    ``known_keys`` are the keys of all URLs in the catalog, so that no two links become the same.
    """
    for target in targets:
        record = ledger.links.get(target.url)
        if record is None or record.last_verdict != "moved" or record.target_runs < MIN_RUNS:
            continue
        new = record.target
        key = urls.same_address_key(new) if not urls.why_not_followable(new) else ""
        if key and (key not in known_keys or key == urls.same_address_key(target.url)):
            yield target, new


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
        if shows_same_page(finding, ledger.links[old])
    )


def shows_same_page(finding: Finding, record: LinkRecord) -> bool:
    """Whether the new URL works and has the content type and title of the old one."""
    if finding.verdict != "ok":
        return False
    media_type = finding.content_type.partition(";")[0].strip().lower()
    if record.content_type and media_type and media_type != record.content_type:
        return False
    new_title, known_title = (_normalize_title(title) for title in (finding.title, record.title))
    return new_title == known_title if known_title else True


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


def _normalize_title(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()
