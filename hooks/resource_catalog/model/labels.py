"""Labels that readers see for the formats and roles of links."""

from __future__ import annotations

from collections.abc import Mapping

FORMAT_LABELS: Mapping[str, str] = {
    "html": "web page",
    "pdf": "PDF",
    "video": "video",
    "audio": "audio",
    "document": "document",
    "slides": "slides",
    "image": "image",
}

ROLE_LABELS: Mapping[str, str] = {
    "primary": "the one to open",
    "alternate": "the same thing elsewhere",
    "landing": "a page that leads to it",
    "archive": "a kept copy",
}
