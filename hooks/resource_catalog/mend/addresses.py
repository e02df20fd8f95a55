"""Addresses: links asked without encryption where the link watch knows that it is not needed."""

from __future__ import annotations

from resource_catalog import urls
from resource_catalog.links.fix import MIN_RUNS, rewrite_urls
from resource_catalog.links.ledger import Ledger
from resource_catalog.model import Entry


def secured(text: str, entry: Entry, ledger: Ledger) -> str:
    """The text of an entry with https for http in each link that the ledger knows to work so."""
    changes = {link.url: new for link in entry.links if (new := _secure(link.url, ledger))}
    return (rewrite_urls(text, changes) or text) if changes else text


def _secure(url: str, ledger: Ledger) -> str | None:
    """The same address with https, if it was found there."""
    if not url.startswith("http://"):
        return None
    found = ledger.links.get(url)
    if found and found.last_verdict == "moved" and found.target_runs >= MIN_RUNS:
        same = urls.same_address_key(found.target) == urls.same_address_key(url)
        if same and found.target.startswith("https://"):
            return found.target
    other = f"https{url.removeprefix('http')}"
    known = ledger.links.get(other)
    return other if known and known.state == "ok" else None
