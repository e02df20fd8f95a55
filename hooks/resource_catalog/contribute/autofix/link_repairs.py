"""Upgrade links to https where the link checker has found that it works, and end tracking."""

from __future__ import annotations

from resource_catalog.links.report.moved_links import MIN_RUNS
from resource_catalog.loading.yaml.link_url_editor import rewrite_urls
from resource_catalog.model.addresses.tracking import without_tracking
from resource_catalog.model.field_types import urls
from resource_catalog.model.ledger.link_ledger import Ledger
from resource_catalog.model.records.entry import Entry


def end_tracking(text: str, entry: Entry) -> str:
    """The text of an entry without what only tells where a visitor of its links came from.

    Nothing is noted under ``formerly``: it was never another address.
    """
    changes = {
        link.url: new for link in entry.links if (new := without_tracking(link.url)) != link.url
    }
    if not changes:
        return text
    return rewrite_urls(text, changes, note_old=False) or text


def upgrade_to_https(text: str, entry: Entry, ledger: Ledger) -> str:
    """The text of an entry with https in each link for which the ledger shows that it works."""
    changes = {link.url: new for link in entry.links if (new := _https_url(link.url, ledger))}
    return (rewrite_urls(text, changes) or text) if changes else text


def _https_url(url: str, ledger: Ledger) -> str | None:
    """The https URL of an http link, or None if it is not known to work."""
    if not url.startswith("http://"):
        return None
    record = ledger.links.get(url)
    if record and record.last_verdict == "moved" and record.target_runs >= MIN_RUNS:
        is_same_url = urls.same_address_key(record.target) == urls.same_address_key(url)
        if is_same_url and record.target.startswith("https://"):
            return record.target
    https_url = f"https{url.removeprefix('http')}"
    https_record = ledger.links.get(https_url)
    return https_url if https_record and https_record.state == "ok" else None
