"""The strictest content security policy under which all of the site works.

Hosts send it as a header; ``docs/your-own-catalog.md`` has it for those who set them up.
"""

from __future__ import annotations

import base64
import hashlib

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""Icons are data in the style sheet. Frames are left out, since lists are embedded elsewhere."""


def allowing(script: bytes) -> str:
    """The policy for a page with one inline script, such as that of a preview."""
    digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
    return POLICY.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'")
