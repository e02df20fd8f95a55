"""Write labels in place of the ids of terms in the entries of a catalog, as people write them.

``python -m bench.synthetic.labels_for_ids CATALOG`` changes a catalog that synthesize.py has
written, so that ``scripts/validate.py --fix`` has something to mend in every file.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import yaml

_TAGS = re.compile(r"(?m)^(?P<key>\w+): (?P<open>\[?)(?P<ids>[\w, -]+)(?P<close>\]?)$")
_PLAIN = re.compile(r"[\w &/-]+")


def with_labels(text: str, labels: Mapping[str, Mapping[str, str]]) -> tuple[str, int]:
    """The text of an entry with labels for ids, and how many. ``labels`` are by key and by id."""
    number = 0

    def replaced(found: re.Match[str]) -> str:
        nonlocal number
        known = labels.get(found["key"])
        if known is None:
            return found[0]
        words = [known[term_id] for term_id in found["ids"].split(", ")]
        number += len(words)
        quoted = [word if _PLAIN.fullmatch(word) else json.dumps(word) for word in words]
        return f"{found['key']}: {found['open']}{', '.join(quoted)}{found['close']}"

    return _TAGS.sub(replaced, text), number


def main() -> int:
    """Run the command; return the exit status."""
    folder = Path(sys.argv[1])
    labels = {}
    for path in (folder / "vocabularies").glob("*.yml"):
        vocabulary = yaml.safe_load(path.read_text(encoding="utf-8"))
        key = vocabulary.get("key", path.stem)
        labels[key] = {term["id"]: term["label"] for term in vocabulary["terms"]}
    total = 0
    for path in sorted((folder / "entries").glob("*.yml")):
        text, number = with_labels(path.read_text(encoding="utf-8"), labels)
        path.write_text(text, encoding="utf-8", newline="\n")
        total += number
    print(f"{total:,} labels stand where ids belong.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
