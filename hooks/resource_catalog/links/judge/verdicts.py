"""The verdicts on a link, and what each means for readers and maintainers.

:data:`MEANINGS` is the single source of their documentation, for pages and reports.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Verdict = Literal[
    "ok",
    "moved",
    "dead",
    "soft404",
    "login",
    "blocked",
    "transient",
    "tls",
    "drift",
    "fragment",
    "parked",
    "unsafe",
    "unverified",
]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""Every verdict, in the order in which they are documented."""


@dataclass(frozen=True, slots=True)
class Judgment:
    """A verdict and its reason, a clause that continues “the link …”."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Meaning:
    """The meaning of a verdict, and what a reader and a maintainer should do."""

    summary: str
    reader: str
    maintainer: str


MEANINGS: Mapping[Verdict, Meaning] = {
    "ok": Meaning(
        "The link leads to what it promises.",
        "Follow the link.",
        "Nothing to do. Temporary redirects, slow servers and servers that ask for a cookie first "
        "are all fine.",
    ),
    "moved": Meaning(
        "The same page is now at another address, and the server says the move is permanent.",
        "Follow the link; it still leads there.",
        "Write the new address into the entry, or let --fix do it once two runs have seen the "
        "same target. Only the unbroken run of permanent redirects from the start counts.",
    ),
    "dead": Meaning(
        "The page is gone: the server or provider says so, the address redirects in a circle, "
        "or the site no longer exists.",
        "Use the archived copy if there is one.",
        "Look for the new address of the resource. If there is none, mark the entry as retired or "
        "name what replaces it.",
    ),
    "soft404": Meaning(
        "The server reports no error but doesn’t show the resource: it shows its home page, an "
        "error page, an empty page, or the same page for every address.",
        "Use the archived copy if there is one.",
        "Open the link. If the resource is there after all, put the title it shows into the "
        "entry or confirm the link with “verified”; if not, treat it as dead.",
    ),
    "login": Meaning(
        "The address asks the visitor to sign in.",
        "Sign in, or ask the publisher for access.",
        "If the resource is meant to be open, its owner has probably changed the sharing: ask, or "
        "set the entry's access to what it now is.",
    ),
    "blocked": Meaning(
        "The site blocked our automated check, so we don’t know whether the page is there.",
        "Follow the link; it usually works for people.",
        "Nothing for now: a blocked link is never counted as dead. After 90 days, open it "
        "yourself and confirm it with “verified”.",
    ),
    "transient": Meaning(
        "The server did not respond, broke off, or reported a temporary problem.",
        "Try again later, or use the archived copy.",
        "Wait. Only trouble that lasts over several runs becomes a dead link.",
    ),
    "tls": Meaning(
        "The certificate of the site is not valid, so browsers warn before they show the page.",
        "Don’t click past the warning; wait, or use the archived copy.",
        "Tell the site's owner. On a network that inspects traffic, first name its own certificate "
        "in SSL_CERT_FILE.",
    ),
    "drift": Meaning(
        "Something is there, but it is no longer what it was: a web page instead of a document, "
        "or another title than before.",
        "Check whether it is still what you came for.",
        "Open the link, and either fix the entry or accept the new state.",
    ),
    "fragment": Meaning(
        "The page is there, but the place on it that the link points to is not.",
        "Follow the link and look for the passage on the page.",
        "Remove the part of the address after #, or point it at a place that exists.",
    ),
    "parked": Meaning(
        "The site’s name has expired; its address is for sale or shows ads.",
        "Don’t follow the link; use the archived copy if there is one.",
        "Replace the link right away: the next owner of the name decides what readers see.",
    ),
    "unsafe": Meaning(
        "The address is not one for the public web: not http or https, with a password in it, or "
        "inside a private network. It was not requested.",
        "The link is not offered.",
        "Correct the address. Where a public page redirects to a private one, tell its owner.",
    ),
    "unverified": Meaning(
        "The provider doesn’t let programs check whether the resource is there.",
        "Follow the link.",
        "Open it yourself from time to time, and confirm it with “verified”.",
    ),
}
