"""Fill in URL templates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote


def fill_url(template: str, values: Mapping[str, str]) -> str:
    """Replace each ``{name}`` in a URL template by its percent-encoded value (RFC 6570, level 1).

    Unknown names are left as they are.
    """
    # In a single pass, so that braces in a value are not expanded.
    return re.sub(
        r"\{(\w+)\}", lambda m: quote(values[m[1]], safe="") if m[1] in values else m[0], template
    )
