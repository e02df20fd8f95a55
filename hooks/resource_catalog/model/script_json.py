"""Write JSON that is safe inside a script element."""

from __future__ import annotations

import json

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_script_text(data: object) -> str:
    """``data`` as JSON that is safe inside a ``script`` element, whatever the texts contain."""
    return _encode(data).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
