"""What the link checker takes and returns: targets and findings."""

from __future__ import annotations

from dataclasses import dataclass

from resource_catalog.links.judge.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Target:
    """One link to check, and what is known about its resource.

    ``entry``, ``file`` and ``line`` are where it is written; ``title``, ``summary`` and ``authors``
    are what the entry promises. ``former`` are addresses that the link had before. ``known_title``
    and ``known_type`` are those of the page at an earlier check; without them drift cannot be
    detected.
    """

    url: str
    title: str = ""
    entry: str = ""
    file: str = ""
    line: int = 0
    access: str = ""
    format: str = "html"
    summary: str = ""
    authors: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    known_title: str = ""
    known_type: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of checking one link.

    ``final_url`` is the permanent redirect target if the verdict is *moved*, else None; ``title``
    and ``content_type`` are those of the page, ``shown_title`` is the title or heading in which it
    shows what the catalog calls it; ``redirects`` are the status and target of each redirect
    followed. ``postponed`` is whether the host had been asked enough already.
    """

    url: str
    verdict: Verdict
    reason: str
    status: int | None = None
    final_url: str | None = None
    content_type: str = ""
    title: str = ""
    shown_title: str = ""
    postponed: bool = False
    redirects: tuple[tuple[int, str], ...] = ()
