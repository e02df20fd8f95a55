"""Define how readers get a resource: whether it is open, on request, paid and so on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Access = Literal["open", "sign-in", "on-request", "paid", "unlocated"]
ACCESS: tuple[str, ...] = get_args(Access)
ACCESS_LABELS: Mapping[str, str] = {
    "open": "Open",
    "sign-in": "Sign-in needed",
    "on-request": "On request",
    "paid": "Paid",
    "unlocated": "Address not known",
}
"""The labels that readers see for each kind of access."""
