"""A small catalog as data, with the shapes of entries that the real one need not have."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

Fields = dict[str, Any]

IDENTITY: Fields = {"title": "Sample library", "description": "A few entries of every shape."}

VOCABULARIES: dict[str, Fields] = {
    "phases": {
        "label": "Phases",
        "terms": [
            {"id": "first", "label": "First", "question": "Why at all?"},
            {"id": "second", "label": "Second", "question": "And then?"},
        ],
    },
    "stages": {
        "label": "Stages",
        "terms": [{"id": "early", "label": "Early"}, {"id": "late", "label": "Late"}],
    },
    "types": {
        "label": "Types",
        "key": "type",
        "single": True,
        "terms": [
            {"id": "report", "label": "Report", "schema_type": "Report"},
            {"id": "podcast", "label": "Podcast"},
        ],
    },
    "audiences": {"label": "Audiences", "terms": [{"id": "staff", "label": "Staff"}]},
}

BARE: Fields = {"type": "report", "summary": "What it is.", "access": "unlocated"}

ENTRIES: dict[str, Fields] = {
    "zebra": {
        "title": "Zebra",
        "phases": ["first"],
        "stages": ["early"],
        "links": [{"url": "https://example.org/zebra", "format": "pdf"}],
        "access": "open",
        "aliases": ["quagga"],
    },
    "ape": {"title": "Ape", "phases": ["first"], "part_of": "zebra"},
    "unlocated": {"title": "Lost address", "phases": ["first"]},
    "on-request": {"title": "Ask for it", "access": "on-request", "request_from": "unknown"},
    "retired": {
        "title": "The old one",
        "phases": ["first"],
        "retired": {"on": "2026-01-02", "why": "A newer one is out."},
        "replaced_by": "zebra",
    },
    "gone": {
        "title": "The link is gone",
        "links": [{"url": "https://example.org/gone", "format": "pdf"}],
        "access": "open",
    },
    "watched": {
        "title": "The link is watched",
        "links": [{"url": "https://example.org/watched"}],
        "access": "open",
    },
    "everything": {
        "title": "One with everything",
        "also_known_as": ["The full one", "Number six"],
        "type": "podcast",
        "phases": ["first", "second"],
        "stages": ["early"],
        "audiences": ["staff"],
        "recommended_use": "Look whether all of it is shown.",
        "body": "# Steps\n\n1. Find [Zebra](zebra) and a *wolverine*.\n2. Read "
        "[the notes](https://example.org/notes).\n\n| Who | How many |\n|---|--:|\n| Ape | 3 |\n\n"
        "![A striped square](pictures/stripes.png)",
        "links": [
            {"url": "https://example.org/everything", "format": "audio"},
            {
                "url": "https://example.net/everything",
                "role": "alternate",
                "label": "Source code",
                "shared": True,
            },
            {"url": "https://example.com/shelf", "role": "landing"},
            {"url": "https://example.com/kept", "role": "archive", "format": "document"},
        ],
        "access": "paid",
        "request_from": "The press office",
        "authors": ["A. Writer", "B. Writer"],
        "publishers": ["A Press"],
        "contributors": ["C. Helper"],
        "published": "2017-09",
        "duration": "1 h 30 min",
        "extent": "16 episodes",
        "language": "en",
        "license": "CC BY 4.0",
        "accessibility": ["captions", "transcript"],
        "related": ["zebra"],
        "featured": True,
        "added": "2026-02-03",
        "reviewed": {"on": "2026-02-04", "by": "the team"},
        "sources": [{"document": "A list", "section": "Page 2"}],
        "notes": "Not for readers.",
    },
}

COLLECTIONS: dict[str, Fields] = {
    "start": {
        "title": "Where to start",
        "audience": "Newcomers",
        "purpose": "Know which animals there are.",
        "entries": [
            {"id": "zebra", "note": "Count the stripes first."},
            {"id": "everything"},
            {"id": "ape", "note": "Then look for the quokka."},
        ],
        "aliases": ["beginning"],
    },
}

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGNgYPj/HwADAgH/8Lr5eQAAAABJRU5ErkJggg=="
)
"""A picture of two by two dots."""

_MISSED = {"since": "2026-11-03", "missed": "2026-11-03", "reason": "404: not found"}
LEDGER: Fields = {
    "version": 1,
    "weeks": {
        "2026-W45": {"ok": 4},
        "2026-W46": {"ok": 2, "watch": 2},
        "2026-W47": {"ok": 1, "moved": 1, "watch": 1, "dead": 1},
    },
    "links": {
        "https://example.org/zebra": {
            "state": "ok",
            "since": "2026-11-03",
            "first_seen": "2026-11-03",
            "last_ok": "2026-W47",
        },
        "https://example.org/everything": {
            "state": "moved",
            "since": "2026-11-17",
            "first_seen": "2026-11-03",
            "target": "https://example.org/all",
            "last_ok": "2026-W47",
        },
        "https://example.org/gone": {
            "state": "dead",
            "verdict": "soft404",
            "first_seen": "2026-11-03",
            "strikes": 3,
            "struck": "2026-11-17",
            "checked": "2026-W47",
            **_MISSED,
            "archived_url": "https://web.archive.org/web/2024/https://example.org/gone",
        },
        "https://example.org/watched": {
            "state": "watch",
            "verdict": "transient",
            "first_seen": "2026-11-03",
            "strikes": 2,
            "struck": "2026-11-10",
            "checked": "2026-W47",
            **_MISSED,
            "witness": "LinkChecker finds it fine: 200 OK",
        },
    },
}
"""The link ledger of the catalog."""


def write_sample(folder: Path) -> Path:
    """Write the catalog, with a curated sequence and questions that refer to entries."""
    (first, *more), (early, *later) = (VOCABULARIES[f]["terms"] for f in ("phases", "stages"))
    first = {**first, "sequence": ["zebra"]}
    early = {
        **early,
        "goal": "Begin",
        "questions": [{"text": "Where do we begin?", "entries": ["zebra", "retired"]}],
        "tasks": [{"text": "Begin there"}],
    }
    pointing = {
        "phases": {"label": "Phases", "terms": [first, *more]},
        "stages": {"label": "Stages", "terms": [early, *later]},
    }
    write_catalog(folder, ENTRIES, pointing, collections=COLLECTIONS)
    _write(folder / "link-ledger.json", LEDGER)
    return folder


def write_catalog(
    folder: Path,
    entries: Mapping[str, Fields],
    vocabularies: Mapping[str, Fields] | None = None,
    identity: Fields = IDENTITY,
    collections: Mapping[str, Fields] | None = None,
) -> Path:
    """Write a catalog folder; ``entries`` only need the fields that differ from a default.

    None leaves out a field that would have one.
    """
    _write(folder / "catalog.yml", identity)
    for name, vocabulary in {**VOCABULARIES, **(vocabularies or {})}.items():
        _write(folder / "vocabularies" / f"{name}.yml", vocabulary)
    (folder / "entries").mkdir()
    for name, fields in entries.items():
        known = {"title": name, **BARE, **fields}
        content = {k: v for k, v in known.items() if v is not None or k not in BARE}
        _write(folder / "entries" / f"{name}.yml", content)
    if any("pictures/stripes.png" in fields.get("body", "") for fields in entries.values()):
        (folder / "pictures").mkdir()
        (folder / "pictures/stripes.png").write_bytes(PICTURE)
    for name, fields in (collections or {}).items():
        _write(folder / "collections" / f"{name}.yml", fields)
    return folder


def _write(path: Path, content: Fields) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # JSON is YAML, without the anchors that catalogs must not contain.
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
