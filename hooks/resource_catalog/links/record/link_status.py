"""The status of each link as readers see it: state, dates, texts and the action it needs."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resource_catalog.links.record.strikes import GRACE_DAYS, is_broken, is_verified
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.link_ledger import LinkRecord, week_of, week_start
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Verification
from resource_catalog.model.records.link import Link

_CAPTURE_DATE = re.compile(r"^https://web\.archive\.org/web/([0-9]{8})")

GONE_STATES = frozenset({"dead", "parked"})
"""States in which the link is shown struck through, after its archived copy."""

STATE_LABELS: Mapping[str, str] = {
    "ok": "Works",
    "moved": "Works, from a new address",
    "watch": "No good answer lately",
    "dead": "Gone",
    "login": "Asks to sign in",
    "blocked": "Closed to programs",
    "tls": "Faulty certificate",
    "drift": "Shows something else now",
    "fragment": "Works, but the place on the page is gone",
    "parked": "Address for sale",
    "unsafe": "Not a public address",
    "unverified": "Not checked",
}
"""The label of every state, in the order of totals."""


@dataclass(frozen=True)
class LinkStatus:
    """The status of one link of an entry on a day.

    ``verification`` is the entry's manual verification, if it overrides the result of the check.
    """

    link: Link
    entry: Entry
    record: LinkRecord | None
    state: str
    today: datetime.date
    verification: Verification | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the link is gone, so that its archived copy is shown first."""
        return self.state in GONE_STATES

    @property
    def is_offered(self) -> bool:
        """Whether the link is shown as a link: not if its domain lapsed or is not public."""
        return self.state not in ("parked", "unsafe")

    @property
    def is_retired(self) -> bool:
        """Whether the entry is retired or replaced, so that its links need no action."""
        return self.entry.retired is not None or self.entry.replaced_by is not None

    @property
    def is_struck_through(self) -> bool:
        """Whether the link is shown struck through."""
        return self.is_gone or not self.is_offered

    @property
    def needs_note(self) -> bool:
        """Whether the status is worth a note next to a secondary link."""
        return self.state not in ("ok", "moved", "fragment", "unverified")

    @property
    def archived_url(self) -> str:
        """The URL of an archived copy: the entry's own archive link, else the one found."""
        chosen = next((other.url for other in self.entry.links if other.role == "archive"), "")
        return chosen or (self.record.archived_url if self.record else "")

    @property
    def archived_on(self) -> str:
        """The day of the archived copy, formatted, if it is in its URL; else empty."""
        stamp = _CAPTURE_DATE.search(self.archived_url)
        try:
            return (
                format_day(datetime.datetime.strptime(stamp[1], "%Y%m%d").date()) if stamp else ""
            )
        except ValueError:
            return ""

    @property
    def since(self) -> datetime.date:
        """The first day of the current state."""
        return self.record.since if self.record else self.today

    @property
    def checked_this_week(self) -> bool:
        """Whether the last check was in the current week."""
        return self.record is not None and self.record.last_checked_week == week_of(self.today)

    def checked_text(self) -> str:
        """A clause on the last check: the day of a verification, else the week of the check."""
        if self.verification:
            return f"Link opened by a person on {format_day(self.verification.on)}"
        if self.record is None or not self.record.last_checked_week:
            return "Link not checked yet"
        week = format_day(week_start(self.record.last_checked_week))
        if self.checked_this_week:
            return f"Link checked this week (of {week})"
        return f"Link last checked in the week of {week}"

    def sentence(self) -> str:
        """The state and its date as a sentence without a period."""
        match self.state:
            case "dead" | "watch":
                text = f"Did not answer {self._since_text}"
                if self.record and self.record.last_verdict != "transient":
                    text = f"No longer there {self._since_text}"
                return f"{text}; {self._copy_text}" if self.is_gone else f"{text}; being watched"
            case "parked":
                return f"The address has been for sale {self._since_text}; {self._copy_text}"
            case "tls":
                return (
                    f"The site's certificate is faulty {self._since_text}: browsers will warn you"
                )
            case "drift":
                what = "look whether it is what you came for"
                return f"Leads to something else {self._since_text}; {what}"
            case "blocked":
                why = "as the site turns programs away; it may well open for you"
                return f"Could not be checked {self._since_text}, {why}"
            case "unsafe":
                return "Not offered, as this is no address on the public web"
            case "login":
                return f"{self.checked_text()}; it asks you to sign in"
            case "moved":
                return f"{self.checked_text()}; it leads on to a new address"
            case "fragment":
                what = "the page is there, but the place on it that the link names is not"
                return f"{self.checked_text()}; {what}"
            case "unverified" if self.record and self.record.last_checked_week:
                return "Could not be checked: its host does not tell programs what it has"
        return self.checked_text()

    @property
    def _since_text(self) -> str:
        return f"since {format_day(self.since)}"

    @property
    def _copy_text(self) -> str:
        if not self.archived_url:
            return "no archived copy is known"
        return f"archived copy of {self.archived_on}" if self.archived_on else "archived copy"

    def short_text(self) -> str:
        """A shorter text for cards; empty if the link was never checked."""
        if self.record is None and not self.verification:
            return ""
        if self.state in ("dead", "watch", "parked"):
            words = self.sentence().partition(";")[0]
            return f"{words}; archived copy" if self.is_gone and self.archived_url else words
        if self.state in ("ok", "moved", "fragment"):
            return self.checked_text() if not self.checked_this_week else "Link checked this week"
        if self.state in ("unverified", "unsafe"):
            return {"unverified": "Link not checked", "unsafe": "Link not offered"}[self.state]
        return f"{STATE_LABELS[self.state]} {self._since_text}"

    @property
    def action_needed(self) -> str:
        """What a maintainer should do about the link; empty if nothing."""
        if self.verification or (self.is_retired and self.is_offered):
            return ""
        late = (self.today - self.since).days >= GRACE_DAYS
        was_verified = self.entry.verified is not None
        if self.state == "blocked":
            return "Open it by hand and vouch for it." if late or was_verified else ""
        if self.state == "login":
            is_drift = self.entry.access == "open" and self.link.role != "landing"
            return "It is meant to be open, but asks to sign in." if is_drift else ""
        if self.state == "watch" and self.record and is_broken(self.record):
            return "It was never found working: is the address right?"
        return {
            "dead": "Find the new address, or retire the entry.",
            "parked": "Take the address out: the name belongs to somebody else now.",
            "tls": "Tell the site's owner that its certificate is faulty.",
            "drift": "Open it: is it still what the entry says?",
            "fragment": "Mend the part of the address after #.",
            "unsafe": "Put in an address that readers can open.",
        }.get(self.state, "")


