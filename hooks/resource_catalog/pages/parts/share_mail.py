"""Write the e-mail that shares a list: as long as mail programs take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from urllib.parse import quote

from resource_catalog.model.messages import _, number
from resource_catalog.model.records.entry import Entry
from resource_catalog.site.site import Site

MAX_MAIL_LENGTH = 1900
"""Maximum length of a ``mailto:`` link as it is encoded: some mail programs truncate longer ones.
The same is in ``overrides/js/shared/mail.js``."""

_MAX_SUBJECT_LENGTH, _MAX_ABOUT_LENGTH = 400, 500
"""Maximum lengths of the subject and of the first paragraph of an e-mail, likewise encoded."""


def mailto_url(
    title: str, about: str | None, entries: Sequence[Entry], url: str, site: Site
) -> str:
    """A ``mailto:`` URL with subject and body, and without a recipient.

    It is as long as mail programs take, at the cost of the list: the last line says how many
    titles are not in it, and the link leads to all of them.
    """
    subject = _shortened(f"{title} ({site.catalog.identity.title})", _MAX_SUBJECT_LENGTH)
    start = _shortened(" ".join(about.split()), _MAX_ABOUT_LENGTH) if about else ""
    end = f"{_('The whole list, always up to date:')}\n{url}\n"
    head = f"mailto:?subject={_percent_encode(subject)}&body="
    room = MAX_MAIL_LENGTH - len(head) - len(_percent_encode(f"{start}\n\n\n\n{end}"))
    titles = "\n".join(_numbered_titles(entries, room))
    return head + _percent_encode("\n\n".join(filter(None, [start, titles, end])))


def _numbered_titles(entries: Sequence[Entry], room: int) -> Iterator[str]:
    """As many titles as there is room for, encoded, and how many there are besides."""
    rest = _("… and %(number)s more", number=number(len(entries)))
    room -= len(_percent_encode(f"{rest}\n"))
    for place, entry in enumerate(entries, start=1):
        line = f"{place}. {entry.title}"
        room -= len(_percent_encode(f"{line}\n"))
        if room < 0:
            yield _("… and %(number)s more", number=number(len(entries) - place + 1))
            return
        yield line


def _shortened(text: str, length: int) -> str:
    """A text that is encoded in at most ``length`` characters, cut between words if it is long."""
    if len(_percent_encode(text)) <= length:
        return text
    lengths = accumulate(len(_percent_encode(character)) for character in text)
    kept = text[: sum(total <= length - len(_percent_encode("…")) for total in lengths)]
    return (kept.rpartition(" ")[0] or kept) + "…"


def _percent_encode(text: str) -> str:
    # Line breaks in the body of a mailto URL are CRLF: RFC 6068, section 5.
    return quote(text.replace("\n", "\r\n"), safe="")
