"""What the link checker found out about one link."""

from __future__ import annotations

from dataclasses import dataclass

from resource_catalog.links.judge.verdicts import Verdict
from resource_catalog.links.target import PageMemory


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking one link.

    ``final_url`` is the permanent redirect target if the verdict is *moved*, else None; ``title``
    and ``content_type`` are those of the page, ``shown_title`` is the title or heading in which it
    shows what the catalog calls it; ``memory`` is what to remember of its text, None if what is
    known of it stays. ``redirects`` are the status and target of each redirect followed.
    ``postponed`` is whether the host had been asked enough already.
    """

    url: str
    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None
    content_type: str = ""
    title: str = ""
    shown_title: str = ""
    memory: PageMemory | None = None
    postponed: bool = False
    redirects: tuple[tuple[int, str], ...] = ()
