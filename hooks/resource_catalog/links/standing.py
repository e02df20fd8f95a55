"""Standing: what readers are told of a link, in words and with its date."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resource_catalog.catalog import Catalog
from resource_catalog.links.ledger import LinkRecord, week_of, week_start
from resource_catalog.links.state import PATIENCE, is_broken, is_vouched
from resource_catalog.model import Entry, Link, Verification
from resource_catalog.values import say_day as day

_STAMP = re.compile(r"^https://web\.archive\.org/web/([0-9]{8})")

GONE = frozenset({"dead", "parked"})
"""The link is shown struck, and the copy first."""

LABELS: Mapping[str, str] = {
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
"""Every state in a few words, in the order in which they are counted."""


@dataclass(frozen=True)
class Standing:
    """How it stands with a link. ``vouched`` is a person's word that is still good."""

    link: Link
    entry: Entry
    record: LinkRecord | None
    state: str
    today: datetime.date
    vouched: Verification | None = None

    @property
    def is_gone(self) -> bool:
        """Whether a reader had better take the copy."""
        return self.state in GONE

    @property
    def is_offered(self) -> bool:
        """Whether readers may follow it: whoever bought a lapsed name decides what they see."""
        return self.state not in ("parked", "unsafe")

    @property
    def is_left(self) -> bool:
        """Whether the entry is retired or replaced: its links may rest as they are."""
        return self.entry.retired is not None or self.entry.replaced_by is not None

    @property
    def is_struck(self) -> bool:
        """Whether the link is shown struck through."""
        return self.is_gone or not self.is_offered

    @property
    def is_unusual(self) -> bool:
        """Whether readers should hear of it where only what matters is said."""
        return self.state not in ("ok", "moved", "fragment", "unverified")

    @property
    def copy(self) -> str:
        """The address of an archived copy: the one that curators chose, else the one found."""
        chosen = next((other.url for other in self.entry.links if other.role == "archive"), "")
        return chosen or (self.record.archived_url if self.record else "")

    @property
    def copied(self) -> str:
        """The day on which the copy was taken, where its address tells; else nothing."""
        stamp = _STAMP.search(self.copy)
        try:
            return day(datetime.datetime.strptime(stamp[1], "%Y%m%d").date()) if stamp else ""
        except ValueError:
            return ""

    @property
    def since(self) -> datetime.date:
        """Since when it stands like this."""
        return self.record.since if self.record else self.today

    @property
    def this_week(self) -> bool:
        """Whether the last check was in the week of today."""
        return self.record is not None and self.record.last_checked_week == week_of(self.today)

    def checked(self) -> str:
        """When it was last checked, at the precision that is known."""
        if self.vouched:
            return f"Link opened by a person on {day(self.vouched.on)}"
        if self.record is None or not self.record.last_checked_week:
            return "Link not checked yet"
        week = day(week_start(self.record.last_checked_week))
        if self.this_week:
            return f"Link checked this week (of {week})"
        return f"Link last checked in the week of {week}"

    def sentence(self) -> str:
        """Its state and date in a sentence."""
        match self.state:
            case "dead" | "watch":
                text = f"Did not answer {self._since}"
                if self.record and self.record.last_verdict != "transient":
                    text = f"No longer there {self._since}"
                return f"{text}; {self._offer}" if self.is_gone else f"{text}; being watched"
            case "parked":
                return f"The address has been for sale {self._since}; {self._offer}"
            case "tls":
                return f"The site's certificate is faulty {self._since}: browsers will warn you"
            case "drift":
                what = "look whether it is what you came for"
                return f"Leads to something else {self._since}; {what}"
            case "blocked":
                why = "as the site turns programs away; it may well open for you"
                return f"Could not be checked {self._since}, {why}"
            case "unsafe":
                return "Not offered, as this is no address on the public web"
            case "login":
                return f"{self.checked()}; it asks you to sign in"
            case "moved":
                return f"{self.checked()}; it leads on to a new address"
            case "fragment":
                what = "the page is there, but the place on it that the link names is not"
                return f"{self.checked()}; {what}"
            case "unverified" if self.record and self.record.last_checked_week:
                return "Could not be checked: its host does not tell programs what it has"
        return self.checked()

    @property
    def _since(self) -> str:
        return f"since {day(self.since)}"

    @property
    def _offer(self) -> str:
        if not self.copy:
            return "no archived copy is known"
        return f"archived copy of {self.copied}" if self.copied else "archived copy"

    def short(self) -> str:
        """The same for a card: a few words, nothing where nothing is known."""
        if self.record is None and not self.vouched:
            return ""
        if self.state in ("dead", "watch", "parked"):
            words = self.sentence().partition(";")[0]
            return f"{words}; archived copy" if self.is_gone and self.copy else words
        if self.state in ("ok", "moved", "fragment"):
            return self.checked() if not self.this_week else "Link checked this week"
        if self.state in ("unverified", "unsafe"):
            return {"unverified": "Link not checked", "unsafe": "Link not offered"}[self.state]
        return f"{LABELS[self.state]} {self._since}"

    @property
    def question(self) -> str:
        """What a person is asked to settle; empty when there is nothing."""
        if self.vouched or (self.is_left and self.is_offered):
            return ""
        late = (self.today - self.since).days >= PATIENCE
        asked_before = self.entry.verified is not None
        if self.state == "blocked":
            return "Open it by hand and vouch for it." if late or asked_before else ""
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


class Standings:
    """The standing of every link of a catalog on a day."""

    def __init__(self, catalog: Catalog, today: datetime.date) -> None:
        self.catalog = catalog
        self.today = today

    def of(self, entry: Entry, link: Link) -> Standing:
        """The standing of one link of an entry."""
        record = self.catalog.ledger.links.get(link.url)
        state = record.state if record else "unverified"
        verified = entry.verified
        seen_as = record.last_verdict if record else "unverified"
        vouched = (
            verified
            if verified and state != "ok" and is_vouched(seen_as, verified.on, self.today)
            else None
        )
        if verified and record and record.verdict and state == "ok":
            vouched = verified  # the ledger has taken the person's word
        return Standing(link, entry, record, "ok" if vouched else state, self.today, vouched)

    def primary(self, entry: Entry) -> Standing | None:
        """The standing of the link that readers open first."""
        link = entry.primary_link
        return self.of(entry, link) if link else None

    def all(self) -> Iterator[Standing]:
        """Every link of every entry."""
        return iter(self._all)

    @cached_property
    def _all(self) -> Sequence[Standing]:
        entries = self.catalog.entries.values()
        return [self.of(entry, link) for entry in entries for link in entry.links]

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many addresses are in each state, in the order of :data:`LABELS`."""
        states = {standing.link.url: standing.state for standing in self.all()}
        found = Counter(states.values())
        return {state: found[state] for state in LABELS if found[state]}

    @property
    def questions(self) -> list[Standing]:
        """The links that need a person, the most pressing first."""
        order = "unsafe parked dead watch login drift tls fragment blocked".split()
        asked = [standing for standing in self.all() if standing.question]
        return sorted(asked, key=lambda s: (order.index(s.state), s.since, s.entry.id, s.link.url))

    @property
    def is_watched(self) -> bool:
        """Whether the link watch ever ran on this catalog."""
        return bool(self.catalog.ledger.links)
