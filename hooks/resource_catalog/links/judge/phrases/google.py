"""Phrases of Google Docs and Drive error pages."""

from __future__ import annotations

from resource_catalog.links.judge.phrases.any_of import any_of

GOOGLE_GONE = any_of(
    [
        r"file you have requested does not exist",
        r"the file (?:you requested )?(?:is|has been) in (?:the )?(?:owner s )?trash",
        r"is in the owner s trash",
        r"item (?:may have been|has been|was) deleted",
        r"file has been deleted",
        r"violation of (?:our|google s) terms",
        r"document (?:has been|was) deleted",
        r"no longer exists",
    ]
)
"""The file was deleted."""

GOOGLE_NEEDS_ACCESS = any_of(
    [
        r"you need access",
        r"request access",
        r"you need permission",
        r"sign in to continue",
        r"to continue to google",
        r"access denied",
        r"ask for access",
    ]
)
"""The file is not shared with everyone."""
