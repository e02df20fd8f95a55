"""What Google says of files."""

from __future__ import annotations

from resource_catalog.links.phrases.either import either

GOOGLE_GONE = either(
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
"""How Google says that a file is gone."""

GOOGLE_ASKS = either(
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
"""How Google asks for permission."""
