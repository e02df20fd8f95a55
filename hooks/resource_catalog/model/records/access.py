"""Define how readers get a resource: whether it is open, on request, paid and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from resource_catalog.model.messages import N_, _

Access = Literal["open", "sign-in", "on-request", "paid", "unlocated"]
ACCESS: tuple[str, ...] = get_args(Access)
ACCESS_LABELS: Mapping[str, str] = {
    "open": N_("Open"),
    "sign-in": N_("Sign-in needed"),
    "on-request": N_("On request"),
    "paid": N_("Paid"),
    "unlocated": N_("Link missing"),
}
"""The labels that readers see for each kind of access."""

UNKNOWN_CONTACT = "unknown"
"""What is written where nobody knows whom to ask for something."""

HERE, HERE_LABEL = "here", N_("Use it here")
"""In place of an access, what a tool of the site has in lists, and its label."""


def access_label(access: Access | None) -> str:
    """The label of a kind of access in the language of the site; empty if it is not known."""
    return _(ACCESS_LABELS[access]) if access else ""
