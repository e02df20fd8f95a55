"""The status of each link as readers see it: state, dates, texts and the action it needs."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resource_catalog.links.record.maintainer_advice import entry_action
from resource_catalog.links.record.manual_verification import is_verified
from resource_catalog.model.catalog import Catalog
from resource_catalog.model.field_types.dates import format_day
from resource_catalog.model.ledger.link_ledger import LinkRecord, week_of, week_start
from resource_catalog.model.messages import N_, _
from resource_catalog.model.records.entry import Entry
from resource_catalog.model.records.entry_history import Verification
from resource_catalog.model.records.link import Link

_CAPTURE_DATE = re.compile(r"^https://web\.archive\.org/web/([0-9]{8})")

GONE_STATES = frozenset({"dead", "parked"})
"""States in which the link is shown struck through, after its archived copy."""

STATE_LABELS: Mapping[str, str] = {
    "ok": N_("Works"),
    "moved": N_("Works (moved)"),
    "watch": N_("Not responding"),
    "dead": N_("Gone"),
    "login": N_("Asks to sign in"),
    "blocked": N_("Can’t be checked automatically"),
    "tls": N_("Faulty certificate"),
    "drift": N_("Content changed"),
    "fragment": N_("Works, but the place on the page is gone"),
    "parked": N_("Address for sale"),
    "unsafe": N_("Not a public address"),
    "unverified": N_("Not checked"),
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
            return _("Link opened by a person on %(day)s", day=format_day(self.verification.on))
        if self.record is None or not self.record.last_checked_week:
            return _("Link not checked yet")
        week = format_day(week_start(self.record.last_checked_week))
        if self.checked_this_week:
            return _("Link checked this week (of %(week)s)", week=week)
        return _("Link last checked in the week of %(week)s", week=week)

    def sentence(self) -> str:
        """The state and its date as a sentence without a period."""
        match self.state:
            case "dead" | "parked":
                return self._gone_text()
            case "watch":
                return _("%(link)s; we’re still checking", link=self._broken_text())
            case "tls":
                return _(
                    "The site’s certificate has been faulty since %(day)s: browsers will warn you",
                    day=self._first_day,
                )
            case "drift":
                return _(
                    "Has led elsewhere since %(day)s; check whether it is what you came for",
                    day=self._first_day,
                )
            case "blocked":
                return _(
                    "We haven’t been able to check this link since %(day)s because the site blocks "
                    "automated checks. It will probably open for you",
                    day=self._first_day,
                )
            case "unsafe":
                return _("Not offered, because it isn’t an address on the public web")
            case "login":
                return _("%(link)s; it asks you to sign in", link=self.checked_text())
            case "moved":
                return _("%(link)s; it redirects to a new address", link=self.checked_text())
            case "fragment":
                return _(
                    "%(link)s; the page is there, but the place on it that the link points to "
                    "is not",
                    link=self.checked_text(),
                )
            case "unverified" if self.record and self.record.last_checked_week:
                return _("Can’t be checked: its site doesn’t let programs see whether it is there")
        return self.checked_text()

    @property
    def _first_day(self) -> str:
        return format_day(self.since)

    def _broken_text(self) -> str:
        """A clause on a link that does not work."""
        if self.state == "parked":
            return _("The address has been for sale since %(day)s", day=self._first_day)
        if self.record and self.record.last_verdict != "transient":
            return _("Missing since %(day)s", day=self._first_day)
        return _("Has not responded since %(day)s", day=self._first_day)

    def _gone_text(self) -> str:
        """The same, with where a copy is."""
        link = self._broken_text()
        if not self.archived_url:
            return _("%(link)s; no archived copy is known", link=link)
        if not self.archived_on:
            return _("%(link)s; archived copy", link=link)
        return _("%(link)s; archived copy of %(day)s", link=link, day=self.archived_on)

    def short_text(self) -> str:
        """A shorter text for cards; empty if the link was never checked."""
        if self.record is None and not self.verification:
            return ""
        if self.state in ("dead", "watch", "parked"):
            link = self._broken_text()
            has_copy = self.is_gone and self.archived_url
            return _("%(link)s; archived copy", link=link) if has_copy else link
        if self.state in ("ok", "moved", "fragment"):
            return (
                self.checked_text() if not self.checked_this_week else _("Link checked this week")
            )
        if self.state == "unverified":
            return _("Link not checked")
        if self.state == "unsafe":
            return _("Link not offered")
        return self.since_text()

    def since_text(self) -> str:
        """The label of the state, and since when it is so."""
        return _("%(state)s since %(day)s", state=_(STATE_LABELS[self.state]), day=self._first_day)

    @property
    def action_needed(self) -> str:
        """What a maintainer should do about the link; empty if nothing."""
        if self.verification or (self.is_retired and self.is_offered):
            return ""
        days = (self.today - self.since).days
        return entry_action(self.state, self.record, self.entry, self.link, days)


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

    def opens(self, entry: Entry) -> bool:
        """Whether a reader who opens the entry has a link that works, or an archived copy.

        A tool of this site opens as well, as it stands in lists.
        """
        status = self.primary(entry)
        if status is None:
            return bool(entry.tool_kind)
        return not status.is_struck_through or bool(status.is_gone and status.archived_url)

    def all(self) -> Iterator[LinkStatus]:
        """The status of every link of every entry."""
        return iter(self._all)

    @cached_property
    def _all(self) -> Sequence[LinkStatus]:
        entries = self.catalog.entries.values()
        return [self.of(entry, link) for entry in entries for link in entry.watched_links]

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