class LinkStatuses:
    """The status of every link of a catalog on a day."""

    def __init__(self, catalog: Catalog, today: datetime.date) -> None:
        self.catalog = catalog
        self.today = today

    def of(self, entry: Entry, link: Link) -> LinkStatus:
        """The status of one link of an entry."""
        record = self.catalog.ledger.links.get(link.url)
        state = record.state if record else "unverified"
        verified = entry.verified
        last_verdict = record.last_verdict if record else "unverified"
        verification = (
            verified
            if verified and state != "ok" and is_verified(last_verdict, verified.on, self.today)
            else None
        )
        if verified and record and record.verdict and state == "ok":
            verification = verified  # the ledger has applied the verification
        return LinkStatus(
            link, entry, record, "ok" if verification else state, self.today, verification
        )

    def primary(self, entry: Entry) -> LinkStatus | None:
        """The status of the primary link of an entry; None if it has none."""
        link = entry.primary_link
        return self.of(entry, link) if link else None

    def all(self) -> Iterator[LinkStatus]:
        """The status of every link of every entry."""
        return iter(self._all)

    @cached_property
    def _all(self) -> Sequence[LinkStatus]:
        entries = self.catalog.entries.values()
        return [self.of(entry, link) for entry in entries for link in entry.links]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """The number of URLs in each state, in the order of :data:`STATE_LABELS`."""
        states = {status.link.url: status.state for status in self.all()}
        found = Counter(states.values())
        return {state: found[state] for state in STATE_LABELS if found[state]}

    @property
    def needing_action(self) -> list[LinkStatus]:
        """The links that need action, the most urgent first."""
        order = "unsafe parked dead watch login drift tls fragment blocked".split()
        pending = [status for status in self.all() if status.action_needed]
        return sorted(
            pending, key=lambda s: (order.index(s.state), s.since, s.entry.id, s.link.url)
        )

    @property
    def has_checks(self) -> bool:
        """Whether any link of this catalog was ever checked."""
        return bool(self.catalog.ledger.links)
