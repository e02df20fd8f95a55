"""A catalog with a link in every state that the watch knows, for what readers are shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sample_catalog import write_catalog

Fields = dict[str, Any]

COPY = "https://web.archive.org/web/20240301120000/https://example.org/"

RECORDS: dict[str, Fields] = {
    "ok": {"since": "2026-03-02", "last_ok": "2026-W47"},
    "moved": {"target": "https://example.net/guides/moved", "last_ok": "2026-W47"},
    "fragment": {"last_ok": "2026-W47", "reason": "the page has no place called “#step-3”"},
    "login": {"reason": "leads to a page that asks to sign in"},
    "watch": {
        "verdict": "transient",
        "reason": "the server did not answer in time",
        "witness": "LinkChecker finds it fine: 200 OK",
        "strikes": 1,
    },
    "dead": {
        "verdict": "dead",
        "reason": "the server says that it is not there (404)",
        "archived_url": f"{COPY}dead",
        "strikes": 3,
    },
    "dead-without-copy": {"state": "dead", "verdict": "transient", "strikes": 3},
    "parked": {"reason": "the name of the site is for sale", "archived_url": f"{COPY}parked"},
    "blocked": {"since": "2026-07-06", "reason": "a wall against robots answered (403)"},
    "tls": {"reason": "the certificate has run out"},
    "drift": {"reason": "is a web page now, not a PDF"},
    "unsafe": {"reason": "leads into a private network"},
    "unverified": {"reason": "its host answers alike whether the thing is there or not"},
}
"""What is remembered of the link of each entry, by the entry's name."""

TITLES = {
    "ok": "A handbook for the first year",
    "moved": "Writing tasks that show what teachers can do",
    "fragment": "Step three of the planning guide",
    "login": "Slides of the spring workshop",
    "watch": "Questions to ask before a pilot",
    "dead": "How districts pay for micro-credentials",
    "dead-without-copy": "Notes of a working group",
    "parked": "The badge alliance",
    "blocked": "Policy brief on recognition",
    "tls": "A state's list of approved offers",
    "drift": "Rubric for reviewers",
    "unsafe": "Draft on somebody's own machine",
    "unverified": "Shared folder of templates",
}


def write_states(folder: Path) -> Path:
    """Write the catalog with its ledger; last checked in the week of 16 November 2026."""
    usual = {"summary": "Twelve pages for people who plan, with work sheets to fill in."}
    entries: dict[str, Fields] = {
        name: {
            **usual,
            "title": title,
            "access": "open",
            "phases": ["first"],
            "links": [link(name)],
        }
        for name, title in TITLES.items()
    }
    entries["dead"]["links"].append({**link("second"), "role": "alternate"})
    entries["dead-without-copy"] |= {
        "retired": {"on": "2026-11-18", "why": "The group has ended."},
        "replaced_by": "ok",
    }
    entries["vouched"] = {
        **usual,
        "title": "Opened by hand",
        "access": "sign-in",
        "links": [link("vouched")],
        "verified": {"on": "2026-11-10", "by": "the team"},
    }
    write_catalog(folder, entries)
    records = {
        **RECORDS,
        "vouched": {"state": "blocked", "reason": "a wall against robots answered (403)"},
        "second": {"state": "tls", "reason": "the certificate has run out"},
    }
    ledger = {
        "version": 1,
        "weeks": {
            f"2026-W{week}": {"ok": 3 + week % 3, "watch": 2, "blocked": 3, "dead": week // 24}
            for week in range(17, 48)
        },
        "links": {link(name)["url"]: record(name, known) for name, known in records.items()},
    }
    (folder / "link-ledger.json").write_text(json.dumps(ledger), encoding="utf-8")
    return folder


def link(name: str) -> Fields:
    """The link of an entry."""
    return {"url": f"https://{name}.example.org/library/guides/{name}.pdf", "format": "pdf"}


def record(name: str, known: Fields) -> Fields:
    """What the ledger holds of it."""
    days = {"since": "2026-11-03", "first_seen": "2026-03-02", "checked": "2026-W47"}
    missed = {"missed": "2026-11-03", "struck": "2026-11-17"} if "strikes" in known else {}
    return {"state": name, **days, **missed, **known}
