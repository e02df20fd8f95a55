#!/usr/bin/env python3
"""A stand-in for GitHub's own program: keeps issues and pull requests in a file beside itself.

Knows the few commands that the link watch gives, and refuses all others as the real one would.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

STATE = Path(__file__).with_name("github.json")
EMPTY = {"issue": [], "pr": [], "label": [], "runs": []}


def main() -> None:
    """Run one command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kind", choices=["issue", "pr", "label", "workflow"])
    parser.add_argument("verb")
    parser.add_argument("what", nargs="?")
    for (
        name
    ) in "title label body-file state limit json comment head base ref color description".split():
        parser.add_argument(f"--{name}")
    parser.add_argument("--force", action="store_true")
    given = parser.parse_args()
    known = json.loads(STATE.read_text()) if STATE.exists() else EMPTY
    items = known.get(given.kind, [])
    body = sys.stdin.read() if given.body_file == "-" else None
    match given.kind, given.verb:
        case "label", "create":
            known["label"] = [given.what]
        case "workflow", "run":
            known["runs"].append([given.what, given.ref])
        case (("issue" | "pr"), "list"):
            found = [
                {"number": item["number"], "state": item["state"]}
                for item in reversed(items)
                if given.label in (None, item["label"])
                and given.head in (None, item["head"])
                and given.state in ("all", item["state"].lower())
            ]
            print(json.dumps(found[: int(given.limit)]))
        case (("issue" | "pr"), "create"):
            assert given.label is None or given.label in known["label"], "no such label"
            items.append(
                {
                    "number": 7 + len(items),
                    "state": "OPEN",
                    "title": given.title,
                    "body": body,
                    "label": given.label,
                    "head": given.head,
                }
            )
        case (("issue" | "pr"), "edit") | ("issue", ("close" | "reopen")):
            (item,) = (item for item in items if str(item["number"]) == given.what)
            if given.verb == "edit":
                item |= {"title": given.title or item["title"], "body": body}
            else:
                item["state"] = "OPEN" if given.verb == "reopen" else "CLOSED"
        case _:
            parser.error(f"unknown command {given.kind} {given.verb}")
    STATE.write_text(json.dumps(known))


if __name__ == "__main__":
    main()
