"""Key examples: for every key that may be written in YAML, how it looks filled in.

Editors show them while one types, and a new entry has them as comments. They
stand here by the name of the record in ``model.py`` that the key belongs to;
a kind of record has those of the kind it is made from as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from resource_catalog.model import Record

_DAY, _BY = "2026-11-21", "Pilot team"

EXAMPLES: Mapping[str, Mapping[str, Any]] = {
    "Canary": {"good": "https://example.org/", "bad": "https://example.org/no-such-page"},
    "Identity": {
        "title": "Micro-credential shelf",
        "tagline": "What to read before, during and after a pilot",
        "description": "Guides and tools for districts that plan a pilot.",
        "language": "en",
        "curator": "Example School District",
        "contact": "https://example.org/contact",
        "email": "library@example.org",
        "text_license": "CC BY 4.0",
        "link_canary": {"good": "https://example.org/", "bad": "https://example.org/no-such-page"},
    },
    "Term": {
        "id": "case-study",
        "label": "Case study",
        "plural": "Case studies",
        "short_label": "Case",
        "description": "An account of what one place did.",
        "icon": "material/file-chart",
        "schema_type": "Report",
    },
    "Kind": {"review_months": 24},
    "Phase": {
        "question": "What should a pilot change for our educators?",
        "sequence": ["planning-guide", "goal-worksheet"],
    },
    "Prompt": {"text": "Choose goals for the pilot.", "entries": ["goal-worksheet"]},
    "Stage": {
        "subtitle": "First steps",
        "goal": "Know why we want a pilot.",
        "questions": [{"text": "What would a pilot change?", "entries": ["planning-guide"]}],
        "tasks": [{"text": "Choose goals for the pilot.", "entries": ["goal-worksheet"]}],
    },
    "Vocabulary": {
        "label": "Grade bands",
        "singular": "Grade band",
        "key": "grade_bands",
        "single": False,
        "description": "The school years that a resource is meant for.",
        "terms": [{"id": "elementary", "label": "Elementary"}],
    },
    "Link": {
        "url": "https://example.org/planning-guide.pdf",
        "format": "pdf",
        "role": "primary",
        "formerly": ["https://example.org/old/planning-guide.pdf"],
    },
    "Synonyms": {"groups": [["PD", "professional development", "professional learning"]]},
    "Retirement": {"on": _DAY, "why": "A newer edition is out."},
    "Change": {"on": _DAY, "what": "A Spanish edition is out."},
    "Review": {"on": _DAY, "by": _BY},
    "Verification": {"on": _DAY, "by": _BY},
    "Source": {"document": "Readiness checklist", "section": "Ready to plan"},
    "Entry": {
        "title": "Planning a micro-credential pilot",
        "also_known_as": ["The planning guide"],
        "summary": "Eight pages that lead a team from a first idea to a dated plan.",
        "recommended_use": "A coordinator fills it in with the team before the first meeting.",
        "links": [{"url": "https://example.org/planning-guide.pdf", "format": "pdf"}],
        "access": "open",
        "request_from": "The district office",
        "authors": ["Jo Rivera", "A. Chen"],
        "publishers": ["Example School District"],
        "contributors": ["Pilot teachers of 2024"],
        "published": "2017-09",
        "duration": "1 h 30 min",
        "extent": "16 episodes",
        "language": "en",
        "license": "CC BY 4.0",
        "accessibility": ["captions", "transcript"],
        "part_of": "planning-series",
        "related": ["goal-worksheet"],
        "replaced_by": "planning-guide-2025",
        "retired": {"on": _DAY, "why": "A newer edition is out."},
        "aliases": ["pilot-guide"],
        "added": _DAY,
        "changes": [{"on": _DAY, "what": "A Spanish edition is out."}],
        "reviewed": {"on": _DAY, "by": _BY},
        "verified": {"on": _DAY, "by": _BY},
        "sources": [{"document": "Readiness checklist", "section": "Ready to plan"}],
        "notes": "Ask the publisher for the Spanish edition.",
    },
    "Chosen": {"id": "planning-guide", "note": "Read the first two pages."},
    "Collection": {
        "title": "First hour for a coordinator",
        "audience": "New pilot coordinators",
        "purpose": "Say what a micro-credential is and why people start with them.",
        "entries": [{"id": "planning-guide", "note": "Read the first two pages."}],
        "aliases": ["coordinator-pack"],
    },
    "Move": {"old": "topics/basics/", "new": "topics/first-steps/"},
    "Redirects": {"moved": [{"old": "topics/basics/", "new": "topics/first-steps/"}]},
}


def example_of(record: type[Record], key: str) -> Any:
    """How a key of a record looks filled in; None for one that has no example yet."""
    for kind in record.__mro__:
        found = EXAMPLES.get(kind.__name__.partition("[")[0], {}).get(key)
        if found is not None:
            return found
    return None
