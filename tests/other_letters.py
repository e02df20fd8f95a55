"""The sample catalog with its texts in letters of another script, so no word of it is English."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import yaml

from sample_catalog import write_sample

LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абцдефгхийклмнопярстувшхуз"
ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
TO_CYRILLIC = str.maketrans(LATIN + LATIN.upper(), CYRILLIC + CYRILLIC.upper())
TO_ARABIC = str.maketrans(LATIN + LATIN.upper(), ARABIC * 2)

TARGETS = re.compile(r"(\]\([^)]*\)|\[[a-z]+\])")
"""Where links lead, and the blanks of messages."""

KEPT = """
    id type phases stages audiences url format role access published duration language license
    related accessibility part_of replaced_by on added aliases key schema_type sequence entries
    kind form time stands_for starts ends until anchor repeats answer
""".split()
"""The keys whose values are no text for readers, or come as they are."""


def in_letters(data: Any, letters: dict[int, int]) -> Any:
    """Data of a catalog with its texts in other letters."""
    if isinstance(data, str):
        pieces = TARGETS.split(data)  # every other one is kept
        return "".join(p if n % 2 else p.translate(letters) for n, p in enumerate(pieces))
    if isinstance(data, list):
        return [in_letters(item, letters) for item in data]
    if isinstance(data, dict):
        return {
            key: value if _is_kept(key, value) else in_letters(value, letters)
            for key, value in data.items()
        }
    return data


def _is_kept(key: str, value: Any) -> bool:
    if key == "when":
        return isinstance(value, list)  # of ids; else it is a text
    return key in KEPT and not (isinstance(value, list) and isinstance(value[0], dict))


def write_in_letters(folder: Path, letters: dict[int, int], language: str, *others: str) -> Path:
    """The sample catalog and what else is in ``folder``, with their texts in other letters.

    Nobody has translated any of them into the ``others``, which the site is in besides.
    """
    write_sample(folder)
    for path in folder.rglob("*.yml"):
        data = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
        data = in_letters(data, letters)
        if path.name == "catalog.yml":
            data |= {"language": language, "email": "library@example.org"}
            data |= {"languages": {other: {} for other in others}} if others else {}
        path.write_text(json.dumps(data, ensure_ascii=False, default=str), encoding="utf-8")
    ledger = folder / "link-ledger.json"
    remembered = json.loads(ledger.read_text(encoding="utf-8"))
    for record in remembered["links"].values():
        said = {key: record[key] for key in ("reason", "witness") if key in record}
        record |= in_letters(said, letters)
    ledger.write_text(json.dumps(remembered, ensure_ascii=False), encoding="utf-8")
    return folder
